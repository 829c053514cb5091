"""Four learning rates, each a fraction of the edge 2/λmax: too small, just right, too big, diverging."""

from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from cache import remembered
from optimizers import GradientDescent
from parameters import Array
from simulation import Parabola, RateRegime, Run, Status, rate_regimes, simulate, status_of
from surfaces import Surface
from surfaces.base import Place
from text import Text
from ui.common.axes import edge_of

Size = Literal["small", "right", "big", "diverging"]
SIZES: tuple[Size, ...] = get_args(Size)
FRACTIONS: dict[Size, float] = {"small": 0.002, "right": 0.45, "big": 1.0, "diverging": 1.06}
"""Of 2/λmax, for the pictures."""
SIZE_NAMES: dict[Size, Text] = {
    "small": Text(ko="너무 작음", en="Too small"),
    "right": Text(ko="적절함", en="Just right"),
    "big": Text(ko="너무 큼", en="Too big"),
    "diverging": Text(ko="더 큼", en="Even bigger"),
}

Level = Literal["low", "good", "high", "very high"]
LEVELS: tuple[Level, ...] = get_args(Level)
LEVEL_FRACTIONS: dict[Level, float] = {"low": 0.01, "good": 0.15, "high": 0.75, "very high": 1.06}
"""Of 2/λmax, for the loss curves."""
LEVEL_NAMES: dict[Level, Text] = {
    "low": Text(ko="낮음", en="low"),
    "good": Text(ko="적절", en="good"),
    "high": Text(ko="높음", en="high"),
    "very high": Text(ko="매우 높음", en="very high"),
}

STALLED = 3.0
"""A high rate stalls above where its loss at last, averaged, is this many times that of the good one."""
EARLY = slice(1, 6)
"""A high rate falls faster where its loss is the lower one at these steps."""


class FourRates(NamedTuple):
    """What gradient descent does with each of them, from the same start."""

    edge: float
    """2/λmax, or what stands for it where there is none."""
    run: Run
    """Of four columns, with the `FRACTIONS`."""
    status: Status
    regimes: NDArray[np.uint8]
    """(4,) of these."""
    parabola: Parabola
    """With the curvature λmax."""
    slices: Array
    """(steps + 1, 2, 4): the same four rates as places (s, f(s)) on it."""
    exact: Array
    """(steps + 1, 4): losses with the `LEVEL_FRACTIONS`."""
    in_noise: Run
    """The same in noise."""
    levels: NDArray[np.uint8]
    """(4,): the regimes of the exact ones."""
    lowest: float | None
    """The lowest loss of the surface, where it has one."""

    @property
    def path(self) -> Array:
        """(steps + 1, 2, 4)"""
        return self.run.path

    @property
    def left(self) -> NDArray[np.int64]:
        """(4,): the step at which each has left the picture, or −1."""
        return self.status.left_at[-1]

    @property
    def noisy(self) -> Array:
        """(steps + 1, 4): losses in noise."""
        return self.in_noise.loss

    @property
    def at_last(self) -> Array:
        """(4,): the noisy losses, averaged over the last quarter."""
        with np.errstate(all="ignore"):  # what diverged is inf or nan
            return self.noisy[-max(1, len(self.noisy) // 4) :].mean(axis=0)

    @property
    def stalls(self) -> bool:
        """Whether the high rate falls faster and comes to rest without noise, and in noise stays above the good one."""
        good, high = LEVELS.index("good"), LEVELS.index("high")
        rests = self.lowest is not None and self.levels[high] == RateRegime.CONVERGE
        faster = (self.exact[EARLY, high] < self.exact[EARLY, good]).all()
        above = self.at_last - (self.lowest or 0.0)
        return bool(rests and faster and above[high] > STALLED * above[good])


@remembered(most_bytes=4_000_000)
def run_four_rates(surface: Surface, start: Place, steps: int, noise: float, seed: int) -> FourRates:
    """Run all of them: twelve columns, some milliseconds."""
    edge = edge_of(surface, start) or 2 * surface.learning_rate
    rule = GradientDescent()
    rates = edge * np.array([FRACTIONS[size] for size in SIZES])
    levels = edge * np.array([LEVEL_FRACTIONS[level] for level in LEVELS])
    run = simulate(surface, rule, start, rates, steps)
    status = status_of(surface, run)
    parabola = Parabola(2 / edge)
    sliced = simulate(parabola, rule, [slice_start(surface)], rates, steps)
    exact = simulate(surface, rule, start, levels, steps)
    return FourRates(
        edge=edge,
        run=run,
        status=status,
        regimes=rate_regimes(surface, run, status),
        parabola=parabola,
        slices=np.stack([sliced.path[:, 0], sliced.loss], axis=1),
        exact=exact.loss,
        in_noise=simulate(surface, rule, start, levels, steps, noise=noise, seed=seed),
        levels=rate_regimes(surface, exact, status_of(surface, exact)),
        lowest=surface.lowest,
    )


def slice_start(surface: Surface) -> float:
    """Where a run on the parabola begins: a quarter of the picture's height from the floor."""
    _, (low, high) = surface.domain
    return (low - high) / 4
