"""Nothing moves by itself: not while the page comes up, not when a slider moves, not while the race plays."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from tools.shifts import SHIFTED, WATCH_SHIFTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
A_GOOD_PAGE = 0.1
"""Up to this much, pages count as good."""


def shifted(viewer: Viewer) -> float:
    return float(viewer.page.evaluate(SHIFTED))


@pytest.mark.parametrize(
    ("query", "width", "height"),
    [
        ("", 1366, 768),
        ("?surface=goldstein-price", 390, 844),
        ("?projector=on", 1920, 1080),
    ],
)
def test_hardly_anything_moves_while_the_page_comes_up(visit: Visit, query: str, width: int, height: int) -> None:
    viewer = visit(Device(width=width, height=height, touch=width < 500, moving=True, name=f"new {query}"))
    viewer.page.add_init_script(WATCH_SHIFTS)
    viewer.open(query).until_state("playing")
    assert shifted(viewer) < A_GOOD_PAGE


def test_nothing_moves_when_a_slider_does_nor_while_it_plays(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR"))
    viewer.page.add_init_script(WATCH_SHIFTS)
    viewer.open("?steps=60&surface=himmelblau")
    shifted(viewer)
    for move in range(4):
        before = viewer.stage.get_attribute("data-messages")
        viewer.slider("학습률").press("ArrowRight" if move < 3 else "ArrowLeft")
        viewer.until("stage.dataset.messages !== what", before)
    viewer.page.wait_for_timeout(300)
    assert shifted(viewer) == 0
    viewer.button("play").click()
    viewer.until_state("ended")
    assert shifted(viewer) == 0
    viewer.page.evaluate("document.querySelector('.descent-top').style.paddingTop = '60px'")
    viewer.page.wait_for_timeout(300)
    assert shifted(viewer) > 0.01, "a shift would be noticed"
