"""The grid of constraints: usual numbers that bar the minimum, drawings that say what is so, and its size."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from address import Address
from pages.constraints.choice import KINDS, MOST_STEPS, read_constraints, spans_of
from pages.constraints.compute import constrained
from pages.constraints.proof import evidence_of, where
from pages.constraints.shapes import arrows, stripes
from pages.constraints.view import constraints_grid, inputs_of, place_of
from pages.constraints.words import multipliers, outcome
from simulation import Box, Constraint, Disc, HalfPlane, Line, lowest_allowed
from stage.figure_grid import figure_grid_message
from surfaces import SURFACES
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.common.axes import edge_of

MOST_BYTES = 400_000
FRAME = ((-4.0, 4.0), (-3.0, 3.0))
WALLS: list[Constraint] = [HalfPlane(30, 0.5), Disc(1, -0.5, 1.2), Box(-1, 2, -2, 1)]
every_kind = pytest.mark.parametrize("kind", list(KINDS))
every_surface = pytest.mark.parametrize("key", list(SURFACES))


def asked(query: Mapping[str, str]) -> Address:
    return Address({name: [value] for name, value in query.items()})


def message(query: Mapping[str, str], language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    packed = figure_grid_message(constraints_grid(read_constraints(asked(query)), language), language)
    header, arrays, _ = read_message(packed)
    return header, arrays


@every_kind
@every_surface
def test_the_usual_constraint_bars_the_way_to_the_minimum(key: str, kind: str) -> None:
    surface = SURFACES[key]
    choice = read_constraints(asked({"surface": key, "constraint": kind}))
    if kind != Line.key:
        assert choice.constraint.violation(np.array(surface.start)) == 0, "it begins where it may be"
    if surface.minima:
        assert choice.constraint.violation(np.array(surface.minima[0].place)) > 0
    (x0, x1), (y0, y1) = surface.domain
    outline = choice.constraint.outline(surface.domain)
    inside = (outline >= (x0, y0)).all(axis=1) & (outline <= (x1, y1)).all(axis=1)
    assert inside.sum() > 20, "its edge is on the picture"


@every_surface
@pytest.mark.parametrize("angle", [-180, -91, 0, 37, 90, 180])
def test_a_straight_edge_is_on_the_picture_whatever_is_set(key: str, angle: float) -> None:
    surface = SURFACES[key]
    for offset in spans_of(surface).offset:
        choice = read_constraints(asked({"surface": key, "angle": str(angle), "offset": f"{offset:.6g}"}))
        (x0, x1), (y0, y1) = surface.domain
        corners = choice.constraint.values(np.array([(x0, x1, x0, x1), (y0, y0, y1, y1)]))[0]
        assert corners.min() < 0 < corners.max()


@pytest.mark.parametrize("wall", WALLS, ids=repr)
def test_the_hatch_covers_what_is_not_allowed_and_nothing_else(wall: Constraint) -> None:
    """The middles of the stripes, and no more than a sample's width beside the edge."""
    drawn = stripes(wall, FRAME)
    ends = drawn[np.isfinite(drawn).all(axis=1)].reshape(-1, 4, 2)
    middles = (ends[:, [0, 3]] + ends[:, [1, 2]]) / 2
    for share in np.linspace(0, 1, 9):
        at = (1 - share) * middles[:, 0] + share * middles[:, 1]
        assert (wall.violation(at.T) > 0).all()
    anywhere = np.random.default_rng(0).uniform((-3.9, -2.9), (3.9, 2.9), (400, 2))
    forbidden = anywhere[wall.violation(anywhere.T) > 0.3]
    for place in forbidden:
        away = np.abs((place - middles[:, 0]) @ np.array([-1, 1]) / np.sqrt(2))
        assert away.min() < 0.2, "every forbidden place has a stripe nearby"


def test_the_two_arrows_hold_each_other() -> None:
    surface = SURFACES["class-ravine"]
    lowest = lowest_allowed(surface, HalfPlane(45, -2))
    assert lowest is not None
    (pull, push) = (each[1] - each[0] for each in arrows(lowest, surface.domain))
    np.testing.assert_allclose(pull + push, 0, atol=1e-6)
    assert np.hypot(*pull) > 1
    idle = lowest_allowed(surface, HalfPlane(45, 2))
    assert idle is not None
    assert all(np.isnan(each).all() for each in arrows(idle, surface.domain))


@every_kind
def test_the_grid_shows_what_was_computed(kind: str) -> None:
    query = {"constraint": kind, "steps": "20"}
    choice = read_constraints(asked(query))
    found = constrained(inputs_of(choice))
    header, arrays = message(query)
    (map_, curves) = header["subplots"]
    free, projected = map_["trails"]
    np.testing.assert_array_equal(arrays[projected["array"]], found.projected.path.astype(np.float32))
    np.testing.assert_array_equal(arrays[free["array"]], found.free.path.astype(np.float32))
    board = arrays[header["board"]["array"]]
    assert board.shape == (len(found.rates), 21, 2, 5)
    with np.errstate(over="ignore"):
        np.testing.assert_array_equal(board[:, :, 0, 2], found.projected.loss.astype(np.float32))
        np.testing.assert_array_equal(board[:, :, 1, 3], found.free.broken.astype(np.float32))
    reach = next(each for each in map_["shapes"] if each["style"] == "reach")
    legs = arrays[reach["array"]]
    np.testing.assert_array_equal(legs[:, 1:, 0], found.projected.path[:, :-1].astype(np.float32))
    np.testing.assert_array_equal(legs[:, :, 2], found.projected.path.astype(np.float32))
    ready = np.isfinite(found.reach).all(axis=(1, 2, 3))
    back = choice.constraint.project(np.moveaxis(found.reach[ready][:, 1:, 1], -1, 0))
    np.testing.assert_allclose(np.moveaxis(back, 0, -1), found.projected.path[ready][:, 1:], rtol=1e-6, atol=1e-9)
    assert next(each["style"] for each in map_["shapes"]) == ("edge" if kind == Line.key else "forbidden")
    assert all(each["tells"] for each in (*map_["curves"], *curves["curves"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rate_has_its_words_and_can_be_written(language: Language) -> None:
    header, _ = message({"surface": "himmelblau"}, language)
    (dial,) = header["dials"]
    rates = constrained(inputs_of(read_constraints(asked({"surface": "himmelblau"})))).rates
    assert len(dial["values"]) == len(dial["written"]) == len(header["readout"]) == len(rates)
    for at, written in enumerate(dial["written"]):
        assert place_of(read_constraints(asked({"surface": "himmelblau", "rate": written})).rate, rates) == at
    edge = edge_of(SURFACES["himmelblau"], SURFACES["himmelblau"].start)
    assert edge is not None
    assert np.abs(rates / edge - 1).min() < 1e-12, "the edge of stability is one of them"


@every_kind
def test_the_most_that_a_change_may_send(kind: str) -> None:
    query = {"constraint": kind, "steps": str(MOST_STEPS)}
    assert len(figure_grid_message(constraints_grid(read_constraints(asked(query)), "ko"), "ko")) < MOST_BYTES


@pytest.mark.parametrize(
    ("text", "domain"),
    [("1/x", (-1, 1)), ("5 + 0*x", (-1, 1)), ("exp(exp(x))", (-1000, 1000)), ("log(x)", (-3, -2)), ("x", (0, 0.01))],
)
@every_kind
def test_poles_and_plains_break_nothing(text: str, domain: tuple[float, float], kind: str) -> None:
    low, high = map(str, domain)
    query = {"surface": "own", "f": text, "constraint": kind, "steps": "5"}
    choice = read_constraints(asked({**query, "x.from": low, "x.to": high, "y.from": low, "y.to": high}))
    assert figure_grid_message(constraints_grid(choice, "en"), "en")
    words = outcome(choice, lowest_allowed(choice.surface, choice.constraint))
    assert "{" not in words.ko.replace("{max}", "")
    assert where(choice, evidence_of(choice)) in {"minimum", "nearest", "elsewhere"}


def test_multipliers_are_written_with_their_sign() -> None:
    surface = SURFACES["bowl"]
    corner, line = lowest_allowed(surface, Box(1, 2, 0.5, 2)), lowest_allowed(surface, Line(0, 1))
    assert corner is not None
    assert line is not None
    assert multipliers(corner, equality=False) == r"\lambda_1 = 2,\; \lambda_3 = 1"
    assert multipliers(line, equality=True) == r"\lambda = -2"


def test_the_lowest_allowed_place_is_a_minimum_and_has_its_star() -> None:
    grid = constraints_grid(read_constraints(asked({})), "en")
    marked = [curve for subplot in grid.subplots for curve in subplot.curves if curve.best is not None]
    assert [(curve.style, curve.mark) for curve in marked] == [("lowest", "star")]


@every_kind
def test_the_arrows_that_hold_each_other_are_named_where_they_point(kind: str) -> None:
    grid = constraints_grid(read_constraints(asked({"constraint": kind})), "ko")
    named = {curve.style: curve.label for curve in grid.subplots[0].curves if curve.label}
    assert named == {"pull": "−∇f", "push": {"line": "−λ∇h", "box": "−Σλᵢ∇gᵢ"}.get(kind, "−λ∇g")}
    assert all(curve.tells for curve in grid.subplots[0].curves), "before the answer they are not drawn"
