"""A model's parameters as a viewer turns them: one step by key, and the loss in large type at every step."""

from collections.abc import Callable

import numpy as np
import pytest

from networks import CURVES, LETTERS, Fit
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer, number

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def test_a_key_takes_one_step_and_the_loss_follows_the_playhead(visit: Visit) -> None:
    viewer = visit(Device(width=1366, height=768)).open_chapter("model", "?lang=en&steps=30")
    curve = CURVES["cubic"]
    fit, theta = Fit(curve, *curve.data(0)), np.array(curve.start)
    reading = viewer.page.locator(".descent-number").nth(1)
    viewer.scrub.fill("0")
    viewer.until_step(0)
    assert number(reading.inner_text()) == pytest.approx(float(fit.value(theta)), rel=0.005)
    following = theta - 0.15 * fit.gradient(theta)
    row = viewer.page.locator("[data-entry=a] td").all_inner_texts()
    assert [number(each) for each in row] == pytest.approx(
        [theta[0], fit.gradient(theta)[0], following[0] - theta[0], following[0]], rel=0.005
    )
    viewer.page.keyboard.press("ArrowRight")
    viewer.until_step(1)
    assert number(reading.inner_text()) == pytest.approx(float(fit.value(following)), rel=0.005)
    board = viewer.page.locator(".descent-entries").bounding_box()
    assert board is not None
    assert board["y"] + board["height"] <= 768, "everything is in the first screen"
    messages = viewer.stage.get_attribute("data-messages")
    viewer.page.keyboard.press("n")  # the focus is on the bar under the pictures
    viewer.until("stage.dataset.messages !== what", messages).until_at_rest()
    written = [float(viewer.query[letter]) for letter in LETTERS]
    np.testing.assert_allclose(written, following, rtol=1e-8)
    assert float(viewer.slider("Parameter b").get_attribute("aria-valuetext") or "") == pytest.approx(
        following[1], abs=1e-3
    )
