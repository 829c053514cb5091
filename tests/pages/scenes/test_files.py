"""Scenes to be taken away: the runs that are on the picture, on slides whose words fit, and as a table."""

import csv
import io
import json
from collections.abc import Mapping
from html import escape
from typing import Any

import numpy as np
import pytest
from PIL import Image

from export.bundle import Bundle
from export.slide import ANIMATIONS, picture, written
from export.slides import FULL_HD, HD, Content, typeface
from export.slides.board import SMALL
from export.slides.ink import paint
from export.slides.layout import laid_out
from export.standing import row_of
from figures.basins import HUES, hue
from figures.theme import Theme
from pages.scenes.choice import KEYS, read_scene
from pages.scenes.files import scene_bundle
from pages.scenes.view import Shown, shown
from parameters import Array
from scenes import SCENES
from stage.figure_grid import FigureGrid
from stage.scene import Scene
from tests.export.slides.test_animation import frames
from tests.export.test_page import message_in
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from work.pieces import finished

OF_EACH_KIND = ("bounce", "four-rates", "four-curves", "two-wells")
TAKEN = [key for key in KEYS if SCENES[key].chapter in {"race", "algorithms", "choosing", "basins"}]
"""Scenes that are made of runs on a surface."""
DRAWN = sorted(set(KEYS) - set(TAKEN))
"""All others: their numbers are those on the picture."""


LOOKED_AT: list[tuple[dict[str, str], Language]] = [
    ({"scene": "bounce"}, "en"),
    ({"scene": "bounce", "turn": "20", "ask": "off"}, "en"),
    ({"scene": "bounce", "rate": "0.5"}, "en"),
    ({"scene": "bounce"}, "ko"),
]


def made(query: Mapping[str, str], language: Language = "en", theme: Theme = "light") -> tuple[Shown, Bundle]:
    """A scene as its page shows it, and what is taken away of it."""
    choice = read_scene({name: [value] for name, value in query.items()})
    there = finished(shown(choice, language))
    return there, scene_bundle(choice, there, language, theme)


def content_of(bundle: Bundle) -> Content:
    """The runs on a slide."""
    content = bundle.slide.content()
    assert isinstance(content, Content)
    return content


def on_picture(there: Shown, key: str) -> list[Array]:
    """The place or the loss of each run at every step, (steps + 1, 1 or 2), as the player is given it."""
    if isinstance(there.picture, Scene):
        return list(there.picture.run.path.transpose(2, 0, 1))
    assert isinstance(there.picture, FigureGrid)
    subplots: dict[str, Any] = {subplot.key: subplot for subplot in there.picture.subplots}
    if key == "four-curves":
        return [trail.points[0][:, None] for trail in subplots["noisy"].trails]
    names = ("left", "right") if key == "two-wells" else ("small", "right", "big", "diverging")
    return [subplots[name].trails[0].points[0] for name in names]


@pytest.mark.parametrize("changed", [{}, {"steps": "7", "x": "1.5"}], ids=["its own", "changed"])
@pytest.mark.parametrize("key", OF_EACH_KIND)
def test_the_table_and_the_slide_hold_the_runs_that_are_on_the_picture(key: str, changed: dict[str, str]) -> None:
    there, bundle = made({"scene": key, "ask": "off", **changed})
    rows = list(csv.DictReader(io.StringIO(bundle.table().decode())))
    content = content_of(bundle)
    seen = on_picture(there, key)
    assert len(seen) == len(content.racers)
    readout = ("loss",) if key == "four-curves" else ("x", "y")
    for column, (run, racer) in enumerate(zip(seen, content.racers, strict=True)):
        mine = rows[column * len(run) : (column + 1) * len(run)]
        assert [int(row["step"]) for row in mine] == list(range(len(run)))
        np.testing.assert_array_equal(np.array([[float(row[name]) for name in readout] for row in mine]), run)
        drawn = content.run.loss[:, column, None] if key == "four-curves" else content.run.path[:, :, column]
        np.testing.assert_array_equal(drawn, run)
        assert {f"{float(row['learning_rate']):.4g}" for row in mine} == {racer.rate}
    assert len(rows) == sum(map(len, seen))
    assert content.title.endswith("(settings changed)") == bool(changed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TAKEN)
def test_claim_title_and_sentence_are_on_the_slide_and_fit(key: str, language: Language) -> None:
    scene = SCENES[key]
    _, bundle = made({"scene": key, "ask": "off"}, language)
    content = content_of(bundle)
    spoken = written(language)
    assert content.title == f"{scene.claim} · {scene.title[spoken]}"
    assert content.sentence.startswith(scene.say[spoken])
    for size in (HD, FULL_HD):
        fits(content, size)


def fits(content: Content, size: tuple[int, int]) -> None:
    """Every word has its place, none is too small, and none is left out."""
    layout = laid_out(content, size, typeface())
    unit, board = layout.unit, layout.board
    title, *lines = layout.heading
    assert title.words == content.title
    assert " ".join(line.words for line in lines).endswith(content.sentence)
    for words, hand, (x, y) in layout.heading:
        assert hand.size >= SMALL * unit - 0.01
        assert x + hand.width(words) <= size[0] - 36 * unit + 1
        assert y < layout.map.top or layout.legend[-1].place[1] < y - hand.size < y < layout.bar.top
    for _, hand, (x, y) in lines:
        if y > layout.map.top:
            assert x + max(hand.width(line.words) for line in lines if line.place[1] > layout.map.top) <= board.box.left
    for column, cells in zip(board.columns[:2], zip(*[each[:2] for each in content.racers], strict=True), strict=True):
        assert max(map(board.hand.width, (column.head, *cells))) <= column.width + 0.01
    assert layout.map.right < board.box.left < layout.curves.left
    assert layout.curves.height >= 140 * unit


def test_the_ground_of_a_map_of_basins_shows_where_starts_end() -> None:
    """At a minimum that is reached its own colour is strongest; where the start leaves, there is none."""
    _, bundle = made({"scene": "two-wells", "ask": "off"})
    content = content_of(bundle)
    assert content.cells is not None
    (x0, x1), (y0, y1) = content.surface.domain
    high, wide, _ = content.cells.shape
    for index, minimum in enumerate(content.surface.minima):
        x, y = minimum.place
        cell = content.cells[int((y1 - y) / (y1 - y0) * high), int((x - x0) / (x1 - x0) * wide)].astype(int)
        assert min(HUES, key=lambda each: np.abs(cell - paint(each)).sum()) == hue(index)
    assert "GD, n = 0.02" in content.sentence
    _, gone = made({"scene": "convex", "ask": "off"}, "ko")
    bare = content_of(gone)
    assert bare.cells is not None
    assert len(np.unique(bare.cells.reshape(-1, 3), axis=0)) == 2, "dots, and the ground below them"
    assert "100.0%" in bare.sentence


@pytest.mark.parametrize("key", OF_EACH_KIND)
def test_picture_and_film_are_files_that_open(key: str) -> None:
    _, bundle = made({"scene": key, "ask": "off", "steps": "3"}, "ko", "dark")
    assert bundle.name == f"descent-scene-{key}"
    still = Image.open(io.BytesIO(picture(bundle.slide)))
    assert (still.format, still.size) == ("PNG", FULL_HD)
    work = ANIMATIONS.ask(bundle.slide)
    seen, _ = frames(finished(work))
    assert len(seen) == 4
    assert (seen[0] != seen[-1]).any()


def test_a_film_is_remembered_by_what_it_shows() -> None:
    own, looked_at, faster, korean = (made(query, language)[1].slide for query, language in LOOKED_AT)
    assert own == looked_at, "a map has no other side"
    assert hash(own) == hash(looked_at)
    assert own != faster
    assert own != made({"scene": "bounce", "view": "relief"})[1].slide
    assert (own != korean) == typeface().hangul


@pytest.mark.parametrize("key", ["bounce", *(key for key in KEYS if SCENES[key].chapter == "algorithms")])
def test_the_page_that_plays_says_what_the_scene_says_and_asks_nothing(key: str) -> None:
    there, bundle = made({"scene": key}, "ko")
    assert there.picture.question is not None
    assert bundle.page is not None
    text = bundle.page().decode()
    scene = SCENES[key]
    assert f"<h1>{scene.claim} · {scene.title.ko}</h1>" in text
    assert scene.say.ko in text
    header, *_ = read_message(message_in(text))
    assert (header["question"], header["fixed"]) == (None, True)
    assert there.picture.question.asked not in text


def test_what_is_seen_in_three_dimensions_is_taken_so() -> None:
    """The slide and the page look from where the address looks."""
    _, bundle = made({"scene": "bounce", "ask": "off", "view": "relief", "turn": "20", "tilt": "50"})
    assert content_of(bundle).camera == (20, 50)
    assert bundle.page
    header, *_ = read_message(message_in(bundle.page().decode()))
    assert (header["view"], header["camera"]) == ("relief", [20, 50])


@pytest.mark.parametrize("key", [key for key in KEYS if SCENES[key].chapter not in {"race", "algorithms"}])
def test_every_picture_plays_by_itself_and_asks_nothing(key: str) -> None:
    there, bundle = made({"scene": key}, "ko")
    assert there.picture.question is not None
    assert bundle.page is not None
    text = bundle.page().decode()
    scene = SCENES[key]
    assert f"<h1>{scene.claim} · {escape(scene.title.ko)}</h1>" in text
    assert escape(scene.say.ko) in text
    assert f"<code>scenes?scene={key}</code>" in text
    header, *_ = read_message(message_in(text))
    assert header["question"] is None
    assert header["fixed"]
    assert "stage-assets/" not in json.dumps(header), "nothing is fetched"


def numbers(query: Mapping[str, str], language: Language = "en") -> tuple[Shown, list[dict[str, str]]]:
    """The picture of a scene, and the rows of its numbers as a spreadsheet reads them."""
    there, bundle = made({**query, "ask": "off"}, language)
    return there, list(csv.DictReader(io.StringIO(bundle.table().decode("utf-8-sig"))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DRAWN)
def test_the_numbers_are_those_of_the_picture(key: str, language: Language) -> None:
    there, rows = numbers({"scene": key}, language)
    assert len(rows) > 20
    grid = there.picture
    if not isinstance(grid, FigureGrid):
        return
    row = row_of(grid)
    names = {style: name for style, name, _ in grid.styles}
    for subplot in grid.subplots:
        mine = [each for each in rows if each["picture"] in {subplot.title, subplot.key}]
        for trail in subplot.trails:
            run = trail.points[row if len(trail.points) > 1 else 0]
            told = [each for each in mine if each["series"] == names[trail.style] and each["kind"] == "run"]
            assert [int(each["step"]) for each in told] == list(range(grid.steps + 1))
            np.testing.assert_array_equal([float(each["y"]) for each in told], run if run.ndim == 1 else run[:, 1])
        for curve in subplot.curves:
            ys = [float(each["y"]) for each in mine if (each["series"], each["kind"]) == (names[curve.style], "curve")]
            assert np.isin(curve.points[~np.isnan(curve.points).any(axis=1), 1], ys).all()
    if grid.board:
        values = grid.board.values[row if len(grid.board.values) > 1 else 0]
        heads = grid.board.heads[1 + len(grid.board.entries[0].fixed) :]
        for i, entry in enumerate(grid.board.entries):
            for column, head in enumerate(heads[: values.shape[-1]]):
                told = [each for each in rows if (each["picture"], each["series"]) == (head, names[entry.style])]
                told = [each for each in told if each["kind"] == "board"]
                np.testing.assert_array_equal([float(each["y"]) for each in told], values[:, i, column])


def test_numbers_stand_where_the_dial_does() -> None:
    """An axis that counts positions is written in what they are called; the row is that of the address."""
    _, rows = numbers({"scene": "errors-squared", "error": "-3.04"})
    assert {float(each["x"]) for each in rows if each["kind"] == "dots" and each["step"] == "0"} == {-3.0}
    _, rows = numbers({"scene": "adam-on-a-network", "rate": "0.1"})
    assert {float(each["y"]) for each in rows if each["picture"] == "learning rate n"} == {0.1}
    ends = [float(each["x"]) for each in rows if "every learning rate" in each["picture"]]
    assert (min(ends), max(ends)) == (0.001, 10)
    _, rows = numbers({"scene": "true-class-alone"}, "ko")
    assert [each["x"] for each in rows if each["kind"] == "bars"][:3] == ["고양이", "개", "새"]


def test_the_numbers_of_a_graph_are_those_of_its_nodes_and_edges() -> None:
    _, rows = numbers({"scene": "chain-rule"})
    told = {each["quantity"]: float(each["value"]) for each in rows}
    assert told["∂L/∂w₁"] == pytest.approx(float(told["∂L/∂h₁"]) * told["∂h₁/∂w₁"], rel=0.01)
