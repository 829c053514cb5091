"""A scene in the page of another site, put there by the lines that the README shows."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.conftest import Device
from tests.browser.viewer import PATIENCE_MS, Viewer
from tools.server import ROOT

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

LINES = re.compile(r"```html\n(<iframe .*?</iframe>)\n```", re.DOTALL)
READMES_APP = "http://localhost:8501"


@contextmanager
def course_page(body: str) -> Iterator[str]:
    """A page of another origin."""

    class Course(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f'<!doctype html><link rel="icon" href="data:,"><h1>Course</h1>{body}'.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as the base calls it
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Course) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def readmes_lines(url: str) -> str:
    """What the README says, for the app at `url`."""
    (lines,) = LINES.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert READMES_APP in lines
    return str(lines).replace(READMES_APP, url)


def scene_in(viewer: Viewer) -> Frame:
    """The frame, when its script has run."""
    (frame,) = viewer.page.main_frame.child_frames
    for condition in (
        "document.querySelector('.descent-ready[data-state]')",
        "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'",
    ):
        frame.wait_for_function(f"() => {condition}", timeout=PATIENCE_MS)
    return frame


def test_the_readmes_lines_put_a_scene_into_a_page_of_another_site(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", width=700, height=700))
    with course_page(readmes_lines(viewer.url)) as address:
        viewer.page.goto(address)
        frame = scene_in(viewer)
        for hidden in ("stSidebar", "stHeader"):
            expect(frame.get_by_test_id(hidden)).to_be_hidden()
        expect(frame.get_by_role("heading")).to_be_in_viewport(ratio=1)
        heights = "(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight])"
        inside, room = frame.evaluate(f"{heights}(document.querySelector('[data-testid=stMain]'))")
        assert inside == room == 480, "the picture fills the frame, and nothing is left to scroll to"

        frame.locator(".descent-answers button").first.click()
        frame.wait_for_function("() => document.querySelector('.descent-stage').dataset.state === 'ended'")
        frame.wait_for_function("() => new URLSearchParams(location.search).has('answer')")
        said = parse_qs(urlsplit(frame.url).query)
        assert said["embed"] == ["true"], "a choice is written beside it"
        expect(frame.get_by_test_id("stAlert")).to_have_count(0)

        viewer.page.keyboard.press("Home")
        frame.wait_for_function("() => document.querySelector('.descent-stage').dataset.step === '0'")
        viewer.page.keyboard.press("f")
        frame.wait_for_function("() => document.fullscreenElement === document.documentElement")
        viewer.page.keyboard.press("f")
        frame.wait_for_function("() => document.fullscreenElement === null")

        with viewer.page.context.expect_page() as opened:
            frame.get_by_role("link", name="Descent에서 열기").click()
        whole = opened.value
        expect(whole.get_by_test_id("stExpandSidebarButton")).to_be_visible()
        assert parse_qs(urlsplit(whole.url).query) == {name: value for name, value in said.items() if name != "embed"}
        whole.close()
