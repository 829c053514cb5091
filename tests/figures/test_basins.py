"""The picture of the basins: each cell in the colour of its minimum, told apart without colour, true to its place."""

from itertools import combinations
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from figures.basins import FAINTEST, HUES, SHADES, SIGNS, basins_map, cells, faded, hue, palette, sign, strength
from figures.theme import LOOKS, Theme
from simulation import LEFT, UNSETTLED, Basins
from surfaces import SURFACES

THEMES: tuple[Theme, ...] = get_args(Theme)
every_theme = pytest.mark.parametrize("theme", THEMES)


def ends(reached: Any, arrival: Any) -> Basins:
    return Basins(np.ravel(reached).astype(np.int8), np.ravel(arrival).astype(np.int16))


def painted(ends: Basins, steps: int, theme: Theme) -> NDArray[np.int64]:
    """Red, green and blue of every cell (N, N, 3)."""
    return palette(LOOKS[theme])[cells(ends, steps)].astype(np.int64)


def rgb(color: str) -> list[int]:
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)]


@every_theme
def test_the_highest_row_stands_on_top_and_what_arrives_at_once_has_the_whole_colour(theme: Theme) -> None:
    picture = painted(ends([[0, 1], [2, 3]], np.zeros((2, 2))), 100, theme)
    np.testing.assert_array_equal(picture, [[rgb(HUES[2]), rgb(HUES[3])], [rgb(HUES[0]), rgb(HUES[1])]])


@every_theme
def test_the_sooner_the_stronger(theme: Theme) -> None:
    steps = 200
    arrival = [0, 2, 10, 60, 200, 0, 0, 0, 0]
    picture = painted(ends(np.zeros(9), arrival), steps, theme)
    ground = np.array(rgb(LOOKS[theme].halo))
    away = np.abs(picture[[2, 2, 2, 1, 1], [0, 1, 2, 0, 1]] - ground).sum(axis=1)
    assert (np.diff(away) < 0).all()
    assert picture[1, 1].tolist() == rgb(faded(HUES[0], FAINTEST, LOOKS[theme])), "the last is the faintest"


def test_strength_is_whole_at_once_and_faintest_at_the_last_step() -> None:
    assert strength(np.array([0, 200]), 200) == pytest.approx([1, FAINTEST])
    assert strength(np.array([0, 1]), 1) == pytest.approx([1, FAINTEST])


def test_the_two_hatches_have_patterns_of_their_own() -> None:
    side = 40
    found = {}
    for kind in (UNSETTLED, LEFT):
        numbers = cells(ends(np.full((side, side), kind), np.zeros((side, side))), 10)
        values, counts = np.unique(numbers, return_counts=True)
        assert len(values) == 2, "lines on a ground"
        assert counts.min() > 0.1 * counts.sum()
        found[kind] = numbers == values[0]
    assert (found[UNSETTLED] != found[LEFT]).mean() > 0.2, "also without colour"


def test_every_number_of_the_palette_fits_a_byte_and_hues_differ() -> None:
    assert len(HUES) * SHADES + 3 <= 256
    assert len(set(HUES)) == len(HUES) == len(SIGNS)
    for one, other in combinations(HUES, 2):
        assert np.linalg.norm(np.subtract(rgb(one), rgb(other))) > 45


def test_signs_and_hues_where_minima_are_few_and_where_they_are_many() -> None:
    assert [sign(i, 4) for i in range(4)] == ["A", "B", "C", "D"]
    assert {sign(i, 121) for i in range(121)} == {""}
    assert [hue(i) for i in range(8)] == list(HUES)
    assert {hue(i) for i in range(1, 121)} == set(HUES[1:]), "the first keeps its own"


@every_theme
@pytest.mark.parametrize("count", [40, 121])
def test_cells_and_legend_agree_where_minima_are_many(count: int, theme: Theme) -> None:
    side = 12
    reached = np.arange(side * side) % count
    picture = painted(ends(reached, np.zeros(side * side)), 10, theme)
    shown = np.flipud(picture).reshape(-1, 3)
    np.testing.assert_array_equal(shown, [rgb(hue(int(each))) for each in reached])


@every_theme
@pytest.mark.parametrize("key", ["himmelblau", "class-ravine", "rastrigin", "hyperbolic-saddle"])
def test_the_picture_covers_the_domain_under_lines_and_marks(key: str, theme: Theme) -> None:
    surface = SURFACES[key]
    figure = basins_map(surface, theme)
    (x0, x1), (y0, y1) = surface.domain
    (image,) = figure.layout.images
    assert (image.xref, image.yref, image.layer, image.sizing) == ("x", "y", "below", "stretch")
    assert (image.x, image.y, image.sizex, image.sizey) == (x0, y1, x1 - x0, y1 - y0)
    assert (image.xanchor or "left", image.yanchor or "top") == ("left", "top")
    assert (tuple(figure.layout.xaxis.range), tuple(figure.layout.yaxis.range)) == surface.domain
    assert image.source is None, "it is painted where it is shown"
    np.testing.assert_array_equal(figure.layout.meta["palette"], palette(LOOKS[theme]))
    lines, *marks = figure.data
    assert lines.contours.coloring == "none"
    places = [place for each in marks for place in zip(each.x, each.y, strict=True)]
    assert places == [each.place for each in surface.minima]
    if 0 < len(surface.minima) <= len(SIGNS):
        assert "".join(marks[0].text) == SIGNS[: len(surface.minima)]
