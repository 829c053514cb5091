"""Axes for a gradient's components, and for what grows as a power of something."""

from math import ceil, floor, log10

import numpy as np
import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of
from parameters import Array
from text import Language, Text

COMPONENT = Text(ko="매개변수의 번호 i", en="parameter number i")
EVALUATIONS = Text(ko="손실 계산의 횟수", en="evaluations of the loss")
DIFFERENCE_STEP = Text(ko="간격 h", en="difference step h")
PARAMETERS = Text(ko="매개변수의 수 N", en="number of parameters N")


def component_axes(theme: Theme, language: Language, *, projector: bool = False) -> go.Figure:
    """Empty axes, even ones; their ranges are set where they are shown."""
    figure = _axes(theme, COMPONENT[language], projector=projector)
    figure.update_yaxes(nticks=6, zeroline=True, zerolinecolor=look_of(theme, projector=projector).text)
    return figure


def counting_axes(theme: Theme, language: Language, *, projector: bool = False) -> go.Figure:
    """Empty axes, even ones, of what is known after so many evaluations; their ranges are set where they are shown."""
    return _axes(theme, EVALUATIONS[language], projector=projector)


def power_axes(
    theme: Theme, title: Text, language: Language, *, every: int = 1, up: int | None = None, projector: bool = False
) -> go.Figure:
    """Empty axes, both logarithmic: a power is a straight line.

    `title` stands under the lower one, with a tick at every so many powers of ten; at the other one too, where `up`
    says so.
    """
    figure = _axes(theme, title[language], projector=projector)
    powers = {"type": "log", "exponentformat": "power"}
    figure.update_xaxes(dtick=every, **powers)
    figure.update_yaxes(nticks=6, dtick=up, **powers)
    return figure


def power_span(*lines: Array) -> tuple[float, float]:
    """The powers of ten between which all of these are, in half decades; one decade where nothing is known yet."""
    known = np.concatenate([each[np.isfinite(each) & (each > 0)] for each in lines])
    if not known.size:
        return 0.0, 1.0
    return floor(2 * log10(known.min()) - 0.2) / 2, ceil(2 * log10(known.max()) + 0.2) / 2


def _axes(theme: Theme, title: str, *, projector: bool) -> go.Figure:
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 52, "r": 12, "t": 20, "b": 34}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(title={"text": title, "standoff": 4}, tickangle=0, **axis)
    figure.update_yaxes(**axis)
    return figure
