"""What deploy/ says, run here: several processes of the app behind a real HAProxy.

HAProxy gets the text of deploy/haproxy.cfg and each process the command of deploy/descent@.service, so that what is
tested is what is deployed; only ports, addresses and paths are this machine's.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.haproxy import haproxy
from tools.server import ROOT, free_port, process, wait_until_healthy

CONFIGURATION, UNIT = ROOT / "deploy/haproxy.cfg", ROOT / "deploy/descent@.service"
COOKIE = "descent-process"
"""Its value names the process that a viewer is seated at."""
_PRIVILEGES = re.compile(r"^ +(user|group|chroot) .*\n", re.MULTILINE)
"""Lines that only an administrator's HAProxy can obey."""
_FIRST_PORT = 8500
"""Of descent@.service: the number of the process is added to it."""


def names() -> list[str]:
    """The processes that HAProxy is told of: 01, 02."""
    return re.findall(r"^ +server (\d\d) ", CONFIGURATION.read_text(encoding="utf-8"), re.MULTILINE)


def command(name: str, port: int) -> list[str]:
    """What the unit of that process starts, on another port and by this Python."""
    (line,) = re.findall(r"^ExecStart=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    _, *arguments = shlex.split(line.replace("%i", name).replace("${PREFIX}", ""))
    deployed = str(_FIRST_PORT + int(name))
    return [sys.executable, "-m", "streamlit", *(str(port) if each == deployed else each for each in arguments)]


def configuration(port: int, ports: Mapping[str, int], *, https_port: int = 0, certificate: Path | None = None) -> str:
    """deploy/haproxy.cfg on this machine's ports; with a certificate, its lines for https as well."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    replacements = {"bind :80\n": f"bind 127.0.0.1:{port}\n"}
    for name, each in ports.items():
        replacements[f"server {name} 127.0.0.1:{_FIRST_PORT + int(name)}"] = f"server {name} 127.0.0.1:{each}"
    if certificate:
        replacements |= {"#tls ": "", ":443 ": f"127.0.0.1:{https_port} ", "/etc/haproxy/descent.pem": str(certificate)}
    for deployed, here in replacements.items():
        if deployed not in text:
            raise ValueError(f"{CONFIGURATION} should say {deployed!r}")
        text = text.replace(deployed, here)
    return text if os.geteuid() == 0 else _PRIVILEGES.sub("", text)


@dataclass
class Process:
    """One process of the app."""

    name: str
    port: int
    log: Path
    running: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        """Where it is without HAProxy."""
        return f"http://127.0.0.1:{self.port}"

    def wait(self) -> None:
        """Return once it is healthy."""
        wait_until_healthy(self.url, self.running, self.log)

    def kill(self) -> None:
        """End it at once, as a crash would: it says goodbye to nobody."""
        self.running.kill()
        self.running.wait()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """It keeps its connections and answers nothing until the end of the block."""
        self.running.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.running.send_signal(signal.SIGCONT)


@dataclass
class Cluster:
    """Processes behind HAProxy."""

    url: str
    processes: dict[str, Process]
    log: Path
    """What HAProxy prints."""
    _stack: ExitStack

    def start(self, name: str) -> Process:
        """Start a process, again where it had ended; it needs some time until it is ready."""
        before = self.processes.get(name)
        port = before.port if before else free_port()
        log = self.log.with_name(f"{name}-{len(list(self.log.parent.glob(f'{name}-*')))}.txt")
        running = self._stack.enter_context(process(command(name, port), log))
        self.processes[name] = Process(name, port, log, running)
        return self.processes[name]

    def wait(self) -> None:
        """Return once every process is healthy and HAProxy seats people at each."""
        for name, each in self.processes.items():
            each.wait()
            while not self._seats_at(name):
                time.sleep(0.02)  # HAProxy has not asked after its health yet

    def _seats_at(self, name: str) -> bool:
        try:
            return self.seat_given({"Cookie": f"{COOKIE}={name}"}) in (None, name)
        except urllib.error.HTTPError:
            return False

    def seat_given(self, headers: Mapping[str, str] | None = None) -> str | None:
        """The process that HAProxy seats such a viewer at; None where it leaves a seat as it is.

        Raises HTTPError while there is no process that HAProxy knows to be healthy.
        """
        request = urllib.request.Request(f"{self.url}/_stcore/health", headers=dict(headers or {}))
        with urllib.request.urlopen(request) as answer:
            cookies = answer.headers.get_all("Set-Cookie", [])
        return next((each.partition("=")[2].partition(";")[0] for each in cookies if each.startswith(COOKIE)), None)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """All processes of deploy/haproxy.cfg, healthy; logs and the configuration go to `folder`."""
    port = free_port()
    with ExitStack() as stack:
        started = Cluster(f"http://127.0.0.1:{port}", {}, folder / "haproxy.txt", stack)
        for name in names():
            started.start(name)
        file = folder / "haproxy.cfg"
        text = configuration(port, {name: each.port for name, each in started.processes.items()})
        file.write_text(text, encoding="utf-8")
        stack.enter_context(haproxy(file, started.log, port))
        started.wait()
        yield started
