"""A viewer without a browser: the requests, the websocket and the widgets of one open page, and nothing drawn.

    async with Seat(url, "race?lang=en") as seat:
        await seat.set("Steps", 200)
        seat.page.header("race")["steps"]

It keeps Streamlit's messages that a browser keeps, and says so, so that as many bytes travel as to a browser.
"""

import asyncio
import http.client
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from time import perf_counter
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tools.shown_page import ShownPage, Value, state_of

PATIENCE_SECONDS = 120.0
"""For a run of the script; one that takes longer is taken for one that never ends."""
_MOST_REDIRECTS = 5
_LARGEST = 200_000_000
"""Bytes of a message: Streamlit's own limit."""
_TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{component}__events"


@dataclass(frozen=True)
class Answer:
    """What a run of the script gave a viewer."""

    milliseconds: float
    """From the request to the end of the run."""
    bytes: int
    """That the websocket received since the answer before,"""
    messages: int
    """and in how many messages."""
    failures: tuple[str, ...]
    """Exceptions, red boxes, a page that is not found, a script that does not compile; none when all is well."""


@dataclass
class _Kept:
    """The messages that are kept, as long as a browser does."""

    messages: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    runs: int = 0

    def read(self, payload: bytes) -> ForwardMsg:
        """The message, or the one that it refers to, and keep what may be kept."""
        message = ForwardMsg.FromString(payload)
        if message.HasField("ref_hash"):
            if message.ref_hash not in self.messages:
                raise LookupError(f"the server refers to a message {message.ref_hash} that was never kept")
            payload = self.messages[message.ref_hash][1]
            self.messages[message.ref_hash] = (self.runs, payload)
            referred = ForwardMsg.FromString(payload)
            referred.metadata.CopyFrom(message.metadata)
            return referred
        if message.metadata.cacheable:
            payload = self.messages.get(message.hash, (0, payload))[1]
            self.messages[message.hash] = (self.runs, payload)
        return message

    def count_run(self, most: int) -> None:
        self.runs += 1
        self.messages = {key: each for key, each in self.messages.items() if self.runs - each[0] <= most}


class Seat:
    """One viewer at one page of the app at `url`, which may end in a path below which the app is served.

    `cookies` are sent along and gain what the server sets; `headers` go with every request.
    """

    def __init__(
        self,
        url: str,
        address: str = "",
        *,
        cookies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.url = url.rstrip("/") + "/"
        self.address = urljoin(self.url, address)
        """What the address bar shows."""
        self.page = ShownPage()
        self.cookies = dict(cookies or {})
        self.headers = dict(headers or {})
        self.session = ""
        """The server's name for this session."""
        self.received = 0
        """Bytes of the websocket so far."""
        self.received_by_http = 0
        """Bytes of the answers to what a browser asks for before it opens the websocket, the player's files apart."""
        self.opened: Answer | None = None
        """The answer to opening the page."""
        self._answered = 0
        self._messages = 0
        self._kept = _Kept()
        self._socket: ClientConnection | None = None
        self._script = ""
        self._pages: dict[str, str] = {}
        self._most_age = 2

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.leave()

    async def open(self) -> Answer:
        """Ask for the page as a browser does, open the websocket and wait for the first run; its time is of it all."""
        begin = perf_counter()
        await self.fetch_page()
        await self.connect()
        answer = await self._run(ClientState(page_name=self._page_name), begin)
        self.opened = answer
        return answer

    async def fetch_page(self) -> None:
        """The page and what Streamlit's first script asks for: whether the server is well, and its settings."""
        for _ in range(_MOST_REDIRECTS):
            status, answered, _ = await self.get(self.address)
            if status not in (301, 302, 303, 307, 308):
                break
            self.address = urljoin(self.address, answered["Location"])
        if status != 200:
            raise ConnectionError(f"{self.address} answers {status}")
        for asked in ("_stcore/health", "_stcore/host-config"):
            status, _, _ = await self.get(urljoin(self.url, asked))
            if status != 200:
                raise ConnectionError(f"{asked} answers {status}")

    async def get(self, address: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """The status, the headers and the body of one request, with this viewer's cookies."""
        return await asyncio.to_thread(self._get, urljoin(self.url, address))

    def _get(self, address: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE_SECONDS)
        try:
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            connection.request("GET", target, headers=self._sent())
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        self.received_by_http += len(body)
        return answer.status, answer.headers, body

    async def connect(self) -> None:
        """Open the websocket; a session that the server still has goes on."""
        parts = urlsplit(self.url)
        token = self.cookies.get("_streamlit_xsrf", "PLACEHOLDER_AUTH_TOKEN")
        protocols = ["streamlit", token, *([self.session] if self.session else [])]
        self._socket = await connect(
            parts._replace(scheme="wss" if parts.scheme == "https" else "ws").geturl() + "_stcore/stream",
            origin=f"{parts.scheme}://{parts.netloc}",  # type: ignore[arg-type]
            subprotocols=[Subprotocol(each) for each in protocols],
            additional_headers=self._sent(),
            compression=None,
            max_size=_LARGEST,
            proxy=None,
        )

    async def set(self, name: str, value: Value) -> Answer:
        """Set the widget with this key or label, and wait until the script has run."""
        self.page.set(name, value)
        return await self._run(self._state(within=self.page.widget(name).id))

    async def unfold(self, key: str) -> Answer:
        """Open what is folded under this key."""
        return await self._run(self._state(within=self.page.unfold(key)))

    async def press(self, name: str) -> Answer:
        """Press a button."""
        widget = self.page.widget(name).id
        return await self._run(self._state(state_of(widget, "trigger_value", True), within=widget))

    async def tell(self, component: str, event: str, value: Any) -> Answer:
        """Say to the component's listener what the viewer did there; a player says what its pictures are of, too."""
        own = self.page.component_id(component)
        of = self.page.header(component).get("of") if self.page.block(component) else None
        return await self.say(own, event, value if of is None else {"of": of, "value": value})

    async def say(self, own: str, event: str, value: Any, widgets: WidgetStates | None = None) -> Answer:
        """Say just this under a component's name; with the `widgets` of a browser that draws late."""
        events = json.dumps([{"event": event, "value": value}])
        told = state_of(_TRIGGERS.format(component=own), "json_trigger_value", events)
        state = self._state(within=own)
        if widgets is not None:
            state.widget_states.CopyFrom(widgets)
        state.widget_states.widgets.append(told)
        return await self._run(state)

    async def rerun(self, widgets: WidgetStates | None = None) -> Answer:
        """Run the script once more with everything as it is set, or with the `widgets` of a browser that draws late."""
        state = self._state()
        if widgets is not None:
            state.widget_states.CopyFrom(widgets)
        return await self._run(state)

    async def go(self, path: str, query: str = "") -> Answer:
        """Follow a link to another chapter of the app, or to the same with another query."""
        if path not in self._pages:
            raise LookupError(f"no page {path!r}; there are {', '.join(self._pages)}")
        self.address = urljoin(self.url, path) + (f"?{query}" if query else "")
        state = self._state()
        state.page_script_hash = self._pages[path]
        return await self._run(state)

    async def go_back(self, query: str) -> Answer:
        """Go back or forth, with the browser's buttons, to another query of the same page."""
        self.address = urlsplit(self.address)._replace(query=query).geturl()
        state = self._state()
        state.is_history_navigation = True
        return await self._run(state)

    async def leave(self) -> None:
        """Close the page as a browser does."""
        if self._socket is not None:
            await self._socket.close()

    def cut(self) -> None:
        """Break the line without a word, as a lost network does."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def wait_until_cut(self) -> None:
        """Return when the websocket is closed, by either side; what still comes is read and dropped."""
        if self._socket is not None:
            with suppress(ConnectionClosed):
                async for _ in self._socket:
                    pass

    @property
    def query(self) -> str:
        """The query of the address bar."""
        return urlsplit(self.address).query

    @property
    def _page_name(self) -> str:
        return urlsplit(self.address).path.removeprefix(urlsplit(self.url).path).strip("/")

    def _sent(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**self.headers, **({"Cookie": cookies} if cookies else {})}

    def _state(self, *triggers: WidgetState, within: str | None = None) -> ClientState:
        """What is asked for: a run of the page, or of the part of it that this widget is in."""
        state = ClientState(page_script_hash=self._script, widget_states=self.page.states())
        state.widget_states.widgets.extend(triggers)
        if within is not None:
            state.fragment_id = self.page.fragment_of(within)
        return state

    async def _run(self, state: ClientState, begin: float | None = None) -> Answer:
        """Ask for a run and read until it, and whatever runs follow from it, have ended."""
        if self._socket is None:
            raise ConnectionError("not connected: open() or connect() first")
        begin = perf_counter() if begin is None else begin
        state.query_string = self.query
        state.cached_message_hashes.extend(self._kept.messages)
        state.context_info.url = self.address
        state.context_info.timezone, state.context_info.locale = "Asia/Seoul", "en-US"
        state.context_info.color_scheme = "light"
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        failures: list[str] = []
        self._messages = 0
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await self._next(failures):
                pass
        answer = Answer(
            1000 * (perf_counter() - begin),
            self.received - self._answered,
            self._messages,
            (*failures, *self.page.failures()),
        )
        self._answered = self.received
        return answer

    async def _next(self, failures: list[str]) -> bool:
        """Read one message; whether it ends the run."""
        assert self._socket is not None
        payload = await self._socket.recv(decode=False)
        self.received += len(payload)
        self._messages += 1
        message = self._kept.read(payload)
        kind = message.WhichOneof("type")
        if kind == "delta":
            self.page.add(tuple(message.metadata.delta_path), message.delta)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._script = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.address = urlsplit(self.address)._replace(query=message.page_info_changed.query_string).geturl()
        elif kind == "page_not_found":
            failures.append(f"page not found: {self.address}")
        elif kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
            failures.append(message.session_event.script_compilation_exception.message)
        return kind == "script_finished" and self._end(message, failures)

    def _begin(self, message: ForwardMsg) -> None:
        begun, run = message.new_session, message.metadata.run
        self.session = begun.initialize.session_id
        self._script = begun.page_script_hash
        self._most_age = begun.config.max_cached_message_age
        self.page.begin(run.script_run_id, run.fragment_ids)

    def _end(self, message: ForwardMsg, failures: list[str]) -> bool:
        """Whether nothing follows; a run that ended early is followed by the one that it made room for."""
        status = message.script_finished
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            failures.append("the script does not compile")
        else:
            self.page.end()
            self._kept.count_run(self._most_age)
        return True
