"""What the viewer has chosen for a race: read from the address, changed by the controls."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from optimizers import OPTIMIZERS, Optimizer
from parameters import Parameter, parameters
from simulation import Entrant
from surfaces import SURFACES, Surface
from surfaces.base import Place
from ui.address import Address

RATE_SPAN = (1e-6, 100.0)
MOST_STEPS = 2000
FIRST_SURFACE = "class-ravine"
LECTURE = tuple(key for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture)
"""Those of the lecture race unless others are chosen."""
BEYOND = tuple(key for key in OPTIMIZERS if key not in LECTURE)


@dataclass(frozen=True)
class RaceChoice:
    """One race, complete: with it the simulation can run."""

    surface: Surface
    start: Place
    steps: int
    chosen: tuple[str, ...]
    """The keys of the optimizers that race."""
    rules: Mapping[str, Optimizer[Any]]
    """Every optimizer with its hyperparameters, chosen or not."""
    rate: float
    """The learning rate of all that have none of their own."""
    own_rates: Mapping[str, float]

    def rate_of(self, key: str) -> float:
        """The learning rate of one optimizer."""
        return self.own_rates.get(key, self.rate)

    @property
    def entrants(self) -> list[Entrant]:
        """Those who race, in the order of the registry."""
        return [Entrant(self.rules[key], self.rate_of(key)) for key in self.chosen]


def read_race(address: Address) -> RaceChoice:
    """The race that the address tells."""
    surface = _surface(address)
    (x0, x1), (y0, y1) = surface.domain
    own_rates = {key: address.optional_number(rate_key(key), *RATE_SPAN) for key in OPTIMIZERS}
    return RaceChoice(
        surface=surface,
        start=(address.number("x", x0, x1, surface.start[0]), address.number("y", y0, y1, surface.start[1])),
        steps=address.whole("steps", 1, MOST_STEPS, surface.steps),
        chosen=address.choices("optimizers", tuple(OPTIMIZERS), LECTURE),
        rules={key: rule(**_settings(address, key, parameters(rule))) for key, rule in OPTIMIZERS.items()},
        rate=address.number("rate", *RATE_SPAN, surface.learning_rate),
        own_rates={key: own for key, own in own_rates.items() if own is not None},
    )


def rate_key(optimizer: str) -> str:
    """The address's name for one optimizer's own learning rate."""
    return f"rate.{optimizer}"


def setting_key(optimizer: str, parameter: Parameter) -> str:
    """The address's name for one hyperparameter."""
    return f"{optimizer}.{parameter.key}"


def knobs_of_surfaces() -> set[str]:
    """The address's names for the parameters that any surface has."""
    return {each.key for surface in SURFACES.values() for each in parameters(surface)}


def _surface(address: Address) -> Surface:
    """The chosen surface with its own parameters set."""
    surface = SURFACES[address.choice("surface", tuple(SURFACES), FIRST_SURFACE)]
    knobs = {each.key: address.number(each.key, each.low, each.high, each.default) for each in parameters(surface)}
    return replace(surface, **knobs) if knobs else surface  # type: ignore[type-var]


def _settings(address: Address, optimizer: str, known: tuple[Parameter, ...]) -> dict[str, float]:
    """The hyperparameters of one optimizer."""
    return {each.key: address.number(setting_key(optimizer, each), each.low, each.high, each.default) for each in known}
