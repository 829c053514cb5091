"""Whether memory grows while visitors come and go: `python -m bench.soak`.

1 200 visitors in five minutes: each opens a race, moves sliders and goes on to other chapters, six pages in all, and
every fourth types a formula of its own. Printed is the server's memory when it has warmed up and at the end. A
missed goal is printed as missed; leaves with an error if a visitor gets an error page.
"""

import argparse
import asyncio
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.crowd import apart, move
from tools.seat import Seat
from tools.server import ROOT, running
from ui.shell.chapters import CHAPTERS, FIRST

VISITORS_A_MINUTE = 240
PAGES = 6
"""That a visitor asks for: the first, changes, and other chapters."""
WARM = 600
"""Visitors, in two and a half minutes. By then the first sessions that were cut off are forgotten (each is kept for two
minutes), and the caches hold what is asked for again and again."""
NEIGHBOURS = 3
"""Readings that are taken together, for Python collects garbage when it thinks fit."""
MOST_AT_ONCE = 40
"""Visitors; who comes then waits at the door, so that a slow machine sees as many, only longer."""
GOAL_PERCENT = 5.0
FORMULAS = ("x^2+{a}*y^2", "(x^2-{a})^2+y^2", "sin(x)+{a}*y^2", "x^2+y^2+{a}*cos(3*x)")
LONG = {"basins", "momentum", "training", "vanishing"}
"""Chapters that work for seconds: what bench.seats tells of each; a soak of many visitors leaves them to others."""


@dataclass
class Soaked:
    """What came of it."""

    visitors: int = 0
    pages: int = 0
    megabytes: list[float] = field(default_factory=list)
    """Of the server, after every 100 visitors."""
    failures: list[str] = field(default_factory=list)


def memory(pid: int) -> float:
    """The megabytes of memory that a process has now."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    (kilobytes,) = (each.split()[1] for each in lines if each.startswith("VmRSS:"))
    return int(kilobytes) / 1000


def soak(url: str, pid: int, visitors: int) -> Soaked:
    """Let them come and go; call it `apart`."""
    return asyncio.run(_soak(url, pid, visitors))


async def _soak(url: str, pid: int, visitors: int) -> Soaked:
    soaked, door = Soaked(), asyncio.Semaphore(MOST_AT_ONCE)

    async def come(number: int) -> None:
        async with door:
            try:
                await visit(url, random.Random(number), soaked)
            except (OSError, LookupError, TimeoutError) as error:
                soaked.failures.append(f"{type(error).__name__}: {error}")
        soaked.visitors += 1
        if soaked.visitors % 100 == 0:
            soaked.megabytes.append(memory(pid))

    coming: list[asyncio.Task[None]] = []
    for number in range(visitors):
        coming.append(asyncio.create_task(come(number)))
        await asyncio.sleep(60 / VISITORS_A_MINUTE)
    await asyncio.gather(*coming)
    return soaked


async def visit(url: str, chance: random.Random, soaked: Soaked) -> None:
    """One visitor: some close the page, some are cut off."""
    seat = Seat(url, f"race?lang={chance.choice(['ko', 'en'])}" + formula(chance))
    try:
        soaked.failures += (await seat.open()).failures
        soaked.pages += 1
        for _ in range(PAGES - 1):
            soaked.failures += await page(seat, chance)
            soaked.pages += 1
    finally:
        if chance.random() < 0.5:
            seat.cut()
        else:
            await seat.leave()


def formula(chance: random.Random) -> str:
    """A formula that nobody else types, of every fourth visitor."""
    if chance.random() > 0.25:
        return ""
    typed = chance.choice(FORMULAS).format(a=round(chance.uniform(0.1, 5), 3))
    return "&surface=own&f=" + typed.replace("+", "%2B").replace("^", "%5E")


async def page(seat: Seat, chance: random.Random) -> Sequence[str]:
    """The next page: a slider where there is one, or another chapter."""
    sliders = [each.slider.label for each in seat.page.elements() if each.HasField("slider")]
    if sliders and chance.random() < 0.6:
        name = chance.choice(sliders)
        return (await move(name, seat, chance)).failures
    path = chance.choice([each for each in CHAPTERS if each not in LONG])
    return (await seat.go("" if path == FIRST.path else path, "lang=en")).failures


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5, help="how long visitors come (default: 5)")
    visitors = max(round(VISITORS_A_MINUTE * parser.parse_args().minutes), WARM + 100 * NEIGHBOURS)
    print(f"{visitors} visitors, {PAGES} pages each; {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}", flush=True)
    with TemporaryDirectory() as folder, running(ROOT / "app.py", Path(folder) / "log.txt") as server:
        begin, before = perf_counter(), memory(server.pid)
        soaked = apart(soak, server.url, server.pid, visitors)
        took = perf_counter() - begin
    at = WARM // 100 - 1
    warm, end = mean(soaked.megabytes[at - 1 : at + NEIGHBOURS - 1]), mean(soaked.megabytes[-NEIGHBOURS:])
    growth = 100 * (end / warm - 1)
    print(f"{soaked.visitors} visitors and {soaked.pages} pages in {took / 60:.1f} minutes")
    print(f"MB before the first {before:.0f}; after every 100: {', '.join(f'{each:.0f}' for each in soaked.megabytes)}")
    met = "met" if growth <= GOAL_PERCENT else "MISSED"
    print(f"after {WARM} visitors {warm:.0f} MB, at the end {end:.0f} MB: {growth:+.1f} %")
    print(f"goal ≤ {GOAL_PERCENT:g} %: {met}")
    for each in soaked.failures[:20]:
        print(f"failed: {each}")
    print("No visitor got an error page." if not soaked.failures else f"{len(soaked.failures)} failures.")
    return 1 if soaked.failures else 0


if __name__ == "__main__":
    sys.exit(main())
