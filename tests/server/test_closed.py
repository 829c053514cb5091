"""Doors of Streamlit's that Descent never uses, tried over a real connection."""

import re
import select
import socket
import subprocess
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosedError

from tests.server.stream import stream
from tests.ui.asking import ask
from tools.server import Server

MEGABYTE = 1_000_000
UPLOAD = 200 * MEGABYTE
FEW = 20 * MEGABYTE
"""What may lie in buffers on the way, and be used meanwhile for other things."""


def memory_of(pid: int) -> int:
    """Bytes that a process has, or on Linux had at most."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        (kilobytes,) = re.findall(r"VmHWM:\s*(\d+) kB", status.read_text())
    else:
        kilobytes = subprocess.check_output(["ps", "-o", "rss=", "-p", str(pid)], text=True)
    return int(kilobytes) * 1024


def poured(port: int, head: str) -> tuple[str, int]:
    """Send a file under these headers until there is an answer: its first line, and the bytes sent."""
    before, after = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n', b"\r\n--b--\r\n"
    head += (
        f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {len(before) + UPLOAD + len(after)}\r\n\r\n"
    )
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        with suppress(ConnectionError):  # the server has hung up; its answer has come before
            for piece in (head.encode() + before, *[b"x" * MEGABYTE] * (UPLOAD // MEGABYTE), after):
                if select.select([connection], [], [], 0)[0]:
                    break
                connection.sendall(piece)
                sent += len(piece)
        return connection.recv(65536).decode().partition("\r\n")[0], sent


def test_an_upload_by_somebody_who_may_open_the_app_is_refused_unread(app: Server, app_port: int) -> None:
    """With the token and the session that Streamlit asks for, so that nothing else refuses it."""
    with urllib.request.urlopen(f"{app.url}/_stcore/health") as answer:
        cookie = answer.headers["set-cookie"].partition(";")[0]
    with stream(app.url, cookie=cookie) as viewer:
        viewer.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        first = ForwardMsg.FromString(viewer.recv(timeout=20, decode=False))
        session = first.new_session.initialize.session_id
        assert session
        before = memory_of(app.pid)
        status, sent = poured(
            app_port,
            f"PUT /_stcore/upload_file/{session}/file HTTP/1.1\r\nHost: {urlsplit(app.url).netloc}\r\n"
            f"Cookie: {cookie}\r\nX-Xsrftoken: {cookie.partition('=')[2]}\r\n",
        )
    assert status.startswith("HTTP/1.1 413 ")
    assert sent < FEW, "the connection ends with the answer"
    assert memory_of(app.pid) - before < FEW


@pytest.mark.parametrize("method", ["PUT", "POST", "GET", "DELETE", "OPTIONS", "PATCH"])
def test_no_method_opens_it(app_port: int, method: str) -> None:
    for path in ("", "/", "/session/file", "/a/b/c", "/..%2f"):
        status, _, body = ask(app_port, f"/_stcore/upload_file{path}", method)
        assert (status, body) == (413, b"Descent takes no files.")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/auth/login?provider=x", 404),
        ("GET", "/auth/logout", 404),
        ("GET", "/oauth2callback?state=x&code=y", 404),
        ("POST", "/_stcore/agent/interact", 403),
        ("POST", "/_stcore/agent/mcp", 400),
        ("GET", "/_stcore/script-health-check", 404),
        ("GET", "/component/descent_stage/x.js", 404),
        ("GET", "/_stcore/bidi-components/descent_stage/x.js", 404),
    ],
)
def test_nor_is_any_other_open(app_port: int, method: str, path: str, status: int) -> None:
    """What Streamlit itself keeps closed unless it is told otherwise is among them."""
    assert ask(app_port, path, method)[0] == status


def test_what_only_begins_like_them_is_a_page_that_does_not_exist(app_port: int) -> None:
    for path in ("/author", "/oauth2callbacks"):
        assert ask(app_port, path)[0] == 307


def test_nobody_can_send_more_at_once_than_a_page_ever_does(app: Server) -> None:
    with stream(app.url) as viewer:
        viewer.send(b"x" * (MEGABYTE + 1))
        with pytest.raises(ConnectionClosedError, match="1009"):
            viewer.recv(timeout=20)
