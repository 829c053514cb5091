"""A finger that scrolls the page over dials and pictures turns nothing; a drag across turns them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PHONE = Device(locale="ko-KR", width=390, height=844, touch=True)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def swipe(viewer: Viewer, on: Locator, across: float, down: float) -> None:
    """A finger comes down in the middle, moves so many pixels in ten steps, and is lifted."""
    box = on.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand = viewer.page.context.new_cdp_session(viewer.page)
    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for i in range(1, 11):
        place = {"x": x + across * i / 10, "y": y + down * i / 10}
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [place]})
        viewer.page.wait_for_timeout(16)
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    viewer.page.wait_for_timeout(300)  # what follows a swipe


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("momentum", ".descent-pick .descent-ink"),
        ("momentum", ".descent-dial-input"),
        ("dial", ".descent-pick .descent-ink"),
        ("dial", ".descent-dial-input"),
        ("race", ".descent-axis-input"),
    ],
)
def test_up_and_down_scrolls_and_across_turns(visit: Visit, path: str, what: str) -> None:
    viewer = visit(PHONE).open_chapter(path)
    viewer.until_at_rest()
    touched = viewer.page.locator(what).first
    touched.scroll_into_view_if_needed()
    viewer.page.wait_for_timeout(300)
    row, query, scrolled = stands(viewer), viewer.query, viewer.page.evaluate(SCROLLED)
    swipe(viewer, touched, 0, -150)
    assert viewer.page.evaluate(SCROLLED) > scrolled + 50, "the page scrolls"
    assert stands(viewer) == row, "and nothing is turned"
    assert viewer.query == query
    touched.scroll_into_view_if_needed()
    viewer.page.wait_for_timeout(300)
    swipe(viewer, touched, 60, 0)
    viewer.until(
        "stage.dataset.row + [...document.querySelectorAll('input[type=range]')].map((each) => each.value) !== what",
        row,
    )


def stands(viewer: Viewer) -> str:
    """Where everything stands that can be turned."""
    said = "document.querySelector('.descent-stage').dataset.row"
    return str(
        viewer.page.evaluate(f"{said} + [...document.querySelectorAll('input[type=range]')].map((each) => each.value)")
    )
