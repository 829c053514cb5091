"""Both gradients as a viewer sees them: all in sight on a laptop, and the dial of sizes tells what each costs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from pages.differences.timings import SIZES
from pages.differences.view import USUAL
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser


def test_the_race_is_in_sight_the_rest_folded_and_the_dial_tells_what_it_costs(
    visit: Callable[..., Viewer],
) -> None:
    viewer = visit(Device(width=1366, height=768)).open_chapter("differences", "?lang=en&width=3")
    leading, rest = viewer.page.locator(".descent-row").all()
    board, transport = viewer.page.locator(".descent-board"), viewer.page.locator(".descent-transport")
    expect(rest).to_be_hidden()
    for part in (leading, board, transport):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 768
        assert box["x"] + box["width"] <= 1366
    top = leading.bounding_box()
    viewer.page.get_by_role("button", name="Show the rest").click()
    expect(rest.locator(".descent-plot").first).to_be_visible()
    assert leading.bounding_box() == top, "what leads stays where it is"
    told, dial = viewer.page.locator(".descent-readout"), viewer.page.locator("[data-dial=size]")
    assert "At N = 9,993 numerical differentiation takes " in told.inner_text()
    messages = viewer.stage.get_attribute("data-messages")
    dial.focus()
    viewer.page.keyboard.press("ArrowLeft")
    viewer.until("stage.dataset.row === what", str(USUAL - 1)).until_query(size=str(SIZES[USUAL - 1]), width="3")
    assert f"At N = {SIZES[USUAL - 1]:,} " in told.inner_text()
    assert viewer.stage.get_attribute("data-messages") == messages, "turning the dial asks nobody"
    viewer.scrub.fill("10")
    viewer.until("stage.dataset.step === '10'")
    cells = viewer.page.locator(".descent-board tbody tr").all_inner_texts()
    assert "100" in cells[0]
    assert "31.0" in cells[1], "9 of 29 components after 10 evaluations"
