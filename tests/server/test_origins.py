"""WebSockets from other sites' pages."""

import pytest
import streamlit as st
from starlette.types import Message, Receive, Scope, Send
from websockets.exceptions import InvalidStatus

from server.origins import Origins
from tests.awaited import awaited
from tests.server.stream import stream
from tools.server import Server


def reached(origin: str | None, host: str = "descent.example:8501") -> dict[str, str] | None:
    """The headers with which a WebSocket gets through; None where it is refused."""
    found: list[dict[str, str]] = []
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - an ASGI app has these three
        found.append({name.decode(): value.decode() for name, value in scope["headers"]})

    async def receive() -> Message:
        raise AssertionError("nothing has to be read for that")

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    awaited(Origins(app)({"type": "websocket", "path": "/_stcore/stream", "headers": headers}, receive, send))
    assert bool(found) == (sent == [])
    return found[0] if found else None


@pytest.mark.parametrize(
    "origin",
    [None, "http://descent.example:8501", "https://descent.example:8501", "http://localhost:80", "http://127.0.0.1"],
)
def test_our_own_pages_and_those_of_this_machine_get_through_and_streamlit_need_not_judge(origin: str | None) -> None:
    assert reached(origin) == {"host": "descent.example:8501"}


@pytest.mark.parametrize(
    "origin",
    [
        *("http://elsewhere.example", "http://descent.example", "http://descent.example:8501.elsewhere.example"),
        *("http://elsewhere.example/descent.example:8501", "http://[", "http://localhost.example", "null"),
    ],
)
def test_others_are_refused(origin: str) -> None:
    assert reached(origin) is None


def test_a_site_that_is_allowed_gets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    options = {"server.corsAllowedOrigins": ["https://notes.example"], "server.enableCORS": True}
    monkeypatch.setattr(st, "get_option", lambda name: options.get(name, ""))
    assert reached("https://notes.example") is not None
    assert reached("https://other.example") is None
    options["server.enableCORS"] = False
    assert reached("https://other.example") is not None


def test_the_server_answers_at_once_and_asks_nobody(app: Server) -> None:
    with pytest.raises(InvalidStatus, match="403"), stream(app.url, origin="http://elsewhere.example"):
        pass
    assert "external IP" not in app.log.read_text()
    with stream(app.url):
        pass
