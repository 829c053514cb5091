"""The map's ground: the heights' bands, on surfaces of every kind."""

import numpy as np
import pytest

from export.slides.axes import linear_ticks, step_ticks
from export.slides.ground import ground
from export.slides.ink import paint
from figures.heights import LEVELS, Mapped
from figures.theme import look_of
from surfaces import SURFACES
from tests.export.slides.contents import EVERY_SURFACE, Flat, WithHoles

LOOK = look_of("light", projector=True)


@pytest.mark.parametrize("key", EVERY_SURFACE)
def test_higher_is_darker(key: str) -> None:
    """The brightness falls with the height shown, but for the lines."""
    surface = SURFACES[key]
    drawn = np.asarray(ground(surface, LOOK, (200, 160), 0.0)).astype(int).sum(axis=2)
    (x0, x1), (y0, y1) = surface.domain
    f = surface.value(np.array(np.meshgrid(np.linspace(x0, x1, 200), np.linspace(y1, y0, 160))))
    order = np.argsort(f, axis=None)
    assert (np.diff(drawn.ravel()[order]) <= 0).mean() > 0.999, "places of one height may differ in their last bit"
    assert len(np.unique(drawn)) <= LEVELS


def test_lines_part_the_bands() -> None:
    plain, lined = (np.asarray(ground(SURFACES["bowl"], LOOK, (300, 300), width)).astype(int) for width in (0.0, 1.5))
    crossed = (plain != lined).any(axis=2)
    assert 0.05 < crossed.mean() < 0.5
    band = plain.sum(axis=2)
    changes = band[150, 1:] != band[150, :-1]
    assert changes.sum() >= 16
    assert crossed[150, 1:][changes].mean() > 0.9, "a line wherever the band changes"


def test_cells_colour_the_map_below_the_lines() -> None:
    """Two rows of three cells, each as large as the others, the first row above."""
    cells = np.arange(18, dtype=np.uint8).reshape(2, 3, 3)
    plain, lined = (np.asarray(ground(SURFACES["bowl"], LOOK, (90, 40), width, cells)) for width in (0.0, 1.5))
    np.testing.assert_array_equal(plain, cells.repeat(20, axis=0).repeat(30, axis=1))
    assert 0.05 < (plain != lined).any(axis=2).mean() < 0.9


@pytest.mark.parametrize("surface", [WithHoles(), Flat()], ids=lambda each: each.key)
def test_where_there_is_no_height_it_is_pale(surface: Mapped) -> None:
    drawn = np.asarray(ground(surface, LOOK, (200, 100), 0.0))
    holes = (drawn == paint(LOOK.faint)).all(axis=2)
    if surface.logarithmic:
        assert holes[:, :19].all()
        assert holes[:, -19:].all()
        assert not holes[:, 25:-25].any()
    else:
        assert len(np.unique(drawn.reshape(-1, 3), axis=0)) == 1


def test_ticks_are_round_numbers() -> None:
    assert [tick.words for tick in linear_ticks(-10, 10, 6)] == ["−10", "−5", "0", "5", "10"]
    assert [tick.words for tick in linear_ticks(-1.5, 1.5, 6)] == ["−1.5", "−1", "−0.5", "0", "0.5", "1", "1.5"]
    assert [tick.words for tick in step_ticks(1, 6)] == ["0", "1"]
    assert [tick.share for tick in linear_ticks(0, 100, 5)] == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
