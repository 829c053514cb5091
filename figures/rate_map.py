"""The map of learning rate × momentum: what a step keeps of the distance to the minimum, cell by cell."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from figures.heights import colour_scale
from figures.theme import SPEEDS, Look, Theme, bare_layout, look_of
from parameters import Array

FASTEST = 1e-3
"""A step that keeps less than this is coloured as if it kept so much."""
TICKS = (0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998)
CLOSEST = 0.09
"""Ticks of the colour bar stand at least this share of it apart."""
PALEST = 1
"""The colours begin at this percentile, so that the few slowest cells do not take them all."""
WIDE, TALL = 0.2, 0.05
"""The share of the picture's width and height that a word takes; where a region is smaller, it stands outside."""


SIGN = 17
"""The size of a sign: it is seen around the ring of the dials."""
LOWER = 3
"""Of the places that a word may have, the one at this part of the way up, for names crowd where the regions meet."""
LONG = 0.75
"""A stretch of at least this share of the longest is as good for a word."""


class RateMap(NamedTuple):
    """What came of every learning rate and momentum, each evenly from the first to the last."""

    rates: Array
    """(N,)"""
    momenta: Array
    """(M,)"""
    factors: Array
    """(M, N): the share of the distance that a step keeps; 1 or more where it grows."""


class Spot(NamedTuple):
    """A place on the map with a sign on it."""

    symbol: str
    rate: float
    momentum: float


class Axes(NamedTuple):
    """What stands at the axes."""

    rate: str
    momentum: str


class Label(NamedTuple):
    """A word for a region: in it, or outside with a line that leads to this place in it."""

    rate: float
    momentum: float
    inside: bool


def rate_map(
    theme: Theme,
    shown: RateMap,
    regions: Mapping[str, NDArray[np.bool_]],
    spots: Sequence[Spot],
    axes: Axes,
    *,
    projector: bool = False,
) -> go.Figure:
    """The map of `shown`, hatched where the distance grows; each of `regions` (M, N) is named where it is."""
    look = look_of(theme, projector=projector)
    figure = go.Figure(_cells(shown, SPEEDS[theme], look))
    figure.add_scatter(**_hatching(shown, look))
    for symbol, rate, momentum in spots:
        marker = {"symbol": symbol, "size": SIGN, "color": look.text, "line": {"color": look.text, "width": 2}}
        figure.add_scatter(x=[rate], y=[momentum], mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False)
    for words, region in regions.items():
        if region.any():
            place = label(shown, region)
            upper = place.momentum > shown.momenta.mean()
            figure.add_annotation(**_annotation(words, place, look, upper=upper))
    figure.update_layout(margin={"l": 52, "r": 60, "t": 8, "b": 36}, **bare_layout(look))
    ticks = {"showgrid": False, "zeroline": False, "ticks": "outside", "ticklen": 4, "tickcolor": look.faint}
    across, up = edges(shown.rates), edges(shown.momenta)
    figure.update_xaxes(range=across[[0, -1]].tolist(), title={"text": axes.rate, "standoff": 4}, nticks=7, **ticks)
    figure.update_yaxes(range=up[[0, -1]].tolist(), title={"text": axes.momentum, "standoff": 4}, nticks=6, **ticks)
    return figure


def edges(middles: Array) -> Array:
    """Where the cells around evenly spaced middles (N,) begin and end, (N + 1,)."""
    half = (middles[1] - middles[0]) / 2
    return np.append(middles - half, middles[-1] + half)


def shade(factors: Array) -> Array:
    """What is coloured: the logarithm of the digits that a step gains, log₁₀(−log₁₀ factor); nan where it loses."""
    return np.log10(-np.log10(np.where(factors < 1, np.maximum(factors, FASTEST), np.nan)))


def label(shown: RateMap, region: NDArray[np.bool_]) -> Label:
    """Where the name of a region (M, N), which is not empty, stands.

    In the middle of a long stretch that is tall enough for it; where none is long enough it stands outside, and its
    line leads to the middle of a stretch.
    """
    rows, columns = region.shape
    roomy = _stretches(_thinner(region, round(TALL * rows / 2)))
    lengths = [last - first + 1 for _, first, last in roomy]
    if inside := max(lengths, default=0) >= WIDE * columns:
        enough = max(WIDE * columns, LONG * max(lengths))
        chosen = [stretch for stretch, length in zip(roomy, lengths, strict=True) if length >= enough]
    else:
        chosen = _stretches(region)
    row, first, last = chosen[len(chosen) // LOWER]
    return Label(float(shown.rates[(first + last) // 2]), float(shown.momenta[row]), inside)


def _thinner(region: NDArray[np.bool_], half: int) -> NDArray[np.bool_]:
    """Those cells that have `half` cells of the region above and below them."""
    walled = np.pad(region, ((half, half), (0, 0)))
    return np.logical_and.reduce([walled[i : i + len(region)] for i in range(2 * half + 1)])


def _stretches(region: NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """The row, first and last column of the longest stretch in each row that has one."""
    found = []
    for row in np.flatnonzero(region.any(axis=1)):
        turns = np.flatnonzero(np.diff(np.concatenate([[False], region[row], [False]]))).reshape(-1, 2)
        first, after = turns[np.argmax(turns[:, 1] - turns[:, 0])]
        found.append((int(row), int(first), int(after) - 1))
    return found


def _cells(shown: RateMap, speeds: tuple[str, ...], look: Look) -> go.Heatmap:
    """The coloured cells and the bar that says what the colours are."""
    z = shade(shown.factors)
    known = z[np.isfinite(z)]
    low, high = (float(np.percentile(known, PALEST)), float(known.max())) if known.size else (-1.0, 0.0)
    ticks = _ticks(low, high)
    return go.Heatmap(
        x=shown.rates.astype(np.float32),
        y=shown.momenta.astype(np.float32),
        z=z.astype(np.float32),
        zmin=low,
        zmax=high,
        colorscale=colour_scale(speeds),
        hoverinfo="skip",
        colorbar={
            "thickness": 12,
            "outlinecolor": look.faint,
            "tickvals": [float(shade(np.array(factor))) for factor in ticks],
            "ticktext": [f"{factor:g}" for factor in ticks],
            "ticks": "outside",
            "ticklen": 3,
            "tickcolor": look.text,
            "x": 1.01,
            "xpad": 0,
        },
    )


def _ticks(low: float, high: float) -> list[float]:
    """The factors that are written on the colour bar, none too near to the one before."""
    chosen: list[float] = []
    last = np.inf
    for factor in TICKS:
        at = float(shade(np.array(factor)))
        if low <= at <= high and last - at >= CLOSEST * (high - low):
            chosen.append(factor)
            last = at
    return chosen


def _hatching(shown: RateMap, look: Look) -> dict[str, Any]:
    """The cells at the right end of each row in which the distance grows, as one hatched figure."""
    across, up = edges(shown.rates), edges(shown.momenta)
    settles = ~(shown.factors >= 1)  # what could not be measured is not said to grow
    first = np.where(settles.any(axis=1), len(shown.rates) - np.argmax(settles[:, ::-1], axis=1), 0)
    stairs = np.repeat(across[first], 2)
    ends = np.repeat(across[-1], 2)
    return {
        "x": np.concatenate([stairs, ends]),
        "y": np.concatenate([np.repeat(up, 2)[1:-1], up[[-1, 0]]]),
        "mode": "lines",
        "line": {"width": 0},
        "fill": "toself",
        "fillpattern": {"shape": "/", "fgcolor": look.faint, "size": 9, "solidity": 0.25, "bgcolor": "rgba(0,0,0,0)"},
        "hoverinfo": "skip",
    }


def _annotation(words: str, at: Label, look: Look, *, upper: bool) -> dict[str, Any]:
    """A word in its region, or outside: below it in the upper half of the picture, right of it in the lower."""
    common = {"x": at.rate, "y": at.momentum, "text": words, "bgcolor": look.halo, "opacity": 0.92, "borderpad": 2}
    if at.inside:
        return {**common, "showarrow": False}
    beside = {"ax": 0, "ay": 40} if upper else {"ax": 18, "ay": 0, "xanchor": "left"}
    return {**common, **beside, "arrowcolor": look.text, "arrowhead": 0, "arrowwidth": 1.5}
