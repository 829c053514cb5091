"""From chapter to chapter, and from addresses that lead nowhere, in a real browser."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS, LECTURE

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def link(viewer: Viewer, title: str) -> None:
    viewer.unfold_chapters().get_by_role("link", name=title, exact=True).click()  # one title may hold another


def test_the_way_to_the_guide_and_back_keeps_language_and_theme(visit: Visit) -> None:
    viewer = visit().open("?lang=ko&theme=dark&rate=0.5&steps=40").until_step(40)
    before = viewer.table()
    link(viewer, CHAPTERS["race"].title.ko)  # to where one is: nothing changes
    viewer.until_at_rest()
    viewer.slider("스텝 수").press("ArrowRight")
    viewer.until_query(steps="41", rate="0.5", lang="ko", theme="dark").until_step(41)
    assert {key: row[0] for key, row in viewer.table().items()} == {key: row[0] for key, row in before.items()}

    viewer.page.evaluate("globalThis.__loadedOnce = true")
    link(viewer, CHAPTERS["guide"].title.ko)
    expect(viewer.page.get_by_role("heading", name=CHAPTERS["guide"].title.ko)).to_be_visible()
    assert viewer.page.evaluate("globalThis.__loadedOnce"), "nothing is loaded again"
    assert urlsplit(viewer.href).path == "/guide"
    assert viewer.query == {"lang": "ko", "theme": "dark"}
    assert viewer.page.title() == "화면 읽는 법 · Descent"
    viewer.until_at_rest()  # until then the list is still the race's, whose own link keeps the whole race
    link(viewer, CHAPTERS["race"].title.ko)
    viewer.until("stage?.dataset.drawn !== undefined")
    assert urlsplit(viewer.href).path == "/race"
    assert viewer.query == {"lang": "ko", "theme": "dark"}
    viewer.page.go_back(wait_until="commit")
    expect(viewer.page.get_by_role("heading", name=CHAPTERS["guide"].title.ko)).to_be_visible()
    viewer.page.go_back(wait_until="commit")
    viewer.until_query(rate="0.5", steps="41", lang="ko", theme="dark").until("stage?.dataset.drawn !== undefined")
    viewer.until_row("gd", 1, "0.5")


def test_a_link_to_another_tab_is_the_browsers_own(visit: Visit) -> None:
    viewer = visit().open_chapter("guide", "?lang=en")
    left_alone = viewer.page.evaluate(
        """() => {
            let prevented;
            addEventListener("click", (event) => {
                prevented = event.defaultPrevented;
                event.preventDefault();
            }, { once: true });
            const init = { bubbles: true, cancelable: true, ctrlKey: true };
            document.querySelector(".descent-links a").dispatchEvent(new MouseEvent("click", init));
            return !prevented;
        }"""
    )
    assert left_alone
    assert urlsplit(viewer.href).path == "/guide"


def test_the_opening_page_starts_the_race_with_one_click(visit: Visit) -> None:
    viewer = visit(Device(moving=True)).open_chapter("", "?lang=en&theme=dark").until_state("playing")
    for chapter in CHAPTERS.values():
        if any(chapter in group.chapters for group in LECTURE):
            expect(viewer.page.locator("[data-testid=stMain]").get_by_text(chapter.about.en)).to_be_visible()
    viewer.page.get_by_role("link", name="Start the race").click()
    viewer.until("location.pathname === '/race' && stage?.dataset.state === 'playing'")
    assert viewer.query == {"lang": "en", "theme": "dark"}
    viewer.page.go_back(wait_until="commit")
    expect(viewer.page.get_by_role("heading", name="Descent")).to_be_visible()


@pytest.mark.parametrize("path", ["nothing", "guide/a", "race/"])
def test_an_address_that_leads_nowhere_is_told_and_its_race_is_shown(visit: Visit, path: str) -> None:
    viewer = visit()
    statuses: list[tuple[int, str]] = []
    viewer.page.on("response", lambda answer: statuses.append((answer.status, urlsplit(answer.url).path)))
    viewer.open("?rate=0.5&lang=en", path)
    assert viewer.table()["gd"][0] == "0.5"
    assert urlsplit(viewer.href).path == "/race"
    expect(viewer.page.get_by_role("dialog")).to_have_count(0)
    assert viewer.page.get_by_text("Page not found").count() == 0
    if path == "race/":
        assert viewer.notice() == ""
        assert viewer.query == {"rate": "0.5", "lang": "en"}
        return
    assert statuses[0] == (307, f"/{path}")
    assert f"/{path}" in viewer.notice()
    assert viewer.query == {"rate": "0.5", "lang": "en", "missing": path}
    viewer.slider("Learning rate").press("ArrowRight")
    viewer.until_query(missing=None, lang="en")
    expect(viewer.page.locator("[data-testid=stAlert]")).to_have_count(0)


def test_on_a_phone_the_chapters_are_behind_the_button(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", width=390, height=844, touch=True)).open()
    viewer.page.get_by_test_id("stExpandSidebarButton").tap()
    viewer.page.locator(".st-key-chapters summary").tap()
    entry = viewer.page.get_by_test_id("stSidebar").get_by_role("link", name=CHAPTERS["guide"].title.ko)
    entry.tap()  # the sheet scrolls to it
    expect(viewer.page.get_by_role("heading", name=CHAPTERS["guide"].title.ko)).to_be_visible()
    expect(entry).not_to_be_in_viewport()  # the sidebar does not stay before what was chosen
    wide = viewer.page.evaluate(
        """() => ["html", "[data-testid=stMain]"].map((name) => document.querySelector(name))
            .map((each) => [each.scrollWidth, each.clientWidth])"""
    )
    assert all(inside <= room <= 390 for inside, room in wide), wide
