"""What the viewer has chosen on the page of the basins: read from the address, changed by the controls."""

from collections.abc import Mapping
from math import inf
from typing import Any, Literal, NamedTuple, get_args

from address import Address
from address.fairness import RATE_SPAN, Conditions, fair_rate
from address.projector import is_projected
from address.race import LECTURE, read_rules
from address.surface import read_start, read_surface
from figures.basins import SIGNS
from optimizers import OPTIMIZERS, Optimizer
from pages.basins.compute import BasinInputs
from surfaces import Surface
from surfaces.base import Place

FIRST_SURFACE = "himmelblau"
MOST_STEPS, USUAL_STEPS = 300, 200
MOST_AMONG_MANY = 100
"""Where minima are so many that they have no sign, a step costs five times as much, and their basins are small.

With these bounds a map takes a second of one core at most, whichever rule runs on whichever surface.
"""

Side = Literal["left", "right"]
SIDES: tuple[Side, ...] = get_args(Side)

OPTIMIZER_KEYS: dict[Side, str] = {"left": "optimizer", "right": "other"}
RATE_KEYS: dict[Side, str] = {"left": "rate", "right": "other.rate"}
"""The names in the address."""

BELOW, BEYOND, CLOSE = 2 / 3, 4 / 3, 0.9
"""The usual learning rates, as shares of the smallest 2/λmax of the minima: the left one is below it, and the right one
beyond it where there are other minima to go to, else only close."""


class Runner(NamedTuple):
    """The optimizer of one map."""

    rule: Optimizer[Any]
    rate: float


class BasinsChoice(NamedTuple):
    """Two maps of one surface."""

    surface: Surface
    start: Place
    """Of the one run that is drawn on both."""
    steps: int
    runners: Mapping[Side, Runner]
    projector: bool

    def inputs(self, side: Side) -> BasinInputs:
        """What has to be worked out for one map."""
        return BasinInputs(self.surface, *self.runners[side], self.steps)


def read_basins(address: Address) -> BasinsChoice:
    """The basins that the address tells."""
    surface = read_surface(address, FIRST_SURFACE)
    rules, most = read_rules(address), most_steps(surface)
    usual = usual_rates(surface)
    runners: dict[Side, Runner] = {}
    for side in SIDES:
        rule = rules[address.choice(OPTIMIZER_KEYS[side], tuple(OPTIMIZERS), LECTURE[0])]
        rate = rate_for(rule, usual[side], surface)
        runners[side] = Runner(rule, address.number(RATE_KEYS[side], *RATE_SPAN, rate))
    return BasinsChoice(
        surface=surface,
        start=read_start(address, surface),
        steps=address.whole("steps", 1, most, min(most, USUAL_STEPS)),
        runners=runners,
        projector=is_projected(address),
    )


def most_steps(surface: Surface) -> int:
    """The largest number of steps that may be asked for on this surface."""
    return MOST_STEPS if len(surface.minima) <= len(SIGNS) else MOST_AMONG_MANY


def usual_rates(surface: Surface) -> dict[Side, float]:
    """The learning rates of gradient descent with which the maps begin."""
    edges = [edge for edge in edges_of(surface) if 0 < edge < inf]
    if not edges:
        return {"left": surface.learning_rate, "right": surface.learning_rate / 2}
    beyond = BEYOND if len(edges) > 1 else CLOSE
    return {"left": _round(BELOW * min(edges)), "right": _round(beyond * min(edges))}


def rate_for(rule: Optimizer[Any], of_descent: float, surface: Surface) -> float:
    """A learning rate that makes the first step of any rule from the surface's start as long as gradient descent's."""
    if rule.key == LECTURE[0]:
        return of_descent
    rate = fair_rate("first-step", rule, of_descent, Conditions(surface, surface.start, 1, 0.0, 0))
    return _round(min(max(rate, RATE_SPAN[0]), RATE_SPAN[1]))


def edges_of(surface: Surface) -> list[float]:
    """2/λmax of each minimum."""
    return [surface.stability_edge(minimum.place) for minimum in surface.minima]


def _round(rate: float) -> float:
    """In two digits."""
    return float(f"{rate:.2g}")
