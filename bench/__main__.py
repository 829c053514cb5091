"""All benchmarks but the soak, one after the other: `python -m bench`. The soak takes long: `python -m bench.soak`.

Each runs to its end whatever became of the one before, in a process of its own. At the end stands what each one took
and how it ended; leaves with an error if any of them failed.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

PROGRAMS = sorted(
    file.stem
    for file in Path(__file__).parent.glob("[!_]*.py")
    if 'if __name__ == "__main__":' in file.read_text(encoding="utf-8") and file.stem != "soak"
)
"""Every file here that can be run, but one that takes as long as several others."""
MOST_MINUTES = 10
"""For one of them; one that takes longer is taken for one that never ends."""


class Ended(NamedTuple):
    """How a program ended."""

    name: str
    seconds: float
    how: str
    """"passed", or what happened instead."""


def run(name: str) -> Ended:
    """Run one program; what it prints is seen as it comes."""
    print(f"\n=== bench.{name}", flush=True)
    begin = perf_counter()
    with subprocess.Popen([sys.executable, "-m", f"bench.{name}"], start_new_session=True) as process:
        try:
            code = process.wait(60 * MOST_MINUTES)
            how = "passed" if code == 0 else f"failed with {code}"
        except subprocess.TimeoutExpired:
            how = f"did not end within {MOST_MINUTES} minutes"
        except KeyboardInterrupt:
            _end(process)
            raise
        _end(process)
    return Ended(f"bench.{name}", perf_counter() - begin, how)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what a program has started and left, its servers and browsers too."""
    with suppress(ProcessLookupError):  # nothing is left
        os.killpg(process.pid, signal.SIGTERM)


def main() -> int:
    """Run them all and sum up."""
    ended = [run(name) for name in PROGRAMS]
    print(f"\n=== all, {sum(each.seconds for each in ended) / 60:.1f} minutes")
    for each in ended:
        print(f"{each.name:16} {each.seconds:6.0f} s  {each.how}")
    return 0 if all(each.how == "passed" for each in ended) else 1


if __name__ == "__main__":
    sys.exit(main())
