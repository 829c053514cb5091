"""What the viewer has chosen on the momentum map: read from the address, changed by the controls."""

from dataclasses import dataclass

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.surface import read_start
from parameters import parameters
from simulation import Best, quadratic
from surfaces.base import Place
from surfaces.ravine import Ravine

(KNOB,) = parameters(Ravine)
"""κ."""
HIGHEST_MOMENTUM = 0.99


@dataclass(frozen=True)
class MomentumChoice:
    """A ravine, where on it the runs begin, and at which of them one looks."""

    surface: Ravine
    start: Place
    rate: float
    momentum: float
    projector: bool

    @property
    def curvatures(self) -> tuple[float, ...]:
        """Of the directions in which the start is away from the minimum, for only they have a part in the run."""
        return curvatures(self.surface, self.start)

    @property
    def best(self) -> Best:
        """The fastest heavy ball, in closed form."""
        return quadratic.best(min(self.curvatures), max(self.curvatures))

    @property
    def descent(self) -> Best:
        """The fastest gradient descent, in closed form."""
        return quadratic.best_without_momentum(min(self.curvatures), max(self.curvatures))


def curvatures(surface: Ravine, start: Place) -> tuple[float, ...]:
    """1 along the ravine and κ across, without those in which the start is at the minimum; both where it is wholly."""
    both = (1.0, surface.condition_number)
    return tuple(each for each, away in zip(both, start, strict=True) if away) or both


def read_momentum(address: Address) -> MomentumChoice:
    """The choice that the address tells; unless it says otherwise, one looks at the optimum."""
    surface = Ravine(address.number(KNOB.key, KNOB.low, KNOB.high, KNOB.default))
    start = read_start(address, surface)
    known = curvatures(surface, start)
    best = quadratic.best(min(known), max(known))
    return MomentumChoice(
        surface=surface,
        start=start,
        rate=address.number("rate", *RATE_SPAN, best.rate),
        momentum=address.number("momentum", 0.0, HIGHEST_MOMENTUM, best.momentum),
        projector=is_projected(address),
    )
