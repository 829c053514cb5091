"""What the viewer has chosen on the page of constraints: read from the address, changed by the controls."""

from dataclasses import dataclass
from math import floor, log10
from typing import Any, NamedTuple

import numpy as np

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, read_settings
from address.surface import read_start, read_surface
from cache import remembered
from optimizers import OPTIMIZERS, Optimizer
from parameters import Array, parameters
from simulation import CONSTRAINTS, Box, Constraint, Disc, HalfPlane, Line
from simulation.status import diagonal
from surfaces import Surface
from surfaces.base import Place
from ui.common.axes import edge_of

MOST_STEPS = 125
"""So that all runs of the dial together stay below 400 kB."""
USUAL_STEPS = 100
KINDS = {kind.key: kind for kind in CONSTRAINTS}
NAMES = ("angle", "offset", "cx", "cy", "radius", "left", "right", "bottom", "top")
"""The address's names for the numbers of the constraints."""
ANGLES = (-180.0, 180.0)
REACH = 0.95
"""A straight edge is no farther from the middle than this share of half the picture's shorter side."""
SMALLEST = 0.01
"""A box or a disc is at least this share of the picture's side."""

Span = tuple[float, float]


class Spans(NamedTuple):
    """What may be set on a surface."""

    x: Span
    y: Span
    offset: Span
    """From the middle of the picture, so that the edge crosses it whatever the angle."""
    radius: Span


class Usual(NamedTuple):
    """The numbers of every kind of constraint that cut the way from a surface's start to its minimum."""

    angle: float
    offset: float
    cx: float
    cy: float
    radius: float
    left: float
    right: float
    bottom: float
    top: float
    line_angle: float
    line_offset: float


@dataclass(frozen=True)
class ConstraintsChoice:
    """Who runs where, and what is allowed."""

    surface: Surface
    start: Place
    steps: int
    rule: Optimizer[Any]
    kind: str
    numbers: dict[str, float]
    """Those of the constraint, by their names in the address."""
    rate: float
    projector: bool

    @property
    def constraint(self) -> Constraint:
        """What is allowed."""
        return constraint_of(self.kind, self.numbers, self.surface)


def read_constraints(address: Address) -> ConstraintsChoice:
    """The page that the address tells."""
    surface = read_surface(address)
    start = read_start(address, surface)
    kind = address.choice("constraint", tuple(KINDS), HalfPlane.key)
    key = address.choice("optimizer", tuple(OPTIMIZERS), LECTURE[0])
    return ConstraintsChoice(
        surface=surface,
        start=start,
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        rule=OPTIMIZERS[key](**read_settings(address, key, parameters(OPTIMIZERS[key]))),
        kind=kind,
        numbers=_read_numbers(address, kind, surface),
        rate=address.number("rate", *RATE_SPAN, usual_rate(surface, start)),
        projector=is_projected(address),
    )


def usual_rate(surface: Surface, start: Place) -> float:
    """A learning rate at which the way is seen: that of the surface, below half the edge of stability."""
    edge = edge_of(surface, start)
    return surface.learning_rate if edge is None else min(surface.learning_rate, edge / 2)


def spans_of(surface: Surface) -> Spans:
    """How far the numbers of a constraint may go on this surface."""
    (x0, x1), (y0, y1) = surface.domain
    shorter = min(x1 - x0, y1 - y0)
    far = REACH * shorter / 2
    return Spans((x0, x1), (y0, y1), (-far, far), (SMALLEST * shorter, diagonal(surface) / 2))


def constraint_of(kind: str, numbers: dict[str, float], surface: Surface) -> Constraint:
    """The constraint of a kind with these numbers; a straight one is told how far it is from the picture's middle."""
    if kind == Disc.key:
        return Disc(numbers["cx"], numbers["cy"], numbers["radius"])
    if kind == Box.key:
        return Box(numbers["left"], numbers["right"], numbers["bottom"], numbers["top"])
    straight = Line if kind == Line.key else HalfPlane
    (x0, x1), (y0, y1) = surface.domain
    turn = np.deg2rad(numbers["angle"])
    middle = np.cos(turn) * (x0 + x1) / 2 + np.sin(turn) * (y0 + y1) / 2
    return straight(numbers["angle"], float(middle) + numbers["offset"])


def _read_numbers(address: Address, kind: str, surface: Surface) -> dict[str, float]:
    usual, spans = usual_of(surface), spans_of(surface)
    if kind == Disc.key:
        return {
            "cx": address.number("cx", *spans.x, usual.cx),
            "cy": address.number("cy", *spans.y, usual.cy),
            "radius": address.number("radius", *spans.radius, usual.radius),
        }
    if kind == Box.key:
        across = address.span(("left", "right"), *spans.x, _least(spans.x), (usual.left, usual.right))
        up = address.span(("bottom", "top"), *spans.y, _least(spans.y), (usual.bottom, usual.top))
        return dict(zip(("left", "right", "bottom", "top"), (*across, *up), strict=True))
    angle, offset = (usual.line_angle, usual.line_offset) if kind == Line.key else (usual.angle, usual.offset)
    return {
        "angle": address.number("angle", *ANGLES, angle),
        "offset": address.number("offset", *spans.offset, offset),
    }


def _least(span: Span) -> float:
    return SMALLEST * (span[1] - span[0])


CUT = 0.6
"""A usual constraint is in the way after this share of the way from the start to the minimum."""
TURN, LINE_TURN = 45, 60
"""The usual edge does not stand straight across the way, but so many degrees turned."""


@remembered(most_bytes=200_000)
def usual_of(surface: Surface) -> Usual:
    """The usual numbers, rounded so that one can say them."""
    start, goal = np.array(surface.start), _goal(surface)
    way = goal - start
    spans = spans_of(surface)
    straight = 5 * round(float(np.degrees(np.arctan2(way[1], way[0]))) / 5)
    angle, line_angle = (float((straight + turn + 180) % 360 - 180) for turn in (TURN, LINE_TURN))
    crossing = start + CUT * way
    centre = start + CUT / 2 * way
    radius = float(np.clip(_said((CUT - 0.1) * np.hypot(*way), surface), *spans.radius))
    (left, right), (bottom, top) = (
        _between(begin, end, span, surface) for begin, end, span in zip(start, crossing, surface.domain, strict=True)
    )
    return Usual(
        angle=angle,
        offset=_offset(surface, angle, crossing, spans.offset),
        cx=float(np.clip(_said(centre[0], surface), *spans.x)),
        cy=float(np.clip(_said(centre[1], surface), *spans.y)),
        radius=radius,
        left=left,
        right=right,
        bottom=bottom,
        top=top,
        line_angle=line_angle,
        line_offset=_offset(surface, line_angle, crossing, spans.offset),
    )


def _goal(surface: Surface) -> Array:
    """The first global minimum; on a surface without one, the lowest corner of its picture."""
    if surface.minima:
        return np.array(surface.minima[0].place)
    corners = np.array(np.meshgrid(*surface.domain)).reshape(2, -1)
    with np.errstate(all="ignore"):
        height = surface.value(corners)
    return corners[:, int(np.argmin(np.where(np.isfinite(height), height, np.inf)))]


def _offset(surface: Surface, angle: float, crossing: Array, span: Span) -> float:
    """How far from the middle of the picture a straight edge of this angle is that goes through a place."""
    middle = np.array([(low + high) / 2 for low, high in surface.domain])
    turn = np.deg2rad(angle)
    away = float(np.array([np.cos(turn), np.sin(turn)]) @ (crossing - middle))
    return float(np.clip(_said(away, surface), *span))


def _between(begin: float, end: float, span: Span, surface: Surface) -> Span:
    """From a little behind the start to the cut, in the order of the axis."""
    behind = 0.15 * (span[1] - span[0])
    low, high = (end, begin + behind) if begin > end else (begin - behind, end)
    if begin == end:
        low, high = begin - behind, begin + behind
    low, high = max(_said(low, surface), span[0]), min(_said(high, surface), span[1])
    return (low, high) if high - low >= _least(span) else span


def _said(value: float, surface: Surface) -> float:
    """To a hundredth of the picture's size, or so."""
    return round(float(value), 2 - floor(log10(diagonal(surface))))
