"""What the policy forbids does not happen, and the console tells it.

So every other test that visits a page holds that the page runs under the policy: it may complain of nothing.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

TRIED = """async () => {
    const blocked = new Set();
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => blocked.add(effectiveDirective));
    const put = (name, what) => document.body.append(Object.assign(document.createElement(name), what));
    put("script", { textContent: "globalThis.ran = 'inline'" });
    put("script", { src: "http://127.0.0.2/script.js" });
    put("base", { href: "http://127.0.0.2/" });
    put("img", { src: "http://127.0.0.2/picture.png" });
    put("link", { rel: "stylesheet", href: "http://127.0.0.2/style.css" });
    put("object", { data: "/_stcore/health" });
    setTimeout("globalThis.ran = 'evaluated'");
    await fetch("http://127.0.0.2/").catch(() => {});
    try {
        new WebSocket("ws://127.0.0.2/");
    } catch {}
    for (let frame = 0; frame < 300 && blocked.size < 7; frame++) await new Promise(requestAnimationFrame);
    return [[...blocked].sort(), globalThis.ran ?? null, new URL(document.baseURI).hostname];
}"""


DIRECTIVES = ["base-uri", "connect-src", "img-src", "object-src", "script-src", "script-src-elem", "style-src-elem"]


def test_a_page_can_neither_run_nor_ask_for_what_is_not_ours(browser: Browser, served: Served) -> None:
    visitor = Viewer(browser.new_page(), served.url)
    visitor.page.goto(f"{served.url}/_stcore/health")
    blocked, ran, base = visitor.page.evaluate(TRIED)
    assert (blocked, ran, base) == (DIRECTIVES, None, "127.0.0.1")
    for directive in DIRECTIVES:
        assert any(directive.removesuffix("-elem") in said for said in visitor.complaints), directive
    visitor.page.close()
