"""Scenes on networks, losses and constraints on slides: everything of them is drawn, and nothing is cut off."""

import io
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from export.slide import ANIMATIONS, picture, written
from export.slides import FULL_HD, HD, GraphContent, GridContent, typeface
from export.slides.board import SMALL
from export.slides.drawing import drawing
from export.slides.graph_layout import graph_laid_out
from export.slides.graph_picture import GraphPicture
from export.slides.grid_layout import GridLayout, Panel, grid_laid_out
from export.slides.grid_picture import GridPicture
from export.slides.ink import Box, paint
from pages.scenes.choice import KEYS
from scenes import SCENES
from stage.figure_grid import Area
from tests.export.slides.test_animation import frames
from tests.pages.scenes.test_files import DRAWN, made
from text import LANGUAGES, Language
from work.pieces import finished

GRAPHS = [key for key in KEYS if SCENES[key].chapter == "backpropagation"]
GRIDS = [key for key in DRAWN if key not in GRAPHS]
SLIDE = Box(0, 0, *HD)
MANY = 12
"""Pixels of a colour, of which a line has more."""


def grid(key: str, language: Language = "en", **changed: str) -> GridContent:
    _, bundle = made({"scene": key, "ask": "off", **changed}, language)
    content = bundle.slide.content()
    assert isinstance(content, GridContent)
    return content


def graph(key: str, language: Language = "en") -> GraphContent:
    _, bundle = made({"scene": key, "ask": "off"}, language)
    content = bundle.slide.content()
    assert isinstance(content, GraphContent)
    return content


def whole(panel: Panel) -> Box:
    """A picture with its words and its ticks."""
    top = min([panel.box.top, *(round(sign.place[1] - sign.hand.size) for sign in panel.words.signs)])
    lines = bool(panel.ticks[0]) + bool(panel.axes[0].title)
    return Box(panel.box.left, top, panel.box.width, panel.box.bottom - top + round(1.2 * SMALL * lines))


def is_inside(inner: Box, outer: Box) -> bool:
    across = outer.left <= inner.left and inner.right <= outer.right
    return across and outer.top <= inner.top and inner.bottom <= outer.bottom


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", GRIDS)
def test_pictures_words_and_table_have_their_places(key: str, language: Language) -> None:
    content = grid(key, language)
    assert content.caption.title == f"{SCENES[key].claim} · {SCENES[key].title[written(language)]}"
    layout = grid_laid_out(content, HD, typeface())
    room = Box(0, round(layout.heading[-1].place[1]), HD[0], layout.board.top if layout.board else HD[1])
    room = room._replace(height=room.height - room.top)
    boxes = [whole(panel) for panel in layout.panels]
    assert len(boxes) == len(content.grid.subplots)
    for panel, box in zip(layout.panels, boxes, strict=True):
        assert is_inside(box, room), panel.subplot.key
        assert panel.box.height >= 2.5 * SMALL
        for words, hand, (x, _), of in panel.words.signs:
            before = 0 if of is None else 1.6 * hand.size if isinstance(of, Area) else 46
            assert hand.size >= SMALL
            assert x + before + hand.width(words) <= HD[0] - 20
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    the_table_fits(layout)


def the_table_fits(layout: GridLayout) -> None:
    if not layout.board:
        return
    board = layout.board
    assert board.top + board.height <= HD[1]
    for one, other in zip(board.columns, board.columns[1:], strict=False):
        assert one.left + one.width < other.left
    for entry, _ in board.entries:
        for column, words in zip(board.columns[1:], board.cells(entry, 0, 0), strict=True):
            assert board.hand.width(words) <= column.width + 0.01


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", GRIDS)
def test_every_line_point_and_bar_is_seen(key: str, theme: str) -> None:
    content = grid(key)
    content = GridContent(content.grid, content.caption, content.language, "light" if theme == "light" else "dark")
    drawn = GridPicture(content, HD, typeface())
    slide = np.asarray(drawn.at(drawn.shown)).astype(np.int32)
    for panel in drawn.layout.panels:
        subplot = panel.subplot
        assert not subplot.bands, "bands are not drawn on slides yet"
        assert subplot.cells is None, "nor are painted maps"
        box = panel.box
        part = slide[box.top : box.bottom, box.left : box.right].reshape(-1, 3)
        lines = [each.style for each in subplot.trails]
        lines += [each.style for each in subplot.shapes if each.kind in {"line", "dots"}]
        seen = [key for key in dict.fromkeys(lines) if count(part, content, key) >= MANY]
        assert len(seen) >= len(set(lines)) / 2, "but for those that lie under others"
        bars = [each.style for each in subplot.shapes if each.kind == "bars"]
        assert all(len(np.unique(part, axis=0)) > 3 for _ in bars)


def count(part: np.ndarray, content: GridContent, key: str) -> int:
    """Pixels in the very colour of a style."""
    color = paint(content.drawn[key][1].color(content.theme))
    return int((part == np.array(color)).all(axis=1).sum())


def test_arrows_have_their_names_beyond_their_tips() -> None:
    """On a constrained optimum, and nowhere else."""
    content = grid("constraint-moves")
    bare = [replace(each, curves=[one._replace(label="") for one in each.curves]) for each in content.grid.subplots]
    unnamed = GridContent(replace(content.grid, subplots=bare), content.caption, content.language, content.theme)
    with_names, without = (GridPicture(each, HD, typeface()) for each in (content, unnamed))
    one, other = (np.asarray(each.at(each.shown)) for each in (with_names, without))
    changed = (one != other).any(axis=2)
    (panel,) = [each for each in with_names.layout.panels if each.subplot.key == "map"]
    inside = changed[panel.box.top : panel.box.bottom, panel.box.left : panel.box.right]
    assert inside.sum() == changed.sum() >= MANY


def test_a_slide_stands_where_the_dial_does_and_is_another_one_then() -> None:
    """The address says it; what is remembered of one is not taken for the other."""
    there, here = (made({"scene": "errors-squared", "ask": "off", "error": error})[1].slide for error in ("-3", "2"))
    assert there != here
    assert picture(there) != picture(here)
    turned = grid("sigmoid-is-softmax", x="-2")
    assert (len(turned.moments), turned.shown) == (121, 40)


@pytest.mark.parametrize(("key", "steps"), [("tuned-on-a-network", {"steps": "12"}), ("chain-rule", {})])
def test_pictures_and_films_of_networks_are_files_that_open(key: str, steps: dict[str, str]) -> None:
    _, bundle = made({"scene": key, "ask": "off", **steps}, "ko", "dark")
    still = Image.open(io.BytesIO(picture(bundle.slide)))
    assert (still.format, still.size) == ("PNG", FULL_HD)
    film = finished(ANIMATIONS.ask(bundle.slide))
    seen, _ = frames(film)
    assert len(film) < 4_000_000
    assert (seen[0] != seen[-1]).any()
    drawn = drawing(bundle.slide.content(), HD, typeface())
    away = np.abs(seen[-1] - np.asarray(drawn.at(drawn.last)).astype(np.int32)).max(axis=2)
    assert np.mean(away > 40) < 0.01, "the film's few colours are those of the picture"


def test_what_stands_still_has_no_film() -> None:
    still = {key for key in DRAWN if not made({"scene": key, "ask": "off"})[1].slide.moves}
    assert still == {key for key in KEYS if SCENES[key].chapter == "vanishing"} - {"front-layers", "on-equal-terms"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", GRAPHS)
def test_the_nodes_of_a_graph_stand_apart_and_their_words_are_inside(key: str, language: Language) -> None:
    content = graph(key, language)
    layout = graph_laid_out(content, HD, typeface())
    boxes = [placed.box for placed in layout.nodes.values()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(is_inside(box, SLIDE) for box in boxes)
    assert max(box.bottom for box in boxes) < layout.words[1] - layout.small.size
    assert min(box.top for box in boxes) > layout.cache[1]
    for moment in range(content.last + 1):
        said = layout.small.lines(content.graph.moments[moment].words, layout.width)
        lines = len(said) + len(content.products(moment))
        assert layout.words[1] + (lines - 1) * 1.4 * layout.small.size < layout.bar.top
    for placed in layout.nodes.values():
        assert layout.small.width(f"= {placed.node.rule}") < placed.box.width


def test_derivatives_come_one_after_the_other() -> None:
    """The colour of derivatives grows with the steps of the way back, and that of a lit path is there."""
    content = graph("two-paths")
    drawn = GraphPicture(content, HD, typeface())
    color = np.array(paint(content.parts["gradient"].color("light")))
    backward = [i for i, each in enumerate(content.graph.moments) if each.phase == "backward"]
    found = [int((np.asarray(drawn.at(step)) == color).all(axis=2).sum()) for step in (0, backward[3], backward[-1])]
    assert found[0] < found[1] < found[2]
    assert content.products(content.last)[0] == "(−1.12) · 1 · 0.304 · 0.235 = −0.0802"
    assert content.products(0) == []
