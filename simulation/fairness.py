"""Learning rates for a fair contest: the best of many, or those that make every first step equally long."""

import numpy as np
from numpy.typing import ArrayLike

from parameters import Array
from simulation.blocks import Blocks
from simulation.protocols import Landscape, Rule
from simulation.run import normals, simulate
from simulation.status import Chart, outside
from work.pieces import Pieces

PIECE = 64
"""Steps between two looks at who has left the range of floats, and runs no further."""
JUDGED = 10
"""A learning rate is judged by the largest loss within the last of so many parts of its run: the loss of the last step
alone of a run that swings is a matter of luck."""


def tuned_rate(
    chart: Chart, rule: Rule, start: ArrayLike, steps: int, rates: Array, *, noise: float = 0.0, seed: int = 0
) -> Pieces[float]:
    """The one of `rates` (B,) whose largest loss over the last tenth is the lowest, in pieces.

    Of two that are as good it is the lower one.

    Only runs that end inside the picture count, so that on a surface without a bottom nobody wins by
    falling the fastest. Where every run ends outside, the lowest rate is given.

    `start` is one point (2,); `noise` and `seed` are those of the race. Raises what `simulate` raises.
    """
    disturbance = noise * normals(steps, 2, seed) if noise else None
    blocks = Blocks(chart, rule, np.reshape(start, (2, 1)), rates, steps, disturbance=disturbance)
    running, judged = np.arange(len(rates)), np.full(len(rates), -np.inf)
    judged_from = steps - max(1, steps // JUDGED) + 1
    for done in range(0, steps, PIECE):
        if done:
            yield done / steps
        path = blocks.run(running, done, min(PIECE, steps - done))
        late = path[max(0, judged_from - done) :]
        if len(late):
            judged[running] = np.maximum(judged[running], _loss(chart, late).max(axis=0))
        if blocks.separable:
            running = running[np.isfinite(path[-1]).all(axis=0)]
    judged = np.where(outside(chart, blocks.x), np.inf, judged)
    return float(rates[np.argmin(judged)] if np.isfinite(judged).any() else rates.min())


def _loss(chart: Chart, path: Array) -> Array:
    """f along a path (rows, 2, B); inf where it has left the range of floats."""
    with np.errstate(all="ignore"):
        loss = chart.value(np.moveaxis(path, 1, 0))
    return np.where(np.isfinite(loss), loss, np.inf)


def first_step_length(
    landscape: Landscape, rule: Rule, start: ArrayLike, rate: float, *, noise: float = 0.0, seed: int = 0
) -> float:
    """|x₁ − x₀| of a run with this rule and learning rate, in the same noise as in the race."""
    run = simulate(landscape, rule, start, rate, 1, noise=noise, seed=seed)
    return float(np.linalg.norm(run.path[1, :, 0] - run.path[0, :, 0]))


def rate_for_first_step(
    landscape: Landscape, rule: Rule, start: ArrayLike, length: float, *, noise: float = 0.0, seed: int = 0
) -> float | None:
    """The learning rate with which the first step is `length` long; None where no rate makes it so.

    A first step is proportional to the learning rate, whatever the rule: from an empty memory nothing
    but n scales it. There is none at a place without slope.
    """
    unit = first_step_length(landscape, rule, start, 1.0, noise=noise, seed=seed)
    rate = length / unit if unit > 0 else np.inf
    return rate if 0 < rate < np.inf else None


def rate_grid(lowest: float, highest: float, per_decade: int) -> Array:
    """Learning rates evenly over the decades, rounded to three digits, so that each can be read and typed."""
    count = round(np.log10(highest / lowest) * per_decade) + 1
    return np.array([float(f"{rate:.3g}") for rate in np.geomspace(lowest, highest, count)])
