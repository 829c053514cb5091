"""A reverse proxy that takes a prefix off, of which the app behind it never hears.

In nginx that is `location /descent/ { proxy_pass http://127.0.0.1:8501/; }`.
"""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit


@contextmanager
def stripping_proxy(app: str, prefix: str) -> Iterator[str]:
    """Stand in front of the app at this address, and give the address below `prefix` where it is now."""

    class Passing(StreamRequestHandler):
        """Passes one request on, and then whatever comes, until both have said everything: a WebSocket talks on."""

        rbufsize = 0  # nothing of what follows the head is taken

        def handle(self) -> None:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                line = self.rfile.readline()
                if not line:
                    return  # nothing was asked for
                head += line
            method, path, rest = head.split(b" ", 2)
            if not path.startswith(prefix.encode() + b"/"):
                self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            if b"upgrade: websocket" not in rest.lower():
                rest = re.sub(rb"(?im)^connection: [^\r]*", b"Connection: close", rest)  # the next has its own path
            with socket.create_connection(("127.0.0.1", urlsplit(app).port or 80)) as behind:
                behind.sendall(b" ".join((method, path.removeprefix(prefix.encode()), rest)))
                answering = Thread(target=_pipe, args=(behind, self.connection))
                answering.start()
                _pipe(self.connection, behind)
                answering.join()

    with ThreadingTCPServer(("127.0.0.1", 0), Passing) as server:
        server.daemon_threads = True  # a browser opens connections that it may need one day
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
        server.shutdown()


def _pipe(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):  # a browser may leave at any moment
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
