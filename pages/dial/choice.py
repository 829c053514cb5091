"""What the viewer has chosen on the page of the dial: read from the address, changed by the controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, read_rules
from address.surface import read_start, read_surface
from optimizers import OPTIMIZERS, Optimizer, has_momentum
from surfaces import Surface
from surfaces.base import Place
from ui.common.axes import AXES, Axis

MOST_STEPS = 300
"""So that all runs of a dial together stay below 400 kB."""
USUAL_STEPS = 100

Measure = Literal["loss", "steps"]
MEASURES: tuple[Measure, ...] = get_args(Measure)


@dataclass(frozen=True)
class DialChoice:
    """Who is on the dial, over what, and who is swept beside."""

    surface: Surface
    start: Place
    steps: int
    chosen: tuple[str, ...]
    """The keys of the optimizers whose sweeps are shown; the one on the dial is among them."""
    dialled: str
    """The key of the optimizer on the dial."""
    rules: Mapping[str, Optimizer[Any]]
    axis: Axis
    rate: float
    """Where the dial stands, or the rate at which it turns the momentum."""
    measure: Measure
    """What the sweep shows of each run."""
    projector: bool

    @property
    def rule(self) -> Optimizer[Any]:
        """The one on the dial."""
        return self.rules[self.dialled]


def read_dial(address: Address) -> DialChoice:
    """The dial that the address tells."""
    surface = read_surface(address)
    dialled = address.choice("optimizer", tuple(OPTIMIZERS), LECTURE[0])
    chosen = address.choices("optimizers", tuple(OPTIMIZERS), LECTURE)
    axis = address.choice("axis", AXES if has_momentum(OPTIMIZERS[dialled]) else AXES[:1], AXES[0])
    return DialChoice(
        surface=surface,
        start=read_start(address, surface),
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        chosen=tuple(key for key in OPTIMIZERS if key in chosen or key == dialled),
        dialled=dialled,
        rules=read_rules(address),
        axis=cast(Axis, axis),
        rate=address.number("rate", *RATE_SPAN, surface.learning_rate),
        measure=cast(Measure, address.choice("measure", MEASURES, MEASURES[0])),
        projector=is_projected(address),
    )
