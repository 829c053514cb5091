"""Run as a program: serves the app from its own process, opens every chapter, and prints what was imported when."""

import asyncio
import gc
import json
import socket
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

import uvicorn

from address import Address
from address.race import read_race
from app import app
from export.bundle import race_bundle
from export.slide import ANIMATIONS, picture
from tools.seat import Seat
from ui.common.race_view import race_scene
from ui.shell.chapters import CHAPTERS, FIRST

SIXTEEN = (
    "",
    "scenes",
    "model",
    "losses",
    "constraints",
    "choosing",
    "dial",
    "schedules",
    "basins?steps=1",
    "race",
    "step",
    "backpropagation",
    "activations",
    "vanishing?steps=1&activations=relu&width=2",
    "training?steps=10&optimizers=gd&layers=1&width=2&samples=20",
    "guide",
)
"""Chapters with little to compute: what is imported and made for the first viewer is the same whatever the settings."""
ADDRESSES = (
    *SIXTEEN,
    *sorted(CHAPTERS.keys() - {FIRST.path, *(address.partition("?")[0] for address in SIXTEEN)}),
    "race?lang=en&theme=dark&projector=on&view=relief&noise=0.1&optimizers=adam,lion,nadam&rates=tuned&rate.gd=1e-3",
    "race?surface=own&f=sin(x)*y^2/(1+x^2)&ask=first",
    "race?pin=steps%3D20&steps=30&unknown=1",
    "race?surface=goldstein-price&rate=many",
    "?missing=nowhere",
)
"""Every chapter, then what else a page may show."""


class Sought(MetaPathFinder):
    """Notes what an import seeks that is not there yet, found or not; it finds nothing itself."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def find_spec(self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /) -> None:
        self._names.append(fullname)

    def names(self) -> list[str]:
        """Since this was asked the last time."""
        names, self._names = self._names, []
        return names


async def main() -> None:
    """Ask whether the server is well before it starts; then open all pages, one after the other, and make all files."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        host, port = listening.getsockname()
        with socket.create_connection((host, port)) as early:
            early.sendall(b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
            serving = asyncio.create_task(server.serve([listening]))
            answer = await asyncio.to_thread(early.recv, 4096)
        frozen, there = gc.get_freeze_count(), sorted(sys.modules)
        sys.meta_path.insert(0, sought := Sought())
        late: dict[str, list[str]] = {}
        failures: dict[str, tuple[str, ...]] = {}
        for address in ADDRESSES:
            async with Seat(f"http://{host}:{port}", address) as seat:
                assert seat.opened
                failures[address] = seat.opened.failures + (await seat.rerun()).failures
            late[address] = sought.names()
        await asyncio.to_thread(_make_files)
        late["files"] = sought.names()
        server.should_exit = True
        await serving
    told = {"answer": answer.decode(), "frozen": frozen, "there": there, "late": late, "failures": failures}
    told["collects"], told["turn"] = gc.isenabled(), sys.getswitchinterval()
    json.dump(told, sys.stdout)


def _make_files() -> None:
    choice = read_race(Address({"steps": ["3"], "optimizers": ["gd"]}))
    bundle = race_bundle(choice, lambda: race_scene(choice, "en"), "en", "light")
    for make in (bundle.table, bundle.page, bundle.script, lambda: picture(bundle.slide)):
        assert make
        make()
    for _ in ANIMATIONS.ask(bundle.slide):
        pass


if __name__ == "__main__":
    asyncio.run(main())
