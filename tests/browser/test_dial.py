"""The dial as a viewer turns it: with the keyboard, with the mouse on the ruler, and what the address then says."""

from collections.abc import Callable

import numpy as np
import pytest

from address import Address
from pages.dial.choice import read_dial
from pages.dial.view import inputs_of
from surfaces import SURFACES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.common.sweep_compute import Sweep, rate_ladder, swept

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PIXELS = """([subplot, x, y]) => {
    const plot = document.querySelectorAll(".descent-subplot .descent-plot")[subplot];
    const { xaxis, yaxis } = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)];
}"""
"""Where on the screen a place on a subplot's axes is, by Plotly's own account."""
MAP, CURVE, SWEEP = range(3)


def sweep(**query: str) -> Sweep:
    return swept(inputs_of(read_dial(Address({name: [value] for name, value in query.items()}))))


def row(viewer: Viewer) -> int:
    return int(viewer.stage.get_attribute("data-row") or -1)


def test_the_keyboard_turns_it_and_the_address_says_so(visit: Visit) -> None:
    viewer = visit().open_chapter("dial", "?lang=en&rate=0.1&steps=40")
    values = sweep(rate="0.1").values
    dial = viewer.page.locator("[data-dial=rate]")
    assert row(viewer) == int(np.argmin(np.abs(np.log(values / 0.1))))
    messages = viewer.stage.get_attribute("data-messages")
    dial.focus()
    viewer.page.keyboard.press("End")
    viewer.until("stage.dataset.row === '96'").until_query(rate=f"{values[96]:.10g}", steps="40")
    assert "diverges" in viewer.page.locator(".descent-readout").inner_text()
    for _ in range(5):
        viewer.page.keyboard.press("ArrowLeft")
    viewer.until("stage.dataset.row === '91'").until_query(rate=f"{values[91]:.10g}")
    readout = viewer.page.locator(".descent-readout").inner_text()
    assert "diverges" in readout
    assert viewer.page.locator(".descent-dial-value").inner_text() in readout
    viewer.until("document.querySelector('[data-dial=rate]').ariaValueText === what", readout)
    viewer.until("stage.querySelector('.descent-live').textContent.includes(what)", readout)
    viewer.slider("Steps").press("ArrowRight")
    viewer.until("stage.dataset.messages !== what", messages).until_query(rate=f"{values[91]:.10g}", steps="41")
    assert row(viewer) == 91


def test_a_press_on_the_ruler_and_a_drag_turn_it_and_the_thumb_stands_below(visit: Visit) -> None:
    viewer = visit().open_chapter("dial", "?lang=en&rate=0.01")
    values = sweep().values
    edge = int(np.flatnonzero(values == 1.0)[0])
    mouse = viewer.page.mouse
    mouse.move(*viewer.page.evaluate(PIXELS, [SWEEP, edge, 1.0]))
    mouse.down()
    viewer.until("stage.dataset.row === what", str(edge))
    assert "1 × 2/λmax · oscillates" in viewer.page.locator(".descent-readout").inner_text()
    x, y = viewer.page.evaluate(PIXELS, [SWEEP, edge + 6, 1.0])
    mouse.move(x, y, steps=6)
    viewer.until("stage.dataset.row === what", str(edge + 6))
    mouse.up()
    viewer.until_query(rate=f"{values[edge + 6]:.10g}")
    box = viewer.page.locator("[data-dial=rate]").bounding_box()
    assert box is not None
    thumb = box["x"] + 11 + (box["width"] - 22) * (edge + 6) / 96
    assert thumb == pytest.approx(x, abs=1.5)


def test_the_path_on_the_map_is_the_one_that_was_computed(visit: Visit) -> None:
    """The head stands where the engine says, at a step in between and at another place of the dial."""
    viewer = visit().open_chapter("dial", "?lang=en&rate=0.5&optimizer=gd&steps=40")
    found = sweep(rate="0.5", steps="40")
    for at in (70, 74):
        viewer.page.locator("[data-dial=rate]").fill(str(at))
        viewer.scrub.fill("3")
        viewer.until("stage.dataset.row === what[0] && stage.dataset.step === '3'", [str(at)])
        x, y = viewer.page.evaluate(PIXELS, [MAP, *map(float, found.path[at, 3])])
        shown = viewer.page.evaluate(
            """([x, y]) => {
                const canvas = document.querySelector(".descent-subplot .descent-ink");
                const box = canvas.getBoundingClientRect();
                const scale = canvas.width / box.width;
                const at = [Math.round((x - box.left) * scale), Math.round((y - box.top) * scale)];
                return [...canvas.getContext("2d").getImageData(...at, 1, 1).data];
            }""",
            [x, y],
        )
        assert shown == [0, 0, 0, 255], "gradient descent's black head"


def test_a_click_on_the_map_moves_the_start(visit: Visit) -> None:
    viewer = visit().open_chapter("dial", "?lang=en&surface=bowl")
    viewer.page.mouse.click(*viewer.page.evaluate(PIXELS, [MAP, -1.5, 1.0]))
    viewer.until("new URL(location.href).searchParams.has('x')")
    assert (float(viewer.query["x"]), float(viewer.query["y"])) == pytest.approx((-1.5, 1.0), abs=0.03)
    assert len(rate_ladder(SURFACES["bowl"], (-1.5, 1.0))) == 97


@pytest.mark.parametrize("path", ["dial", "choosing"])
def test_what_is_played_is_in_sight(visit: Visit, path: str) -> None:
    """In Korean, and in English on a projector."""
    viewer = visit(Device(width=1366, height=768)).open_chapter(path, "?lang=ko")
    _in_sight(viewer)
    viewer.switch("English").click()
    viewer.page.keyboard.press("Escape")
    viewer.until("document.documentElement.lang === 'en'").until_at_rest()
    viewer.page.locator("body").press("p")
    viewer.until_query(projector="on").until("stage.classList.contains('descent-projector')")
    viewer.until("document.querySelector('[data-testid=stSidebar]').dataset.collapsed === 'true'").settle()
    _in_sight(viewer)


def _in_sight(viewer: Viewer) -> None:
    shown = [*viewer.page.locator(".descent-row").all()[:2], viewer.page.locator(".descent-transport")]
    for part in shown:
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 768
        assert box["x"] + box["width"] <= 1366
