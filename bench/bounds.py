"""The most that any address can ask of the server: `python -m bench.bounds`.

Runs the whole race of all optimizers, as a page does, on every surface with the most steps, in noise, with the
wildest learning rates and with each optimizer tuned, and prints the slowest and the largest. Leaves with an error above
one second or 200 MB.
"""

import sys
import tracemalloc
from dataclasses import dataclass
from time import perf_counter

from figures.contour import contour
from figures.relief import relief
from figures.theme import LOOKS
from optimizers import OPTIMIZERS
from surfaces import SURFACES
from ui import fairness
from ui.address import Address
from ui.fairness import RATE_SPAN
from ui.race_choice import MOST_STEPS, RaceChoice, read_race
from ui.race_scene import race_scene
from ui.stage.stills import packed

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200.0
TERMS = [*({"rate": f"{rate:g}"} for rate in (RATE_SPAN[0], 0.1, RATE_SPAN[1])), {"rates": "tuned"}]


@dataclass(frozen=True)
class Cost:
    """What one address cost, with nothing cached."""

    query: str
    seconds: float
    megabytes: float


def cost(surface: str, terms: dict[str, str]) -> Cost:
    """Time first, memory in a second run, because tracing memory takes time."""
    query = {"surface": surface, "steps": str(MOST_STEPS), "optimizers": ",".join(OPTIMIZERS), "noise": "0.01", **terms}
    choice = read_race(Address({name: [value] for name, value in query.items()}))
    begin = perf_counter()
    anew(choice)
    seconds = perf_counter() - begin
    tracemalloc.start()
    anew(choice)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Cost("&".join(f"{name}={value}" for name, value in query.items()), seconds, peak / 1e6)


def anew(choice: RaceChoice) -> None:
    """All that a page computes for a race that nobody has seen."""
    fairness.fair_rate.cache_clear()
    fairness._tuned.cache_clear()
    for theme in LOOKS:
        packed(contour(choice.surface, theme))
        packed(relief(choice.surface, theme))
    race_scene(choice, "ko")


def main() -> int:
    """Measure every surface at every rate."""
    costs = [cost(surface, terms) for surface in SURFACES for terms in TERMS]
    slowest = max(costs, key=lambda each: each.seconds)
    largest = max(costs, key=lambda each: each.megabytes)
    print(f"slowest of {len(costs)}: {slowest.seconds:.3f} s (goal ≤ {MOST_SECONDS}) at ?{slowest.query}")
    print(f"largest of {len(costs)}: {largest.megabytes:.1f} MB (goal ≤ {MOST_MEGABYTES}) at ?{largest.query}")
    return 0 if slowest.seconds <= MOST_SECONDS and largest.megabytes <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
