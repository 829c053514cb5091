"""Words that are smaller than a room's back row can read."""

from playwright.sync_api import Page

SMALL = """(least) => {
    const SCRIPTS = ":is(msub, msup, msubsup, munder, mover, munderover) > :not(:first-child)";
    const scripts = `sub, sup, .msupsub, tspan[style*="70%"], ${SCRIPTS}, ${SCRIPTS} *, :is(sub, sup, .msupsub) *`;
    const elsewhere = "script, style, noscript, option, .katex-mathml, [translate=no], canvas";
    const found = [];
    let words = 0;
    const scaled = (own) => {
        const drawn = own.getScreenCTM?.();
        if (drawn) return Math.hypot(drawn.a, drawn.b);
        let scale = 1;
        for (let each = own; each; each = each.parentElement) {
            const { transform } = getComputedStyle(each);
            if (transform !== "none") scale *= new DOMMatrix(transform).a;
        }
        return scale;
    };
    const measure = (own, said, size) => {
        words++;
        const enough = (own.matches(scripts) ? 0.7 : 1) * least - 0.05;
        if (size < enough) found.push([said.trim().slice(0, 60), Math.round(10 * size) / 10]);
    };
    const shown = (own) => own.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const sized = (own, pseudo) => parseFloat(getComputedStyle(own, pseudo).fontSize) * scaled(own);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const own = text.parentElement;
        if (!text.data.trim() || !shown(own) || own.closest(elsewhere)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const at = range.getBoundingClientRect();
        const box = own.getBoundingClientRect();
        if (at.width < 2 || box.right < 0 || (box.width < 2 && own.tagName !== "A")) continue;
        measure(own, text.data, sized(own));
    }
    for (const own of document.querySelectorAll("*")) {
        if (own.matches("input:not([type=range], [type=checkbox], [type=radio]), select, textarea") && shown(own)) {
            const said = own.value || own.placeholder;
            if (said && own.getBoundingClientRect().width > 2) measure(own, said, sized(own));
        }
        const inked = own.dataset?.smallestType;
        if (inked && shown(own)) measure(own, "a canvas", Number(inked));
        for (const pseudo of ["::before", "::after"]) {
            const { content } = getComputedStyle(own, pseudo);
            const said = content.startsWith('"') ? content.slice(1, content.lastIndexOf('"')) : "";
            const isSaid = /[\\p{L}\\p{N}]/u.test(said) && shown(own) && own.getBoundingClientRect().width > 2;
            if (isSaid) measure(own, said, sized(own, pseudo));
        }
    }
    if (words < 10) throw new Error(`only ${words} words were looked at`);
    return found;
}"""


def small_type(page: Page, least: float) -> list[list[object]]:
    """The words, and their size in pixels; letters that stand lower or higher may have 70 % of it."""
    return list(page.evaluate(SMALL, least))
