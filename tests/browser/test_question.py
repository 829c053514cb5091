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
    viewer.until("new URL(location.href).searchParams.get('answer')?.startsWith('oscillates-')")
    viewer.open(viewer.href.removeprefix(f"{viewer.url}/race")).until_step(100)
    expect(card).to_contain_text("Your prediction: Oscillates.")
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
