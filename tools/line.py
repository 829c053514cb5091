"""A line between browsers and a server that can be slow, be cut, go dead, and lead to another server."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from time import monotonic, sleep
from urllib.parse import urlsplit

_PIECE = 1 << 16


class Line:
    """What a browser asks of `url` is passed on to the server at the other end, each way after `delay` seconds."""

    def __init__(self, server: str, delay: float = 0.0) -> None:
        self._server = server
        self._delay = delay
        self._is_cut = False
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._dead: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Break off every connection, and end new ones at once."""
        with self._lock:
            self._is_cut = True
            for end in self._open:
                _end(end)
            self._open.clear()

    def deaden(self) -> None:
        """Nothing comes through what is open now any more, and nobody is told; what is opened later is as ever."""
        with self._lock:
            self._dead.update(self._open)

    def mend(self, server: str | None = None) -> None:
        """Let new connections through again; to another server, where one is named."""
        with self._lock:
            self._server = server or self._server
            self._is_cut = False

    def close(self) -> None:
        """Break off everything and listen no more."""
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):  # closed
            while True:
                here, _ = self._listener.accept()
                self._pass_on(here)

    def _pass_on(self, here: socket.socket) -> None:
        with self._lock:
            at = urlsplit(self._server)
            try:
                there = None if self._is_cut else socket.create_connection((at.hostname or "", at.port or 80))
            except OSError:  # nobody there
                there = None
            if there is None:
                _end(here)
                return
            self._open += [here, there]
        for one, other in ((here, there), (there, here)):
            threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    def _copy(self, one: socket.socket, other: socket.socket) -> None:
        pieces: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        threading.Thread(target=self._send, args=(pieces, one, other), daemon=True).start()
        with suppress(OSError):  # cut, or ended by either side
            while piece := one.recv(_PIECE):
                pieces.put((monotonic() + self._delay, piece))
        pieces.put((monotonic() + self._delay, b""))

    def _send(self, pieces: SimpleQueue[tuple[float, bytes]], one: socket.socket, other: socket.socket) -> None:
        """Pass on what came from one end when its time has come, until that end has nothing more to say."""
        with suppress(OSError):  # cut, or ended by either side
            while True:
                due, piece = pieces.get()
                sleep(max(0.0, due - monotonic()))
                if not piece:
                    break
                if one not in self._dead:
                    other.sendall(piece)
        if one not in self._dead:
            _end(other)


def _end(end: socket.socket) -> None:
    """Both ways, also for a thread that waits there."""
    with suppress(OSError):  # it has ended already
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def line(server: str, delay: float = 0.0) -> Iterator[Line]:
    """A line to the server at this address; `delay` is in seconds, one way."""
    one = Line(server, delay)
    try:
        yield one
    finally:
        one.close()
