"""Axes for what is as large as it is layer by layer: sizes over the layers, the front one on the left."""

from math import ceil, floor, log10

import numpy as np
import plotly.graph_objects as go

from figures.sweep import Ticks
from figures.theme import Theme, bare_layout, look_of
from parameters import Array
from text import Language, Text

LAYER = Text(ko="층 (왼쪽이 입력 쪽)", en="layer, from the input")
DEPTH = Text(ko="은닉층의 수", en="hidden layers")

LOWEST, HIGHEST = -20, 10
"""The powers of ten between which everything is shown; beyond them lines leave the picture."""
STRIDE = 5
"""The axes end at powers of ten that are multiples of this, so that they stand still while a setting changes little."""


def layer_ticks(layers: int) -> Ticks:
    """The front layer and every tenth; the axis counts the layers from 0."""
    numbers = [1, *range(10, layers + 1, 10)]
    return Ticks(tuple(float(each - 1) for each in numbers), tuple(map(str, numbers)))


def sizes_span(*sizes: Array) -> tuple[float, float]:
    """The powers of ten between which these sizes lie, as far as they are shown; zeros and infinities are left out."""
    shown = np.concatenate([each[np.isfinite(each) & (each > 0)] for each in sizes])
    if not shown.size:
        return -STRIDE, 0.0
    low = max(LOWEST, STRIDE * floor(log10(shown.min()) / STRIDE))
    high = min(HIGHEST, max(1, ceil(log10(shown.max()))))
    return float(min(low, high - STRIDE)), float(high)


def product_axes(theme: Theme, title: str, layers: int, *, projector: bool = False) -> go.Figure:
    """Empty axes of what is left after 0 to so many layers, logarithmic upwards; the range is set where it is shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 52, "r": 12, "t": 8, "b": 38}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(title={"text": title, "standoff": 4}, dtick=max(1, layers // 5), **axis)
    figure.update_yaxes(type="log", nticks=6, exponentformat="power", **axis)
    return figure


def layer_axes(theme: Theme, language: Language, layers: int, *, projector: bool = False) -> go.Figure:
    """Empty axes, logarithmic upwards; their ranges are set where they are shown."""
    return _sizes_axes(theme, LAYER[language], layer_ticks(layers), projector=projector)


def depth_axes(theme: Theme, language: Language, depths: tuple[int, ...], *, projector: bool = False) -> go.Figure:
    """The same over some depths, which stand side by side however far they are apart."""
    ticks = Ticks(tuple(map(float, range(len(depths)))), tuple(map(str, depths)))
    return _sizes_axes(theme, DEPTH[language], ticks, projector=projector)


def _sizes_axes(theme: Theme, title: str, ticks: Ticks, *, projector: bool) -> go.Figure:
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 46, "r": 10, "t": 8, "b": 34}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(
        title={"text": title, "standoff": 4},
        tickvals=list(ticks.at),
        ticktext=list(ticks.words),
        tickangle=0,
        **axis,
    )
    figure.update_yaxes(type="log", nticks=5, exponentformat="power", **axis)
    return figure
