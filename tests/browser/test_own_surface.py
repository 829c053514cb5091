"""A formula is typed, wrong and right, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def test_what_is_wrong_is_pointed_at_and_what_is_right_is_raced_on(visit: Visit) -> None:
    viewer = visit().open("?lang=en&surface=own&optimizers=gd")
    before = viewer.stage.get_attribute("data-drawn")
    box = viewer.page.locator("[data-testid=stSidebar] [data-testid=stTextInput] input")
    box.fill("x^2 + * y**2")
    box.press("Enter")
    expect(viewer.page.locator("[data-testid=stSidebar] [data-testid=stAlert]")).to_contain_text("there is *")
    expect(viewer.page.locator("[data-testid=stSidebar] [data-testid=stCode]")).to_have_text("x^2 + * y**2\n      ^")
    expect(box).to_have_value("x^2 + * y**2")
    assert viewer.query == {"lang": "en", "surface": "own", "optimizers": "gd"}
    assert viewer.stage.get_attribute("data-drawn") == before, "the picture stays that of the last good one"
    viewer.settle()
    assert violations(viewer.page) == []
    box.fill("x² + (y - 1)^2")
    box.press("Enter")
    viewer.until_query(f="x**2 + (y - 1)**2").until("stage.dataset.drawn !== what", before)
    expect(viewer.page.locator("[data-testid=stSidebar] [data-testid=stAlert]")).to_have_count(0)
    expect(box).to_have_value("x**2 + (y - 1)**2")
    typeset = viewer.page.locator("[data-testid=stSidebar] .katex-html").first
    expect(typeset).to_be_visible()
    expect(typeset).to_have_text("f(x,y)=x2+(y−1)2")
    viewer.until("stage.querySelector('[data-track=gd]').lastChild.textContent === 'at a global minimum'")
