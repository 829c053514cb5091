"""Constraints in the plane: where a point is allowed to be, how far it is from there, and the nearest allowed place."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from parameters import Array
from text import Text

FINE = 720
"""Points of an outline, over which the lowest of it is looked for, too."""
NOTHING = 1e-9
"""A coefficient nearer to 0 than this is not written."""

Frame = tuple[tuple[float, float], tuple[float, float]]


class Constraint(ABC):
    """Some gᵢ(x, y) ≤ 0, or one h(x, y) = 0; the places where they hold are a convex set.

    Points come as arrays (2, …): one point (2,), a batch (2, B), a grid (2, H, W).
    """

    key: ClassVar[str]
    name: ClassVar[Text]
    equality: ClassVar[bool] = False
    """Whether it is h = 0; otherwise all gᵢ ≤ 0."""

    @property
    @abstractmethod
    def formulas(self) -> tuple[str, ...]:
        """Each gᵢ, or h, in LaTeX with this constraint's own numbers."""

    @abstractmethod
    def values(self, p: Array) -> Array:
        """Each gᵢ, or h, at the points `p` (2, …), shaped (functions, …)."""

    @abstractmethod
    def gradients(self, p: Array) -> Array:
        """∇gᵢ, or ∇h, at one point `p` (2,), shaped (functions, 2)."""

    @abstractmethod
    def project(self, p: Array) -> Array:
        """The nearest allowed place to each of the points `p` (2, …), by the usual (Euclidean) distance."""

    @abstractmethod
    def outline(self, frame: Frame) -> Array:
        """The edge of what is allowed, or the curve h = 0, as far as the frame reaches: (N, 2)."""

    def violation(self, p: Array) -> Array:
        """By how much the constraint is broken: the largest max(0, gᵢ), or |h|, shaped (…); 0 where it holds."""
        values = self.values(p)
        broken: Array = (np.abs(values) if self.equality else np.maximum(values, 0.0)).max(axis=0)
        return broken

    @property
    def conditions(self) -> tuple[str, ...]:
        """Each formula with what is asked of it, in LaTeX."""
        relation = "=" if self.equality else r"\le"
        return tuple(f"{each} {relation} 0" for each in self.formulas)


@dataclass(frozen=True)
class _Straight(Constraint):
    """cos φ · x + sin φ · y − c, which is the distance to a straight line, with a sign."""

    angle: float
    """φ in degrees: where the normal points."""
    offset: float
    """c: how far the line is from (0, 0), along the normal."""

    @property
    def normal(self) -> Array:
        """(2,), of length 1."""
        turn = np.deg2rad(self.angle)
        return np.array([np.cos(turn), np.sin(turn)])

    @property
    def formulas(self) -> tuple[str, ...]:
        x, y = self.normal
        return (linear((x, "x"), (y, "y"), (-self.offset, "")),)

    def values(self, p: Array) -> Array:
        return np.array([self._beyond(p)])

    def gradients(self, p: Array) -> Array:
        return self.normal[None]

    def outline(self, frame: Frame) -> Array:
        (x0, x1), (y0, y1) = frame
        centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
        nearest = centre - self._beyond(centre) * self.normal
        along = np.array([-self.normal[1], self.normal[0]])
        reach = np.hypot(x1 - x0, y1 - y0)
        return nearest + np.linspace(-reach, reach, FINE)[:, None] * along

    def _beyond(self, p: Array) -> Array:
        x, y = self.normal
        beyond: Array = x * p[0] + y * p[1] - self.offset
        return beyond


@dataclass(frozen=True)
class HalfPlane(_Straight):
    """One side of a straight line: g(x, y) = cos φ · x + sin φ · y − c ≤ 0.

    P(p) = p − max(0, g(p)) · (cos φ, sin φ)
    """

    key = "half-plane"
    name = Text(ko="반평면", en="half-plane")

    def project(self, p: Array) -> Array:
        return p - np.multiply.outer(self.normal, np.maximum(self._beyond(p), 0.0))


@dataclass(frozen=True)
class Line(_Straight):
    """A straight line: h(x, y) = cos φ · x + sin φ · y − c = 0.

    P(p) = p − h(p) · (cos φ, sin φ)
    """

    key = "line"
    name = Text(ko="직선", en="line")
    equality = True

    def project(self, p: Array) -> Array:
        return p - np.multiply.outer(self.normal, self._beyond(p))


@dataclass(frozen=True)
class Disc(Constraint):
    """All that is near enough to a centre: g(x, y) = (x − a)² + (y − b)² − r² ≤ 0.

    P(p) = centre + (p − centre) · min(1, r/|p − centre|)
    """

    x: float
    y: float
    radius: float

    key = "disc"
    name = Text(ko="원판", en="disc")

    @property
    def formulas(self) -> tuple[str, ...]:
        x, y = squared("x", self.x), squared("y", self.y)
        return (f"{x} + {y} - {number(self.radius)}^2",)

    def values(self, p: Array) -> Array:
        return np.array([(p[0] - self.x) ** 2 + (p[1] - self.y) ** 2 - self.radius**2])

    def gradients(self, p: Array) -> Array:
        return 2 * np.array([[p[0] - self.x, p[1] - self.y]])

    def project(self, p: Array) -> Array:
        across, up = p[0] - self.x, p[1] - self.y
        away = np.hypot(across, up)
        share = np.where(away > self.radius, self.radius / np.where(away > 0, away, 1.0), 1.0)
        outside = away > self.radius
        return np.where(outside, np.array([self.x + share * across, self.y + share * up]), p)

    def outline(self, frame: Frame) -> Array:
        turn = np.linspace(-np.pi, np.pi, FINE)
        return np.column_stack([self.x + self.radius * np.cos(turn), self.y + self.radius * np.sin(turn)])


@dataclass(frozen=True)
class Box(Constraint):
    """Each variable within its own bounds: four gᵢ ≤ 0.

    P(p) takes each variable to its nearer bound where it is beyond it.
    """

    left: float
    right: float
    bottom: float
    top: float

    key = "box"
    name = Text(ko="상자", en="box")

    @property
    def formulas(self) -> tuple[str, ...]:
        return (
            linear((self.left, ""), (-1.0, "x")),
            linear((1.0, "x"), (-self.right, "")),
            linear((self.bottom, ""), (-1.0, "y")),
            linear((1.0, "y"), (-self.top, "")),
        )

    def values(self, p: Array) -> Array:
        return np.array([self.left - p[0], p[0] - self.right, self.bottom - p[1], p[1] - self.top])

    def gradients(self, p: Array) -> Array:
        return np.array([[-1.0, 0.0], [1.0, 0.0], [0.0, -1.0], [0.0, 1.0]])

    def project(self, p: Array) -> Array:
        return np.array([np.clip(p[0], self.left, self.right), np.clip(p[1], self.bottom, self.top)])

    def outline(self, frame: Frame) -> Array:
        x = np.array([self.left, self.right, self.right, self.left, self.left])
        y = np.array([self.bottom, self.bottom, self.top, self.top, self.bottom])
        side = np.linspace(0, 4, FINE + 1)
        return np.column_stack([np.interp(side, range(5), x), np.interp(side, range(5), y)])


CONSTRAINTS: tuple[type[Constraint], ...] = (HalfPlane, Disc, Box, Line)
"""Every kind, the equality last."""


def number(value: float) -> str:
    """A number in LaTeX, in three digits."""
    mantissa, _, power = f"{value:.3g}".partition("e")
    return mantissa + (rf"\cdot 10^{{{int(power)}}}" if power else "")


def linear(*terms: tuple[float, str]) -> str:
    """A sum of coefficients times letters; what is 0 is left out, and so is a coefficient of 1."""
    written = ""
    for coefficient, letter in terms:
        if abs(coefficient) < NOTHING:
            continue
        size = "" if letter and f"{abs(coefficient):.3g}" == "1" else number(abs(coefficient))
        sign = "-" if coefficient < 0 else "+"
        written += f" {sign} {size}{letter}" if written else f"{sign.strip('+')}{size}{letter}"
    return written or "0"


def squared(letter: str, centre: float) -> str:
    """(letter − centre)² in LaTeX."""
    return f"({linear((1.0, letter), (-centre, ''))})^2" if abs(centre) >= NOTHING else f"{letter}^2"
