"""In front of a class: the projector look, full screen, and a race that is heard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from address import Address
from address.race import read_race
from simulation import VERDICT_NAMES, Entrant, Verdict, race, status_of
from surfaces import SURFACES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from text import Language

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
POINTS_18 = 24
"""Pixels."""

FOLDED = "document.querySelector('[data-testid=stSidebar]').dataset.collapsed === 'true'"
"""Whether the controls are folded away."""

SMALL_PRINT = """(least) => {
    const small = [];
    const texts = document.createTreeWalker(document.querySelector("[data-testid=stMain]"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const words = texts.currentNode.textContent.trim();
        const holder = texts.currentNode.parentElement;
        if (!words || !holder.checkVisibility() || holder.closest(".katex, style, .descent-live, option")) continue;
        if (holder.closest("tspan[dy]")) continue;
        const size = parseFloat(getComputedStyle(holder).fontSize);
        if (size < least) small.push([words.slice(0, 30), size]);
    }
    return small;
}"""
"""What is written smaller than so many pixels; the letters of a formula and exponents keep their own proportions."""


@pytest.mark.parametrize(
    ("locale", "width", "height", "view"),
    [("ko-KR", 1366, 768, "relief"), ("en-US", 1920, 1080, "map")],
)
def test_on_a_projector_everything_is_large_and_in_sight(
    visit: Visit, locale: str, width: int, height: int, view: str
) -> None:
    viewer = visit(Device(locale=locale, width=width, height=height)).open(f"?projector=on&view={view}")
    assert viewer.page.evaluate(SMALL_PRINT, POINTS_18) == []
    for part in ("legend", "toolbar", view, "curves", "transport", "scoreboard"):
        box = viewer.page.locator(f".descent-{part}").bounding_box()
        assert box is not None, part
        assert box["y"] >= 0, part
        assert box["y"] + box["height"] <= height, part
        assert box["x"] + box["width"] <= width, part
    viewer.until(FOLDED)
    picture = viewer.page.locator(f".descent-{view}").bounding_box()
    assert picture is not None
    assert picture["height"] >= 260


def test_the_guide_is_large_on_a_projector_too(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR")).open_chapter("guide", "?projector=on")
    assert viewer.page.evaluate(SMALL_PRINT, POINTS_18) == []
    viewer.until(FOLDED)


THICKNESS = """() => {
    const canvas = document.querySelector(".descent-map .descent-ink");
    const { xaxis, yaxis } = document.querySelector(".descent-map .descent-plot")._fullLayout;
    const density = canvas.width / canvas.clientWidth;
    const [x, y] = [xaxis._offset + xaxis.d2p(-4.5), yaxis._offset + yaxis.d2p(0) - 20].map((each) => each * density);
    const { data } = canvas.getContext("2d").getImageData(Math.round(x), Math.round(y), 1, 40 * density);
    let ink = 0;
    for (let i = 0; i < data.length; i += 4) ink += (1 - data[i] / 255) * (data[i + 3] / 255);
    return ink / density;
}"""
"""Of a black trail that lies on y = 0: how much ink there is across it at x = −4.5."""


def test_the_projector_has_thick_lines_and_is_switched_by_its_button_and_by_its_key(visit: Visit) -> None:
    viewer = visit().open("?optimizers=gd&rate=10&x=-9&y=0&steps=3&surface=class-ravine").pause_at(1)
    assert 1.5 <= viewer.page.evaluate(THICKNESS) < 3
    size = viewer.page.evaluate("parseFloat(getComputedStyle(document.querySelector('.descent-scoreboard')).fontSize)")
    viewer.page.locator("[data-tool=projector]").click()
    viewer.until_query(projector="on").until("stage.classList.contains('descent-projector')")
    viewer.until(FOLDED)
    assert viewer.page.locator("[data-tool=projector]").get_attribute("aria-pressed") == "true"
    assert viewer.step == 1
    viewer.until(f"({THICKNESS})() >= 3.9")  # the edges of a line are softened
    viewer.page.locator("body").press("p")
    viewer.until_query(projector=None).until("!stage.classList.contains('descent-projector')")
    viewer.until(f"!({FOLDED})")
    viewer.until("parseFloat(getComputedStyle(document.querySelector('.descent-scoreboard')).fontSize) === what", size)
    viewer.page.locator("body").press("p")
    viewer.until("stage.classList.contains('descent-projector')").until(FOLDED)


def test_the_projector_keeps_a_phone_usable(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open("?projector=on")
    wide = viewer.page.evaluate(
        """() => ["html", "[data-testid=stMain]", ".descent-stage"]
            .map((name) => document.querySelector(name)).map((each) => [each.scrollWidth, each.clientWidth])"""
    )
    assert all(inside <= room for inside, room in wide), wide


def test_full_screen_is_the_heading_and_the_stage_and_larger(visit: Visit) -> None:
    viewer = visit().open("").pause_at(10)
    before = viewer.page.locator(".descent-map").bounding_box()
    assert before is not None
    for way in ("button", "hangul key"):
        if way == "button":
            viewer.page.locator("[data-tool=full]").click()
        else:  # the same key while the keyboard writes Hangul
            viewer.page.evaluate("document.activeElement.blur()")
            session = viewer.page.context.new_cdp_session(viewer.page)
            for kind in ("keyDown", "keyUp"):
                event = {"type": kind, "key": "ㄹ", "code": "KeyF", "text": "ㄹ" if kind == "keyDown" else ""}
                session.send("Input.dispatchKeyEvent", event)
        viewer.until("document.fullscreenElement === document.documentElement")
        viewer.until("document.querySelector('[data-tool=full]').getAttribute('aria-pressed') === 'true'")
        after = viewer.page.locator(".descent-map").bounding_box()
        assert after is not None
        assert after["width"] > before["width"]
        assert after["height"] > before["height"]
        assert viewer.page.evaluate("document.fullscreenElement.scrollWidth <= innerWidth")
        assert viewer.page.evaluate("document.fullscreenElement.scrollHeight <= innerHeight")
        main = viewer.page.get_by_test_id("stMain")
        assert main.evaluate("main => main.scrollHeight <= main.clientHeight"), "nothing is left to scroll to"
        expect(viewer.page.locator(".st-key-heading h1")).to_be_in_viewport(ratio=1)
        for hidden in ("stSidebar", "stHeader"):
            expect(viewer.page.get_by_test_id(hidden)).to_be_hidden()
        assert viewer.step == 10
        viewer.page.locator("[data-tool=full]").click()
        viewer.until("document.fullscreenElement === null")
        viewer.until("document.querySelector('.descent-map').offsetWidth === Math.round(what)", before["width"])


@pytest.mark.parametrize(("locale", "language"), [("ko-KR", "ko")])
def test_the_standing_is_said_when_the_race_has_come_to_rest(visit: Visit, locale: str, language: Language) -> None:
    viewer = visit(Device(locale=locale, moving=True)).open("?steps=60")
    spoken = viewer.page.locator(".descent-live")
    assert spoken.get_attribute("role") == "status"
    assert spoken.get_attribute("aria-live") == "polite"
    viewer.page.keyboard.press("End")
    viewer.until("stage.querySelector('.descent-live').textContent.includes('60')")
    choice = read_race(Address({"steps": ["60"]}))
    run = race(SURFACES["class-ravine"], [Entrant(e.optimizer, e.learning_rate) for e in choice.entrants], (-7, 2), 60)
    verdicts = status_of(SURFACES["class-ravine"], run).verdict[60]
    said = spoken.inner_text()
    for key, verdict in zip(choice.chosen, verdicts, strict=True):
        assert f"{choice.rules[key].name} {VERDICT_NAMES[Verdict(verdict)][language]}" in said
    viewer.pause_at(3)
    viewer.until("stage.querySelector('.descent-live').textContent.includes('3')")
    viewer.button("play").click()
    viewer.until("Number(stage.dataset.step) > 10")
    assert spoken.inner_text().count("3") >= 1, "while it plays nothing new is said"


def test_the_board_stays_in_sight_when_what_stands_above_grows_late(visit: Visit) -> None:
    """As a heading does whose letters come after the picture."""
    viewer = visit(Device(width=1920, height=1080)).open("?projector=on&lang=en")
    board = "document.querySelector('.descent-scoreboard').getBoundingClientRect().bottom <= innerHeight"
    viewer.until(board)
    viewer.page.evaluate(
        "document.querySelector('.st-key-heading h1, [class*=st-key-heading] h1').style.paddingTop = '4rem'"
    )
    viewer.until("document.querySelector('[class*=st-key-heading] h1').offsetHeight > 60").until(board)
