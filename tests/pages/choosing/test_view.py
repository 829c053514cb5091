"""The picture of the four rates: the slide's loss curves lead, and a run ends where their axis ends."""

import pytest

from address import Address
from pages.choosing.choice import read_choosing
from pages.choosing.compute import LEVELS, SIZES
from pages.choosing.proof import LOWEST, prove
from pages.choosing.view import CURVES, choosing_grid
from stage.figure_grid import FigureGrid
from surfaces import SURFACES
from text import LANGUAGES, Language
from work.pieces import finished


def asked(**query: str) -> Address:
    return Address({name: [value] for name, value in query.items()})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_loss_curves_come_first_and_the_window_is_shared_with_the_maps(language: Language) -> None:
    grid = choosing_grid(read_choosing(asked()), language)
    curves, maps, slices = grid.rows
    assert curves.subplots == CURVES == tuple(subplot.key for subplot in grid.subplots[:2])
    assert maps.subplots == SIZES
    assert curves.share == maps.share == 0.5, "both in the window"
    assert slices.tall, "below it"
    for subplot in grid.subplots[:2]:
        assert len(subplot.trails) == len(subplot.legend) == len(LEVELS)


@pytest.mark.parametrize("key", list(SURFACES))
@pytest.mark.parametrize("steps", ["", "40", "600"])
def test_a_run_ends_where_the_axis_of_its_losses_ends(key: str, steps: str) -> None:
    choice = read_choosing(asked(surface=key, **({"steps": steps} if steps else {})))
    grid = choosing_grid(choice, "ko")
    for subplot in grid.subplots[:2]:
        assert subplot.x == (0, choice.steps) == (0, grid.steps)


@pytest.mark.parametrize("ask", [LOWEST, "big"])
def test_a_scene_shows_the_curves_or_the_rest_in_the_whole_window(ask: str) -> None:
    shown = finished(prove(asked(), ask, "en")).picture
    assert isinstance(shown, FigureGrid)
    keys = [each for row in shown.rows for each in row.subplots]
    assert keys == [subplot.key for subplot in shown.subplots]
    assert set(CURVES).isdisjoint(keys) == (ask != LOWEST)
    assert all(row.share for row in shown.rows)
