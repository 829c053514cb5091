"""Colours that the system forces on the page, and more contrast: what is chosen is told apart, and nothing vanishes."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Device
from tests.browser.test_accessibility import FAINT
from tests.browser.test_race_classroom import THICKNESS
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

LOOK = """(what) => {
    const { color, backgroundColor, opacity, fill } = getComputedStyle(document.querySelector(what));
    return { color, backgroundColor, opacity, fill };
}"""
FAINT_TICKS = """() => {
    const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, each) => sum + Number(each) / 765, 0);
    const ground = light(getComputedStyle(document.querySelector(".descent-stage")).backgroundColor);
    const ticks = [...document.querySelectorAll(".descent-plot :is(.xtick, .ytick) text")];
    const isFaint = (each) => Math.abs(light(getComputedStyle(each).fill) - ground) < 0.5;
    return ticks.filter(isFaint).map((each) => each.textContent);
}"""
VANISHED = """(grounds) => [...document.querySelectorAll(grounds)].filter((each) => {
    const own = (element) => getComputedStyle(element).backgroundColor;
    const clear = "rgba(0, 0, 0, 0)";
    const parents = [];
    for (let at = each.parentElement; at; at = at.parentElement) parents.push(own(at));
    return own(each) === clear || own(each) === parents.find((color) => color !== clear);
}).length"""
UNCHOSEN = ".descent-chip[aria-pressed=false]"
SWITCH = "[data-testid=stCheckbox] label > div:not([data-testid=stWidgetLabel])"


@pytest.mark.parametrize("path", ["race", "dial", "step", "backpropagation", "scenes"])
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_nothing_vanishes_in_forced_colours(visit: Visit, path: str, scheme: str) -> None:
    """Also where the address asks for light and the system's colours are dark."""
    viewer = visit(Device(scheme=scheme))
    viewer.page.emulate_media(forced_colors="active")
    viewer.open_chapter(path, "?theme=light&lang=ko")
    viewer.settle()
    assert viewer.page.evaluate(FAINT) == []
    assert viewer.page.evaluate(FAINT_TICKS) == []


def test_what_is_chosen_is_told_apart_in_forced_colours(visit: Visit) -> None:
    viewer = visit()
    viewer.page.emulate_media(forced_colors="active")
    viewer.open("?lang=en")
    viewer.page.locator(".descent-chip").last.click()
    viewer.switch("Light")
    pairs = (
        (".descent-chip[aria-pressed=true]", UNCHOSEN),
        (
            "[data-testid=stButtonGroup] [data-selected=true]",
            "[data-testid=stButtonGroup] button:not([data-selected=true])",
        ),
    )
    for chosen, other in pairs:
        viewer.until("document.querySelector(what[0]) && document.querySelector(what[1])", [chosen, other])
        assert viewer.page.evaluate(LOOK, chosen) != viewer.page.evaluate(LOOK, other)
    assert viewer.page.locator(SWITCH).count() >= 2
    assert viewer.page.evaluate(VANISHED, SWITCH) == 0


def test_more_contrast_is_thicker_lines_and_nothing_faint(visit: Visit) -> None:
    viewer = visit()
    viewer.page.emulate_media(contrast="more")
    viewer.open("?optimizers=gd&rate=10&x=-9&y=0&steps=3&surface=class-ravine&lang=en").pause_at(1)
    assert viewer.page.evaluate(THICKNESS) >= 3.9
    look = {
        what: viewer.page.evaluate(LOOK, what) for what in (".descent-stage", UNCHOSEN, ".descent-plot .xtick text")
    }
    text, chip, tick = look.values()
    assert chip["opacity"] == "1"
    assert tick["fill"] == text["color"]
