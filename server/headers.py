"""What every answer tells the browser besides its content: run nothing but ours, and tell nobody of our addresses."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.shell.document import any_document

FOR_A_PART = "default-src 'none'"
"""The policy of a file that pages are made of, should it be opened by itself: short, as it travels a hundred times."""
EXECUTED = {"", "module", "text/javascript"}
"""Types of scripts that a browser runs; what is called anything else is data."""


class _InlineScripts(HTMLParser):
    """Collects the scripts that stand in a document themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._inside = tag == "script" and "src" not in said and (said.get("type") or "").lower() in EXECUTED
        self.found += [""] * self._inside

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data  # a script may come in pieces

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"


def policy(document: str) -> str:
    """The Content-Security-Policy under which this document runs; its own scripts are named by their content.

    `blob:`                Streamlit imports the few lines that load a player from there (stage/component.py)
    `'wasm-unsafe-eval'`   its protocol buffers multiply long integers with WebAssembly
    `'unsafe-inline'`      its styles, KaTeX's and Plotly's are made while they run

    Nothing is said of who may show it in a frame: `frame-ancestors *` would keep out notes that are opened from disk.
    """
    parser = _InlineScripts()
    parser.feed(document)
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in parser.found)
    scripts = " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *(f"'sha256-{digest}'" for digest in digests)])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


class SafeHeaders:
    """Sets these headers in every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._policy = policy(any_document())
        self._headers = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",  # an address has everything in it that a viewer chose and typed
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                is_part = "immutable" in headers.get("cache-control", "")
                headers["Content-Security-Policy"] = FOR_A_PART if is_part else self._policy
            await send(message)

        await self._app(scope, receive, add)


def safe_headers() -> list[Middleware]:
    """What stands around everything."""
    return [Middleware(SafeHeaders)]
