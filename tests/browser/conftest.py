"""One server and one Chromium for a worker; pages for its tests.

Most of what a visit costs is compiling Streamlit and Plotly. A process of Chromium remembers what it has compiled, and
ends with its last page: so all pages of a device share one process, which an empty page keeps from ending.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from stage.served import player_path
from tests.browser.viewer import PATIENCE_MS, Viewer
from tools.chromium import chromium
from tools.server import ROOT, serve

expect.set_options(timeout=PATIENCE_MS)  # of one measure with every other waiting: the machine may be busy


@dataclass(frozen=True)
class Device:
    """What a viewer sits at; its browser's cache is kept from test to test, what pages have stored in it is not."""

    locale: str = "en-US"
    width: int = 1366
    height: int = 768
    scheme: str = "light"
    moving: bool = False
    """Whether the race plays by itself; else the viewer asked for reduced motion and sees it ended at once."""
    touch: bool = False
    name: str = ""
    """Another name is another device: it has never been here, and compiles everything again."""


@dataclass(frozen=True)
class Served:
    """The running app."""

    url: str
    log: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serve(ROOT / "app.py", log) as url:
        yield Served(url, log)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium("--process-per-site") as running:
        yield running


@pytest.fixture(scope="session")
def bench(browser: Browser, served: Served) -> Iterator[Page]:
    """An empty page of the server, where the player's modules can be imported."""
    page = browser.new_page()
    page.goto(f"{served.url}/_stcore/health")
    page.evaluate(
        "folder => { globalThis.module = (name) => import(folder + name); }", f"{served.url}/{player_path()}/"
    )
    yield page
    page.close()


@pytest.fixture(scope="session")
def devices() -> Iterator[dict[Device, Page]]:
    """The empty page that keeps each device's process."""
    keepers: dict[Device, Page] = {}
    yield keepers
    for keeper in keepers.values():
        keeper.context.close()


@pytest.fixture
def visit(served: Served, browser: Browser, devices: dict[Device, Page]) -> Iterator[Callable[..., Viewer]]:
    """Sit down at a `Device` and get a page. After the test every page must be without complaint."""
    viewers: list[Viewer] = []
    sat_at: list[Page] = []

    def sit_down(device: Device = Device()) -> Viewer:
        if device not in devices:
            devices[device] = context_of(browser, device).new_page()
            devices[device].goto(f"{served.url}/_stcore/health")
        viewers.append(Viewer(devices[device].context.new_page(), served.url))
        sat_at.append(devices[device])
        return viewers[-1]

    yield sit_down
    for viewer in viewers:
        viewer.leave()
    for keeper in sat_at:
        keeper.evaluate("localStorage.clear()")
    for viewer in viewers:
        assert viewer.complaints == []
        assert {urlsplit(url).hostname for url in viewer.requests if url.startswith("http")} <= {"127.0.0.1"}
    assert "Traceback" not in served.log.read_text()


def context_of(browser: Browser, device: Device, *, offline: bool = False) -> BrowserContext:
    """A browser of its own for a device."""
    return browser.new_context(
        offline=offline,
        locale=device.locale,
        viewport={"width": device.width, "height": device.height},
        color_scheme="dark" if device.scheme == "dark" else "light",
        reduced_motion="no-preference" if device.moving else "reduce",
        has_touch=device.touch,
        is_mobile=device.touch,
    )
