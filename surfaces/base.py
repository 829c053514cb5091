"""What a surface is: a height over the plane, its slope, and the facts a viewer should see."""

from abc import ABC, abstractmethod
from typing import ClassVar, Literal, NamedTuple, get_args

import numpy as np

from parameters import Array
from text import Text

Kind = Literal["convex", "saddle", "multi-minimum", "valley", "plateau"]
KINDS: tuple[Kind, ...] = get_args(Kind)

KIND_NAMES: dict[Kind, Text] = {
    "convex": Text(ko="볼록", en="Convex"),
    "saddle": Text(ko="안장점", en="Saddle"),
    "multi-minimum": Text(ko="여러 최솟값", en="Several minima"),
    "valley": Text(ko="골짜기", en="Valley"),
    "plateau": Text(ko="고원", en="Plateau"),
}

Place = tuple[float, float]


class Minimum(NamedTuple):
    """A place where the surface is lowest, everywhere (`is_global`) or only nearby."""

    place: Place
    value: float
    is_global: bool = True


class Saddle(NamedTuple):
    """A place where the slope is zero though it is no extremum."""

    place: Place
    value: float


class Surface(ABC):
    """A function f(x, y) with its exact gradient and Hessian.

    A surface is a frozen dataclass; its fields, where it has any, are numbers a viewer may set
    (the κ of the ravine). Its facts are those of the class, except on a surface that a viewer wrote.
    Points come as arrays (2, …): one point (2,), a batch (2, B), a plotting
    grid (2, H, W). Far from the domain the values may overflow to inf or nan; nothing is clipped.
    """

    key: ClassVar[str]
    name: Text
    kind: Kind
    rank: ClassVar[int] = 100
    """Its place among the surfaces of its kind: the most useful in class first."""
    domain: tuple[Place, Place]
    """((x lowest, x highest), (y lowest, y highest)) of the picture."""
    minima: tuple[Minimum, ...]
    """All minima inside the domain, the global ones first; empty where the surface has no bottom."""
    bottomless: Text = Text(ko="최솟값이 없습니다. f가 한없이 작아집니다.", en="No minimum: f decreases without bound.")
    """What is said of a surface that has no minimum."""
    saddles: tuple[Saddle, ...] = ()
    """All saddle points inside the domain; a surface with too many marks none and says so."""
    start: Place
    learning_rate: float
    """With this one rate and from `start`, a race of the lecture's optimizers shows something."""
    steps: int
    """How many steps that race takes."""
    logarithmic: bool = False
    """Whether the colours of the picture tell more by log(f − f*) than by f."""
    formula: str
    """f(x, y) in LaTeX, without the "f(x, y) ="."""
    source: str | Text
    """Who wrote it down, and when, as cited or in the viewer's language; empty where it was the viewer."""
    lesson: Text
    """What a student sees here, in one or two sentences."""

    @abstractmethod
    def value(self, p: Array) -> Array:
        """f at the points `p` (2, …), shaped (…)."""

    @abstractmethod
    def gradient(self, p: Array) -> Array:
        """∇f at the points `p` (2, …), shaped (2, …)."""

    @abstractmethod
    def hessian(self, p: Array) -> Array:
        """The second derivatives at the points `p` (2, …), shaped (2, 2, …)."""

    @property
    def is_quadratic(self) -> bool:
        """Whether its curvatures are the same everywhere: looked up at five places, no two of them symmetric."""
        (x0, x1), (y0, y1) = self.domain
        places = np.array([(x0, x0, x1, x1, x0 / 3), (y0, y1, y0, y1, y1 / 3)])
        return bool(np.ptp(self.hessian(places), axis=-1).max() == 0)

    @property
    def lowest(self) -> float | None:
        """f at its global minima; None where the surface has no bottom."""
        return min((minimum.value for minimum in self.minima if minimum.is_global), default=None)

    def stability_edge(self, place: Place) -> float:
        """2/λmax at `place`: gradient descent settles at a minimum only with a smaller learning rate.

        λmax is the largest curvature there. The edge is inf where no direction curves upwards, and
        0 at a kink, where the curvature is infinite.
        """
        curvatures = self._curvatures(place)
        if curvatures is None:
            return 0.0
        _, largest = curvatures
        return 2 / largest if largest > 0 else np.inf

    def condition_number_at(self, place: Place) -> float | None:
        """κ = λmax/λmin at a minimum: how many times more the steepest direction curves than the flattest.

        It is inf where a direction is flat up to rounding, and None at a kink, where curvatures are
        infinite and cannot be compared.
        """
        curvatures = self._curvatures(place)
        if curvatures is None:
            return None
        smallest, largest = curvatures
        return largest / smallest if smallest > np.finfo(float).eps * largest else np.inf

    def _curvatures(self, place: Place) -> tuple[float, float] | None:
        """The smallest and the largest curvature at `place`; None at a kink."""
        hessian = self.hessian(np.array(place))
        if not np.isfinite(hessian).all():
            return None
        smallest, largest = np.linalg.eigvalsh(hessian)
        return float(smallest), float(largest)


def symmetric(xx: Array, xy: Array | float, yy: Array | float) -> Array:
    """The Hessian (2, 2, …) made of fxx, fxy and fyy; `xx` has the full shape (…)."""
    xx, xy, yy = np.broadcast_arrays(xx, xy, yy)
    return np.array([[xx, xy], [xy, yy]])
