"""What the viewer has chosen for a race of algorithms: an objective, who races, and over what losses are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from address import Address
from address.fairness import RATE_SPAN, Conditions
from address.race import read_conditions, read_rules, read_setting, read_settings, settings_of
from address.race_link import query_of, surface_values
from address.surface import read_surface
from address.viewpoint import Setting
from algorithms import ALGORITHMS, Algorithm
from optimizers import OPTIMIZERS, GradientDescent, Optimizer
from parameters import parameters
from simulation import Asking, GradientAlone

STEP, COST = "step", "cost"
OVER = (STEP, COST)
"""What losses can be drawn over."""
DESCENT = GradientDescent.key
FIRST = (DESCENT, *ALGORITHMS)
"""These race unless others are chosen."""
OTHERS = tuple(key for key in OPTIMIZERS if key != DESCENT)
"""The other optimizers, offered apart."""
KEYS = (*FIRST, *OTHERS)


@dataclass(frozen=True)
class AlgorithmChoice:
    """One race of algorithms, complete: with it the simulation can run."""

    conditions: Conditions
    rate: float
    """The learning rate n of the optimizers; algorithms find their lengths themselves."""
    chosen: tuple[str, ...]
    """The keys of those who race."""
    algorithms: Mapping[str, Algorithm[Any]]
    """Every algorithm with its settings, chosen or not."""
    rules: Mapping[str, Optimizer[Any]]
    """Every optimizer with its hyperparameters, chosen or not."""
    over: str = STEP
    setting: Setting = Setting()

    @property
    def steps(self) -> int:
        """How many each takes."""
        return self.conditions.steps

    @property
    def racers(self) -> tuple[Asking, ...]:
        """Those who race."""
        return tuple(
            self.algorithms[key] if key in ALGORITHMS else GradientAlone(self.rules[key], self.rate)
            for key in self.chosen
        )

    def owner(self, key: str) -> Algorithm[Any] | Optimizer[Any]:
        """The algorithm or the optimizer of that key."""
        return self.algorithms[key] if key in ALGORITHMS else self.rules[key]


def read_algorithms(address: Address) -> AlgorithmChoice:
    """The race of algorithms that the address tells."""
    surface = read_surface(address)
    conditions = read_conditions(address, surface, steps=surface.steps, noise=0.0)
    return AlgorithmChoice(
        conditions=conditions,
        rate=address.number("rate", *RATE_SPAN, surface.learning_rate),
        chosen=address.choices("algorithms", KEYS, FIRST),
        algorithms={key: kind(**read_settings(address, key, parameters(kind))) for key, kind in ALGORITHMS.items()},
        rules=read_rules(address),
        over=address.choice("over", OVER, STEP),
        setting=read_setting(address, conditions),
    )


def algorithms_link(choice: AlgorithmChoice) -> str:
    """The race as an address, from the chapter's name on; what is set as usual is left out of it."""
    surface, (x, y), steps, noise, seed = choice.conditions
    values: dict[str, str | float] = {**surface_values(surface), "x": x, "y": y, "steps": steps, "rate": choice.rate}
    values |= {"algorithms": ",".join(choice.chosen)}
    for key in choice.chosen:
        owner = choice.owner(key)
        usual = settings_of(key, type(owner)())
        values |= {name: value for name, value in settings_of(key, owner).items() if value != usual[name]}
    if noise:
        values |= {"noise": noise, "seed": seed}
    if choice.over != STEP:
        values["over"] = choice.over
    return f"algorithms{query_of(values)}"
