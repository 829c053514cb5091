"""Words that are cut off: wider or higher than their box, hidden by a box around them, or outside a plot."""

from playwright.sync_api import Page

from tests.browser.viewer import Viewer

SIZES = {"laptop": (1366, 768), "phone": (390, 844), "narrow": (320, 640), "projector": (1920, 1080)}
SPACED = """
:not(.katex, .katex *, math *, svg *, [translate=no], [data-testid=stIconMaterial]) {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
}
p {
    margin-bottom: 2em !important;
}
"""
"""As a viewer may space the text (WCAG 1.4.12); formulas and pictures are no running text."""

CUT_OFF = """() => {
    const clips = /^(hidden|clip)$/;
    const scrolls = /^(auto|scroll)$/;
    const name = (own) => `${own.tagName.toLowerCase()}.${[...own.classList].join(".")}`;
    const found = [];
    let words = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const own = text.parentElement;
        const shown = text.data.trim() && own.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        const elsewhere = "script, style, noscript, option, .katex-mathml, [data-testid=stIconMaterial]";
        if (!shown || own.closest(`${elsewhere}, [data-testid=stSidebar][aria-expanded=false]`)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const at = range.getBoundingClientRect();
        const box = own.getBoundingClientRect();
        if (at.width < 2 || box.width < 2 || box.height < 2) continue;
        words++;
        const plot = own.closest("svg.main-svg");
        if (plot) {
            const frame = plot.getBoundingClientRect();
            const outside = at.left < frame.left - 1 || at.right > frame.right + 1;
            if (outside) found.push([text.data.trim().slice(0, 60), "outside its plot"]);
            continue;
        }
        const middles = [...range.getClientRects()].map(({ top, bottom }) => (top + bottom) / 2);
        const half = 0.4 * parseFloat(getComputedStyle(own).fontSize);
        for (let each = own; each && each !== document.body; each = each.parentElement) {
            const { overflowX, overflowY, display, clipPath } = getComputedStyle(each);
            if (scrolls.test(overflowX) || scrolls.test(overflowY)) break;
            const around = each.getBoundingClientRect();
            if (clips.test(overflowX) && display !== "inline" && around.width > 2) {
                if (at.left < around.left - 1 || at.right > around.right + 1) {
                    found.push([text.data.trim().slice(0, 60), `hidden by ${name(each)}`]);
                    break;
                }
            }
            const hides = display !== "inline" && around.height > 2 && clipPath === "none" && !own.closest("math");
            if (clips.test(overflowY) && hides) {
                if (middles.some((at) => at - half < around.top - 1 || at + half > around.bottom + 1)) {
                    found.push([text.data.trim().slice(0, 60), `cut through by ${name(each)}`]);
                    break;
                }
            }
        }
    }
    for (const select of document.querySelectorAll("select")) {
        const style = getComputedStyle(select);
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.font = style.font;
        const needed = canvas.measureText(select.selectedOptions[0]?.label ?? "").width;
        if (select.clientWidth && needed > select.clientWidth) found.push([select.selectedOptions[0].label, "select"]);
    }
    for (const page of [document.documentElement, document.querySelector("[data-testid=stMain]")])
        if (page && page.scrollWidth > innerWidth + 1) found.push(["the page", "wider than the window"]);
    if (words < 10) throw new Error(`only ${words} words were looked at`);
    return found;
}"""


def cut_off(page: Page) -> list[list[str]]:
    """The words, and by what they are cut off; what scrolls can be reached, and is not."""
    return list(page.evaluate(CUT_OFF))


def cut_off_at_every_size(viewer: Viewer) -> dict[str, list[list[str]]]:
    """On a laptop, there also with the text widely spaced, on a phone, in 320 pixels and, where there is a stage, for a
    projector; from the laptop on, which it is again.
    """
    found: dict[str, list[list[str]]] = {}
    for size, (width, height) in SIZES.items():
        viewer.page.set_viewport_size({"width": width, "height": height})
        if size == "projector":
            viewer.page.evaluate("document.activeElement.blur()")
            viewer.page.keyboard.press("p")
            viewer.until("!stage || document.querySelector('[data-testid=stSidebar]').dataset.collapsed === 'true'")
            viewer.until("!stage || stage.classList.contains('descent-projector')")
        viewer.until_at_rest().settle()
        if words := cut_off(viewer.page):
            found[size] = words
        if size == "laptop":
            spacing = viewer.page.add_style_tag(content=SPACED)
            if words := cut_off(viewer.settle().page):
                found["spaced"] = words
            spacing.evaluate("style => style.remove()")
    viewer.page.keyboard.press("p")
    viewer.page.set_viewport_size({"width": SIZES["laptop"][0], "height": SIZES["laptop"][1]})
    viewer.until("!document.documentElement.hasAttribute('data-folded')")
    return found
