"""What the viewer has chosen to look into: read from the address, changed by the controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from address import Address
from address.fairness import RATE_SPAN, Conditions
from address.projector import is_projected
from address.race import rate_key, read_conditions, read_rules
from address.surface import read_surface
from optimizers import OPTIMIZERS, Adam, Optimizer

NOBODY = "none"
MOST_LINES = max(len(rule.terms) for rule in OPTIMIZERS.values()) + 2
"""The terms of the longest formula, with the slope before them and the new place after them."""


@dataclass(frozen=True)
class StepChoice:
    """Whose update is looked into, and who rides along."""

    conditions: Conditions
    key: str
    """Of the optimizer that makes the run."""
    beside: str
    """Of the one that rides along, or `NOBODY`."""
    rules: Mapping[str, Optimizer[Any]]
    rate: float
    own_rates: Mapping[str, float]
    """Learning rates that were given to one optimizer alone."""
    projector: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys of those whose formulas are shown; the first one makes the run."""
        return (self.key,) if self.beside == NOBODY else (self.key, self.beside)

    def rate_of(self, key: str) -> float:
        """The learning rate of one optimizer."""
        return self.own_rates.get(key, self.rate)


def read_step(address: Address) -> StepChoice:
    """The update that the address tells.

    At which step and at which term the viewer stands is read by the player alone; here it is only seen to be usable.
    """
    surface = read_surface(address)
    conditions = read_conditions(address, surface, steps=surface.steps, noise=0.0)
    key = address.choice("optimizer", tuple(OPTIMIZERS), Adam.key)
    others = tuple(each for each in OPTIMIZERS if each != key)
    own_rates = {each: address.optional_number(rate_key(each), *RATE_SPAN) for each in OPTIMIZERS}
    address.whole("step", 1, conditions.steps, 1)
    address.whole("term", 1, MOST_LINES, 1)
    return StepChoice(
        conditions=conditions,
        key=key,
        beside=address.choice("beside", (NOBODY, *others), NOBODY),
        rules=read_rules(address),
        rate=address.number("rate", *RATE_SPAN, surface.learning_rate),
        own_rates={each: own for each, own in own_rates.items() if own is not None},
        projector=is_projected(address),
    )
