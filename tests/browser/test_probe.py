"""The probe on the map: switched on, moved by keys and by a click, said, in the address; and noise by one press."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.viewer import Viewer

Visit = Callable[..., Viewer]


def test_the_probe_is_moved_by_keys_and_clicks_and_the_start_is_not(visit: Visit) -> None:
    viewer = visit().open("?surface=bounded-saddle&x=1&y=0&optimizers=gd&rate=0.1&lang=en").until_state("ended")
    viewer.page.keyboard.press("h")
    viewer.until_query(**{"probe": "on", "probe.x": "1", "probe.y": "0"})
    said = viewer.page.locator(".descent-probed")
    expect(said).to_contain_text("∇f = (2.00, 0)")
    viewer.page.locator(".descent-probe").press("ArrowUp")
    viewer.until_query(**{"probe.y": "0.048"})
    viewer.page.mouse.click(*viewer.point_on_map(0.02, 0.01))
    expect(said).to_contain_text("(0, 0): ∇f = (0, 0), curvatures 2.00 and −2.00 → saddle point")
    expect(viewer.page.locator(".descent-map .descent-live")).to_contain_text("saddle point")
    assert viewer.query["x"] == "1", "the start stays"
    viewer.until_row("gd", 5, "near a saddle point")
    viewer.page.keyboard.press("n")
    viewer.until_query(noise="0.04")
    viewer.page.keyboard.press("h")
    viewer.until_query(probe=None)
    expect(said).to_be_hidden()
    viewer.open_chapter("dial", "?surface=himmelblau&probe=on&probe.x=3&probe.y=2&lang=en")
    expect(said).to_contain_text("global minimum")
    assert viewer.query["probe"] == "on"
    viewer.page.keyboard.press("h")
    viewer.until_query(probe=None)
    expect(said).to_be_hidden()
