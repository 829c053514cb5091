"""Everybody can use it: nothing against WCAG 2.2 A and AA that axe can find, words one can read, and no mouse needed.

axe-core is Deque's; it judges the page as it stands in the browser.
"""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from scenes import SCENES
from tests.browser.conftest import Device
from tests.browser.cut_off import cut_off_at_every_size
from tests.browser.test_labels import english_names
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS, FIRST
from ui.shell.navigation import CONTENTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

every_chapter = pytest.mark.parametrize(
    ("path", "theme"), [(path, ("light", "dark")[place % 2]) for place, path in enumerate(CHAPTERS)]
)
"""Each once; the themes take turns."""
every_kind_with_controls = pytest.mark.parametrize(
    ("path", "theme"), [("race", "light"), ("dial", "dark"), ("step", "dark"), ("scenes", "light")]
)

KEPT = """() => {
    const list = document.querySelector(".st-key-chapters");
    const kept = parseFloat(getComputedStyle(list).minHeight);
    list.style.minHeight = "0";
    const { height } = list.getBoundingClientRect();
    list.style.minHeight = "";
    return [kept, height];
}"""
"""The place that is kept for the list of chapters, and how high the folded list is."""


def chapter(viewer: Viewer, path: str, query: str) -> Viewer:
    return viewer.open_chapter("" if path == FIRST.path else path, query)


REACHED = """() => [...document.querySelectorAll("[data-testid=stMain] :is(.katex, div:has(> table), math)")]
    .every((each) => each.scrollWidth <= each.clientWidth + 1 || each.matches("[tabindex]") ||
        getComputedStyle(each).overflowX === "visible")"""


def violations(page: Page) -> list[list[str]]:
    """What axe finds: the rule, where, the element, and why; once Tab stops at whatever has come to scroll."""
    page.wait_for_function(REACHED)
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    return list(
        page.evaluate(
            """async (values) => {
                const asked = { runOnly: { type: "tag", values }, preload: false, resultTypes: ["violations"] };
                const { violations, passes } = await axe.run(document, asked);
                if (passes.length < 10) throw new Error(`axe looked at ${passes.length} things only`);
                const reasons = (node) => [...node.any, ...node.all, ...node.none].map(({ message }) => message);
                return violations.flatMap(({ id, nodes }) =>
                    nodes.map((node) => [id, node.target.join(" "), node.html.slice(0, 200), ...reasons(node)]));
            }""",
            RULES,
        )
    )


def open_settings(viewer: Viewer) -> None:
    """Whatever is folded in the sidebar, with what is made only then."""
    folded = viewer.page.locator("[data-testid=stSidebar] details:not([open]) > summary")
    while folded.count():
        folded.first.evaluate("summary => summary.click()")
        viewer.until_at_rest()
    viewer.until("document.querySelector('[data-testid=stSkeleton]') == null").settle()


def open_tables(viewer: Viewer, *, is_open: bool) -> None:
    """The numbers behind the pictures, which are many."""
    viewer.page.evaluate(
        "open => document.querySelectorAll('.descent-tables').forEach((each) => { each.open = open })", is_open
    )


def on_a_phone(viewer: Viewer) -> None:
    """The same page, as large as a phone's and under a finger. Its bar lies on what can be scrolled from under it, of
    which axe does not know.
    """
    touch = viewer.page.context.new_cdp_session(viewer.page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    viewer.page.set_viewport_size({"width": 390, "height": 844})
    viewer.page.add_style_tag(content=".descent-transport { position: static !important }")
    viewer.until("document.documentElement.hasAttribute('data-folded') && matchMedia('(pointer: coarse)').matches")
    viewer.settle()


LACKING = """() => {
    const shown = (what) => [...document.querySelectorAll(what)].filter((each) => each.checkVisibility());
    const words = (id) => { const each = document.getElementById(id); return each.ariaLabel ?? each.innerText; };
    const named = (each) => {
        const by = each.getAttribute("aria-labelledby");
        return by ? by.split(" ").map(words).join(" ") : (each.ariaLabel ?? each.innerText);
    };
    const twice = (names) => names.filter((name, i) => name && names.indexOf(name) !== i);
    const isNamed = (each) => each.ariaHidden === "true" || each.closest("[role=img][aria-label]")
        && (each.ariaDescription || each.role !== "img");
    return [
        ...(shown("h1").length === 1 ? [] : [`${shown("h1").length} titles`]),
        ...(shown("nav, [role=navigation]").length ? [] : ["no landmark for the ways on"]),
        ...shown("input:invalid").map((each) => `invalid: ${each.ariaLabel} ${each.value}`),
        ...["stSelectbox", "stMain"].flatMap((part) => twice(shown(`[data-testid=${part}] button`).map(named))),
        ...shown("canvas").filter((each) => !isNamed(each)).map((each) => `${each.className} has no name`),
        ...shown("output").map((each) => `would be spoken: ${each.innerText}`),
    ];
}"""
"""What those who hear a page miss and axe does not ask for: a title, a landmark, names, of which no two are alike."""

SAID = "stage.classList.contains('descent-asking') || stage.querySelector('.descent-live').textContent.length > 5"
"""Whether a picture has said what came of it."""


FAINT = """() => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const rgba = (color) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].map((level) => level / 255);
    };
    const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
    const linear = (level) => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const lineage = (element) => (element ? [...lineage(element.parentElement), element] : []);
    const found = [];
    let words = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const own = text.parentElement;
        const shown = text.data.trim() && own.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (!shown || own.closest("script, style, noscript, .katex-mathml, .descent-plot, :disabled")) continue;
        const box = own.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || box.right < 0 || box.bottom < 0) continue;
        words++;
        let ground = [1, 1, 1, 1];
        let opacity = 1;
        for (const each of lineage(own)) {
            const style = getComputedStyle(each);
            const around = each.getBoundingClientRect();
            const behind = around.top <= box.top + box.height / 2 && around.bottom >= box.top + box.height / 2;
            opacity *= Number(style.opacity);
            if (behind || each.tagName === "HTML") ground = over(rgba(style.backgroundColor), ground);
        }
        const style = getComputedStyle(own);
        const color = rgba(style.color);
        color[3] *= opacity;
        const size = parseFloat(style.fontSize);
        const picture = own.dataset.testid === "stIconMaterial";
        const large = picture || size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const ratio = contrast(over(color, ground), ground);
        if (ratio < (large ? 3 : 4.5)) found.push([text.data.trim().slice(0, 40), ratio.toFixed(2), own.className]);
    }
    if (words < 20) throw new Error(`only ${words} words were looked at`);
    return found;
}"""
"""Words, and pictures made of letters, too faint for their ground, also where axe cannot tell what lies behind them."""


@every_chapter
def test_axe_finds_nothing_and_a_korean_page_has_no_english_names_and_no_word_cut_off(
    visit: Visit, path: str, theme: str
) -> None:
    """On a laptop and a phone in Korean, and on the phone in English; with all settings open and with none."""
    viewer = chapter(visit(), path, f"?theme={theme}&lang=ko")
    viewer.settle()
    kept, height = viewer.page.evaluate(KEPT)
    assert kept == pytest.approx(height, abs=2), "else the controls under the list would move when it comes"
    assert viewer.page.evaluate(FAINT) == []
    assert english_names(viewer) == []
    assert cut_off_at_every_size(viewer) == {}
    if viewer.stage.count():
        viewer.until(SAID)
        open_tables(viewer, is_open=True)
    open_settings(viewer)
    assert violations(viewer.page) == []
    assert viewer.page.evaluate(LACKING) == []
    on_a_phone(viewer)
    assert violations(viewer.page) == []
    open_tables(viewer, is_open=False)
    viewer.page.get_by_test_id("stExpandSidebarButton").click()
    viewer.switch("English").click()
    viewer.until("document.documentElement.lang === 'en'").until_at_rest()
    open_settings(viewer)
    assert violations(viewer.page) == []
    viewer.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    viewer.settle()
    assert violations(viewer.page) == []
    assert viewer.page.evaluate(FAINT) == []


@pytest.mark.parametrize(
    ("theme", "query"),
    [("light", "surface=goldstein-price&optimizers=gd&rate=bad"), ("dark", "surface=six-hump-camel&steps=x")],
)
def test_nor_with_notices_long_formulas_and_optimizers_switched_off(visit: Visit, theme: str, query: str) -> None:
    viewer = visit().open(f"?{query}&theme={theme}&lang=ko")
    viewer.page.get_by_text("기법별 설정").click()
    expect(viewer.page.get_by_label("학습률 n (이 기법만)").first).to_be_visible()
    viewer.settle()
    assert violations(viewer.page) == []
    assert viewer.page.evaluate(FAINT) == []


def test_axe_would_find_it(visit: Visit) -> None:
    """What makes a page hard to use is found: else nothing above proves anything."""
    viewer = visit().open_chapter("guide", "?lang=en")
    viewer.page.evaluate(
        """() => {
            const main = document.querySelector(".st-key-guide");
            main.insertAdjacentHTML("afterbegin", `<button></button><p class="faint" style="opacity:.5">too faint</p>`);
            document.documentElement.lang = "";
        }"""
    )
    assert {"button-name", "color-contrast", "html-has-lang"} <= {rule for rule, *_ in violations(viewer.page)}
    assert [words for words, *_ in viewer.page.evaluate(FAINT)] == ["too faint"]


MOST_STOPS = len(CHAPTERS) + len(SCENES) + 60
"""More than any page has: its ways on, and its own controls."""
MARKED = """() => {
    const seen = (element) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
        const outline = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor);
        return outline || boxShadow !== "none";
    };
    const focused = document.activeElement;
    if (focused === document.body) return null;
    // the browser's own range and text inputs may be invisible parts of a control that shows it as a whole
    const parts = [focused, focused.parentElement, focused.parentElement.parentElement];
    const where = focused.matches("input") ? parts : [focused];
    return [`${focused.tagName} ${focused.ariaLabel ?? focused.innerText.slice(0, 40)}`, where.some(seen)];
}"""


@every_kind_with_controls
def test_where_the_keyboard_is_can_be_seen(visit: Visit, path: str, theme: str) -> None:
    """Tab goes through everything and out again, and each stop is marked."""
    viewer = chapter(visit(), path, f"?theme={theme}&lang=en" + ("&surface=goldstein-price" if path == "race" else ""))
    viewer.unfold_chapters()
    viewer.settle()
    stops: list[tuple[str, bool]] = []
    while len(stops) < MOST_STOPS:
        viewer.page.keyboard.press("Tab")
        viewer.settle()
        stop = viewer.page.evaluate(MARKED)
        if stop is None:
            break
        stops.append((stop[0], stop[1]))
    assert len(stops) < MOST_STOPS, "the keyboard gets out again"
    assert [name for name, marked in stops if not marked] == []
    names = [name for name, _ in stops]
    assert len([name for name in names if name.startswith("A ")]) >= len(CHAPTERS)
    if path == "race":
        for control in (
            "BUTTON Surface\nGoldstein–Price function",
            "BUTTON Play (space)",
            "INPUT Step t",
            "SELECT Playback speed",
        ):
            assert control in names


def test_language_theme_and_chapters_need_no_mouse(visit: Visit) -> None:
    """Language and theme by Tab and arrows, every chapter by Tab and Enter, a notice and all."""
    viewer = visit().open("?lang=en&planet=mars")
    keyboard = viewer.page.keyboard
    viewer.tab_to("Language and display · 한국어")
    keyboard.press("Enter")
    expect(viewer.page.get_by_role("radio", name="System")).to_be_visible()
    viewer.tab_to("System")
    keyboard.press("ArrowRight")
    keyboard.press("ArrowRight")
    keyboard.press("Enter")
    viewer.until_query(theme="dark", planet=None).until_at_rest()
    keyboard.press("Shift+Tab")
    keyboard.press("ArrowLeft")
    keyboard.press("Enter")
    viewer.until_query(lang="ko", theme="dark")
    keyboard.press("Escape")
    viewer.page.evaluate("document.activeElement.blur()")
    viewer.tab_to(CONTENTS.ko)
    keyboard.press("Enter")
    titles = [chapter.title.ko for chapter in CHAPTERS.values()]
    for title in titles:
        viewer.tab_to(title)
    keyboard.press("Enter")
    expect(viewer.page.get_by_role("heading", name=titles[-1])).to_be_visible()
    assert viewer.query == {"lang": "ko", "theme": "dark"}


def test_a_formula_too_wide_for_a_phone_is_scrolled_by_keyboard(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open("?surface=goldstein-price&lang=en")
    formulas = "[...document.querySelectorAll('[data-testid=stMain] .katex')]"
    viewer.until_at_rest()  # the formulas of the cards come after the picture
    viewer.until(f"{formulas}[0].tabIndex === 0 && {formulas}[0].scrollWidth > {formulas}[0].clientWidth + 1")
    viewer.until(f"{formulas}.every((each) => (each.tabIndex === 0) === (each.scrollWidth > each.clientWidth + 1))")
    viewer.page.evaluate(f"{formulas}[0].focus()")
    for _ in range(5):
        viewer.page.keyboard.press("ArrowRight")
    viewer.until(f"{formulas}[0].scrollLeft > 0")
    viewer.page.set_viewport_size({"width": 1366, "height": 768})
    viewer.until(f"{formulas}[0].tabIndex === -1")
