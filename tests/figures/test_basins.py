"""The picture of the basins: each cell in the colour of its minimum, told apart without colour, true to its place."""

import zlib
from base64 import b64decode
from itertools import combinations
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from figures.basins import FAINTEST, HUES, SHADES, SIGNS, basins_map, cells, faded, hue, png, sign, strength
from figures.theme import LOOKS, Theme
from simulation import LEFT, UNSETTLED, Basins
from surfaces import SURFACES

THEMES: tuple[Theme, ...] = get_args(Theme)
every_theme = pytest.mark.parametrize("theme", THEMES)


def ends(reached: Any, arrival: Any) -> Basins:
    return Basins(np.ravel(reached).astype(np.int8), np.ravel(arrival).astype(np.int16))


def read_png(address: str) -> NDArray[np.int64]:
    """Red, green and blue of every pixel (H, W, 3), read without the code that wrote it."""
    block = b64decode(address.removeprefix("data:image/png;base64,"))
    assert block[:8] == bytes([137, 80, 78, 71, 13, 10, 26, 10])
    at, chunks = 8, {}
    while at < len(block):
        length, name = int.from_bytes(block[at : at + 4], "big"), block[at + 4 : at + 8]
        data = block[at + 8 : at + 8 + length]
        assert int.from_bytes(block[at + 8 + length : at + 12 + length], "big") == zlib.crc32(name + data)
        chunks[name], at = data, at + 12 + length
    assert list(chunks) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    width, height = (int.from_bytes(chunks[b"IHDR"][i : i + 4], "big") for i in (0, 4))
    assert list(chunks[b"IHDR"][8:]) == [8, 3, 0, 0, 0], "eight bits, a palette, nothing special"
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), dtype=np.uint8).reshape(height, width + 1)
    assert not rows[:, 0].any(), "no row is filtered"
    return np.frombuffer(chunks[b"PLTE"], dtype=np.uint8).reshape(-1, 3)[rows[:, 1:]].astype(np.int64)


def rgb(color: str) -> list[int]:
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)]


def test_a_png_comes_back_as_it_was() -> None:
    numbers = np.random.default_rng(0).integers(5, size=(3, 7)).astype(np.uint8)
    palette = np.random.default_rng(1).integers(256, size=(5, 3)).astype(np.uint8)
    np.testing.assert_array_equal(read_png(png(numbers, palette)), palette[numbers])


@every_theme
def test_the_highest_row_stands_on_top_and_what_arrives_at_once_has_the_whole_colour(theme: Theme) -> None:
    picture = read_png(png(*cells(ends([[0, 1], [2, 3]], np.zeros((2, 2))), 100, LOOKS[theme])))
    np.testing.assert_array_equal(picture, [[rgb(HUES[2]), rgb(HUES[3])], [rgb(HUES[0]), rgb(HUES[1])]])


@every_theme
def test_the_sooner_the_stronger(theme: Theme) -> None:
    steps = 200
    arrival = [0, 2, 10, 60, 200, 0, 0, 0, 0]
    picture = read_png(png(*cells(ends(np.zeros(9), arrival), steps, LOOKS[theme])))
    ground = np.array(rgb(LOOKS[theme].halo))
    away = np.abs(picture[[2, 2, 2, 1, 1], [0, 1, 2, 0, 1]] - ground).sum(axis=1)
    assert (np.diff(away) < 0).all()
    assert picture[1, 1].tolist() == rgb(faded(HUES[0], FAINTEST, LOOKS[theme])), "the last is the faintest"


def test_strength_is_whole_at_once_and_faintest_at_the_last_step() -> None:
    assert strength(np.array([0, 200]), 200) == pytest.approx([1, FAINTEST])
    assert strength(np.array([0, 1]), 1) == pytest.approx([1, FAINTEST])


@every_theme
def test_the_two_hatches_have_patterns_of_their_own(theme: Theme) -> None:
    side = 40
    found = {}
    for kind in (UNSETTLED, LEFT):
        numbers, _ = cells(ends(np.full((side, side), kind), np.zeros((side, side))), 10, LOOKS[theme])
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
    picture = read_png(png(*cells(ends(reached, np.zeros(side * side)), 10, LOOKS[theme])))
    shown = np.flipud(picture).reshape(-1, 3)
    np.testing.assert_array_equal(shown, [rgb(hue(int(each))) for each in reached])


@every_theme
@pytest.mark.parametrize("key", ["himmelblau", "class-ravine", "rastrigin", "hyperbolic-saddle"])
def test_the_picture_covers_the_domain_under_lines_and_marks(key: str, theme: Theme) -> None:
    surface = SURFACES[key]
    figure = basins_map(surface, ends(np.zeros(16), np.zeros(16)), 10, theme)
    (x0, x1), (y0, y1) = surface.domain
    (image,) = figure.layout.images
    assert (image.xref, image.yref, image.layer, image.sizing) == ("x", "y", "below", "stretch")
    assert (image.x, image.y, image.sizex, image.sizey) == (x0, y1, x1 - x0, y1 - y0)
    assert (image.xanchor or "left", image.yanchor or "top") == ("left", "top")
    assert (tuple(figure.layout.xaxis.range), tuple(figure.layout.yaxis.range)) == surface.domain
    lines, *marks = figure.data
    assert lines.contours.coloring == "none"
    places = [place for each in marks for place in zip(each.x, each.y, strict=True)]
    assert places == [each.place for each in surface.minima]
    if 0 < len(surface.minima) <= len(SIGNS):
        assert "".join(marks[0].text) == SIGNS[: len(surface.minima)]
