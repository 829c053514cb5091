"""The address is the whole state: a link shows the same race, and whatever it says, the page works."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, expect

from address.race import LECTURE
from tests.address.weird_addresses import WEIRD
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def test_a_copied_link_shows_the_same_race(visit: Visit) -> None:
    viewer = visit().open("?surface=himmelblau&adam.beta1=0.5")
    viewer.page.mouse.click(*viewer.point_on_map(-1.0, 3.0))
    viewer.until("new URL(location.href).searchParams.has('x')")
    viewer.slider("Learning rate").press("ArrowRight")
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    viewer.page.locator("[data-toggle=adagrad]").click()
    viewer.until_row("adagrad", 1, "–")
    steps = int(viewer.scrub.get_attribute("max") or 0)
    viewer.slider("Steps").press("ArrowRight")
    viewer.until_query(steps=str(steps + 1)).until_step(steps + 1)

    friend = visit(Device(locale="ko-KR"))
    friend.open(viewer.href.removeprefix(f"{viewer.url}/race")).until_step(steps + 1)
    assert friend.notice() == ""
    assert friend.query == viewer.query
    assert friend.stage.get_attribute("data-drawn") == viewer.stage.get_attribute("data-drawn")
    assert [row[:4] for row in friend.table().values()] == [row[:4] for row in viewer.table().values()]
    assert len({row[1] for row in friend.table().values()}) >= 3, "and it is a race worth comparing"


@pytest.mark.parametrize(
    ("locale", "query", "expected"),
    [
        ("ko-KR", "?surface=moon&rate=0.5", ["surface=moon", "쓸 수 있는 값", "class-ravine"]),
        ("en-US", "?momentum.momentum=nan&rate=0.5&rate=0.6&y=1", ["momentum.momentum=nan", "rate=0.5, 0.6", "once"]),
    ],
)
def test_a_bad_value_is_told_the_rest_of_the_link_applies_and_it_leaves_with_the_next_change(
    visit: Visit, locale: str, query: str, expected: list[str]
) -> None:
    """One in each language; tests/pages/race/test_page.py asks the script for every kind of bad value."""
    viewer = visit(Device(locale=locale)).open(f"{query}&planet=mars&steps=50")
    for words in [*expected, "planet=mars"]:
        expect(viewer.page.locator("[data-testid=stAlert]")).to_contain_text(words)
    assert viewer.errors_shown() == []
    rate = "0.9" if query.count("rate=") == 2 else "0.5"
    assert viewer.table()["gd"][0] == rate
    viewer.pause_at(0)
    viewer.button("end").click()
    viewer.until_state("ended")
    viewer.slider("스텝 수" if locale == "ko-KR" else "Steps").press("ArrowRight")
    viewer.until_query(surface=None, momentum__momentum=None, planet=None, steps="51")
    expect(viewer.page.locator("[data-testid=stAlert]")).to_have_count(0)


def test_what_a_link_says_is_shown_as_it_is(visit: Visit) -> None:
    """Neither HTML nor Markdown nor formulas nor Streamlit's own marks come alive in a notice."""
    nasty = "<img src=x onerror=alert(1)>"
    marks = "`**b** [l](http://e.org) :red[r] $x^2$ :smile:"
    viewer = visit()
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    viewer.page.on("dialog", dismiss)
    viewer.open(f"?surface={quote(nasty)}&lang={quote(marks)}&{quote(nasty)}={quote(marks)}")
    alert = viewer.page.locator("[data-testid=stAlert]")
    expect(alert).to_contain_text(f"surface={nasty}")
    expect(alert).to_contain_text("**b** [l](http://e.org) :red[r]")
    assert alert.locator("img, a, strong, .katex, script").count() == 0
    assert dialogs == []


def test_no_address_breaks_the_page(visit: Visit) -> None:
    """Every ninth of them in a browser; tests/pages/race/test_page.py asks the script for all."""
    viewer = visit()
    for query in WEIRD[::9]:
        viewer.page.goto("about:blank")
        viewer.open(query).until_state("ended")
        assert viewer.errors_shown() == [], query
        assert len(viewer.notice()) < 2500, query
        assert list(viewer.table()) == list(LECTURE), query
        assert any(row[0] != "–" for row in viewer.table().values()), query
        assert viewer.complaints == [], query


def test_the_language_stays_in_the_link_and_the_back_button_restores_the_former_race(visit: Visit) -> None:
    viewer = visit().open("?steps=50").until_step(50)
    expect(viewer.page.get_by_role("heading", name="Textbook ravine")).to_be_visible()
    viewer.switch("한국어").click()
    viewer.until_query(lang="ko", steps="50")
    expect(viewer.page.get_by_role("heading", name="교과서 협곡")).to_be_visible()
    expect(viewer.page.locator(".descent-scoreboard thead")).to_contain_text("최적화 기법")
    viewer.until("stage.querySelector('[data-act=end]').getAttribute('aria-label').startsWith('끝으로')")
    viewer.page.reload()
    viewer.until("stage?.dataset.drawn !== undefined").until_at_rest()
    expect(viewer.page.get_by_role("heading", name="교과서 협곡")).to_be_visible()

    first = viewer.until_step(50).table()
    viewer.slider("학습률").press("ArrowRight")
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    assert viewer.table() != first
    viewer.page.go_back(wait_until="commit")
    viewer.until_query(steps="50", rate=None).until_row("gd", 1, "0.9")
    assert viewer.table() == first
    expect(viewer.box("학습률")).to_have_value("0.9")


def test_after_a_choice_from_a_list_the_keys_are_the_stages_again(visit: Visit) -> None:
    viewer = visit().open("?lang=en")
    box = viewer.page.get_by_role("combobox", name="Learning rates")
    box.click()
    viewer.page.get_by_role("option", name="Equal first steps").click()
    viewer.until_query(rates="first-step").until_at_rest()
    viewer.page.keyboard.press("v")
    viewer.until_query(view="relief")
    assert box.input_value() == "Equal first steps", "and not the list's"

    box.focus()
    viewer.page.keyboard.press("ArrowDown")
    viewer.page.keyboard.type("same")
    viewer.page.keyboard.press("Enter")
    viewer.until_query(rates="common").until_at_rest()
    viewer.page.keyboard.press("v")
    viewer.until_query(view="map")
    expect(box).to_be_focused()  # from where Tab goes on


def test_two_viewers_share_nothing(visit: Visit) -> None:
    one, other = visit().open(), visit().open()
    before = other.table()
    one.slider("Learning rate").press("ArrowRight")
    one.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, one.query["rate"])
    one.page.locator("[data-toggle=adam]").click()
    one.until_row("adam", 1, "–")
    other.switch("한국어").click()
    other.until_query(lang="ko", rate=None, optimizers=None)
    expect(other.page.locator(".descent-scoreboard thead")).to_contain_text("최적화 기법")
    assert [row[:4] for row in other.table().values()] == [row[:4] for row in before.values()]


def test_a_new_surface_begins_with_its_own_start_rate_and_steps(visit: Visit) -> None:
    viewer = visit().open("?x=1&y=1&rate=0.3&steps=33&optimizers=gd,adam&rate.adam=0.2")
    viewer.choose_surface("Rosenbrock function")
    viewer.until_query(surface="rosenbrock").until("stage.dataset.drawn.startsWith('Rosenbrock')")
    assert viewer.query == {"surface": "rosenbrock", "optimizers": "gd,adam"}
    expect(viewer.page.get_by_role("heading", name="Rosenbrock")).to_be_visible()
    assert viewer.errors_shown() == []
