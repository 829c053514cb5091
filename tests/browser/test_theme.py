"""Light and dark: the system's, or what the address says; live, from the first paint on. And the page's language."""

import zlib
from collections.abc import Callable
from threading import Event

import pytest
import streamlit as st
from playwright.sync_api import Page, Route, expect

from address.theme import NAMES
from figures.theme import LOOKS, Theme, style
from optimizers import OPTIMIZERS
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
Color = tuple[int, int, int]

SHOWN = """() => ({
    ground: getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor,
    stage: getComputedStyle(document.querySelector(".descent-stage, .descent-swatches")).backgroundColor,
    scheme: getComputedStyle(document.documentElement).colorScheme,
})"""


def rgb(color: str) -> Color:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def ground(theme: Theme) -> Color:
    return rgb(st.get_option(f"theme.{theme}.backgroundColor"))


def css(color: Color) -> str:
    return f"rgb({', '.join(map(str, color))})"


def choose(viewer: Viewer, choice: str) -> None:
    viewer.switch(choice).click()


def until_all_is(viewer: Viewer, theme: Theme) -> None:
    """The page, the static figures and what moves over them."""
    viewer.until(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === what", css(ground(theme))
    )
    viewer.until("getComputedStyle(stage).backgroundColor === what", css(ground(theme)))
    viewer.until(
        """['map', 'curves'].every((panel) =>
            stage.querySelector(`.descent-${panel} .descent-plot`).layout.font.color === what)""",
        LOOKS[theme].text,
    )
    other: Theme = "light" if theme == "dark" else "dark"
    for panel in ("map", "curves"):
        own, foreign = (style("momentum", tuple(OPTIMIZERS)).color(each) for each in (theme, other))
        viewer.until_painted(own, panel)
        assert viewer.painted(foreign, panel) == 0


def test_the_switch_changes_everything_at_once_and_is_in_the_address(visit: Visit) -> None:
    viewer = visit().open("?lang=ko&steps=40")
    until_all_is(viewer, "light")
    choose(viewer, "어둡게")
    viewer.until_query(theme="dark", lang="ko", steps="40")
    until_all_is(viewer, "dark")
    choose(viewer, "밝게")
    viewer.until_query(theme="light", steps="40")
    until_all_is(viewer, "light")
    viewer.page.go_back(wait_until="commit")
    viewer.until_query(theme="dark", steps="40")
    until_all_is(viewer, "dark")
    expect(viewer.switch("어둡게")).to_be_checked()
    choose(viewer, "시스템")
    viewer.until_query(theme=None, lang="ko", steps="40")
    until_all_is(viewer, "light")


def test_a_link_opens_in_its_own_theme_whatever_the_system_does(visit: Visit) -> None:
    viewer = visit(Device(scheme="dark")).open("?theme=light&lang=en")
    until_all_is(viewer, "light")
    assert viewer.page.evaluate(SHOWN)["scheme"] == "light", "scroll bars and boxes of the browser's own follow"
    expect(viewer.switch(NAMES["light"].en)).to_be_checked()
    assert viewer.notice() == ""
    viewer.page.emulate_media(color_scheme="light")
    viewer.page.emulate_media(color_scheme="dark")
    viewer.slider("Steps").press("ArrowRight")
    viewer.until("new URL(location.href).searchParams.has('steps')")
    until_all_is(viewer, "light")
    choose(viewer, "System")
    until_all_is(viewer, "dark")
    viewer.page.emulate_media(color_scheme="light")
    until_all_is(viewer, "light")


def test_what_another_app_has_kept_at_this_address_does_not_count(visit: Visit) -> None:
    viewer = visit()
    viewer.page.goto(f"{viewer.url}/_stcore/health")
    viewer.page.evaluate("""localStorage.setItem("stActiveTheme-/-v2", '"Dark"')""")
    until_all_is(viewer.open("?theme=light"), "light")
    viewer.page.evaluate("""localStorage.setItem("stActiveTheme-/-v2", '"Dark"')""")
    until_all_is(viewer.open(""), "light")


def test_the_guide_shows_each_optimizer_in_the_colours_of_the_theme(visit: Visit) -> None:
    viewer = visit().open_chapter("guide", "?lang=en&theme=dark")
    for choice in ("Dark", "Light", "Dark"):
        theme: Theme = "dark" if choice == "Dark" else "light"
        choose(viewer, choice)
        wanted = [rgb(style(key, tuple(OPTIMIZERS)).color(theme)) for key in OPTIMIZERS]
        viewer.until(
            """(() => {
                const canvases = [...document.querySelectorAll(".descent-swatches canvas")];
                return canvases.length === what.length && canvases.every((canvas, row) => {
                    const { data } = canvas.getContext("2d").getImageData(34, 16, 1, 1);
                    return what[row].every((level, i) => Math.abs(level - data[i]) <= 6);
                });
            })()""",
            wanted,
        )
        assert viewer.page.evaluate(SHOWN)["ground"] == css(ground(theme))


def pixel(page: Page, x: int, y: int) -> Color:
    """What is really on the screen: a picture of one point, whose PNG holds a filter byte and its colour."""
    png = page.screenshot(clip={"x": x, "y": y, "width": 1, "height": 1})
    packed, at = b"", 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    red, green, blue = zlib.decompress(packed)[1:4]
    return red, green, blue


@pytest.mark.parametrize(
    ("system", "address", "theme"),
    [
        ("light", "race?theme=dark", "dark"),
        ("dark", "guide", "dark"),
    ],
)
def test_no_other_ground_is_ever_seen(visit: Visit, system: str, address: str, theme: Theme) -> None:
    """From the first paint, before any script runs, to the complete page."""
    viewer = visit(Device(scheme=system, name="first paint"))
    page = viewer.page
    waiting: list[Route] = []
    released = Event()

    def hold(route: Route) -> None:
        if released.is_set():
            route.continue_()
        else:
            waiting.append(route)

    page.add_init_script(
        """globalThis.grounds = new Set();
        const look = () => {
            for (const name of ["html", "[data-testid=stApp]", ".descent-stage", ".descent-swatches"]) {
                const each = document.querySelector(name);
                const color = each && getComputedStyle(each).backgroundColor;
                if (color && color !== "rgba(0, 0, 0, 0)") grounds.add(color);
            }
            requestAnimationFrame(look);
        };
        look();"""
    )
    page.route("**/*.js", hold)
    page.goto(f"{viewer.url}/{address}", wait_until="commit")
    page.wait_for_function("() => document.querySelector('noscript') !== null")
    assert pixel(page, 700, 300) == ground(theme), "nothing has run yet"
    released.set()
    for route in waiting:
        route.continue_()
    viewer.until("document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'")
    viewer.until("document.querySelector('.descent-stage, .descent-swatches')?.querySelector('table') != null")
    assert page.evaluate("[...grounds]") == [css(ground(theme))]


def test_the_language_of_the_page_is_declared(visit: Visit) -> None:
    """And a link opens the guide directly, without a request for nothing: the page says where its server is."""
    declared = "document.documentElement.lang"
    for locale, query, language in (
        ("de-DE", "", "en"),
        ("ko-KR", "?lang=fr", "ko"),
        ("en-US", "?lang=ko&lang=ko", "en"),
    ):
        viewer = visit(Device(locale=locale)).open_chapter("guide", query)
        assert viewer.page.evaluate(declared) == language, (locale, query)
        korean = "최적화 기법" in viewer.page.locator(".descent-scoreboard thead").inner_text()
        assert korean == (language == "ko"), "it is the language that the page is in"
        title = CHAPTERS["guide"].title
        expect(viewer.page.get_by_role("heading", name=title.ko if korean else title.en)).to_be_visible()
        expect(viewer.page.locator(".descent-swatches tbody tr")).to_have_count(len(OPTIMIZERS))
        assert viewer.page.locator(".katex-error").count() == 0
        assert [url for url in viewer.requests if "/guide/" in url] == []
    viewer.switch("한국어").click()
    viewer.until("document.documentElement.lang === 'ko'")
    viewer.page.go_back(wait_until="commit")
    viewer.until("document.documentElement.lang === 'en'")
    expect(viewer.page).to_have_title("User guide · Descent")


def test_other_questions_about_the_screen_get_the_systems_own_answer(visit: Visit) -> None:
    viewer = visit().open("?theme=dark")
    asked = viewer.page.evaluate(
        """() => Object.fromEntries([
            "(prefers-color-scheme: dark)", "(prefers-color-scheme:light)", "( PREFERS-COLOR-SCHEME : Dark )",
            "(prefers-reduced-motion: reduce)", "(min-width: 1px) and (prefers-color-scheme: dark)",
            "not all and (prefers-color-scheme: dark)", "print",
        ].map((media) => [media, matchMedia(media).matches]))"""
    )
    assert list(asked.values()) == [True, False, True, True, False, True, False]
    viewer.page.evaluate(
        """() => {
            globalThis.heard = [];
            const dark = matchMedia("(prefers-color-scheme: dark)");
            const note = (who) => (event) => heard.push([who, event.matches, event.media]);
            const old = note("addListener");
            dark.addListener(old);
            dark.addEventListener("change", note("once"), { once: true });
            matchMedia("(prefers-color-scheme: light)").onchange = note("onchange");
            history.pushState({}, "", "?theme=light");
            history.replaceState({}, "", "?theme=light&lang=ko");
            dark.removeListener(old);
            history.pushState({}, "", "?theme=dark");
        }"""
    )
    dark, light = "(prefers-color-scheme: dark)", "(prefers-color-scheme: light)"
    assert viewer.page.evaluate("heard") == [
        ["addListener", False, dark],
        ["once", False, dark],
        ["onchange", True, light],
        ["onchange", False, light],
    ]
