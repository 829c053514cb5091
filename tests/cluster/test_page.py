"""A page in a real browser whose process is killed while it plays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device, context_of
from tests.browser.test_take_away import taken
from tests.browser.viewer import Viewer
from tools.chromium import chromium
from tools.cluster import COOKIE, Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.browser]

QUERY = "?lang=en&steps=1000&rate=0.02"
"""It plays for 20 seconds."""
WATCH_STEPS = """() => {
    const stage = document.querySelector(".descent-stage");
    const step = () => Number(stage.dataset.step);
    let last = step();
    globalThis.stepsBack = [];
    new MutationObserver(() => {
        if (step() < last) stepsBack.push([last, step()]);
        last = step();
    }).observe(stage, { attributeFilter: ["data-step"] });
}"""


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium() as browser:
        context = context_of(browser, Device(moving=True))
        yield context.new_page()
        context.close()


def seat(page: Page) -> str:
    """The process that the page's browser is seated at."""
    return next(each.get("value", "") for each in page.context.cookies() if each.get("name") == COOKIE)


def test_a_page_goes_on_where_it_was_when_its_process_is_killed(whole: Cluster, page: Page, tmp_path: Path) -> None:
    page.context.add_cookies([{"name": COOKIE, "value": "01", "url": whole.url}])
    viewer = Viewer(page, whole.url).open(QUERY)
    viewer.until("stage.dataset.state === 'playing' && Number(stage.dataset.step) > 5")
    address, messages = viewer.href, viewer.stage.get_attribute("data-messages")
    page.evaluate(WATCH_STEPS)
    with page.expect_websocket():
        whole.processes["01"].kill()
    steps = viewer.slider("Steps")
    expect(steps).to_be_enabled()
    assert seat(page) == "02"
    assert viewer.state == "playing"
    assert viewer.href == address
    assert page.evaluate("stepsBack") == []

    steps.press("ArrowRight")
    viewer.until_query(steps="1001").until("Number(stage.dataset.messages) > Number(what)", messages)
    steps.press("ArrowLeft")
    viewer.until_query(steps="1000").until_at_rest()
    viewer.button("end").click()
    viewer.until_state("ended")
    assert taken(viewer, "csv", tmp_path).read_text().count("\n") > 1000, "a download lies where the viewer sits"
    assert viewer.errors_shown() == []
    assert viewer.complaints == []

    fresh = Viewer(page.context.new_page(), whole.url).open(QUERY)
    fresh.button("end").click()
    fresh.until_state("ended")
    assert viewer.table() == fresh.table()
