"""The sliders of the opening page, of the basins and of the schedules: what is told, against the runs themselves."""

import json
from typing import Any

import numpy as np
import pytest

from address import Address
from pages.basins.axis import basins_axes
from pages.basins.choice import read_basins
from pages.schedules.axis import schedule_axis
from pages.schedules.choice import ScheduleChoice, read_schedules
from pages.schedules.course import course
from pages.start.view import opening_race, read_opening
from simulation import Entrant, race
from simulation.status import status_of
from stage.assets import KINDS, content_of
from stage.spelling import WrongAddress
from tests.stage.rows_reader import rows_at

HALF_A_PIXEL = 1 / 3840 / 2
PLACES = 10


def test_the_opening_race_has_its_rate_from_the_address_and_is_told_for_all() -> None:
    choice = read_opening(Address({"rate": ["0.3"]}))
    assert choice.rate == 0.3
    grid = opening_race(choice, "ko", projector=False)
    (axis,) = grid.axes
    assert axis.value == 0.3
    values, told, rows = rows_at(axis.data)
    trails = told["subplots"][0]["trails"]
    assert [each["style"] for each in trails] == list(choice.chosen)
    assert [len(each) for each in told["regimes"]] == [len(values)] * len(trails)
    low, high = np.array(choice.surface.domain).T
    for place in np.linspace(0, len(values) - 1, PLACES).astype(int):
        entrants = [Entrant(choice.rules[key], float(values[place])) for key in choice.chosen]
        run = race(choice.surface, entrants, choice.start, choice.steps)
        for column, trail in enumerate(trails):
            exact = run.path[:, :, column]
            inside = ((low <= exact) & (exact <= high)).all(axis=1)
            away = np.abs(rows[trail["array"]][place] - exact)[inside] / (high - low)
            assert away.max() <= HALF_A_PIXEL


@pytest.mark.parametrize("query", [{}, {"surface": "rosenbrock", "other": "adam", "x": "-1", "y": "1.5"}])
def test_the_run_on_each_map_of_basins_follows_its_rate(query: dict[str, str]) -> None:
    choice = read_basins(Address({name: [value] for name, value in query.items()}))
    low, high = np.array(choice.surface.domain).T
    for axis, side in zip(basins_axes(choice), choice.runners, strict=True):
        values, told, rows = rows_at(axis.data)
        (moved,) = told["subplots"]
        assert set(moved) == {"key", "trails"}, "the map is not touched"
        (trail,) = moved["trails"]
        for place in np.linspace(0, len(values) - 1, PLACES).astype(int):
            entrant = Entrant(choice.runners[side].rule, float(values[place]))
            run = race(choice.surface, [entrant], choice.start, choice.steps)
            exact = run.path[:, :, 0]
            inside = ((low <= exact) & (exact <= high)).all(axis=1)
            assert (np.abs(rows[trail["array"]][place] - exact)[inside] / (high - low)).max() <= HALF_A_PIXEL
            assert trail["left"][place] == status_of(choice.surface, run).left_at[-1, 0]


def schedules(**query: str) -> ScheduleChoice:
    return read_schedules(Address({name: [value] for name, value in query.items()}))


@pytest.mark.parametrize("query", [{}, {"schedules": "warmup-cosine,one-cycle", "noise": "0", "optimizer": "adam"}])
def test_schedules_are_raced_with_every_base_rate(query: dict[str, str]) -> None:
    told: dict[str, Any] = json.loads(content_of(schedule_axis(schedules(**query)).data or ""))
    for place in np.linspace(0, len(told["values"]) - 1, PLACES).astype(int):
        there = schedules(**query, rate=told["values"][place])
        surface, start, steps, noise, seed = there.conditions
        run = race(surface, there.entrants, start, steps, noise=noise, seed=seed)
        height = run.loss[-1] - (surface.lowest or 0.0)
        last = [np.nan if each[place] is None else each[place] for each in told["last"]]
        np.testing.assert_allclose(last, np.where(np.isfinite(height), height, np.nan), rtol=1e-5)
        assert [each[place] for each in told["rates"]] == [course(each) for each in there.racing.values()]


def test_turning_the_base_rate_asks_for_nothing_new() -> None:
    assert schedule_axis(schedules(rate="0.1")).data == schedule_axis(schedules(rate="0.2")).data
    assert schedule_axis(schedules(rate="0.1")).data != schedule_axis(schedules(noise="0")).data


@pytest.mark.parametrize("asked", ["schedules-axis?page=%3Fsteps%3D-5", "basins-axis?side=left&page=%3Fsteps%3D-5"])
def test_what_there_can_not_be_is_refused(asked: str) -> None:
    kind, _, query = asked.partition("?")
    with pytest.raises(WrongAddress, match="steps"):
        KINDS[kind].made(query)
