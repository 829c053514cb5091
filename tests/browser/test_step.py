"""Inside one update as a viewer sees it: by keyboard, from a link, with the right digits, and standing still."""

from collections.abc import Callable

import pytest

from address import Address
from pages.step.choice import read_step
from pages.step.view import updates
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer, number

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PLACES = """() => ["lines", "workings ~ [data-picture=arrows]", "sketch", "transport"].map((part) => {
    const { x, y, width, height } = document.querySelector(`.descent-${part}`).getBoundingClientRect();
    return [x, y, width, height];
})"""
FITS = "(all) => all.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)"
HOLDS = "(now) => [now.scrollWidth - now.clientWidth, now.scrollHeight - now.clientHeight]"


def values_shown(viewer: Viewer) -> list[list[str]]:
    """For each line, what stands there for x and for y."""
    script = "all => all.map((line) => [...line.querySelectorAll('.descent-value')].map((cell) => cell.textContent))"
    return list(viewer.page.locator(".descent-lines li").evaluate_all(script))


def test_the_keyboard_goes_through_lines_and_steps_and_a_link_leads_back(visit: Visit) -> None:
    viewer = visit().open_chapter("step", "?lang=en&step=9&term=7")
    viewer.until("stage.dataset.step === '9' && stage.dataset.line === '7'")
    for key, place in [("ArrowDown", "9 8"), ("ArrowDown", "10 1"), ("ArrowUp", "9 8"), ("ArrowLeft", "8 8")]:
        viewer.page.keyboard.press(key)
        viewer.until("`${stage.dataset.step} ${stage.dataset.line}` === what", place)
    viewer.until_query(step="8", term="8")
    shown = values_shown(viewer)
    viewer.page.locator(".descent-lines button").nth(2).click()
    viewer.until("stage.dataset.line === '3'").until_query(step="8", term="3")
    again = visit().open_chapter("step", "?lang=en&step=8&term=3").until("stage.dataset.line === '3'")
    assert values_shown(again) == shown
    assert again.page.locator(".descent-now").get_attribute("data-line") == "g"


def test_it_plays_line_by_line_until_somebody_asks_for_calm(visit: Visit) -> None:
    viewer = visit(Device(moving=True)).open_chapter("step", "?optimizer=gd&beside=adam")
    viewer.until_state("playing").until("stage.dataset.line === '2'")
    viewer.stage.press("Space")
    viewer.until_state("paused").until_query(step="1", term=str(viewer.stage.get_attribute("data-line")))
    asked = visit(Device(moving=True)).open_chapter("step", "?optimizer=gd&step=2")
    assert asked.state == "paused"


def test_the_digits_are_those_of_the_run(visit: Visit) -> None:
    """Four of them, of every term at three steps, of the one that makes the run and of the one that rides along."""
    query = {"surface": "himmelblau", "optimizer": "nadam", "beside": "momentum"}
    cards = updates(read_step(Address({name: [value] for name, value in query.items()})), "en").cards
    viewer = visit().open_chapter("step", "?lang=en&" + "&".join(f"{name}={value}" for name, value in query.items()))
    for step in (1, 2, 250):
        viewer.pause_at(step)
        shown = iter(values_shown(viewer))
        for card in cards:
            next(shown)  # the slope
            for name in [*(each for each in card.terms if each not in {"x", "share"}), "x"]:
                expected = [f"{value:.3e}" for value in card.terms[name][step]]
                assert [f"{number(words):.3e}" for words in next(shown)] == expected, (step, card.key, name)


@pytest.mark.parametrize(
    "device", [Device(), Device(locale="ko-KR", width=390, height=844, touch=True)], ids=["laptop", "phone"]
)
def test_nothing_moves_from_line_to_line_and_nothing_sticks_out(visit: Visit, device: Device) -> None:
    viewer = visit(device).open_chapter("step", "?optimizer=nadam&surface=beale&step=1&term=1")
    before = viewer.page.evaluate(PLACES)
    for _ in range(9):
        viewer.page.keyboard.press("ArrowDown")
        assert viewer.page.evaluate(PLACES) == before
        assert viewer.page.locator(".descent-numbers").evaluate_all(FITS)
        assert viewer.page.locator(".descent-now").evaluate(HOLDS) == [0, 0]
    assert viewer.page.evaluate("document.documentElement.scrollWidth") <= device.width
    if not device.touch:
        assert max(y + height for _, y, _, height in before) <= device.height, "all of it on one screen"
