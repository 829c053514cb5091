"""The chapter of the basins: what the lecture claims of starts and rates, on the page's own grid; and its words."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import numpy as np
import pytest

from address import Address
from address.fairness import RATE_SPAN
from figures.basins import SIGNS
from numerals import numeral
from optimizers import OPTIMIZERS, GradientDescent
from pages.basins.choice import (
    MOST_AMONG_MANY,
    MOST_STEPS,
    SIDES,
    USUAL_STEPS,
    BasinsChoice,
    edges_of,
    rate_for,
    read_basins,
    usual_rates,
)
from pages.basins.compute import BASINS, RESOLUTION, Answer, BasinInputs, compute
from pages.basins.view import basins_grid
from pages.basins.words import ending, lesson, lost
from simulation import LEFT, UNSETTLED, grid_of_starts, simulate
from stage.figure_grid import FigureGrid
from surfaces import SURFACES
from surfaces.ravine import Ravine
from tests.work.test_shared import run
from text import LANGUAGES

HIMMELBLAU = SURFACES["himmelblau"]
CONVEX = [key for key, surface in SURFACES.items() if surface.kind == "convex"]


def answer(question: BasinInputs) -> Answer:
    found: Answer = run(BASINS.ask(question))[1]
    return found


def read(query: Mapping[str, str] | None = None) -> BasinsChoice:
    return read_basins(Address({name: [value] for name, value in (query or {}).items()}))


def shown(choice: BasinsChoice) -> FigureGrid:
    return basins_grid(choice, {side: answer(choice.inputs(side)) for side in SIDES}, "en")


def shares_of(key: str, rate: float) -> list[float]:
    """Of gradient descent."""
    return answer(BasinInputs(SURFACES[key], GradientDescent(), rate, USUAL_STEPS)).shares.tolist()


# The lecture's claims -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate", "reached"), [(0.01, "ABCD"), (0.016, "ABD"), (0.0195, "AB"), (0.0245, "B"), (0.0255, "")]
)
def test_gradient_descent_loses_the_minima_one_by_one(rate: float, reached: str) -> None:
    *shares, unsettled, left = shares_of("himmelblau", rate)
    assert "".join(sign for sign, share in zip(SIGNS, shares, strict=False) if share >= 1) == reached
    assert sum(shares) + unsettled + left == pytest.approx(100)
    assert {sign for sign, edge in zip(SIGNS, edges_of(HIMMELBLAU), strict=False) if edge > rate} == set(reached)
    if rate == 0.01:
        assert (unsettled, left) == (0, 0), "every start reaches one of them"
    if rate == 0.0195:
        assert unsettled == pytest.approx(45, abs=3), "nearly half of the starts swing for ever"


@pytest.mark.parametrize("key", CONVEX)
@pytest.mark.parametrize("side", SIDES)
def test_a_convex_surface_has_one_colour_while_the_rate_is_below_its_edge(key: str, side: Any) -> None:
    rate = usual_rates(SURFACES[key])[side]
    assert rate < edges_of(SURFACES[key])[0]
    assert shares_of(key, rate) == [100, 0, 0]


@pytest.mark.parametrize("key", CONVEX)
def test_beyond_the_edge_it_has_none(key: str) -> None:
    reached, *_ = shares_of(key, 1.1 * edges_of(SURFACES[key])[0])
    assert reached < 1, "but for those on the one line that does not feel the steep curve"


def test_on_a_surface_that_is_not_convex_the_start_decides() -> None:
    for key in ("himmelblau", "two-wells", "three-hump-camel", "styblinski-tang"):
        reached, rest = np.split(np.array(shares_of(key, usual_rates(SURFACES[key])["left"])), [-2])
        assert (reached > 5).all(), key
        assert rest.sum() < 1, key


def test_the_map_says_of_a_start_what_a_run_from_it_does() -> None:
    ends = answer(BasinInputs(HIMMELBLAU, GradientDescent(), 0.0195, USUAL_STEPS)).ends
    starts = grid_of_starts(HIMMELBLAU, RESOLUTION)
    some = np.random.default_rng(0).integers(RESOLUTION**2, size=100)
    last = simulate(HIMMELBLAU, GradientDescent(), starts[:, some], 0.0195, USUAL_STEPS).path[-1]
    assert {UNSETTLED, LEFT, 0, 1} == set(ends.reached[some].tolist())
    for column, kind in enumerate(ends.reached[some].tolist()):
        distances = [np.hypot(*(last[:, column] - each.place)) for each in HIMMELBLAU.minima]
        assert (min(distances) < 0.1) == (kind >= 0)
        if kind >= 0:
            assert int(np.argmin(distances)) == kind


# What the page begins with --------------------------------------------------------------------------------------------


def test_it_begins_with_himmelblau_and_two_rates_of_gradient_descent() -> None:
    choice = read()
    assert choice.surface.key == "himmelblau"
    assert [choice.runners[side].rule.key for side in SIDES] == ["gd", "gd"]
    left, right = (choice.runners[side].rate for side in SIDES)
    edges = edges_of(HIMMELBLAU)
    assert left < min(edges) < right < max(edges), "all four on the left, some lost on the right"
    assert (lost(choice, "left"), lost(choice, "right")) == ("", "2/λmax ≤ n: C, D")


@pytest.mark.parametrize(("key", "name"), list(product(SURFACES, OPTIMIZERS)))
def test_every_rule_has_a_usual_rate_everywhere(key: str, name: str) -> None:
    choice = read({"surface": key, "optimizer": name, "other": name})
    for side in SIDES:
        assert RATE_SPAN[0] <= choice.runners[side].rate <= RATE_SPAN[1]
    assert choice.runners["left"].rate != choice.runners["right"].rate


def test_a_usual_rate_makes_a_first_step_as_long_as_gradient_descents() -> None:
    adam = OPTIMIZERS["adam"]()
    start = np.array(HIMMELBLAU.start)[:, None]
    lengths = [
        np.hypot(*np.diff(simulate(HIMMELBLAU, rule, start, rate, 1).path[:, :, 0], axis=0)[0])
        for rule, rate in ((GradientDescent(), 0.01), (adam, rate_for(adam, 0.01, HIMMELBLAU)))
    ]
    assert lengths[1] == pytest.approx(lengths[0], rel=0.05)


def test_the_address_says_both_maps_apart() -> None:
    choice = read({"optimizer": "adam", "rate": "0.5", "other": "momentum", "other.rate": "0.002", "steps": "50"})
    assert [(choice.runners[side].rule.key, choice.runners[side].rate) for side in SIDES] == [
        ("adam", 0.5),
        ("momentum", 0.002),
    ]
    assert choice.inputs("left").steps == choice.inputs("right").steps == 50


@pytest.mark.parametrize("key", SURFACES)
def test_nobody_can_ask_for_more_than_the_bound(key: str) -> None:
    most = MOST_AMONG_MANY if key in {"rastrigin", "ackley", "levy"} else MOST_STEPS
    assert read({"surface": key, "steps": str(most)}).steps == most
    address = Address({"surface": [key], "steps": [str(most + 1)], "rate": ["1e6"], "other.rate": ["0"]})
    choice = read_basins(address)
    assert choice.steps == min(most, USUAL_STEPS)
    assert set(address.rejected) == {"steps", "rate", "other.rate"}
    assert choice.runners == read({"surface": key}).runners


# What is shown --------------------------------------------------------------------------------------------------------


def test_the_legend_has_the_shares_of_its_map() -> None:
    choice = read()
    for side, subplot in zip(SIDES, shown(choice).subplots, strict=True):
        shares = answer(choice.inputs(side)).shares
        words = " ".join(area.label for area in subplot.areas)
        for sign, share in zip("ABCD", shares, strict=False):
            assert f"{sign} ★ {share:.1f}%" in words
        assert f"did not converge {shares[-2]:.1f}%" in words
        assert f"left the plot {shares[-1]:.1f}%" in words
        assert [area.hatch for area in subplot.areas] == ["", "", "", "", "stripes", "dots", ""]


@pytest.mark.parametrize("key", SURFACES)
def test_every_surface_has_a_legend_whose_styles_are_all_known(key: str) -> None:
    choice = read({"surface": key, "steps": "20"})
    grid = shown(choice)
    known = {name for name, _, _ in grid.styles}
    for side, subplot in zip(SIDES, grid.subplots, strict=True):
        assert {style for area in subplot.areas for style in area.styles} | {subplot.trails[0].style} <= known
        assert sum(answer(choice.inputs(side)).shares) == pytest.approx(100)
        assert len(subplot.areas) == 3 + (2 if len(choice.surface.minima) > len(SIGNS) else len(choice.surface.minima))


def test_many_minima_are_counted_together() -> None:
    grid = shown(read({"surface": "rastrigin", "steps": "60"}))
    first, second, *_ = grid.subplots[0].areas
    shares = answer(read({"surface": "rastrigin", "steps": "60"}).inputs("left")).shares
    assert first.label == f"★ global minimum {shares[0]:.1f}%"
    assert second.label == f"120 local minima {shares[1:-2].sum():.1f}%"
    assert len(second.styles) == len(SIGNS) - 1


def test_both_runs_begin_at_the_start_and_each_is_its_own() -> None:
    grid = shown(read({"x": "1.5", "y": "-2.5"}))
    assert [subplot.start for subplot in grid.subplots] == [(1.5, -2.5)] * 2
    paths = [subplot.trails[0].points for subplot in grid.subplots]
    assert [path[0, 0].tolist() for path in paths] == [[1.5, -2.5]] * 2
    assert np.abs(paths[0][0, -1] - HIMMELBLAU.minima[3].place).max() < 0.01
    assert "On the left: reaches D (3.58, −1.85) at step" in grid.readout[0]
    assert "On the right: has not converged after 200 steps" in grid.readout[0]


def test_what_leaves_says_when() -> None:
    grid = shown(read({"surface": "class-ravine", "other.rate": "1.2"}))
    (left,) = grid.subplots[1].trails[0].left or ()
    assert left > 0
    assert f"On the right: left the plot at step {left}" in grid.readout[0]
    assert ending(read(), "left", LEFT, 7).ko == "왼쪽: 7스텝에 그림 밖으로 이탈"


@pytest.mark.parametrize("key", SURFACES)
def test_the_lesson_is_of_this_surface(key: str) -> None:
    surface = SURFACES[key]
    words = lesson(surface)
    edges = edges_of(surface)
    for language in LANGUAGES:
        assert "{" not in words[language]
        for edge in edges if len(edges) <= len(SIGNS) else [min(edges), max(edges)]:
            assert numeral(edge, 3) in words[language]


def test_the_lesson_follows_a_knob_of_the_surface() -> None:
    assert numeral(2 / 200, 3) in lesson(Ravine(condition_number=200.0)).en


def test_other_rules_are_not_told_gradient_descents_edges() -> None:
    assert lost(read({"optimizer": "adam", "rate": "5"}), "left") == ""
    assert lost(read({"rate": "5"}), "left") == "2/λmax ≤ n: A, B, C, D"


def test_the_work_comes_in_small_pieces() -> None:
    pieces = compute(BasinInputs(HIMMELBLAU, GradientDescent(), 0.0195, USUAL_STEPS))
    shares = list(pieces)
    assert shares == sorted(shares)
    assert len(shares) > 20
    assert np.diff([0, *shares]).max() < 0.25, "one in which many settle at once"
