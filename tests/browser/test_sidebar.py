"""What stands beside the stage: surfaces to choose from by their maps, one small menu, and all of it in sight."""

from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocketRoute, expect

from surfaces import KIND_NAMES, SURFACES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
CUT_OFF = """() => {
  const content = document.querySelector("[data-testid=stSidebarContent]");
  return content.scrollHeight - content.clientHeight;
}"""
PAINTED = """() => [...document.querySelectorAll(".descent-surfaces-group canvas:not(.descent-blank)")]
  .map((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 4).join())).size;
})"""
"""How many colours each thumbnail has."""


@pytest.mark.parametrize(("path", "height"), [("race", 650), ("training", 900)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_controls_fit_without_scrolling(visit: Visit, path: str, height: int, language: str) -> None:
    viewer = visit(Device(width=1366, height=height)).open_chapter(path, f"?lang={language}")
    assert viewer.page.evaluate(CUT_OFF) == 0


def test_a_surface_is_chosen_by_its_own_map(visit: Visit) -> None:
    viewer = visit().open("?lang=ko&x=1&y=1&rate=0.3")
    button = viewer.page.get_by_role("button", name="곡면 교과서 협곡")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    options = viewer.page.locator(".descent-surfaces-panel [role=option]")
    expect(options).to_have_count(len(SURFACES) + 1)
    assert min(viewer.page.evaluate(PAINTED)) >= 4
    for kind in KIND_NAMES.values():
        expect(viewer.page.get_by_role("group", name=kind.ko, exact=True)).to_be_visible()
    chosen = viewer.page.locator(".descent-surfaces-panel [aria-selected=true]")
    expect(chosen).to_have_text("교과서 협곡")
    expect(chosen).to_be_focused()
    viewer.page.get_by_role("option", name="힘멜블라우").click()
    viewer.until_query(surface="himmelblau", x=None, rate=None).until("stage.dataset.drawn.startsWith('Himmelblau')")
    expect(viewer.page.locator(".descent-surfaces-panel")).to_be_hidden()
    expect(viewer.page.get_by_role("button", name="곡면 힘멜블라우")).to_be_focused()
    viewer.page.keyboard.press("v")
    viewer.until_query(view="relief")
    assert viewer.complaints == []


def test_the_gallery_is_used_with_the_keyboard_alone(visit: Visit) -> None:
    viewer = visit().open("?lang=en")
    viewer.page.locator(".descent-surfaces-button").focus()
    viewer.page.keyboard.press("Enter")
    focused = viewer.page.locator(":focus")
    expect(focused).to_have_text("Textbook ravine")
    viewer.page.keyboard.press("ArrowRight")
    expect(focused).not_to_have_text("Textbook ravine")
    viewer.page.keyboard.press("ArrowDown")
    below = focused.inner_text()
    viewer.page.keyboard.press("ArrowUp")
    expect(focused).not_to_have_text(below)
    viewer.page.keyboard.press("End")
    expect(focused).to_have_attribute("data-surface", "own")
    viewer.page.keyboard.press("r")
    assert focused.inner_text().lower().startswith("r")
    viewer.page.keyboard.press("Escape")
    expect(viewer.page.locator(".descent-surfaces-panel")).to_be_hidden()
    assert "surface" not in viewer.query
    viewer.page.keyboard.press("Enter")
    viewer.page.keyboard.press("End")
    viewer.page.keyboard.press("ArrowLeft")
    last = focused.get_attribute("data-surface")
    viewer.page.keyboard.press("Enter")
    viewer.until_query(surface=last)


def test_language_theme_and_projector_are_behind_one_button(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open("?lang=ko")
    viewer.page.get_by_test_id("stExpandSidebarButton").tap()
    menu = viewer.page.get_by_role("button", name="언어와 화면 · Language")
    menu.tap()
    expect(viewer.page.get_by_role("radio", name="English")).to_be_in_viewport(ratio=1)
    expect(viewer.page.get_by_text("프로젝터 화면", exact=True)).to_be_in_viewport(ratio=1)
    viewer.page.get_by_role("radio", name="English").tap()
    viewer.until_query(lang="en")


UPRIGHT, LYING = (390, 844), (844, 390)


def phone(size: tuple[int, int]) -> Device:
    return Device(locale="ko-KR", width=size[0], height=size[1], touch=True)


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_on_a_phone_two_buttons_say_what_is_behind_them(visit: Visit, size: tuple[int, int]) -> None:
    viewer = visit(phone(size)).open("?lang=ko")
    settings, contents = (viewer.page.get_by_role("button", name=name, exact=True) for name in ("설정", "차례"))
    title = viewer.page.locator("[data-testid=stMain] h1").first.bounding_box()
    for button in (settings, contents):
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box
        assert title
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= title["y"] or box["x"] + box["width"] <= title["x"] + 184, "not on the title"
    contents.tap()
    expect(viewer.page.get_by_role("link", name=CHAPTERS["guide"].title.ko)).to_be_visible()
    expect(contents).to_have_count(0)


def test_the_sheet_of_a_phone_leaves_the_picture_in_sight(visit: Visit) -> None:
    viewer = visit(phone(UPRIGHT)).open("?lang=ko")
    viewer.page.get_by_role("button", name="설정", exact=True).tap()
    sheet = viewer.page.get_by_test_id("stSidebar").bounding_box()
    picture = viewer.page.locator(".descent-map").bounding_box()
    assert sheet
    assert picture
    assert (sheet["x"], sheet["width"]) == (0, UPRIGHT[0])
    assert sheet["y"] + sheet["height"] == UPRIGHT[1]
    assert sheet["y"] >= picture["y"] + 0.75 * picture["height"]


def test_the_heading_of_a_chapter_that_was_chosen_has_the_focus(visit: Visit) -> None:
    """However slow the line is, unless something else is done meanwhile."""
    viewer = visit()
    held: list[tuple[WebSocketRoute, str | bytes]] | None = None

    def through(route: WebSocketRoute) -> None:
        route.connect_to_server().on_message(
            lambda message: route.send(message) if held is None else held.append((route, message))
        )

    viewer.page.route_web_socket("**/_stcore/stream", through)
    viewer.open("?lang=ko")
    heading = viewer.page.locator("[data-testid=stMain] h1").first
    for path, meanwhile in (("dial", None), ("guide", "Shift")):
        viewer.unfold_chapters()
        held = []
        link = viewer.page.get_by_test_id("stSidebar").get_by_role("link", name=CHAPTERS[path].title.ko, exact=True)
        link.press("Enter")
        if meanwhile:
            viewer.page.keyboard.press(meanwhile)
        viewer.page.evaluate("const now = performance.now.bind(performance); performance.now = () => now() + 60_000")
        late, held = held, None
        for route, message in late:
            route.send(message)
        expect(heading).to_contain_text(CHAPTERS[path].title.ko)
        viewer.until_at_rest()
        (expect(heading).not_to_be_focused if meanwhile else expect(heading).to_be_focused)()
