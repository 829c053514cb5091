"""How many viewers a server seats: `python -m bench.seats`.

Real websocket viewers without browsers change the learning rate of the race, each every 5 s on average, beside those of
a trivial Streamlit page and of a page with Plotly's own frames under the same load; then a class behind two processes,
one that opens a link, and what each chapter costs. A missed goal is printed as missed; leaves with an error if a viewer
gets an error page.
"""

import argparse
import asyncio
import os
import random
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.crowd import AS_A_BROWSER, Change, Crowd, Seen, apart, let_go, move, open_within, processor, watch
from tools.cluster import cluster
from tools.seat import Seat
from tools.server import ROOT, Server, running
from ui.shell.chapters import CHAPTERS, FIRST

RACE = "race?lang=en&steps=300"
LINK = f"{RACE}&rate=0.1"
OWN_RACE = RACE + "&x=-{number}e-2"
"""Every viewer starts somewhere else, so that nobody's race is another's."""
PAUSE = 5.0
GOALS_P95 = {1: None, 60: 200.0, 150: 700.0}
"""Milliseconds, by the number of viewers at one process."""
BEHIND, GOAL_BEHIND = 250, 700.0
OPENERS, OPENED_WITHIN, GOAL_OPENED = 60, 10.0, 1500.0
GOAL_CPU, GOAL_KILOBYTES = 45.0, 40.0
"""Of a change of the race: 20 ms for what is said at once, and 25 for both axes of its sliders."""
CHANGES, OPENINGS = 10, 4
"""Of each chapter."""
WITHOUT_SLIDER = "–"


@dataclass(frozen=True)
class Contender:
    """An app with a slider, and how a viewer moves it."""

    name: str
    script: Path
    address: str
    change: Change
    share: float
    """Of the seconds that ours is measured."""


OURS = Contender("Descent, /race", ROOT / "app.py", OWN_RACE, let_go, 1)
CONTENDERS = (
    Contender("trivial page", ROOT / "bench/rivals/trivial.py", "", partial(move, "rate"), 0.3),
    Contender("native Plotly frames", ROOT / "bench/rivals/native_frames.py", "", partial(move, "rate"), 0.4),
    OURS,
)


class Cost(NamedTuple):
    """What a chapter costs the server."""

    opening: float
    """Milliseconds of the processor."""
    opening_kilobytes: float
    widget: str
    change: float
    change_kilobytes: float
    failures: tuple[str, ...]


def goal(value: float, most: float | None, unit: str) -> str:
    """The goal of a figure, and whether it is met."""
    return "" if most is None else f"goal ≤ {most:g} {unit}: {'met' if value <= most else 'MISSED'}"


def row(name: str, viewers: int, seen: Seen, most: float | None) -> str:
    """One load."""
    late = f"; {seen.unanswered} unanswered" if seen.unanswered else ""
    seated = f"; {seen.seated} seated" if seen.seated < viewers else ""
    waits = f"{seen.p50:>8.0f}{seen.p95:>8.0f}"
    return (
        f"  {name:<24}{viewers:>5}{waits}{seen.cpu:>8.1f}{seen.kilobytes:>9.1f}{len(seen.milliseconds):>7}"
        f"   {goal(seen.p95, most, 'ms')}{late}{seated}"
    )


def loads(servers: Sequence[Server], seconds: float) -> list[str]:
    """Everyone under every load, in turn; what failed."""
    print(f"Changes of a slider, each viewer every {PAUSE:g} s on average; in milliseconds and kilobytes a change")
    print(f"  {'':<24}{'seats':>5}{'p50':>8}{'p95':>8}{'CPU':>8}{'kB':>9}{'times':>7}", flush=True)
    failures: list[str] = []
    for viewers, most in GOALS_P95.items():
        for each, server in zip(CONTENDERS, servers, strict=True):
            lone = viewers == 1
            crowd = Crowd(
                server.url,
                each.address,
                viewers,
                each.change,
                PAUSE / 20 if lone else PAUSE,
                seconds * each.share / (2 if lone else 1),
                [server.pid],
            )
            seen = apart(watch, crowd)
            print(row(each.name, viewers, seen, most if each is OURS else None), flush=True)
            if each is OURS:
                failures += seen.failures
                print(f"    {'CPU a change':<25}{goal(seen.cpu, GOAL_CPU, 'ms')}", flush=True)
                print(f"    {'kB a change':<25}{goal(seen.kilobytes, GOAL_KILOBYTES, 'kB')}", flush=True)
    return failures


def behind(folder: Path, seconds: float) -> list[str]:
    """A class behind HAProxy, as deploy/ has it."""
    with cluster(folder) as processes:
        pids = [each.running.pid for each in processes.processes.values()]
        crowd = Crowd(processes.url, OWN_RACE, BEHIND, OURS.change, PAUSE, seconds, pids)
        seen = apart(watch, crowd)
    print(row(f"Descent, {len(pids)} processes", BEHIND, seen, GOAL_BEHIND), flush=True)
    return seen.failures


def opening(server: Server) -> list[str]:
    """A class that opens one link."""
    before = processor([server.pid])
    seen = apart(open_within, server.url, LINK, OPENERS, OPENED_WITHIN)
    cpu = (processor([server.pid]) - before) / OPENERS
    print(f"\n{OPENERS} viewers open one link within {OPENED_WITHIN:g} s, its picture with it")
    print(f"  p50 {seen.p50:.0f}, p95 {seen.p95:.0f} ms   {goal(seen.p95, GOAL_OPENED, 'ms')}")
    print(f"  {cpu:.0f} ms of the processor, {seen.kilobytes:.0f} kB each", flush=True)
    return seen.failures


def chapters(server: Server) -> list[str]:
    """One viewer opens and changes every chapter."""
    print("\nEach chapter with one viewer: milliseconds of the server's processor, and kilobytes")
    print(f"  {'':<18}{'opening':>9}{'kB':>8}{'change':>9}{'kB':>8}   of", flush=True)
    failures: list[str] = []
    for path, chapter in CHAPTERS.items():
        cost = apart(cost_of, server, f"{'' if chapter is FIRST else path}?lang=en")
        print(
            f"  {path:<18}{cost.opening:>9.1f}{cost.opening_kilobytes:>8.1f}"
            f"{cost.change:>9.1f}{cost.change_kilobytes:>8.1f}   {cost.widget}",
            flush=True,
        )
        failures += cost.failures
    return failures


def cost_of(server: Server, address: str) -> Cost:
    """Open a page and move its first slider, again and again; call it `apart`."""
    return asyncio.run(_cost_of(server, address))


async def _cost_of(server: Server, address: str) -> Cost:
    opened, failures = 0, list[str]()
    async with Seat(server.url, address, headers=AS_A_BROWSER):
        pass  # what is made once for all is made now
    before = processor([server.pid])
    for _ in range(OPENINGS):
        async with Seat(server.url, address, headers=AS_A_BROWSER) as seat:
            opened += seat.received + seat.received_by_http
            failures += seat.opened.failures if seat.opened else ()
    spent = processor([server.pid]) - before
    widget, change, sent = WITHOUT_SLIDER, float("nan"), float("nan")
    async with Seat(server.url, address, headers=AS_A_BROWSER) as seat:
        sliders = [each.slider.label for each in seat.page.elements() if each.HasField("slider")]
        if sliders:
            widget = sliders[0]
            change, sent = await _changed(seat, server, widget, failures)
    return Cost(spent / OPENINGS, opened / OPENINGS / 1000, widget, change, sent, tuple(failures))


async def _changed(seat: Seat, server: Server, widget: str, failures: list[str]) -> tuple[float, float]:
    """The processor's milliseconds and the kilobytes of a change."""
    chance = random.Random(0)
    for _ in range(3):
        await move(widget, seat, chance)
    before, received = processor([server.pid]), seat.received
    for _ in range(CHANGES):
        failures += (await move(widget, seat, chance)).failures
    return (processor([server.pid]) - before) / CHANGES, (seat.received - received) / CHANGES / 1000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=15, help="that each load of ours is measured (default: 15)")
    seconds = parser.parse_args().seconds
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}\n")
    with TemporaryDirectory() as folder, ExitStack() as stack:
        servers = [
            stack.enter_context(running(each.script, Path(folder) / f"{number}.log"))
            for number, each in enumerate(CONTENDERS)
        ]
        failures = loads(servers, seconds) + behind(Path(folder), seconds)
        failures += opening(servers[-1]) + chapters(servers[-1])
    for each in failures[:20]:
        print(f"failed: {each}")
    print("\nNo viewer got an error page." if not failures else f"\n{len(failures)} failures.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
