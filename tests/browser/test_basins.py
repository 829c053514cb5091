"""The basins as a viewer sees them: crisp cells in their place, shares, and a start that moves on both maps."""

from collections.abc import Callable

import pytest

from optimizers import GradientDescent
from pages.basins.choice import USUAL_STEPS
from pages.basins.compute import BasinInputs, compute
from surfaces import SURFACES
from tests.browser.test_dial import PIXELS
from tests.browser.viewer import Viewer
from tests.work.test_shared import run

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

LEFT_MAP, RIGHT_MAP = range(2)


def told(viewer: Viewer) -> str:
    return viewer.page.locator(".descent-readout").inner_text()


def handles(viewer: Viewer) -> list[tuple[float, float]]:
    """Where on the screen the start's handle is on each map."""
    boxes = [each.bounding_box() for each in viewer.page.locator(".descent-start").all()]
    return [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box]


def test_it_opens_with_shares_and_a_click_on_either_map_starts_a_run_on_both(visit: Visit) -> None:
    viewer = visit().open_chapter("basins", "?lang=en")
    the_cells_cover_the_picture_and_are_not_smoothed(viewer)
    shares = run(compute(BasinInputs(SURFACES["himmelblau"], GradientDescent(), 0.01, USUAL_STEPS)))[1].shares
    captions = viewer.page.locator(".descent-subplot figcaption").all_inner_texts()
    for sign, share in zip("ABCD", shares, strict=False):
        assert f"{sign} ★ {share:.1f}%" in captions[LEFT_MAP]
    assert "did not converge 4" in captions[RIGHT_MAP]
    viewer.page.mouse.click(*viewer.page.evaluate(PIXELS, [RIGHT_MAP, -3.0, -3.0]))
    viewer.until("document.querySelector('.descent-readout').textContent.includes('C (−3.78, −3.28)')")
    assert float(viewer.query["x"]) == pytest.approx(-3.0, abs=0.03)
    assert float(viewer.query["y"]) == pytest.approx(-3.0, abs=0.03)
    assert f"On the right: has not converged after {USUAL_STEPS} steps" in told(viewer)
    for shown, subplot in zip(handles(viewer), (LEFT_MAP, RIGHT_MAP), strict=True):
        assert shown == pytest.approx(viewer.page.evaluate(PIXELS, [subplot, -3.0, -3.0]), abs=2)
    viewer.page.locator(".descent-start").first.press("ArrowRight")
    viewer.until("Number(new URL(location.href).searchParams.get('x')) > -2.9")


def the_cells_cover_the_picture_and_are_not_smoothed(viewer: Viewer) -> None:
    for subplot in (LEFT_MAP, RIGHT_MAP):
        image, rendering = viewer.page.evaluate(
            """(subplot) => {
                const image = document.querySelectorAll(".descent-subplot image")[subplot];
                const { left, right, top, bottom } = image.getBoundingClientRect();
                return [[left, top, right, bottom], getComputedStyle(image).imageRendering];
            }""",
            subplot,
        )
        corners = [viewer.page.evaluate(PIXELS, [subplot, *corner]) for corner in ((-6, 6), (6, -6))]
        assert image == pytest.approx([*corners[0], *corners[1]], abs=1)
        assert rendering == "pixelated"
    bottom = viewer.page.locator(".descent-transport").bounding_box()
    assert bottom is not None
    assert bottom["y"] + bottom["height"] <= 768, "everything is in sight"
    assert viewer.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
