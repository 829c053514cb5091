"""Loss and activation functions in a real browser: dials move points, playing moves bars, chips take curves away."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import expect

from figures.theme import FUNCTIONS
from tests.browser.conftest import Device
from tests.browser.test_dial import PIXELS
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
BARS, SQUARED, ENTROPY = range(3)
COLUMN = "[...document.querySelectorAll('.descent-entries tbody tr')].map((row) => row.lastChild.textContent)"


def colour_at(viewer: Viewer, subplot: int, x: float, y: float) -> list[int]:
    """Of the canvas over a subplot, at a place on its axes."""
    return list(
        viewer.page.evaluate(
            f"""([subplot, x, y]) => {{
                const [left, top] = ({PIXELS})([subplot, x, y]);
                const canvas = document.querySelectorAll(".descent-subplot .descent-ink")[subplot];
                const box = canvas.getBoundingClientRect();
                const scale = canvas.width / box.width;
                const at = [Math.round((left - box.left) * scale), Math.round((top - box.top) * scale)];
                return [...canvas.getContext("2d").getImageData(...at, 1, 1).data];
            }}""",
            [subplot, x, y],
        )
    )


def test_playing_changes_mse_alone_and_the_dial_both(visit: Visit) -> None:
    viewer = visit(Device(width=1366, height=768)).open_chapter("losses", "?lang=en&show=classes&classes=3")
    viewer.pause_at(0)
    viewer.until(f"{COLUMN}.join() === '0.0800,0.511'")
    assert colour_at(viewer, BARS, 2, 0.15)[3] > 0, "evenly, the last class has its bar"
    viewer.page.keyboard.press("End")
    viewer.until(f"{COLUMN}.join() === '0.107,0.511'")
    assert colour_at(viewer, BARS, 2, 0.15)[3] == 0
    assert colour_at(viewer, BARS, 1, 0.35)[3] > 0
    viewer.page.mouse.click(*viewer.page.evaluate(PIXELS, [ENTROPY, 24.0, float(-np.log(0.25))]))
    viewer.until_query(prediction="0.25")
    expect(viewer.page.locator(".descent-readout")).to_contain_text("ŷ = 0.25 · its squared error 0.562, slope −1.5")
    viewer.until(f"{COLUMN}.join() === '0.375,1.39'")
    thumb = viewer.page.locator("[data-dial=prediction]").bounding_box()
    assert thumb is not None
    x, _ = viewer.page.evaluate(PIXELS, [ENTROPY, 24.0, 0.0])
    assert thumb["x"] + 11 + (thumb["width"] - 22) * 24 / 99 == pytest.approx(x, abs=1.5)
    for part in (".descent-row", ".descent-transport", ".descent-entries"):
        expect(viewer.page.locator(part)).to_be_in_viewport(ratio=1)


def test_a_chip_takes_a_function_away_and_the_dial_moves_a_point_on_every_curve(visit: Visit) -> None:
    viewer = visit(Device(width=1366, height=768)).open_chapter("activations", "?lang=ko&x=-2")
    expect(viewer.page.locator(".descent-transport")).to_be_hidden()
    tanh = [int(FUNCTIONS["tanh"].light[i : i + 2], 16) for i in (1, 3, 5)]
    assert colour_at(viewer, 0, 40, float(np.tanh(-2)))[:3] == pytest.approx(tanh, abs=6)
    viewer.page.locator("[data-toggle=tanh]").click()
    viewer.until_query(functions="sigmoid,relu,leaky-relu", x="-2").until_at_rest()
    viewer.until("stage.querySelector('[data-entry=tanh]').lastChild.textContent === '–'")
    assert colour_at(viewer, 0, 30, float(np.tanh(-3)))[3] == 0
    viewer.page.locator("[data-dial=x]").focus()
    viewer.page.keyboard.press("End")
    viewer.until_query(x="6")
    viewer.until(f"{COLUMN}[2] === '1.00'")
    for part in (".descent-row", ".descent-entries"):
        expect(viewer.page.locator(part)).to_be_in_viewport(ratio=1)
