"""What the viewer has chosen for a race of schedules: one optimizer, one base rate, several schedules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from address import Address
from address.fairness import RATE_SPAN, Conditions
from address.race import NOISE_SPAN, read_conditions, read_rules, read_setting, read_settings
from address.surface import read_surface
from address.viewpoint import Setting
from optimizers import OPTIMIZERS, GradientDescent, Optimizer
from parameters import parameters
from simulation import SCHEDULES, Entrant, RateSchedule
from simulation.schedules import Constant, Cosine, Step
from surfaces import Surface

FIRST = (Constant.key, Step.key, Cosine.key)
"""These race unless others are chosen: with all six at once, noisy trails hide each other."""
BELOW_EDGE = 0.9
"""The largest share of the stability edge that the usual peak takes."""
LONGEST = 1000
"""Steps of the longest race, unless the address asks for more."""


@dataclass(frozen=True)
class ScheduleChoice:
    """One race of schedules, complete: with it the simulation can run."""

    conditions: Conditions
    rule: Optimizer[Any]
    """Drives them all."""
    rate: float
    """The base rate n."""
    chosen: tuple[str, ...]
    """The keys of the schedules that race."""
    schedules: Mapping[str, RateSchedule]
    """Every schedule with its settings, chosen or not."""
    setting: Setting = Setting()

    @property
    def entrants(self) -> list[Entrant]:
        """Those who race, in the order of the registry."""
        return [Entrant(self.rule, self.schedules[key]) for key in self.chosen]

    @property
    def racing(self) -> dict[str, RateSchedule]:
        """The schedules that race."""
        return {key: self.schedules[key] for key in self.chosen}


def read_schedules(address: Address) -> ScheduleChoice:
    """The race of schedules that the address tells."""
    surface = read_surface(address)
    conditions = read_conditions(address, surface, steps=usual_steps(surface), noise=usual_noise(surface))
    rate = address.number("rate", *RATE_SPAN, usual_rate(surface))
    return ScheduleChoice(
        conditions=conditions,
        rule=read_rules(address)[address.choice("optimizer", tuple(OPTIMIZERS), GradientDescent.key)],
        rate=rate,
        chosen=address.choices("schedules", tuple(SCHEDULES), FIRST),
        schedules={
            key: schedule(rate, conditions.steps, **read_settings(address, key, parameters(schedule)))
            for key, schedule in SCHEDULES.items()
        },
        setting=read_setting(address, conditions),
    )


def usual_rate(surface: Surface) -> float:
    """Half the rate of the surface's race, or of what is just below the lowest stability edge: n may be doubled.

    Two digits. Kinks, whose edge is 0, are not asked.
    """
    edges = [edge for edge in (surface.stability_edge(each.place) for each in surface.minima) if edge > 0]
    peak = min([surface.learning_rate, *(BELOW_EDGE * edge for edge in edges)])
    return float(f"{peak / 2:.2g}")


def usual_steps(surface: Surface) -> int:
    """Six times those of the surface's race, as far as that is quick to watch: noise is seen when the way is over."""
    return min(6 * surface.steps, LONGEST)


def usual_noise(surface: Surface) -> float:
    """σ is an eighth of the slope at the surface's start, rounded to one digit: noise that a race can stand."""
    slope = float(np.hypot(*surface.gradient(np.array(surface.start))))
    return min(float(f"{slope / 8:.1g}"), NOISE_SPAN[1])
