"""The axes of the loss curves: height above the lowest value, over the step."""

from collections.abc import Callable
from math import ceil, floor, log10
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of
from parameters import Array
from text import Language, Text

ABOVE_LOWEST = Text(ko="손실 − 최솟값", en="loss − minimum")
LOSS = Text(ko="손실", en="loss")
STEP = Text(ko="스텝 t", en="step t")
COST = Text(ko="비용 (계산한 수의 개수)", en="cost (numbers computed)")

DEEPEST = 1e-12
"""A logarithmic axis never reaches below this."""
HIGHEST = 1e300
"""Nor does it begin above this, so that there is room for its other end."""
HEADROOM = 1e3
"""Curves that climb higher than this many times the start's height leave the picture."""
ASKED_DEPTH = 1e-6
"""While something is asked, a logarithmic axis reaches down to this share of the start's height."""

MARGIN = 1.05
"""Curves keep this factor from the ends of a logarithmic axis."""


class LossScale(NamedTuple):
    """What stands on the vertical axis: loss − `base`, from `low` to `high`, logarithmic or not."""

    base: float
    low: float
    high: float
    logarithmic: bool

    @property
    def axis_range(self) -> tuple[float, float]:
        """The ends of the axis the way Plotly takes them: on a logarithmic axis, the powers of ten."""
        return (log10(self.low), log10(self.high)) if self.logarithmic else (self.low, self.high)


def loss_scale(loss: Array, lowest: float | None) -> LossScale:
    """The axis that shows these losses (steps + 1, B).

    Logarithmic in loss − `lowest` where the surface has a lowest value; linear in the loss itself
    where it has none (`None`), because then no logarithm can be taken. A logarithmic axis ends at half
    decades, so that it stands still while a slider changes the curves a little.
    """
    finite = loss[np.isfinite(loss)]
    if lowest is None:
        return _linear(finite)
    height = finite - lowest
    start = max(float(loss[0].max()) - lowest, DEEPEST)
    positive = height[height > 0]
    if not positive.size:
        return LossScale(lowest, DEEPEST, 1.0, logarithmic=True)
    low = min(max(float(positive.min()), DEEPEST), HIGHEST)
    high = min(float(positive.max()), HEADROOM * start)
    bottom = max(_half_decade(low / MARGIN, floor), DEEPEST)
    return LossScale(lowest, bottom, _half_decade(max(high, 10 * low) * MARGIN, ceil), logarithmic=True)


def asked_scale(loss: Array, lowest: float | None) -> LossScale:
    """The axis while it is asked what becomes of these losses (steps + 1, B): it knows nothing but their start."""
    starts = loss[0][np.isfinite(loss[0])]
    start = float(starts.max(initial=0.0 if lowest is None else lowest))
    if lowest is None:
        reach = max(abs(start), 1.0)
        return LossScale(0.0, start - 2 * reach, start + reach, logarithmic=False)
    height = min(max(start - lowest, DEEPEST / ASKED_DEPTH), HIGHEST)
    low, high = _half_decade(ASKED_DEPTH * height, floor), _half_decade(10 * height, ceil)
    return LossScale(lowest, max(low, DEEPEST), high, logarithmic=True)


def _half_decade(value: float, rounded: Callable[[float], int]) -> float:
    """The power of √10 beside a value, on the side that `rounded` takes."""
    return float(10.0 ** (rounded(2 * log10(value)) / 2))


def _linear(finite: Array) -> LossScale:
    """From the lowest to the highest loss, but never further from the start than the start is worth seeing."""
    start = float(finite[0]) if finite.size else 0.0
    reach = HEADROOM / 100 * max(abs(start), 1.0)
    low = max(float(finite.min(initial=start)), start - reach)
    high = min(float(finite.max(initial=start)), start + reach)
    margin = 0.05 * max(high - low, 1e-6)
    return LossScale(0.0, low - margin, high + margin, logarithmic=False)


def loss_axes(
    theme: Theme,
    language: Language,
    *,
    logarithmic: bool,
    empty: bool = False,
    over_cost: bool = False,
    projector: bool = False,
) -> go.Figure:
    """Axes for the loss curves, over the step or what was spent by then; their ranges are set where they are shown.

    `empty` ones have no numbers: there is no loss that they could measure.
    """
    look = look_of(theme, projector=projector)
    title = ABOVE_LOWEST if logarithmic else LOSS
    figure = go.Figure()
    figure.update_layout(
        template="none",
        margin={"l": 66, "r": 12, "t": 8, "b": 34},
        **bare_layout(look),
    )
    axis = {
        "gridcolor": look.faint,
        "zeroline": False,
        **({"showticklabels": False, "showgrid": False, "ticks": ""} if empty else {}),
    }
    figure.update_xaxes(title={"text": (COST if over_cost else STEP)[language], "standoff": 4}, nticks=8, **axis)
    figure.update_yaxes(
        type="log" if logarithmic else "linear",
        title={"text": title[language], "standoff": 4},
        nticks=7,
        exponentformat="power",
        **axis,
    )
    return figure
