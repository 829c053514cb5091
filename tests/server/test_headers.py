"""The headers that stand on every answer, and what they let a browser do."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from server.headers import policy
from stage.served import player_path
from tests.ui.asking import ask

ANSWERS = {
    "/": 200,
    "/race": 200,
    "/?rate=0.5": 307,
    "/nothing": 307,
    "/race/": 307,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/favicon.png": 200,
    f"/{player_path()}/race/race.js": 200,
    f"/{player_path()}/plotly.min.js": 200,
    f"/{player_path()}/nothing.js": 404,
    "/stage-assets/000000000000000000000000.json": 404,
    "/static/js/nothing.js": 404,
    "/media/nothing.html": 404,
    "/component/nothing": 404,
    "/_stcore/upload_file/a/b": 413,
    "/auth/login": 404,
    "//example.org": 400,
}
"""A path of every kind, and what it is answered with."""
PARTS = {"/favicon.png", f"/{player_path()}/race/race.js", f"/{player_path()}/plotly.min.js"}
"""Those that pages are made of; opened by themselves they may do nothing at all."""


def rules(policy: str) -> dict[str, set[str]]:
    """What a policy allows, by directive."""
    return {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split(";")}


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_says_what_a_browser_may_do_with_it(app_port: int, path: str) -> None:
    status, headers, _ = ask(app_port, path)
    assert status == ANSWERS[path]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert rules(headers["content-security-policy"])["default-src"] == {"'none'" if path in PARTS else "'self'"}


def test_also_what_is_only_asked_for_or_not_allowed(app_port: int) -> None:
    for method, path, expected in (("HEAD", "/race", 200), ("POST", "/race", 405), ("OPTIONS", "/_stcore/health", 204)):
        status, headers, _ = ask(app_port, path, method)
        assert status == expected
        assert {"content-security-policy", "x-content-type-options", "referrer-policy"} <= set(headers)


def test_the_policy_fits_every_page(app_port: int) -> None:
    """Every file that a page names is ours, and every script that stands in it is allowed by its content."""
    _, headers, body = ask(app_port, "/race?theme=dark&lang=ko")
    html = body.decode()
    allowed = rules(headers["content-security-policy"])
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert inline, "Streamlit has one of its own"
    for script in inline:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in allowed["script-src"]
    for address in re.findall(r'(?:src|href)="([^"]*)"', html):
        assert address.startswith("./"), address


def test_no_other_sites_script_and_nobody_elses_frame_is_kept_out(app_port: int) -> None:
    _, headers, _ = ask(app_port, "/")
    allowed = rules(headers["content-security-policy"])
    scripts = {word for word in allowed["script-src"] if not word.startswith("'sha256-")}
    assert scripts == {"'self'", "blob:", "'wasm-unsafe-eval'"}
    assert not {word for words in allowed.values() for word in words if re.match(r"\*|https?:|wss?:", word)}
    assert allowed["object-src"] == allowed["base-uri"] == allowed["form-action"] == {"'none'"}
    assert "frame-ancestors" not in allowed, "also notes that are opened from disk may show a chapter"
    assert "x-frame-options" not in headers


def test_scripts_are_named_by_content_and_data_is_no_script() -> None:
    document = """<script>one("</b>&amp;")</script><script type="application/json">{"a": "<b>"}</script>
        <script src="./two.js"></script><script TYPE="module">three("<p>")</script><p>four()</p>"""
    digests = {word[8:-1] for word in rules(policy(document))["script-src"] if word.startswith("'sha256-")}
    assert digests == {b64encode(sha256(script).digest()).decode() for script in (b'one("</b>&amp;")', b'three("<p>")')}
