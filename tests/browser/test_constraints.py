"""Constraints as a viewer sees them: in true proportions, with a dial, and with nothing told before the answer."""

from collections.abc import Callable

import pytest

from figures.theme import CONSTRAINED
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PIXELS = """([x, y]) => {
    const plot = document.querySelector(".descent-subplot .descent-plot");
    const { xaxis, yaxis } = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)];
}"""


def test_right_angles_are_seen_and_dial_start_and_board_play_together(visit: Visit) -> None:
    query = "?lang=en&angle=45&offset=-2&rate=0.5&steps=60"
    viewer = visit(Device(width=1366, height=768)).open_chapter("constraints", query)
    viewer.until_state("ended")
    origin, right, up = (viewer.page.evaluate(PIXELS, place) for place in ([0, 0], [1, 0], [0, 1]))
    assert right[0] - origin[0] == pytest.approx(origin[1] - up[1], rel=0.01)
    told = viewer.page.locator(".descent-readout")
    assert told.inner_text().startswith("The constraint moves the optimum by 2.7 · n = 0.5 · projected: reaches")
    cells = viewer.page.locator("[data-entry=projected] td").all_inner_texts()
    assert cells[:3] == ["−2.69", "−0.135", "0.381"]
    assert viewer.painted(CONSTRAINED["pull"].light, "subplot") > 20
    for part in (viewer.page.locator(".descent-row"), viewer.page.locator(".descent-entries")):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 768, "everything is in the first screen"
    messages = viewer.stage.get_attribute("data-messages")
    viewer.page.locator("[data-dial=rate]").press("Home")
    viewer.until("stage.dataset.row === '0'")
    assert "from the constrained optimum" in told.inner_text()
    assert viewer.stage.get_attribute("data-messages") == messages, "all rates were sent once"
    viewer.page.mouse.click(*viewer.page.evaluate(PIXELS, [-8, -3]))
    viewer.until("new URL(location.href).searchParams.has('x')")
    assert (float(viewer.query["x"]), float(viewer.query["y"])) == pytest.approx((-8, -3), abs=0.1)


def test_a_scene_shows_neither_optimum_nor_balance_before_the_answer(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?lang=en&scene=constraint-moves")
    viewer.until("stage.classList.contains('descent-asking')")
    assert viewer.painted(CONSTRAINED["forbidden"].light, "subplot") > 20, "the edge is there"
    for key in ("pull", "lowest"):
        assert viewer.painted(CONSTRAINED[key].light, "subplot") == 0
    assert not viewer.page.locator(".descent-entries td").first.is_visible()
    viewer.page.keyboard.press("3")
    viewer.until_state("ended")
    assert viewer.painted(CONSTRAINED["pull"].light, "subplot") > 20
    assert viewer.page.locator(".descent-entries td").first.is_visible()
