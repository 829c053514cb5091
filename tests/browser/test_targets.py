"""What a finger meets is 44 pixels high and wide, and what little is smaller has 24."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS, FIRST

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PHONE = Device(locale="ko-KR", width=390, height=844, touch=True)
MET = "button, a[href], input, select, summary, [role=button]"
SMALL_PRINT = "[data-testid=stTooltipHoverTarget] button, [data-testid=stNumberInputClearButton]"
SMALLER = """([met, smallPrint]) => [...document.querySelectorAll(met)].flatMap((each) => {
  const { width, height, bottom } = each.getBoundingClientRect();
  const { visibility, clipPath } = getComputedStyle(each);
  const isSeen = width && height && bottom > 0 && visibility !== "hidden" && clipPath === "none";
  const isStreamlits = each.matches("[data-testid=stSlider] input, [data-testid=stSkipToContent]");
  const least = each.matches(smallPrint) ? 24 : 44;
  const fits = height >= least - 0.5 && (each.matches("a") || width >= least - 0.5);
  return !isSeen || isStreamlits || fits ? [] : [`${each.outerHTML.slice(0, 120)} ${width}×${height}`];
})"""
"""A link in running words is as wide as its words; under Streamlit's own sliders the whole track takes a finger."""


@pytest.mark.parametrize("path", CHAPTERS)
def test_what_a_finger_meets_is_large_enough(visit: Visit, path: str) -> None:
    viewer = visit(PHONE).open_chapter("" if path == FIRST.path else path)
    viewer.until_at_rest()
    assert viewer.page.evaluate(SMALLER, [MET, SMALL_PRINT]) == []
    viewer.page.get_by_test_id("stExpandSidebarButton").tap()
    viewer.page.locator(".st-key-chapters summary").tap()
    viewer.page.locator(".st-key-chapters a").first.tap(trial=True)
    assert viewer.page.evaluate(SMALLER, [MET, SMALL_PRINT]) == []
