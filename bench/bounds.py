"""The most that any address can ask of the server: `python -m bench.bounds`.

Runs the whole race, as a page does, on every surface with the most steps and the wildest learning
rates, and prints the slowest and the largest. Leaves with an error above one second or 200 MB.
"""

import sys
import tracemalloc
from dataclasses import dataclass
from time import perf_counter

from surfaces import SURFACES
from ui import race_scene as scenes
from ui.address import Address
from ui.fairness import RATE_SPAN
from ui.race_choice import MOST_STEPS, read_race

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200.0
RATES = [RATE_SPAN[0], 0.1, RATE_SPAN[1]]


@dataclass(frozen=True)
class Cost:
    """What one address cost, with nothing cached."""

    query: str
    seconds: float
    megabytes: float


def cost(surface: str, rate: float) -> Cost:
    """Time first, memory in a second run, because tracing memory takes time."""
    query = {"surface": [surface], "rate": [f"{rate:g}"], "steps": [str(MOST_STEPS)]}
    choice = read_race(Address(query))
    scenes._map_address.cache_clear()
    begin = perf_counter()
    scenes.race_scene(choice, "ko")
    seconds = perf_counter() - begin
    scenes._map_address.cache_clear()
    tracemalloc.start()
    scenes.race_scene(choice, "ko")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Cost(f"surface={surface}&rate={rate:g}&steps={MOST_STEPS}", seconds, peak / 1e6)


def main() -> int:
    """Measure every surface at every rate."""
    costs = [cost(surface, rate) for surface in SURFACES for rate in RATES]
    slowest = max(costs, key=lambda each: each.seconds)
    largest = max(costs, key=lambda each: each.megabytes)
    print(f"slowest of {len(costs)}: {slowest.seconds:.3f} s (goal ≤ {MOST_SECONDS}) at ?{slowest.query}")
    print(f"largest of {len(costs)}: {largest.megabytes:.1f} MB (goal ≤ {MOST_MEGABYTES}) at ?{largest.query}")
    return 0 if slowest.seconds <= MOST_SECONDS and largest.megabytes <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
