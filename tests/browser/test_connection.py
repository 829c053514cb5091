"""A viewer who was cut off comes back to the same picture, and whatever is done next is heard."""

import re
import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import Device, Served
from tests.browser.viewer import Viewer
from tools.line import Line, line
from tools.server import ROOT, serve
from ui.shell.connection_words import CONNECTION

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

EXPECTED = re.compile(r"net::ERR_|WebSocket connection to|Client Error|is not responding|Cannot send|Websocket message")
"""What a browser's console says of a connection that is gone."""
FORGETS_SOON = ("--server.disconnectedSessionTTL", "1")
SLEEPS = """() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 200_000;
    document.dispatchEvent(new Event("visibilitychange"));
}"""
"""The page wakes up when more than three minutes have gone by."""


def another_host(folder: Path) -> Path:
    """The whole app once more, elsewhere: a server there is none that any viewer has met."""
    leave_out = shutil.ignore_patterns(".*", "tests", "docs", "bench", "build", "__pycache__")
    return Path(shutil.copytree(ROOT, folder / "elsewhere", ignore=leave_out)) / "app.py"


def sessions(url: str) -> dict[str, int]:
    """How many have connected to a server, and how many of them again."""
    with urllib.request.urlopen(f"{url}/_stcore/metrics") as answer:
        lines = re.findall(r'session_events_total\{type="(\w+)"\} (\d+)', answer.read().decode())
    return {kind: int(count) for kind, count in lines}


def told(viewer: Viewer, words: str) -> None:
    """Wait until the banner says this."""
    expect(viewer.page.locator(".descent-banner")).to_have_text(CONNECTION[words].ko)


def move_slider(viewer: Viewer) -> None:
    """One step to the right, which the address says at once, and wait for its picture: it plays anew."""
    before = viewer.query.get("steps")
    viewer.slider("스텝 수").press("ArrowRight")
    viewer.until("![null, what].includes(new URL(location.href).searchParams.get('steps'))", before)
    viewer.until("stage.querySelector('.descent-scrub').max === what", viewer.query["steps"])


def forgive(viewer: Viewer) -> None:
    """A browser complains of what this test does to it; of anything else it must not."""
    viewer.complaints[:] = [each for each in viewer.complaints if not EXPECTED.search(each)]


def test_whoever_was_cut_off_comes_back_to_the_same_picture(visit: Visit, served: Served, tmp_path: Path) -> None:
    app, logs = another_host(tmp_path), [tmp_path / "log.txt", tmp_path / "restarted.txt"]
    with line(served.url) as wire:
        viewer = visit(Device(locale="ko-KR", moving=True))
        viewer.url = wire.url
        viewer.open("?steps=1000")
        cut_for_a_short_while(viewer, wire, served.url)
        with serve(app, logs[0], *FORGETS_SOON) as other:
            taken_over(viewer, wire, other)
            forgotten(viewer, wire, other)
        module = app.parent / "stage/player/race/race.js"
        module.write_text(module.read_text() + "// a new version\n")
        with serve(app, logs[1]) as restarted:
            started_with_a_new_version(viewer, wire, restarted)
            asleep(viewer, wire)
        viewer.page.goto("about:blank")
    forgive(viewer)
    for log in logs:
        assert "Traceback" not in log.read_text()


def cut_for_a_short_while(viewer: Viewer, wire: Line, server: str) -> None:
    """The server still knows the viewer; the picture plays on, and is not made again."""
    viewer.page.locator(".descent-speed").select_option("0.25")
    viewer.page.evaluate("globalThis.picture = document.querySelector('.descent-stage')")
    before = sessions(server)
    wire.cut()
    told(viewer, "lost")
    expect(viewer.slider("스텝 수")).to_be_disabled()
    expect(viewer.page.get_by_role("dialog")).to_have_count(0)
    viewer.until("Number(stage.dataset.step) > what", viewer.step)
    step = viewer.step
    wire.mend()
    told(viewer, "back")
    expect(viewer.slider("스텝 수")).to_be_enabled()
    assert viewer.page.evaluate("picture.isConnected")
    assert viewer.step >= step
    after = sessions(server)
    assert (after["connect"], after["reconnect"]) == (before["connect"], before["reconnect"] + 1)


def taken_over(viewer: Viewer, wire: Line, other: str) -> None:
    """Another host goes on, to whose Streamlit this is another app: it clears the page and makes it again."""
    viewer.pause_at(60)
    wire.cut()
    wire.mend(other)
    viewer.until("!picture.isConnected && stage?.dataset.step === '60'")
    expect(viewer.slider("스텝 수")).to_be_enabled()
    assert viewer.state == "paused"
    move_slider(viewer)


def forgotten(viewer: Viewer, wire: Line, server: str) -> None:
    """So long that the server forgets; what is done in the picture meanwhile is heard later."""
    wire.cut()
    told(viewer, "lost")
    viewer.page.mouse.click(*viewer.point_on_map(-1.0, 3.0))
    viewer.page.locator("[data-toggle=adagrad]").click()
    viewer.page.wait_for_timeout(2000)
    wire.mend()
    viewer.until_query(optimizers="gd,momentum,rmsprop,adam")
    assert [round(float(viewer.query[axis]), 1) for axis in "xy"] == [-1.0, 3.0]
    assert sessions(server)["reconnect"] == 0
    move_slider(viewer)


def started_with_a_new_version(viewer: Viewer, wire: Line, server: str) -> None:
    """The page loads itself, once, and is where it was."""
    viewer.pause_at(70)
    asked = viewer.query
    wire.mend(server)
    viewer.until("globalThis.picture === undefined && stage?.dataset.step === '70'").until_at_rest()
    assert (viewer.state, viewer.query) == ("paused", asked)
    viewer.page.evaluate("globalThis.picture = document.querySelector('.descent-stage')")
    move_slider(viewer)


def asleep(viewer: Viewer, wire: Line) -> None:
    """As on a phone: the connection is dead, and nobody has told."""
    viewer.pause_at(80)
    wire.deaden()
    viewer.page.evaluate(SLEEPS)
    expect(viewer.slider("스텝 수")).to_be_disabled()
    told(viewer, "back")
    assert (viewer.state, viewer.step) == ("paused", 80)
    assert viewer.page.evaluate("picture?.isConnected"), "the page has not loaded itself again"
    move_slider(viewer)


def test_what_makes_no_sense_loads_the_page_once_and_is_then_told(visit: Visit) -> None:
    sockets: list[WebSocketRoute] = []

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    viewer = visit()
    viewer.page.route_web_socket("**/_stcore/stream", through)
    viewer.open("?steps=50").pause_at(20)
    sockets[-1].send("nonsense")
    viewer.until("performance.getEntriesByType('navigation')[0].type === 'reload' && stage?.dataset.step === '20'")
    viewer.until_at_rest()
    sockets[-1].send("nonsense")
    told_of = viewer.page.locator(".descent-banner")
    expect(told_of).to_contain_text(CONNECTION["failed"].en)
    told_of.get_by_role("button", name=CONNECTION["reload"].en).click()
    viewer.until("stage?.dataset.step === '20'").until_at_rest()
    expect(told_of).to_be_empty()
    forgive(viewer)
