"""A first visit on a slow line: nothing is cached, 200 kB a second come through, and every answer takes 150 ms."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession

KILOBYTES_PER_SECOND, LATENCY_MS = 200, 150
SIZE = {"width": 1366, "height": 768}
PATIENCE_MS = 120_000
KINDS = {
    "documents": r"^/\w*$",
    "Streamlit's scripts": r"/static/js/",
    "the player's modules": r"/stage-player/.*(?<!plotly\.min)\.js$",
    "Plotly": r"/plotly\.min\.js$",
    "styles": r"\.css$",
    "fonts": r"/static/media/.*\.woff2$",
    "assets": r"/stage-assets/",
}
"""What the path of a file says of its kind, the first that does."""
WEBSOCKET, ELSE = "websocket", "anything else"


@dataclass
class Traffic:
    """Bytes on the wire by kind, headers included: until the picture moves, and in all."""

    session: CDPSession
    until_moving: Counter[str] = field(default_factory=Counter)
    in_all: Counter[str] = field(default_factory=Counter)
    uncompressed: list[str] = field(default_factory=list)
    """Scripts and styles that came as they are."""
    moves: bool = False
    _paths: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        for event, hear in (
            ("requestWillBeSent", self._asked),
            ("responseReceived", self._answered),
            ("loadingFinished", self._finished),
            ("webSocketFrameReceived", self._told),
        ):
            self.session.on(f"Network.{event}", hear)

    def _asked(self, event: dict[str, Any]) -> None:
        self._paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def _answered(self, event: dict[str, Any]) -> None:
        response = event["response"]
        compressed = any(name.lower() == "content-encoding" for name in response["headers"])
        path = self._paths[event["requestId"]]
        if path.endswith((".js", ".css")) and not compressed:
            self.uncompressed.append(path)

    def _finished(self, event: dict[str, Any]) -> None:
        self._count(kind(self._paths[event["requestId"]]), int(event["encodedDataLength"]))

    def _told(self, event: dict[str, Any]) -> None:
        response = event["response"]
        size = len(response["payloadData"])
        self._count(WEBSOCKET, size * 3 // 4 if response["opcode"] == 2 else size)

    def _count(self, name: str, size: int) -> None:
        self.in_all[name] += size
        if not self.moves:
            self.until_moving[name] += size


def kind(path: str) -> str:
    """What a file is for."""
    return next((name for name, pattern in KINDS.items() if re.search(pattern, path)), ELSE)


@dataclass(frozen=True)
class Visit:
    """When there was something to see, in seconds from navigation, and what had to come for it, in kB by kind."""

    words: float
    moving: float
    kilobytes: dict[str, float]
    kilobytes_later: float
    """Of what came after the picture moved."""


def visits(browser: Browser, address: str) -> tuple[Visit, Visit]:
    """The first visit of a browser that was never here, and its second."""
    context = browser.new_context(viewport=SIZE, locale="en-US")
    both = _visit(context, address), _visit(context, address)
    context.close()
    return both


def _visit(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    session = context.new_cdp_session(page)
    traffic = Traffic(session)
    speed = 1000 * KILOBYTES_PER_SECOND
    line = {"latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".descent-stage[data-state=playing]")
    traffic.moves = True
    page.wait_for_selector("html:not([data-loading])", state="attached")  # the icons are there, too
    words, moving = (
        float(page.evaluate("(name) => performance.getEntriesByName(name)[0].startTime", name)) / 1000
        for name in ("first-contentful-paint", "descent-first-picture")
    )
    page.close()
    if traffic.uncompressed:
        raise RuntimeError(f"these travel uncompressed: {', '.join(traffic.uncompressed)}")
    kilobytes = {name: size / 1000 for name, size in traffic.until_moving.items()}
    return Visit(words, moving, kilobytes, (traffic.in_all - traffic.until_moving).total() / 1000)
