"""What every base learning rate does with the schedules that race, as an asset."""

from collections.abc import Callable

from address.race import settings_of
from address.race_link import query_of, surface_values
from pages.schedules.choice import ScheduleChoice, read_schedules
from pages.schedules.course import course
from parameters import Array
from simulation import Entrant, RateSchedule, race_in_pieces
from stage.assets import Asset, asset
from stage.live_axis import LiveAxis
from stage.spelling import said_by
from ui.common.axes import rate_axis, slider_rates
from ui.common.race_axis import most_rungs
from ui.common.told_runs import Rungs, told
from work.pieces import finished


def schedule_axis(choice: ScheduleChoice) -> LiveAxis:
    """The base learning rate."""
    surface, start = choice.conditions.surface, choice.conditions.start
    return rate_axis(surface, start, choice.rate, _axis_address(_link(choice)), word="rateBase", of=choice.chosen[0])


def _link(choice: ScheduleChoice) -> str:
    """The race as an address, without the base rate."""
    surface, (x, y), steps, noise, seed = choice.conditions
    values: dict[str, str | float] = {
        **surface_values(surface),
        "x": x,
        "y": y,
        "steps": steps,
        "noise": noise,
        "seed": seed,
    }
    values |= {"schedules": ",".join(choice.chosen), "optimizer": choice.rule.key}
    for key, owner in ((choice.rule.key, choice.rule), *choice.racing.items()):
        values |= settings_of(key, owner)
    return query_of(values)


@asset("schedules-axis")
def _axis_address(page: str) -> Asset:
    """Where the browser finds what every base learning rate does with these schedules."""
    choice = said_by(page, read_schedules)
    return told(choice.conditions.surface, _run_rungs(choice))


def _run_rungs(choice: ScheduleChoice) -> Rungs:
    """All who race, with every base rate, in one batch."""
    surface, start, steps, noise, seed = choice.conditions
    values = slider_rates(surface, start, most_rungs(len(choice.chosen), steps))
    entrants = [Entrant(choice.rule, _at_all(schedule, values)) for schedule in choice.racing.values()]
    run = finished(race_in_pieces(surface, entrants, start, steps, noise=noise, seed=seed))
    return Rungs(
        values=[f"{value:.10g}" for value in values],
        runs=run.of_each,
        rates=[[course(schedule, float(value)) for value in values] for schedule in choice.racing.values()],
        limits=(),
    )


def _at_all(schedule: RateSchedule, values: Array) -> Callable[[int], Array]:
    """The schedule with every base rate: each is a multiple of it."""
    return lambda t: values * (schedule(t) / schedule.rate)
