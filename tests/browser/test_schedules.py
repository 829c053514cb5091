"""The schedules in a real browser: drawn beside the heading, raced on the stage, all in sight at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from figures.theme import SCHEDULE_STYLES
from simulation import SCHEDULES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from tools.shifts import SHIFTED, WATCH_SHIFTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

LINES = """() => [...document.querySelectorAll(".descent-figure .scatterlayer path.js-line")]
    .map((line) => line.style.stroke)"""


def rgb(color: str) -> str:
    return f"rgb({', '.join(str(int(color[i : i + 2], 16)) for i in (1, 3, 5))})"


def test_picture_race_and_scoreboard_are_in_sight_and_follow_the_choice(visit: Visit) -> None:
    viewer = visit(Device(moving=True))
    viewer.page.add_init_script(WATCH_SHIFTS)
    viewer.open("?lang=en&theme=light&noise=0&steps=40", "schedules")
    picture = viewer.page.get_by_role("img", name="The learning rate n over the steps")
    expect(picture).to_be_in_viewport(ratio=1)
    viewer.until("document.querySelectorAll('.descent-figure .js-line').length === 3")
    for part in ("map", "curves", "scoreboard"):
        expect(viewer.page.locator(f".descent-{part}")).to_be_in_viewport(ratio=1)
    assert viewer.page.evaluate(SHIFTED) < 0.1, "as little as counts as good"
    assert list(viewer.table()) == list(SCHEDULES)
    viewer.page.locator("[data-toggle=one-cycle]").click()
    viewer.until_query(schedules="constant,step,cosine,one-cycle").until_row("one-cycle", 1, "0.45 → 0.9 → 0.0045")
    viewer.until("document.querySelectorAll('.descent-figure .js-line').length === 4")
    viewer.switch("Dark").click()
    drawn = [rgb(SCHEDULE_STYLES[key].dark) for key in ("constant", "step", "cosine", "one-cycle")]
    viewer.until(f"JSON.stringify(({LINES})()) === what", str(drawn).replace("'", '"').replace('", "', '","'))
    assert viewer.complaints == []
