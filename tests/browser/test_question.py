"""Predict, then reveal, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def test_nothing_is_seen_until_the_answer_and_then_what_was_right(visit: Visit) -> None:
    """By keyboard alone; a reload knows the answer, and another race is asked about again."""
    viewer = visit().open("?lang=en&ask=fate.gd&rate=1.05")
    card = viewer.page.locator(".descent-question")
    expect(card).to_contain_text("Predict first. What has happened to GD after 100 steps?")
    for _ in ("the keys have no way around it", "twice"):
        viewer.page.keyboard.press("End")
        viewer.page.keyboard.press("Space")
    assert (viewer.step, viewer.state) == (0, "paused")
    expect(viewer.button("play")).to_be_disabled()
    viewer.page.keyboard.press("2")
    viewer.until_step(100)
    expect(card).to_contain_text("Your prediction: Oscillates. Result: Diverges or leaves the plot.")
    expect(card).to_contain_text("n = 1.05 is above that minimum's stability limit 2/λmax = 1 (λmax")
    explanation = card.get_by_role("status")
    expect(explanation).to_be_focused()
    viewer.until("new URL(location.href).searchParams.get('answer')?.startsWith('oscillates-')")
    viewer.until_at_rest()
    expect(explanation).to_be_focused()
    viewer.open(viewer.href.removeprefix(f"{viewer.url}/race")).until_step(100)
    expect(card).to_contain_text("Your prediction: Oscillates.")
    expect(explanation).not_to_be_focused()
    card.get_by_role("button", name="Close the explanation").click()
    expect(card).to_be_hidden()
    viewer.slider("Learning rate").press("ArrowLeft")
    expect(card).to_contain_text("Predict first.")
    assert viewer.step == 0


def test_on_a_phone_it_is_answered_by_touch_and_skipped(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", width=390, height=844, touch=True)).open("?surface=himmelblau&ask=goal.adam")
    card = viewer.page.locator(".descent-question")
    expect(card).to_be_in_viewport(ratio=1)
    card.get_by_role("button", name="예측 없이 보기").tap()
    viewer.until_step(300)
    expect(card).to_contain_text("결과는 B.")


ASKED = {
    "race": "race?ask=fate.gd&rate=1.05",
    "grid": "scenes?scene=start-decides",
    "sliders": "scenes?scene=learning-a-curve",
    "graph": "scenes?scene=two-paths",
}
SIZES = {"laptop": (1366, 768, ""), "projector": (1280, 720, "&projector=on"), "phone": (390, 844, "")}

PICTURES = ".descent-pictures :is(.descent-picture, .descent-map, .descent-curves, .descent-canvas)"
COVERED = """(pictures) => {
    const card = document.querySelector(".descent-question").getBoundingClientRect();
    const all = [...document.querySelectorAll(pictures)].map((each) => each.getBoundingClientRect());
    const boxes = all.filter(({ height }) => height > 0);
    const covered = boxes.filter(({ top, bottom }) => top < card.bottom - 0.5 && bottom > card.top + 0.5);
    return [card.height > 0, boxes.length > 0, covered.length];
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("asked", ASKED)
def test_the_card_covers_nothing_of_what_it_asks_about(visit: Visit, asked: str, size: str) -> None:
    """While it asks, and when it has said what was right."""
    width, height, look = SIZES[size]
    viewer = visit(Device(width=width, height=height, touch=size == "phone"))
    path, _, query = ASKED[asked].partition("?")
    viewer.open_chapter(path, f"?{query}{look}&lang=en")
    card = viewer.page.locator(".descent-question")
    expect(card).to_have_attribute("data-state", "open")
    expect(card).to_be_in_viewport(ratio=1)
    assert viewer.page.evaluate(COVERED, PICTURES) == [True, True, 0]
    card.locator("[data-answer]").first.click()
    expect(card).to_have_attribute("data-state", "revealed")
    assert viewer.page.evaluate(COVERED, PICTURES) == [True, True, 0]


def test_the_pictures_have_the_room_that_the_card_leaves(visit: Visit) -> None:
    """They stay where they are until it has said what was right, and end with the window once it is closed."""
    viewer = visit(Device(moving=True)).open("?lang=en&ask=fate.gd&rate=1.05")
    top = "Math.round(stage.querySelector('.descent-map').getBoundingClientRect().top)"
    bottom = "stage.querySelector('.descent-board').getBoundingClientRect().bottom"
    asked = viewer.page.evaluate(
        f"(() => {{ const stage = document.querySelector('.descent-stage'); return {top}; }})()"
    )
    viewer.page.keyboard.press("2")
    viewer.until("stage.querySelector('.descent-question').dataset.state === 'given'")
    viewer.until_state("playing").until(f"{top} === what", asked)
    viewer.page.keyboard.press("End")
    viewer.until(f"stage.querySelector('.descent-question').dataset.state === 'revealed' && {bottom} <= innerHeight")
    viewer.page.get_by_role("button", name="Close the explanation").click()
    viewer.until(f"{top} < what && {bottom} <= innerHeight && {bottom} > innerHeight - 60", asked)
