"""A start, beside that of a trivial Streamlit page: `python -m bench.start`.

From the start of the process to the first page: a viewer without a browser opens it as soon as the server says that it
is well, and its script has run to the end.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from tools.seat import Seat
from tools.server import ROOT, serve

GOAL_SECONDS = 4.0
"""To the first page of the race."""
OURS = "Descent, /race"


class Start(NamedTuple):
    """Seconds since the process was started."""

    well: float
    """Until the server says that it is well."""
    page: float
    """Until the first page's script has run."""


def start(script: Path, address: str, log: Path) -> Start:
    """Start a server, open one page, and end it. Raises RuntimeError for a page that fails."""
    begin = perf_counter()
    with serve(script, log) as url:
        well = perf_counter() - begin
        failures = asyncio.run(first_page(url, address))
        page = perf_counter() - begin
    if failures:
        raise RuntimeError(f"{address} fails: {'; '.join(failures)}")
    return Start(well, page)


async def first_page(url: str, address: str) -> Sequence[str]:
    """Open it; what is wrong with it."""
    async with Seat(url, address) as seat:
        assert seat.opened
        return seat.opened.failures


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=5, help="starts of each (default: 5)")
    rounds = arguments.parse_args().rounds

    contenders = {"trivial page": (ROOT / "bench/rivals/trivial.py", ""), OURS: (ROOT / "app.py", "race")}
    starts: dict[str, list[Start]] = {name: [] for name in contenders}
    with TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, (script, address) in contenders.items():
                starts[name].append(start(script, address, Path(folder) / "log.txt"))

    print(f"Medians (least to most) of {rounds} starts of each in turn; {os.cpu_count()} cores, load {load()}")
    print(f"  {'seconds from the start of the process':<40}{'says that it is well':<26}first page")
    for name, each in starts.items():
        print(f"  {name:<40}{told([one.well for one in each]):<26}{told([one.page for one in each])}")
    missed = median(one.page for one in starts[OURS]) > GOAL_SECONDS
    print(f"Goal: first page ≤ {GOAL_SECONDS:g} s: {'MISSED' if missed else 'met'}")
    return 0


def load() -> str:
    return f"{os.getloadavg()[0]:.2f}"


def told(seconds: Sequence[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f})"


if __name__ == "__main__":
    sys.exit(main())
