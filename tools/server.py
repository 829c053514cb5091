"""A Streamlit server of our own: on 127.0.0.1, on a free port, ended by the process it holds."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
_PATIENCE_SECONDS = 60


class Server(NamedTuple):
    """A server that answers."""

    url: str
    """Where the app is, without a slash at its end."""
    pid: int
    log: Path
    """What it prints."""


@contextmanager
def serve(script: Path, log: Path, *options: str, base_path: str = "") -> Iterator[str]:
    """Run `streamlit run script` with further options and give the app's address; what it prints goes to `log`."""
    with running(script, log, *options, base_path=base_path) as server:
        yield server.url


@contextmanager
def running(script: Path, log: Path, *options: str, base_path: str = "") -> Iterator[Server]:
    """The same for those who also need the process; below `base_path`, which may have several parts."""
    port = free_port()
    url = f"http://127.0.0.1:{port}" + (f"/{base_path}" if base_path else "")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.baseUrlPath", base_path]
    ours = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    with process([*command, *ours, *options], log) as started:
        wait_until_healthy(url, started, log)
        yield Server(url, started.pid, log)


@contextmanager
def process(command: Sequence[str], log: Path, folder: Path = ROOT) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a command in a folder until the end of the block; what it prints goes to `log`."""
    with log.open("w") as printed:
        started = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
        try:
            yield started
        finally:
            started.terminate()
            started.wait()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_heard(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return once somebody listens there; say what the process printed if it ends or stays silent."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"nobody listens on port {port}; this was printed:\n{log.read_text()}")


def wait_until_healthy(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Return once the server answers; say what it printed if it ends or stays silent."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health"):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError(f"the server did not answer at {url}; it printed:\n{log.read_text()}")
