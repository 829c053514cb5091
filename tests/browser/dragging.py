"""A slider of the stage under a mouse."""

from playwright.sync_api import Locator

from tests.browser.viewer import Viewer

THUMB = 24


def place_of(slider: Locator, stop: int) -> tuple[float, float]:
    """Where on the screen the middle of the thumb would be."""
    box = slider.bounding_box()
    assert box is not None
    share = stop / int(slider.get_attribute("max") or 1)
    return box["x"] + THUMB / 2 + share * (box["width"] - THUMB), box["y"] + box["height"] / 2


def grip(viewer: Viewer, slider: Locator) -> None:
    """Press on the thumb, once what all values do is there."""
    slider.scroll_into_view_if_needed()
    viewer.page.mouse.move(*place_of(slider, int(slider.input_value())))
    viewer.page.mouse.down()


def drag_to(viewer: Viewer, slider: Locator, stop: int) -> float:
    """Move the gripped thumb there, and wait until it is drawn; the value that stands there."""
    viewer.page.mouse.move(*place_of(slider, stop), steps=3)
    until_drawn(viewer)
    return float((slider.get_attribute("aria-valuetext") or "").partition(":")[0])


def until_drawn(viewer: Viewer) -> None:
    viewer.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
