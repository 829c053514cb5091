"""The axes of the learning rates that AdaGrad and RMSProp give each variable: n / √(g + ε), over the step."""

from math import ceil, floor, log10

import numpy as np
import plotly.graph_objects as go

from figures.loss import STEP
from figures.theme import Theme, bare_layout, look_of
from parameters import Array
from text import Language

LOWEST, HIGHEST = 1e-300, 1e300
"""What is shown of a logarithmic axis at most."""


def own_rates_span(rates: Array) -> tuple[float, float]:
    """The powers of ten between which these rates lie; infinite ones and zeros are left out."""
    shown = rates[np.isfinite(rates) & (rates > LOWEST) & (rates < HIGHEST)]
    if not shown.size:
        return -1.0, 1.0
    low, high = floor(2 * log10(shown.min() / 1.05)) / 2, ceil(2 * log10(shown.max() * 1.05)) / 2
    return low, max(high, low + 1)


def own_rates_axes(theme: Theme, language: Language, *, projector: bool = False) -> go.Figure:
    """Empty axes; their ranges are set where they are shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 52, "r": 12, "t": 8, "b": 34}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(title={"text": STEP[language], "standoff": 4}, nticks=6, **axis)
    figure.update_yaxes(type="log", nticks=5, exponentformat="power", **axis)
    return figure
