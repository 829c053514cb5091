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
from tools.line import line
from tools.server import ROOT, running, serve
from ui.connection_words import CONNECTION

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

EXPECTED = re.compile(r"net::ERR_|Client Error|server is not responding|Cannot send|Websocket message")
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


def told(viewer: Viewer, words: str, language: str) -> None:
    """Wait until the banner says this."""
    expect(viewer.page.locator(".descent-banner")).to_have_text(getattr(CONNECTION[words], language))


def move_slider(viewer: Viewer, label: str) -> None:
    """One step to the right, which the address says at once."""
    before = viewer.query.get("rate")
    viewer.slider(label).press("ArrowRight")
    viewer.until("![null, what].includes(new URL(location.href).searchParams.get('rate'))", before)


def forgive(viewer: Viewer) -> None:
    """A browser complains of what this test does to it; of anything else it must not."""
    viewer.complaints[:] = [each for each in viewer.complaints if not EXPECTED.search(each)]


def test_whoever_was_cut_off_comes_back_to_the_same_picture(visit: Visit, served: Served, tmp_path: Path) -> None:
    app, logs = another_host(tmp_path), [tmp_path / "log.txt", tmp_path / "restarted.txt"]
    with line(served.url) as wire:
        viewer = visit(Device(locale="ko-KR", moving=True))
        viewer.url = wire.url
        viewer.open("?steps=1000")
        viewer.page.locator(".descent-speed").select_option("0.25")
        viewer.page.evaluate("globalThis.picture = document.querySelector('.descent-stage')")

        before = sessions(served.url)  # a short while: the server still knows the viewer
        wire.cut()
        told(viewer, "lost", "ko")
        expect(viewer.slider("학습률")).to_be_disabled()
        expect(viewer.page.get_by_role("dialog")).to_have_count(0)
        step = viewer.step
        viewer.until("Number(stage.dataset.step) > what", step)
        step = viewer.step
        wire.mend()
        told(viewer, "back", "ko")
        expect(viewer.slider("학습률")).to_be_enabled()
        assert viewer.page.evaluate("picture.isConnected") and viewer.step >= step
        after = sessions(served.url)
        assert (after["connect"], after["reconnect"]) == (before["connect"], before["reconnect"] + 1)

        with running(
            app, logs[0], *FORGETS_SOON
        ) as other:  # another server takes over, where even the page's id is another
            viewer.pause_at(60)
            wire.cut()
            wire.mend(other.url)
            viewer.until("!picture.isConnected && stage?.dataset.step === '60'")
            expect(viewer.slider("학습률")).to_be_enabled()
            assert viewer.state == "paused"
            move_slider(viewer, "학습률")

            wire.cut()  # so long that the server forgets; what is done meanwhile is heard later
            told(viewer, "lost", "ko")
            viewer.page.mouse.click(*viewer.point_on_map(-1.0, 3.0))
            viewer.page.locator("[data-toggle=adagrad]").click()
            viewer.page.wait_for_timeout(2000)
            wire.mend()
            viewer.until_query(optimizers="gd,momentum,rmsprop,adam")
            assert [round(float(viewer.query[axis]), 1) for axis in "xy"] == [-1.0, 3.0]
            assert sessions(other.url)["reconnect"] == 0
            move_slider(viewer, "학습률")
            viewer.pause_at(70)

        loads: list[object] = []
        viewer.page.on("load", lambda page: loads.append(page))
        (app.parent / "ui/stage/player/stage.js").open("a").write("// a new version\n")
        with serve(app, logs[1]) as restarted:
            asked = viewer.query
            wire.mend(restarted)
            viewer.until("globalThis.picture === undefined && stage?.dataset.step === '70'").until_at_rest()
            assert (viewer.state, viewer.query, len(loads)) == ("paused", asked, 1)
            move_slider(viewer, "학습률")

            viewer.pause_at(80)
            wire.deaden()  # a phone that slept: its connection is dead, and nobody has told
            viewer.page.evaluate(SLEEPS)
            expect(viewer.slider("학습률")).to_be_disabled()
            told(viewer, "back", "ko")
            assert (viewer.state, viewer.step, len(loads)) == ("paused", 80, 1)
            move_slider(viewer, "학습률")
        viewer.leave()
    forgive(viewer)
    for log in logs:
        assert "Traceback" not in log.read_text()


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
