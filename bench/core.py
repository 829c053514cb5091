"""The engine against naive NumPy, PyTorch and Optax, in one run: `python -m bench.core`.

Prints ratios first, then the medians behind them. Leaves with an error if an engine's paths differ
from ours.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

import numpy as np

from bench import naive, with_optax, with_pytorch
from bench.agreement import Array, Walk
from bench.hills import HILLS
from bench.maps import BASIN_GOALS, basin_match, momentum_match
from bench.match import EPSILON_OUTSIDE, OURS, Match, Rival, play, show
from bench.measure import Contender
from optimizers import OPTIMIZERS
from simulation import Entrant, Run, race
from simulation.replay import compiled
from surfaces import SURFACES

RACE_STEPS, SWEEP_STEPS, SWEEP_RATES = 300, 500, 400
RACES: dict[str, dict[str, float]] = {
    "class-ravine": {"gd": 0.1, "momentum": 0.05, "adagrad": 1.5, "rmsprop": 0.01, "adam": 0.3},
    "rosenbrock": {"gd": 5e-4, "momentum": 2e-4, "adagrad": 0.3, "rmsprop": 2e-4, "adam": 0.05},
}
"""Learning rates that every rule walks steadily with, so that a difference in a path means something: where
RMSProp hops across a valley, it magnifies mere rounding."""
SWEEP_SURFACE, SWEEP_RANGE = "class-ravine", (1e-3, 0.9)


def race_match(key: str) -> Match:
    surface, hill, rates = SURFACES[key], HILLS[key], RACES[key]
    entrants = [Entrant(OPTIMIZERS[rule](), n) for rule, n in rates.items()]
    task = (hill, np.array(surface.start), rates, RACE_STEPS)

    def ours() -> Run:
        return race(surface, entrants, surface.start, RACE_STEPS)

    return Match(
        f"Race on {key}: {len(rates)} rules × {RACE_STEPS} steps",
        Contender(OURS, ours),
        partial(our_walks, rates),
        [
            Rival(Contender("naive NumPy", lambda: naive.race(*task)), single_walks, goal=2.5),
            Rival(Contender("Optax with its compile", *compiling(*task)), single_walks, goal=100),
            Rival(Contender("Optax, compiled before", with_optax.program(*task)), single_walks),
            Rival(Contender("Descent, not yet compiled", ours, compiled.cache_clear), partial(our_walks, rates)),
            Rival(Contender("PyTorch", lambda: with_pytorch.race(*task)), single_walks, tolerance=EPSILON_OUTSIDE),
        ],
    )


def sweep_match() -> Match:
    surface, hill = SURFACES[SWEEP_SURFACE], HILLS[SWEEP_SURFACE]
    rates = {rule: np.geomspace(*SWEEP_RANGE, SWEEP_RATES) for rule in RACES[SWEEP_SURFACE]}
    entrants = [Entrant(OPTIMIZERS[rule](), each) for rule, each in rates.items()]
    task = (hill, np.array(surface.start), rates, SWEEP_STEPS)

    def ours() -> Run:
        return race(surface, entrants, surface.start, SWEEP_STEPS)

    return Match(
        f"Sweep on {SWEEP_SURFACE}: {len(rates)} rules × {SWEEP_RATES} learning rates × {SWEEP_STEPS} steps",
        Contender(OURS, ours),
        partial(our_walks, rates),
        [
            Rival(Contender("naive NumPy", lambda: naive.sweep(*task)), listed_walks, goal=200),
            Rival(Contender("Optax with its compile", *compiling(*task)), batched_walks, goal=20),
            Rival(Contender("Optax, compiled before", with_optax.program(*task)), batched_walks, goal=0.5),
            Rival(Contender("Descent, not yet compiled", ours, compiled.cache_clear), partial(our_walks, rates)),
        ],
    )


def compiling(*task: Any) -> tuple[Callable[[], Any], Callable[[], None]]:
    """What to run, and what to do before it, so that Optax compiles every time."""

    def compile_and_run() -> Any:
        program = with_optax.program(*task)
        return program()

    return compile_and_run, with_optax.forget


def our_walks(rules: Mapping[str, Any], run: Run) -> dict[str, Walk]:
    return {rule: Walk(run.path[:, :, lane], run.loss[:, lane]) for rule, lane in zip(rules, run.lanes, strict=True)}


def single_walks(traces: Mapping[str, tuple[Any, Any]]) -> dict[str, Walk]:
    """From one path (steps + 1, 2) and loss (steps + 1,) a rule."""
    return {
        rule: Walk(np.asarray(path)[:, :, None], np.asarray(loss)[:, None]) for rule, (path, loss) in traces.items()
    }


def batched_walks(traces: Mapping[str, tuple[Any, Any]]) -> dict[str, Walk]:
    """From paths (B, steps + 1, 2) and losses (B, steps + 1)."""
    return {
        rule: Walk(np.moveaxis(np.asarray(path), 0, 2), np.asarray(loss).T) for rule, (path, loss) in traces.items()
    }


def listed_walks(traces: Mapping[str, Sequence[tuple[Array, Array]]]) -> dict[str, Walk]:
    """From a list of B single paths and losses a rule."""
    return batched_walks(
        {
            rule: (np.array([path for path, _ in each]), np.array([loss for _, loss in each]))
            for rule, each in traces.items()
        }
    )


def where() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "torch", "jax", "optax"))
    return f"Python {platform.python_version()}, {packages}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=7, help="measurements of each contender (default: 7)")
    rounds = arguments.parse_args().rounds

    print(f"{where()}\nMedians of {rounds} interleaved rounds. PyTorch has ε outside the root, all others inside.")
    maps = (*(basin_match(rule) for rule in BASIN_GOALS), momentum_match())
    results = {match.title: play(match, rounds) for match in (*map(race_match, RACES), sweep_match(), *maps)}
    return show(results)


if __name__ == "__main__":
    sys.exit(main())
