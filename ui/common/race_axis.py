"""A whole axis of a race in one batch: what all who race would do with any learning rate or any momentum.

It is an asset: its address says the race without the value, so moving the slider asks for nothing new.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from address.race import RaceChoice, read_race
from address.race_link import race_link
from address.viewpoint import Setting
from optimizers import OPTIMIZERS, Optimizer, has_momentum, with_momentum
from simulation import Entrant, race_in_pieces
from stage.assets import Asset, asset
from stage.live_axis import LiveAxis
from stage.spelling import said_by
from surfaces import Surface
from surfaces.base import Place
from ui.common.axes import MOST_RUNGS, Axis, rate_axis, sharpness, slider_rates
from ui.common.told_runs import Rungs, told
from work.pieces import finished

MOST_POINTS = 250_000
"""Of all runs together; where they would be more, the rungs are fewer."""
MOMENTA = np.array([*np.arange(0, 90, 2), *np.arange(90, 100)]) / 100
"""The values of r, closer together where a little more makes a difference."""


def race_axes(choice: RaceChoice) -> list[LiveAxis]:
    """The axes of a race: its learning rate and, while a rule with momentum races, that one's r."""
    tuned = choice.fairness == "tuned"
    data = race_axis_address("rate", race_link(with_value(unseen(choice), "rate", choice.surface.learning_rate)))
    rate = rate_axis(choice.surface, choice.start, choice.rate, data, of=choice.chosen[0])._replace(
        off="rateIsTuned" if tuned else None
    )
    heavy = _with_momentum(choice)
    if not heavy:
        return [rate]
    momentum = LiveAxis(
        key="momentum",
        names=[f"{key}.momentum" for key in heavy],
        word="momentum",
        value=float(getattr(choice.rules[heavy[0]], "momentum")),  # noqa: B009  it has one
        logarithmic=False,
        of=heavy[0],
        data=race_axis_address("momentum", race_link(with_value(unseen(choice), "momentum", 0.0))),
    )
    return [rate, momentum]


def slider_names() -> list[str]:
    """The address's names for what any slider under a race sets."""
    return ["rate", *(f"{key}.momentum" for key, rule in OPTIMIZERS.items() if has_momentum(rule))]


def with_value(choice: RaceChoice, key: Axis, value: float) -> RaceChoice:
    """The same race with another learning rate, or another r of all who have one."""
    if key == "rate":
        return replace(choice, rate=value)
    heavier = {each: with_momentum(choice.rules[each], value) for each in _with_momentum(choice)}
    return replace(choice, rules={**choice.rules, **heavier})


def unseen(choice: RaceChoice) -> RaceChoice:
    """The race, however it is looked at."""
    return replace(choice, setting=Setting())


def _with_momentum(choice: RaceChoice) -> list[str]:
    """The keys of those who race and keep a share r of their last movement."""
    return [key for key in choice.chosen if has_momentum(choice.rules[key])]


def run_rungs(choice: RaceChoice, key: Axis) -> Rungs:
    """All who race, with every value of an axis, in one batch."""
    surface, start, steps, noise, seed = choice.conditions
    most = most_rungs(len(choice.chosen), steps)
    values = slider_rates(surface, start, most) if key == "rate" else MOMENTA[:: -(-len(MOMENTA) // most)]
    at_each = [with_value(choice, key, float(value)) for value in values]
    rates = [np.array([each.rate_of(one) for each in at_each]) for one in choice.chosen]
    turned = _with_momentum(choice) if key == "momentum" else []
    rules = [with_momentum(choice.rules[one], values) if one in turned else choice.rules[one] for one in choice.chosen]
    entrants = [Entrant(rule, each) for rule, each in zip(rules, rates, strict=True)]
    run = finished(race_in_pieces(surface, entrants, start, steps, noise=noise, seed=seed))
    limits = [limits_of(rule, surface, start, len(values)) for rule in rules]
    return Rungs(
        [f"{value:.10g}" for value in values], run.of_each, [list(map(rate_words, each)) for each in rates], limits
    )


def most_rungs(racers: int, steps: int) -> int:
    """How many values of an axis are run; fewer where the race is dear."""
    return min(MOST_RUNGS, max(2, MOST_POINTS // (racers * (steps + 1))))


def rate_words(rate: float) -> str:
    """As it stands on the board."""
    return f"{rate:.4g}"


def limits_of(rule: Optimizer[Any], surface: Surface, start: Place, count: int = 1) -> list[float | None]:
    """Above which learning rate the rule would not settle, with each of so many values of r."""
    limit, largest = rule.limit(), sharpness(surface, start)
    if limit is None or not largest:
        return [None] * count
    return [float(each) for each in np.broadcast_to(np.asarray(limit) / largest, count)]


@asset("race-axis")
def race_axis_address(axis: Axis, race: str) -> Asset:
    """Where the browser finds what every value of an axis does in this race."""
    choice = said_by(race, read_race)
    return told(choice.surface, run_rungs(choice, axis))
