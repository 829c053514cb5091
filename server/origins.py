"""WebSockets that another site's page opens are refused here.

Streamlit would refuse them, too, but first ask the internet for this server's address: until it has an answer, or
gives up after two seconds, it serves nobody.
"""

from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.net_util import get_internal_ip

LOCAL = {"localhost", "127.0.0.1", "::1"}
_POLICY_VIOLATION = 1008


class Origins:
    """Lets a WebSocket through if its page is of this server, of this machine, or of a site that is allowed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif _is_welcome(Headers(scope=scope)):
            judged = [each for each in scope["headers"] if each[0] != b"origin"]  # without it Streamlit does not ask
            await self._app({**scope, "headers": judged}, receive, send)
        else:
            await WebSocketClose(_POLICY_VIOLATION)(scope, receive, send)


def _is_welcome(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None or not st.get_option("server.enableCORS"):
        return True  # not a browser's, or the one who runs the server allows every site
    try:
        site = urlsplit(origin)
    except ValueError:
        return False
    return site.netloc == headers.get("host") or site.hostname in {get_internal_ip(), *LOCAL, *_allowed()}


def _allowed() -> set[str | None]:
    """The hosts that the one who runs the server has named."""
    named = (f"//{st.get_option('browser.serverAddress')}", *st.get_option("server.corsAllowedOrigins"))
    return {urlsplit(each).hostname for each in named} - {None}


def origins() -> list[Middleware]:
    """What judges them."""
    return [Middleware(Origins)]
