"""What HAProxy adds on the way, seen from both ends: in the place of the app's processes stand servers that tell it."""

import json
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tools.cluster import COOKIE, configuration, names
from tools.haproxy import haproxy
from tools.server import free_port

pytestmark = pytest.mark.cluster

HEALTH = "/_stcore/health"


class Telling(ThreadingHTTPServer):
    """Answers with what it was asked, and with a status that can be changed."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[str] = []
        self.checks = 0
        """How often HAProxy has asked after its health."""


class _Answer(BaseHTTPRequestHandler):
    server: Telling

    def do_GET(self) -> None:
        if self.path == HEALTH:
            self.server.checks += 1
        else:
            self.server.asked.append(self.path)
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "public, max-age=60")
        self.end_headers()
        self.wfile.write(json.dumps({name.lower(): self.headers.get_all(name) for name in self.headers}).encode())

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


class Balanced:
    """HAProxy before servers that tell what they were asked."""

    def __init__(self, servers: dict[str, Telling], log: Path, port: int, https_port: int) -> None:
        self.servers, self.log, self.port, self.https_port = servers, log, port, https_port

    def ask(
        self, path: str, headers: dict[str, str] | None = None, *, https: bool = False
    ) -> tuple[HTTPResponse, bytes]:
        """One request on a connection of its own."""
        trusting = ssl._create_unverified_context()
        connection = (
            HTTPSConnection("127.0.0.1", self.https_port, context=trusting)
            if https
            else HTTPConnection("127.0.0.1", self.port)
        )
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def until_said(self, words: str) -> None:
        """Wait until HAProxy says so in its log."""
        while words not in self.log.read_text():
            sleep(0.02)


@contextmanager
def balanced(folder: Path, certificate: Path | None = None) -> Iterator[Balanced]:
    port, https_port = free_port(), free_port()
    with ExitStack() as stack:
        servers = {name: stack.enter_context(Telling()) for name in names()}
        for each in servers.values():
            Thread(target=each.serve_forever, args=(0.02,)).start()
            stack.callback(each.shutdown)
        ports = {name: each.server_port for name, each in servers.items()}
        file, log = folder / "haproxy.cfg", folder / "haproxy.txt"
        file.write_text(configuration(port, ports, https_port=https_port, certificate=certificate), encoding="utf-8")
        stack.enter_context(haproxy(file, log, port))
        while any(each.checks < 2 for each in servers.values()):
            sleep(0.02)  # until then HAProxy only believes that they are well, and one bad answer is enough
        yield Balanced(servers, log, port, https_port)


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Balanced]:
    with balanced(tmp_path) as running:
        yield running


def test_a_process_hears_who_asks_and_not_what_they_claim(plain: Balanced) -> None:
    _, body = plain.ask("/", {"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "https"})
    heard = json.loads(body)
    assert heard["x-forwarded-for"] == ["127.0.0.1"]
    assert heard["x-forwarded-proto"] == ["http"]
    assert heard["host"] == [f"127.0.0.1:{plain.port}"], "Streamlit compares it with a websocket's origin"


def test_the_cookie_is_between_the_browser_and_haproxy(plain: Balanced) -> None:
    answer, _ = plain.ask("/")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.split("; ") == [f"{COOKIE}={cookie.partition('=')[2][:2]}", "path=/", "HttpOnly"]
    assert answer.headers.get_all("Cache-Control", [])[-1] == "private", "no cache on the way may give it to others"
    again, body = plain.ask("/", {"Cookie": f"{COOKIE}=01; theirs=1"})
    assert "Set-Cookie" not in again.headers
    assert json.loads(body)["cookie"] == ["theirs=1"]


def test_whoever_is_not_well_is_sent_nobody_and_then_viewers_again(plain: Balanced) -> None:
    """503 is what a process answers while it starts or stops; its own viewers are led to another, too."""
    plain.servers["01"].status = 503
    plain.until_said("Server descent/01 is DOWN")
    plain.servers["01"].asked.clear()
    answers = [plain.ask(f"/{i}", {"Cookie": f"{COOKIE}=01"})[0] for i in range(6)]
    assert [answer.status for answer in answers] == [200] * 6
    assert {answer.headers["Set-Cookie"].partition(";")[0] for answer in answers} == {f"{COOKIE}=02"}
    assert plain.servers["01"].asked == []
    plain.servers["01"].status = 200
    plain.until_said("Server descent/01 is UP")
    plain.ask("/back", {"Cookie": f"{COOKIE}=01"})
    assert plain.servers["01"].asked == ["/back"]


def test_what_one_process_turns_away_another_is_asked(plain: Balanced) -> None:
    """Before the next question after its health."""
    plain.servers["01"].status = 503
    answer, _ = plain.ask("/page", {"Cookie": f"{COOKIE}=01"})
    assert answer.status == 200
    assert plain.servers["01"].asked == ["/page"]
    assert plain.servers["02"].asked == ["/page"]


def test_what_viewers_look_at_is_not_written_down(plain: Balanced) -> None:
    plain.ask("/race?f=secret")
    plain.servers["01"].status = 503
    plain.until_said("Server descent/01 is DOWN")
    assert "secret" not in plain.log.read_text()


def test_the_lines_for_https(tmp_path: Path) -> None:
    pem, key = tmp_path / "descent.pem", tmp_path / "descent.pem.key"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run(
        [*made, "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(pem)], check=True, capture_output=True
    )
    with balanced(tmp_path, pem) as running:
        redirected, _ = running.ask("/race?lang=ko")
        assert redirected.status == 301
        assert redirected.headers["Location"] == f"https://127.0.0.1:{running.port}/race?lang=ko"
        answer, body = running.ask("/race", https=True)
        assert json.loads(body)["x-forwarded-proto"] == ["https"]
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert answer.headers["Set-Cookie"].split("; ")[1:] == [
            "path=/",
            "HttpOnly",
            "Secure",
            "SameSite=None",
            "Partitioned",
        ], "a page of lecture notes may show it in a frame"
