"""A match: one task, our way and that of others; results compared first, then the times."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.agreement import largest_difference
from bench.measure import Contender, Timing, interleaved

OURS = "Descent"
SAME = 1e-9
"""Two engines with one formula differ by rounding only, which grows along a path; more than this is a mistake."""
EPSILON_OUTSIDE = 1e-5
"""PyTorch puts ε outside the root, which is another formula, though a near one."""


@dataclass(frozen=True)
class Rival:
    """Someone to compare with."""

    contender: Contender
    read: Callable[[Any], Any]
    """Brings its result into the common shape."""
    goal: float | None = None
    """How many times faster we want to be; below 1, how much slower we may be."""
    tolerance: float = SAME
    share: float = 1.0
    """The share of the task that it is given: its time is divided by it, its result compared as far as it goes."""


@dataclass(frozen=True)
class Match:
    title: str
    ours: Contender
    read: Callable[[Any], Any]
    rivals: Sequence[Rival]
    difference: Callable[[Any, Any], float] = largest_difference
    """Between two results in the common shape."""


@dataclass(frozen=True)
class Row:
    """How we stand against one rival."""

    name: str
    ratio: float
    goal: float | None
    difference: float
    tolerance: float

    @property
    def agrees(self) -> bool:
        return self.difference <= self.tolerance

    @property
    def misses(self) -> bool:
        """Whether it falls short of its goal."""
        return self.goal is not None and self.ratio < self.goal


def play(match: Match, rounds: int) -> tuple[list[Row], dict[str, Timing]]:
    """Compare the results once, which also warms everyone up; then the times."""
    ours = match.read(match.ours.run())
    differences = [match.difference(ours, rival.read(rival.contender.run())) for rival in match.rivals]
    timings = interleaved([match.ours, *(rival.contender for rival in match.rivals)], rounds)
    rows = [
        Row(
            name=rival.contender.name,
            ratio=timings[rival.contender.name].median / rival.share / timings[OURS].median,
            goal=rival.goal,
            difference=difference,
            tolerance=rival.tolerance,
        )
        for rival, difference in zip(match.rivals, differences, strict=True)
    ]
    return rows, timings


def show(results: Mapping[str, tuple[Sequence[Row], Mapping[str, Timing]]]) -> int:
    """Print ratios, then medians, then what was missed; the exit code: 1 where results differ."""
    for title, (rows, _) in results.items():
        show_ratios(title, rows)
    for title, (_, timings) in results.items():
        show_medians(title, timings)
    every = [(f"{title}: {row.name}", row) for title, (rows, _) in results.items() for row in rows]
    for verdict, names in (
        ("DIFFERENT RESULTS", [name for name, row in every if not row.agrees]),
        ("Missed goals", [name for name, row in every if row.misses]),
    ):
        print(f"\n{verdict}: {'; '.join(names) or 'none'}")
    return 0 if all(row.agrees for _, row in every) else 1


def show_ratios(title: str, rows: Sequence[Row]) -> None:
    print(f"\n{title}")
    print(f"  {'against':<28}{'Descent is':>16}   {'goal':<20}{'largest difference'}")
    for row in rows:
        goal = "–" if row.goal is None else f"≥ {row.goal:.3g}×  {'MISSED' if row.misses else 'met'}"
        difference = f"{row.difference:.0e}" + ("" if row.agrees else f"  DIFFERS: allowed is {row.tolerance:.0e}")
        print(f"  {row.name:<28}{compared(row.ratio):>16}   {goal:<20}{difference}")


def compared(ratio: float) -> str:
    return f"{ratio:.3g}× faster" if ratio >= 1 else f"{1 / ratio:.3g}× slower"


def show_medians(title: str, timings: Mapping[str, Timing]) -> None:
    print(f"\n{title}")
    print(f"  {'milliseconds':<28}{'median':>12}{'least':>12}{'most':>12}")
    for name, timing in timings.items():
        numbers = (1000 * each for each in (timing.median, *timing.spread))
        print(f"  {name:<28}" + "".join(f"{number:>12.2f}" for number in numbers))
