"""A picture that the server does not give is asked for again, which the viewer is told, until it is there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

MAPS = "**/map.json?*"
ASKING = {
    "en": "The plot has not arrived yet; asking the server again.",
    "ko": "그림을 아직 받지 못해 서버에 다시 요청하고 있습니다.",
}


class Blocked:
    """What a browser asks for and does not get."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page = page
        self.pattern = pattern
        self.count = 0
        page.route(pattern, self._abort)

    def _abort(self, route: Route) -> None:
        self.count += 1
        route.abort()

    def until(self, count: int) -> None:
        """Wait until it was asked for so often."""
        while self.count < count:
            self.page.wait_for_timeout(50)

    def end(self) -> None:
        self.page.unroute(self.pattern)


def test_a_picture_that_does_not_come_is_asked_for_again_until_it_is_there(visit: Visit) -> None:
    viewer = visit(Device(moving=True))
    blocked = Blocked(viewer.page, MAPS)
    viewer.page.goto(f"{viewer.url}/race?lang=ko", wait_until="commit")
    alert = viewer.page.locator(".descent-alert")
    expect(alert).to_contain_text(ASKING["ko"])
    expect(alert).to_be_visible()
    blocked.until(3)
    expect(alert).to_have_count(1)
    blocked.end()
    viewer.until("stage?.dataset.drawn !== undefined").until_state("playing")
    expect(alert).to_have_count(0)

    drawn = viewer.stage.get_attribute("data-drawn")
    blocked = Blocked(viewer.page, MAPS)
    viewer.page.evaluate("history.pushState(null, '', '?lang=en&surface=booth'); dispatchEvent(new Event('popstate'))")
    expect(alert).to_contain_text(ASKING["en"])
    blocked.until(2)
    assert viewer.stage.get_attribute("data-drawn") == drawn, "the picture before stays"
    blocked.end()
    viewer.page.evaluate("dispatchEvent(new Event('online'))")
    viewer.until("stage.dataset.drawn !== what", drawn).until_state("playing")
    expect(alert).to_have_count(0)
    assert viewer.complaints
    assert all("map.json" in said or "ERR_FAILED" in said for said in viewer.complaints), viewer.complaints
    viewer.complaints.clear()
