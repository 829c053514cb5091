"""What is on a slide: heads where the runs are, trails that grow, and nothing where nothing belongs."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from export.slides import FULL_HD, HD, Content, still, typeface
from export.slides.ink import DASHES, Box, paint
from export.slides.picture import Picture
from export.slides.trail import Pen, Trail
from figures.theme import Theme, look_of
from optimizers import OPTIMIZERS
from parameters import Array
from tests.export.slides.contents import ALL, EVERY_SURFACE, content, picture, pixels

THEMES: tuple[Theme, ...] = ("light", "dark")


def color_of(shown: Content, column: int = 0) -> tuple[int, int, int]:
    return paint(shown.racers[column].style.color(shown.theme))


def amount(pixels: Array, box: Box, color: tuple[int, int, int]) -> int:
    """How many pixels of a panel have exactly this colour."""
    inside = pixels[box.top : box.bottom, box.left : box.right]
    return int((inside == color).all(axis=2).sum())


def place_on(box: Box, share: tuple[float, float]) -> tuple[int, int]:
    """Row and column of a place in a panel, given as shares from its lower left corner."""
    return round(box.bottom - share[1] * box.height), round(box.left + share[0] * box.width)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_the_head_is_where_the_run_is(key: str, theme: Theme) -> None:
    """On the map and on the loss curves, in the optimizer's own colour."""
    shown = content({"optimizers": key, "steps": "40", "rate": "0.1"}, theme=theme)
    layout = picture(shown).layout
    (x0, x1), (y0, y1) = shown.surface.domain
    low, high = np.log10([shown.scale.low, shown.scale.high])
    for step in (0, 7, 40):
        drawn = pixels(shown, step)
        x, y = shown.run.path[step, :, 0]
        height = (np.log10(shown.run.loss[step, 0] - shown.scale.base) - low) / (high - low)
        for box, share in (
            (layout.map, ((x - x0) / (x1 - x0), (y - y0) / (y1 - y0))),
            (layout.curves, (step / 40, height)),
        ):
            row, column = place_on(box, share)
            around = drawn[row - 2 : row + 3, column - 2 : column + 3]
            assert (around == color_of(shown)).all(axis=2).mean() > 0.9, (step, share)


def test_a_head_that_is_not_there_leaves_no_colour() -> None:
    """The test above could fail: beside the run there is none of its ink."""
    shown = content({"optimizers": "adam", "steps": "40", "rate": "0.1"})
    layout = picture(shown).layout
    row, column = place_on(layout.map, (0.8, 0.8))
    assert not (pixels(shown, 0)[row - 9 : row + 9, column - 9 : column + 9] == color_of(shown)).all(axis=2).any()


def test_trails_grow_and_never_forget() -> None:
    shown = content({"optimizers": "gd"})
    slides = picture(shown)
    amounts = []
    before: Array | None = None
    for step in range(0, 40, 4):
        slides.at(step)
        (ground, _) = slides._runners[0].trails
        assert isinstance(ground, Trail)
        line = np.asarray(ground._line)
        assert before is None or (line >= before).all(), "what is drawn stays"
        before = line
        amounts.append(int((line > 128).sum()))
    assert amounts == sorted(amounts)
    assert amounts[0] == 0 < amounts[1] < amounts[5] < amounts[9]


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_dashes_leave_as_much_out_as_they_say(key: str) -> None:
    """The share of the way that is drawn, on a long straight line; Pillow ends each dash a fine pixel late."""
    style = content({"optimizers": key, "steps": "1"}).racers[0].style
    dashes = DASHES[style.dash]
    trail = Trail(np.array([[0.0, 10.0], [1000.0, 10.0]]), Box(0, 0, 1000, 20), style, Pen((0, 0, 0), (9, 9, 9), 2, 4))
    trail.grow(1)
    drawn = float((np.asarray(trail._line) / 255).sum()) / (2 * 1000)
    assert drawn == pytest.approx(sum(dashes[::2]) / sum(dashes) if dashes else 1, abs=0.05)


@pytest.mark.parametrize("surface", EVERY_SURFACE)
def test_nothing_is_drawn_outside_the_panels(surface: str) -> None:
    """What the race changes lies in the map, the curves, the board and the foot; heads reach over an edge."""
    shown = content({"surface": surface, "optimizers": ALL})
    slides = picture(shown)
    layout = slides.layout
    still_drawn = np.asarray(slides.background)
    moved = (np.asarray(slides.at(shown.steps)) != still_drawn).any(axis=2)
    head = 15
    for box in (layout.map, layout.curves):
        moved[box.top - head : box.bottom + head, box.left - head : box.right + head] = False
    board = layout.board.box
    moved[board.top : board.bottom, board.left : board.right + 1] = False
    moved[layout.board.box.bottom :] = False
    assert not moved.any(), np.argwhere(moved)[:5]


def test_the_way_out_is_marked_inside_the_map() -> None:
    """A run that diverges at once: its arrow at the edge and the step at which it left, in its colour."""
    shown = content({"surface": "class-ravine", "optimizers": "gd", "rate": "1.3", "steps": "60"}, theme="dark")
    left_at = int(shown.status.left_at[-1, 0])
    assert left_at > 0
    layout = picture(shown).layout
    inside, gone = pixels(shown, left_at - 1), pixels(shown, left_at)
    edge = Box(layout.map.left, layout.map.bottom - 16, layout.map.width, 16)
    top = Box(layout.map.left, layout.map.top, layout.map.width, 16)
    color = color_of(shown)
    before = amount(inside, edge, color) + amount(inside, top, color)
    assert amount(gone, edge, color) + amount(gone, top, color) > before + 50


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "query",
    [
        {"steps": "1", "optimizers": "gd"},
        {"surface": "goldstein-price", "rate": "100", "steps": "300"},
        {"surface": "rosenbrock", "rate": "1", "optimizers": "gd,momentum", "steps": "60"},
        {"surface": "monkey-saddle", "rate": "10", "optimizers": ALL, "steps": "200"},
        {"surface": "hyperbolic-saddle", "optimizers": ALL, "x": "0", "y": "0"},
        {"surface": "bowl", "optimizers": "gd", "rate": "0.5"},
        {"surface": "rastrigin", "optimizers": ALL, "noise": "100", "steps": "300"},
    ],
)
def test_every_race_can_be_drawn(query: dict[str, str], theme: Theme) -> None:
    """Far runs, runs that are no number, runs that stand still, one step."""
    shown = content(query, theme=theme)
    slides = picture(shown)
    ground = paint(look_of(theme, projector=True).halo)
    for step in {0, 1, shown.steps // 2, shown.steps}:
        drawn = np.asarray(slides.at(step))
        assert drawn.shape == (720, 1280, 3)
        assert (drawn[[0, -1]] == ground).all()
        assert (drawn[:, [0, -1]] == ground).all()


def test_the_bar_shows_how_far_it_is() -> None:
    shown = content({"optimizers": "gd", "steps": "100"})
    slides = picture(shown)
    bar = slides.layout.bar
    text = paint(look_of("light", projector=True).text)
    for step in (0, 25, 50, 100):
        row = np.asarray(slides.at(step))[bar.top + bar.height // 2, bar.left : bar.right]
        assert (row == text).all(axis=1).mean() == pytest.approx(step / 100, abs=0.005)


def test_a_slide_does_not_depend_on_those_before_it() -> None:
    shown = content({"surface": "himmelblau", "optimizers": ALL})
    slides = picture(shown)
    for step in (3, 20, 21, 150, shown.steps):
        np.testing.assert_array_equal(np.asarray(slides.at(step)), pixels(shown, step))


def test_what_leaves_the_map_covers_no_one_who_stays_where_it_shall_not() -> None:
    """The same slide but for the order of the two trails."""
    query = {"optimizers": "gd,momentum", "rate": "0.45", "rate.momentum": "5", "steps": "60"}
    over = content(query)
    assert (over.status.left_at[-1] > 0).tolist() == [False, True]
    below = replace(over, leavers_below=True)
    box, seen = picture(over).layout.map, [pixels(each, 60) for each in (over, below)]
    stays, leaves = ([amount(each, box, color_of(over, column)) for each in seen] for column in (0, 1))
    assert stays[1] > stays[0]
    assert leaves[1] < leaves[0]


@pytest.mark.parametrize("size", [HD, FULL_HD])
def test_the_picture_is_the_last_step(size: tuple[int, int]) -> None:
    shown = content({"surface": "himmelblau"})
    file = Image.open(io.BytesIO(still(shown, size, typeface())))
    assert (file.format, file.size, file.mode) == ("PNG", size, "RGB")
    np.testing.assert_array_equal(np.asarray(file), np.asarray(Picture(shown, size, typeface()).at(shown.steps)))
