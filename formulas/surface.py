"""A surface that a viewer wrote, with everything that the others state as facts found by looking."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from cache import remembered
from formulas.jets import Jet, jet
from formulas.latex import latex
from formulas.minima import Floor, Landmarks, landmarks
from formulas.parser import lines_of, read
from formulas.tree import ON_NUMBERS, evaluate
from parameters import Array
from simulation import sharpest
from simulation.status import diagonal
from surfaces.base import Kind, Minimum, Place, Saddle, Surface, symmetric
from text import LANGUAGES, Text

OWN = "own"
USUAL_DOMAIN = ((-5.0, 5.0), (-5.0, 5.0))
USUAL_STEPS = 200
RATES = (1e-6, 100.0)
"""The learning rate of a race is between these."""
JUST_RIGHT = 0.45
"""It is this share of 2/λmax on the way down from the start;"""
FIRST_STEP = 0.02
SHORTEST_STEP = 1e-4
"""where that has no number, or makes the first step shorter than this share of the picture's diagonal, as on the way
into a pole, the first step is the share above."""
STARTS = 20
"""The start is one of so many places along each side of the picture."""
UPPER_LEFT = (0.15, 0.8)
"""The best place for it, as shares of the sides."""
CLOSE = 0.12
"""So near to a minimum or a saddle, in diagonals, no race begins."""
LEVEL = 0.02
"""Nor does one where the slope is below this share of the picture's steepest ones."""
STEEP = 30.0
"""A minimum with a larger condition number than this lies in a valley."""
SKEWED = 0.05
"""Where half of the picture is lower than this share of its height, its logarithm tells more."""
FEW = 12
"""Between more minima than this no start is away from all."""
ROUNDING = 1e-9
"""What is below 0 by less than this share of the largest is a rounding."""
LOOKED_AT = 41
"""Points along each side of the grid that tells what a surface is like."""
SCATTERED = 4096
"""So many points more, at no even distance, are asked whether it is convex: what repeats itself can deceive a grid."""
PIECE = 8192
"""So many points are computed with at a time: a formula has many parts, and they should stay near the processor."""

_NAME = Text(ko="직접 쓴 함수", en="Your own function")
_FOUND = Text(ko="그림 안에서 찾은 것: {found}.", en="Found in the plot: {found}.")
_MINIMUM = Text(ko="최솟값 1개", en="1 minimum")
_MINIMA = Text(ko="최솟값 {count}개", en="{count} minima")
_MANY = Text(ko="최솟값 가운데 낮은 {count}개", en="the lowest {count} of more minima")
_SADDLE = Text(ko="안장점 1개", en="1 saddle point")
_SADDLES = Text(ko="안장점 {count}개", en="{count} saddle points")
_FLOORS: dict[Floor, Text] = {
    "inside": Text(ko="별표(★)가 가장 낮은 곳입니다.", en="The filled star (★) marks the lowest point."),
    "edge": Text(
        ko="그림에서 가장 낮은 곳은 가장자리라서 전역 최솟값이 없습니다. 범위를 넓혀 보세요.",
        en="The lowest point of the plot lies on its edge, so there is no global minimum. Try a wider range.",
    ),
    "flat": Text(
        ko="가장 낮은 곳이 한 점이 아니라 선이나 평지여서 전역 최솟값 표시가 없습니다.",
        en=(
            "The lowest value is taken along a line or on a flat area, not at one point, so no global minimum is "
            "marked."
        ),
    ),
    "endless": Text(
        ko="그림 안에서 f가 한없이 작아져 전역 최솟값이 없습니다.",
        en="f decreases without bound in the plot, so there is no global minimum.",
    ),
    "nowhere": Text(
        ko="그림의 범위 어디에서도 f가 정의되지 않습니다. 범위나 수식을 바꾸세요.",
        en="f is undefined everywhere in the plot. Change the range or the formula.",
    ),
}
"""What is said of where the lowest height is."""
_CONVEX = Text(
    ko="확인한 점 {count}개에서 모두 볼록합니다.", en="It is convex at all {count} points that were checked."
).format(count=LOOKED_AT**2 + SCATTERED)


@dataclass(frozen=True)
class TypedSurface(Surface):
    """f as it was typed, shown over `domain`; equal to another where both are.

    ∇f and the Hessian are exact, by automatic differentiation (`formulas.jets`); outside a function's domain
    everything is nan. Minima and saddle points are found by a search from many starts (`formulas.minima`).

    Raises WrongFormula for what can't be read.
    """

    text: str
    domain: tuple[Place, Place] = USUAL_DOMAIN

    minima: tuple[Minimum, ...] = field(init=False, compare=False, repr=False)
    saddles: tuple[Saddle, ...] = field(init=False, compare=False, repr=False)
    kind: Kind = field(init=False, compare=False, repr=False)
    start: Place = field(init=False, compare=False, repr=False)
    learning_rate: float = field(init=False, compare=False, repr=False)
    logarithmic: bool = field(init=False, compare=False, repr=False)
    formula: str = field(init=False, compare=False, repr=False)
    lesson: Text = field(init=False, compare=False, repr=False)
    bottomless: Text = field(init=False, compare=False, repr=False)

    key = OWN
    name = _NAME
    steps = USUAL_STEPS
    source = ""

    def __post_init__(self) -> None:
        for name, fact in _facts(self)._asdict().items():
            object.__setattr__(self, name, fact)

    def value(self, p: Array) -> Array:
        return _piece_by_piece(self._heights, p, ())

    def gradient(self, p: Array) -> Array:
        return _piece_by_piece(self._slopes, p, (2,))

    def hessian(self, p: Array) -> Array:
        return _piece_by_piece(self._curvatures_at, p, (2, 2))

    def _heights(self, p: Array) -> Any:
        x, y = p
        height = evaluate(lines_of(self.text), ON_NUMBERS, x, y, _itself)
        if isinstance(x, np.ndarray) and (height is x or height is y or np.shape(height) != x.shape):
            return np.full(x.shape, height)  # a constant, or a letter alone, whose array belongs to the caller
        return height

    def _slopes(self, p: Array) -> Array:
        slopes = np.zeros_like(p)
        for axis, part in enumerate(self._jet(p, curved=False)[1:3]):
            if part is not None:
                slopes[axis] = part
        return slopes

    def _curvatures_at(self, p: Array) -> Array:
        curvatures = np.zeros_like(p, shape=(3, *p.shape[1:]))
        for place, part in enumerate(self._jet(p, curved=True)[3:6]):
            if part is not None:
                curvatures[place] = part
        return symmetric(*curvatures)

    def _jet(self, p: Array, *, curved: bool) -> Jet:
        return jet(lines_of(self.text), *p, curved=curved)


class _Facts(NamedTuple):
    """What a surface states of itself, found by looking; named like its fields."""

    minima: tuple[Minimum, ...]
    saddles: tuple[Saddle, ...]
    kind: Kind
    start: Place
    learning_rate: float
    logarithmic: bool
    formula: str
    lesson: Text
    bottomless: Text


@remembered(most_bytes=2_000_000)
def _facts(surface: TypedSurface) -> _Facts:
    """Everything about it: some hundredths of a second, up to a few tenths for long formulas."""
    formula = latex(read(surface.text))
    with np.errstate(all="ignore"):
        found = landmarks(surface)
        start, kind = _start(surface, found), _kind(surface, found)
        return _Facts(
            minima=found.minima,
            saddles=found.saddles,
            kind=kind,
            start=start,
            learning_rate=_rate(surface, start),
            logarithmic=_is_skewed(surface),
            formula=formula,
            lesson=_lesson(found, kind),
            bottomless=_FLOORS[found.floor],
        )


def _itself(number: np.float64) -> Any:
    return number


def _piece_by_piece(function: Callable[[Array], Array], p: Array, lead: tuple[int, ...]) -> Array:
    """function(p), shaped (*lead, …), for some thousand of the points (2, …) at a time."""
    with np.errstate(all="ignore"):  # outside its domain a formula is nan, and that is its value
        if p.size <= 2 * PIECE:
            return function(p)
        points = p.reshape(2, -1)
        whole = np.empty((*lead, points.shape[1]))
        for first in range(0, points.shape[1], PIECE):
            whole[..., first : first + PIECE] = function(points[:, first : first + PIECE])
        return whole.reshape(*lead, *p.shape[1:])


def _looked_at(surface: TypedSurface) -> Array:
    """A grid of points (2, N, N) over the picture."""
    shares = np.linspace(0, 1, LOOKED_AT)
    (x0, x1), (y0, y1) = surface.domain
    return np.array(np.meshgrid(x0 + (x1 - x0) * shares, y0 + (y1 - y0) * shares))


def _kind(surface: TypedSurface, found: Landmarks) -> Kind:
    if len(found.minima) > 1:
        return "multi-minimum"
    if found.saddles:
        return "saddle"
    if _is_convex(surface):
        return "convex"
    if not found.minima:
        return "saddle"
    return "valley" if (surface.condition_number_at(found.minima[0].place) or 1) > STEEP else "plateau"


def _is_convex(surface: TypedSurface) -> bool:
    """Whether it curves upwards wherever one looks, and over every three neighbours in a row, which sees kinks."""
    p = _looked_at(surface)
    heights = surface.value(p)
    if not np.isfinite(heights).all():
        return False
    everywhere = np.hstack([p.reshape(2, -1), _scattered(surface)])
    curvatures = np.moveaxis(surface.hessian(everywhere), (0, 1), (-2, -1))
    smooth = curvatures[np.isfinite(curvatures).all(axis=(1, 2))]
    lowest, highest = np.linalg.eigvalsh(smooth).T
    seconds = [np.diff(heights, 2, axis=0), np.diff(heights, 2, axis=1), *_diagonals(heights)]
    room = ROUNDING * np.abs(heights).max()
    return bool(
        (lowest >= -ROUNDING * np.abs(highest).max(initial=0)).all() and all((each >= -room).all() for each in seconds)
    )


def _scattered(surface: TypedSurface) -> Array:
    """Points (2, SCATTERED) that fill the picture evenly without repeating a distance.

    Multiples of 1/p and 1/p², where p³ = p + 1, less their whole parts.

    Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
    """
    plastic = 1.3247179572447460
    shares = np.outer([1 / plastic, 1 / plastic**2], np.arange(1, SCATTERED + 1)) % 1
    low, high = np.array(surface.domain).T[:, :, None]
    return np.asarray(low + (high - low) * shares)


def _diagonals(heights: Array) -> tuple[Array, Array]:
    """The second differences along both diagonals."""
    middle = 2 * heights[1:-1, 1:-1]
    return heights[:-2, :-2] + heights[2:, 2:] - middle, heights[:-2, 2:] + heights[2:, :-2] - middle


def _start(surface: TypedSurface, found: Landmarks) -> Place:
    """The place nearest to the picture's upper left from where there is a way down, away from all that is marked."""
    shares = np.arange(1, STARTS) / STARTS
    (x0, x1), (y0, y1) = surface.domain
    across, up = (each.ravel() for each in np.meshgrid(shares, shares))
    order = np.argsort(np.hypot(across - UPPER_LEFT[0], up - UPPER_LEFT[1]), kind="stable")
    p = np.array([x0 + (x1 - x0) * across, y0 + (y1 - y0) * up])[:, order]
    slope = np.hypot(*surface.gradient(p))
    usable = np.isfinite(surface.value(p)) & np.isfinite(slope) & np.isfinite(surface.hessian(p)).all(axis=(0, 1))
    marks: list[Place] = []
    if len(found.minima) <= FEW:
        marks = [*(each.place for each in found.minima), *(each.place for each in found.saddles)]
    away = np.all([np.hypot(*(p - np.reshape(mark, (2, 1)))) > CLOSE * diagonal(surface) for mark in marks], axis=0)
    steep = usable & (slope > 0)
    steep &= slope >= LEVEL * np.quantile(slope[steep], 0.9) if steep.any() else steep
    for good in (steep & away, steep, usable):
        if np.any(good):
            x, y = p[:, int(np.argmax(good))]
            return float(f"{x:.6g}"), float(f"{y:.6g}")
    return (x0 + x1) / 2, (y0 + y1) / 2


def _rate(surface: TypedSurface, start: Place) -> float:
    """In two digits."""
    largest = sharpest(surface, start)
    slope = float(np.hypot(*surface.gradient(np.array(start))))
    rate = JUST_RIGHT * 2 / largest if largest > 0 else np.inf
    if 0 < slope < np.inf and not SHORTEST_STEP * diagonal(surface) <= rate * slope < np.inf:
        rate = FIRST_STEP * diagonal(surface) / slope
    return float(f"{min(max(rate, RATES[0]), RATES[1]):.2g}")


def _is_skewed(surface: TypedSurface) -> bool:
    """Whether most of the picture lies near its floor, with a few places far above."""
    heights = surface.value(_looked_at(surface))
    heights = heights[np.isfinite(heights)]
    if not heights.size:
        return False
    low, middle, high = (float(each) for each in np.quantile(heights, (0, 0.5, 1)))
    return middle - low < SKEWED * (high - low)


def _lesson(found: Landmarks, kind: Kind) -> Text:
    """What was found, what it means, and on what ground it is called convex."""
    sentences = [*_landmarks(found), _FLOORS[found.floor], *([_CONVEX] if kind == "convex" else [])]
    return Text(*(" ".join(each[language] for each in sentences) for language in LANGUAGES))


def _landmarks(found: Landmarks) -> list[Text]:
    """How many minima and saddle points there are, where there are some."""
    minima = _MANY if found.more else _MINIMUM if len(found.minima) == 1 else _MINIMA
    saddles = _SADDLE if len(found.saddles) == 1 else _SADDLES
    words = [
        words.format(count=len(marks)) for words, marks in ((minima, found.minima), (saddles, found.saddles)) if marks
    ]
    if not words:
        return []
    names = Text(*(", ".join(each[language] for each in words) for language in LANGUAGES))
    return [_FOUND.format(found=names)]
