"""On a phone, upright or on its side, what plays the picture is in sight together with the picture."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

UPRIGHT, LYING = (390, 844), (844, 390)
ZOOMED = (320, 256)
"""A laptop at 400 %."""

PAGES = (("race", "?surface=himmelblau"), ("race", "?surface=rastrigin"), ("scenes", "?ask=off"), ("step", ""))

IN_SIGHT = """([name]) => {
  const box = document.querySelector(name).getBoundingClientRect();
  return Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top));
}"""
"""How many pixels of it are in the window."""


def in_sight(viewer: Viewer, name: str) -> float:
    return float(viewer.page.evaluate(IN_SIGHT, [name]))


def phone(size: tuple[int, int]) -> Device:
    return Device(locale="ko-KR", width=size[0], height=size[1], touch=True)


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_what_plays_is_in_sight_together_with_the_picture(visit: Visit, size: tuple[int, int]) -> None:
    for path, query in PAGES:
        viewer = visit(phone(size)).open_chapter(path, query)
        viewer.until_at_rest()
        play = in_sight(viewer, "[data-act=play]")
        assert play == viewer.page.locator("[data-act=play]").bounding_box()["height"], (path, query)  # type: ignore[index]
        shown = in_sight(viewer, ".descent-pictures") - in_sight(viewer, ".descent-transport")
        assert shown >= 0.25 * size[1], (path, query)


def test_nothing_that_stays_in_sight_hides_the_picture_of_a_low_window(visit: Visit) -> None:
    for path in ("race", "training", "step", "backpropagation"):
        viewer = visit(phone(ZOOMED)).open_chapter(path)
        viewer.page.evaluate("document.querySelector('.descent-pictures').scrollIntoView()")
        assert in_sight(viewer, ".descent-transport") == 0, path
