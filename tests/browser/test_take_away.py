"""What is taken away from the race page, downloaded by a click and used as a person would use it."""

import ast
import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from export.script import script
from figures.theme import Theme
from pages.scenes.choice import read_scene
from pages.scenes.files import scene_bundle
from pages.scenes.view import shown
from tests.browser.conftest import Device, context_of
from tests.browser.test_race_look import colors
from tests.browser.test_race_playing import LISTENED_TO
from tests.browser.viewer import Viewer
from tests.export.make_pytorch_races import choice_of, run_of
from text import Language
from work.pieces import finished

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
Open = Callable[..., Viewer]

LAPTOP = Device()
LOCALES: dict[Language, str] = {"ko": "ko-KR", "en": "en-US"}
STARTED = "stage?.classList.contains('descent-ready') && stage.dataset.drawn !== undefined"


def taken(viewer: Viewer, ending: str, folder: Path) -> Path:
    """Press the button, unfolded first, and keep the file under the name that it is given."""
    files = viewer.page.locator(".st-key-export details")
    if files.get_attribute("open") is None:
        files.locator("summary").click()
    with viewer.page.expect_download() as download:
        viewer.page.locator(f".st-key-export_{ending}").get_by_role("button").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == f".{ending}"
    return file


@pytest.fixture
def from_disk(browser: Browser) -> Iterator[Open]:
    """Open a file in a browser of its own without a network; it may ask for nothing and complain of nothing."""
    opened: list[tuple[BrowserContext, Viewer]] = []

    def open_file(file: Path, device: Device = LAPTOP, *, watched: bool = False) -> Viewer:
        context = context_of(browser, device, offline=True)
        viewer = Viewer(context.new_page(), file.as_uri())
        opened.append((context, viewer))
        if watched:
            viewer.watch_states()
        viewer.page.goto(viewer.url)
        return viewer.until(STARTED)

    yield open_file
    for context, viewer in opened:
        context.close()
        assert viewer.complaints == []
        asked = [url for url in viewer.requests if not url.startswith(("data:", "blob:"))]
        assert asked == [viewer.url], "nothing but the file itself"


def test_the_page_shows_without_a_network_what_the_app_shows(visit: Visit, from_disk: Open, tmp_path: Path) -> None:
    language: Language = "ko"
    scheme: Theme = "dark"
    device = Device(locale=LOCALES[language], scheme=scheme)
    app = visit(device).open(
        "?surface=ravine&condition_number=20&rate=0.11&x=8&y=-2.25&steps=60&momentum.momentum=0.5&rate.adam=0.3"
        "&optimizers=gd,momentum,adam"
    )
    shown = {key: cells for key, cells in app.table().items() if cells[0] != "–"}
    assert "이탈" in shown["gd"][-1], "one of them leaves the picture"
    file = taken(app, "html", tmp_path)
    alone = from_disk(file, device).until_state("ended")
    assert alone.table() == shown
    assert alone.step == app.step
    assert alone.errors_shown() == []
    assert alone.page.locator("html").get_attribute("lang") == language
    assert alone.page.title().startswith("Descent · ")
    alone.page.evaluate(f"() => {{{LISTENED_TO}}}")
    alone.button("sound").click()
    alone.until("contexts[0]?.notes.length === what", len(shown))
    for panel in ("map", "curves"):
        painted = {key: alone.painted(colors(scheme)[key], panel) for key in shown}
        assert min(painted.values()) > 10, (panel, painted)
        grown = alone.page.evaluate(
            "panel => document.querySelectorAll(`.descent-${panel} .descent-plot svg`).length", panel
        )
        assert grown > 0, "Plotly has drawn the static picture"
    ground = alone.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == app.page.evaluate("getComputedStyle(document.querySelector('.descent-stage')).backgroundColor")
    what_needs_python_is_no_button(alone)

    link = alone.page.locator("section code").inner_text()
    again = visit(device).open(link)
    assert again.notice() == ""
    assert again.table() == app.table(), "its address opens the same race"

    alone.page.keyboard.press("f")
    alone.until("document.fullscreenElement !== null")
    expect(alone.page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(alone.page.locator("body > section")).to_be_hidden()
    expect(alone.page.locator(".descent-transport")).to_be_in_viewport(ratio=1)
    alone.page.keyboard.press("f")
    expect(alone.page.locator("body > section")).to_be_visible()

    rate, momentum = alone.slider("학습률 n"), alone.slider("관성 계수 r")
    rate.press("End")
    slow = alone.table()
    again.open(link.replace("rate=0.11", f"rate={slow['gd'][0]}"))
    assert slow == {key: again.table()[key] for key in slow}, "the sliders live without a server, too"
    momentum.press("Home")
    assert {cells[0] for cells in alone.table().values()} == {"0.11", "0.3"}, (
        "each goes through the race as it was saved"
    )
    expect(rate).to_have_attribute("aria-valuetext", re.compile(r"0\.11\b"))


def test_it_plays_to_the_end_follows_light_and_dark_and_fits_on_a_phone(
    visit: Visit, from_disk: Open, tmp_path: Path
) -> None:
    file = taken(visit().open("?surface=levy&steps=20"), "html", tmp_path)
    alone = from_disk(file, Device(moving=True), watched=True).until_state("ended")
    assert alone.step == 20
    assert alone.states() == ["playing", "ended"]
    assert alone.painted(colors("light")["momentum"]) > 40
    alone.page.emulate_media(color_scheme="dark")
    alone.until("stage.dataset.messages === '2'")
    assert alone.painted(colors("dark")["momentum"]) > 40
    assert alone.painted(colors("light")["momentum"]) == 0
    assert alone.state == "ended", "and the race does not begin anew"
    assert alone.states() == ["playing", "ended"]
    alone.stage.press("Home")
    alone.until_step(0)
    alone.button("forward").click()
    alone.until_step(1)
    alone.pause_at(7)
    on_a_phone_nothing_overflows(from_disk(file, Device(width=390, height=844, touch=True)).until_state("ended"))


def what_needs_python_is_no_button(alone: Viewer) -> None:
    page = alone.page
    expect(page.locator(".descent-scoreboard [data-track]")).to_have_count(3)
    expect(page.locator(".descent-scoreboard button")).to_have_count(0)
    expect(page.locator(".descent-scoreboard th", has_text="Adam")).to_have_count(1)
    expect(page.get_by_role("img", name="출발점 x = 8, y = −2.25")).to_have_count(1)
    expect(page.locator("button.descent-start")).to_have_count(0)
    before, place = alone.table(), alone.start_shown()
    assert place == pytest.approx(alone.point_on_map(8, -2.25), abs=1)
    page.mouse.click(*alone.point_on_map(3, 3))
    page.mouse.move(*place)
    page.mouse.down()
    page.mouse.move(place[0] - 80, place[1] - 60, steps=4)
    page.mouse.up()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert alone.start_shown() == place
    assert alone.table() == before


def on_a_phone_nothing_overflows(alone: Viewer) -> None:
    sizes = alone.page.evaluate(
        """() => ["html", "main", ".descent-stage"]
            .map((name) => document.querySelector(name))
            .map((each) => [each.scrollWidth, each.clientWidth])"""
    )
    assert all(inside <= room <= 390 for inside, room in sizes), sizes
    for part in ("map", "curves", "transport", "scoreboard"):
        box = alone.page.locator(f".descent-{part}").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["width"] > 100
        assert box["x"] + box["width"] <= 390


def read_table(file: Path) -> tuple[list[str], np.ndarray[Any, np.dtype[np.float64]]]:
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))[1:]
    return [row[0] for row in rows], np.array([row[1:] for row in rows], dtype=np.float64)


def test_table_and_script_are_those_of_the_race_that_is_seen_when_they_are_taken(visit: Visit, tmp_path: Path) -> None:
    language: Language = "ko"
    query = {"surface": "rosenbrock", "rate": "0.01", "optimizers": "gd,adam", "rate.adam": "0.1", "steps": "40"}
    address = "?" + "&".join(f"{name}={value}" for name, value in query.items())
    app = visit(Device(locale=LOCALES[language])).open(address)
    file = taken(app, "csv", tmp_path)
    assert file.name == "descent-rosenbrock.csv"
    names, numbers = read_table(file)
    choice = choice_of(query)
    run = run_of(choice)
    assert not np.isfinite(run.path).all(), "gradient descent leaves the range of numbers here"
    assert names == ["GD"] * 41 + ["Adam"] * 41
    assert numbers[:, 0].tolist() == [0.01] * 41 + [0.1] * 41
    assert numbers[:, 1].tolist() == [*range(41), *range(41)]
    np.testing.assert_array_equal(numbers[:, 2:4], run.path.transpose(2, 0, 1).reshape(-1, 2))
    np.testing.assert_array_equal(numbers[:, 4], run.loss.T.ravel())
    with np.errstate(all="ignore"):
        slopes = choice.surface.gradient(run.points).transpose(2, 1, 0).reshape(-1, 2)
    np.testing.assert_array_equal(numbers[:, 5:], slopes)

    file = taken(app, "py", tmp_path)
    assert file.name == "descent-rosenbrock.py"
    assert file.read_bytes() == script(choice, run, file.name, language)
    ast.parse(file.read_bytes())

    app.page.locator("[data-testid=stSidebar]").get_by_role("button", name="RMSProp").first.click()
    app.until_row("rmsprop", 1, "0.01").until_at_rest()
    before = len(app.requests)
    assert set(read_table(taken(app, "csv", tmp_path))[0]) == {"GD", "RMSProp", "Adam"}
    assert app.query["optimizers"] == "gd,rmsprop,adam"
    assert len(app.requests) - before <= 2, "the file, and no run of the page"


def test_pictures_of_networks_play_by_themselves_and_live_under_the_hand(from_disk: Open, tmp_path: Path) -> None:
    """Nothing of the page has to be open: the file is made as its button makes it."""

    def file_of(query: dict[str, str]) -> Path:
        choice = read_scene({"ask": ["off"]} | {name: [value] for name, value in query.items()})
        bundle = scene_bundle(choice, finished(shown(choice, "en")), "en", "light")
        assert bundle.page
        file = tmp_path / f"{bundle.name}.html"
        file.write_bytes(bundle.page())
        return file

    alone = from_disk(file_of({"scene": "true-class-alone", "prediction": "0.31"})).until_state("ended")
    dial = alone.page.locator("[data-dial=prediction]")
    expect(dial).to_have_attribute("aria-valuetext", "0.31")
    before = alone.page.locator(".descent-readout").inner_text()
    dial.press("ArrowRight")
    expect(dial).to_have_attribute("aria-valuetext", "0.32")
    assert alone.page.locator(".descent-readout").inner_text() != before
    assert alone.errors_shown() == []
    still = from_disk(file_of({"scene": "sigmoid-fades"}))
    expect(still.page.locator(".descent-transport")).to_be_hidden()
    moved = from_disk(file_of({"scene": "constraint-moves"})).until_state("ended")
    expect(moved.page.locator("button.descent-start")).to_have_count(0)
    graph = from_disk(file_of({"scene": "two-paths"})).until_state("ended")
    expect(graph.page.locator("[data-node=L] .descent-held")).to_have_text(re.compile(r"^0\.315$"))
    assert graph.errors_shown() == []
