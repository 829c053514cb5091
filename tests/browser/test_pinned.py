"""Pin a run, change a setting, see both, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def test_a_pinned_run_stays_behind_the_next_and_in_the_link(visit: Visit) -> None:
    viewer = visit().open("?lang=en&rate=0.5&steps=40&optimizers=gd").until_step(40)
    table = viewer.page.locator(".st-key-comparison")
    expect(table).to_have_count(0)
    viewer.page.keyboard.press("g")
    viewer.until_query(pinned="surface=class-ravine&x=-7&y=2&steps=40&optimizers=gd&rate=0.5")
    expect(table).to_contain_text("Nothing has changed yet")
    viewer.slider("Learning rate").press("ArrowRight")
    expect(table).to_contain_text("Changed: learning rate n 0.5 → 0.561.")
    assert set(viewer.table()) == {"gd", "momentum", "adagrad", "rmsprop", "adam"}, "the ghost has no row"
    viewer.open(viewer.href.removeprefix(f"{viewer.url}/race"))
    expect(table).to_contain_text("Changed: learning rate n 0.5 → 0.561.")
    expect(viewer.page.locator(".descent-legend")).to_contain_text("faint: pinned run")
    table.get_by_role("button", name="Unpin").click()
    viewer.until_query(pinned=None, rate="0.561")
    expect(table).to_have_count(0)
