"""Shapes with smooth edges and a halo, as the stage's ink.js draws them. Knows pixels, nothing of optimizers."""

import re
from math import atan2, ceil, cos, floor, hypot, pi, sin
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw

from export.slides.letters import Paint, Place
from figures.theme import Dash, Marker

FINE = 4
"""A pixel is covered in sixteenths: shapes are drawn so many times as large and made smaller."""
HALO_SHARE = 191
"""A trail's halo lets a quarter of the map through."""

DASHES: dict[Dash, tuple[float, ...]] = {
    "solid": (),
    "dash": (8, 5),
    "dot": (2, 4),
    "dashdot": (9, 4, 2, 4),
    "longdash": (14, 5),
}
"""Lengths on and off, for a line two pixels wide."""

_POLYGONS: dict[str, tuple[int, float]] = {
    "square": (4, pi / 4),
    "diamond": (4, 0),
    "pentagon": (5, -pi / 2),
    "hexagon": (6, 0),
    "triangle": (3, -pi / 2),
    "triangle-right": (3, 0),
    "triangle-down": (3, pi / 2),
    "triangle-left": (3, pi),
}
_STARS: dict[str, tuple[int, float]] = {"star": (5, 0.45), "cross": (4, 0.38)}
"""Points of a star, and how deep it is cut."""
_HOURGLASS = tuple(
    (length, pi * turn) for length, turn in ((1.3, 0.25), (1.3, 0.75), (0.45, 1), (1.3, 1.25), (1.3, 1.75), (0.45, 0))
)
"""Its corners and its waist: how far out, and which way."""
_FLAG = ((-0.12, 0.0), (-0.12, -2.4), (1.5, -1.75), (0.12, -1.1), (0.12, 0.0))
"""Its corners; it stands on its place."""
_ROUND = 48
"""Corners of a circle."""


class Box(NamedTuple):
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def overlaps(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def paint(color: str) -> Paint:
    """#0072b2 as red, green, blue."""
    red, green, blue = ImageColor.getrgb(color)[:3]
    return red, green, blue


def glaze(color: str) -> tuple[Paint, float]:
    """rgba(60, 84, 110, 0.35) as its paint and how much it covers."""
    red, green, blue, share = map(float, re.findall(r"[\d.]+", color))
    return (int(red), int(green), int(blue)), share


def outline(marker: Marker, radius: float, at: Place = (0.0, 0.0), scale: float = 1.0) -> list[Place]:
    """The corners of a marker around a place, made `scale` times as large."""
    if marker in _STARS:
        points, cut = _STARS[marker]
        spokes = [(cut if i % 2 else 1.2, i * pi / points - pi / 2) for i in range(2 * points)]
    elif marker in _POLYGONS:
        corners, turn = _POLYGONS[marker]
        spokes = [(1.15, turn + 2 * pi * i / corners) for i in range(corners)]
    elif marker == "hourglass":
        spokes = list(_HOURGLASS)
    elif marker == "flag":
        spokes = [(hypot(x, y), atan2(y, x)) for x, y in _FLAG]
    else:
        spokes = [(1.0, 2 * pi * i / _ROUND) for i in range(_ROUND)]
    return [(at[0] + scale * radius * r * cos(a), at[1] + scale * radius * r * sin(a)) for r, a in spokes]


def arrow_outline(tip: Place, angle: float, size: float) -> list[Place]:
    """An arrow that ends at `tip`, pointing that way."""
    corners = [(0.0, 0.0), (-size, -0.6 * size), (-0.65 * size, 0.0), (-size, 0.6 * size)]
    return [(tip[0] + x * cos(angle) - y * sin(angle), tip[1] + x * sin(angle) + y * cos(angle)) for x, y in corners]


def fill(picture: Image.Image, corners: list[Place], color: Paint) -> None:
    """A polygon."""
    _stamp(picture, corners, color, None)


def stroke(picture: Image.Image, corners: list[Place], color: Paint, width: float, *, closed: bool = True) -> None:
    """The line around it, or through its corners."""
    _stamp(picture, [*corners, *corners[:2]] if closed else corners, color, width)


def haloed(picture: Image.Image, corners: list[Place], color: Paint, halo: Paint, width: float) -> None:
    """A polygon with a halo that reaches so far out."""
    stroke(picture, corners, halo, 2 * width)
    fill(picture, corners, color)


def _stamp(picture: Image.Image, corners: list[Place], color: Paint, width: float | None) -> None:
    """Draw finely on a piece of mask just large enough, and let the paint through it."""
    around = (width or 0) / 2 + 1
    left, top = (floor(min(each[i] for each in corners) - around) for i in (0, 1))
    right, bottom = (ceil(max(each[i] for each in corners) + around) for i in (0, 1))
    mask = Image.new("L", (FINE * (right - left), FINE * (bottom - top)))
    draw = ImageDraw.Draw(mask)
    shape = [(FINE * (x - left), FINE * (y - top)) for x, y in corners]
    if width is None:
        draw.polygon(shape, fill=255)
    else:
        draw.line(shape, fill=255, width=round(FINE * width), joint="curve")
    picture.paste(color, (left, top, right, bottom), mask.reduce(FINE))
