"""Runs as the player unpacks them (stage/player/race/axis.js): those of every value of an axis, or of one place alone.

Paths are whole numbers of 16 bits over thirteen plots' width and height, heights over `HEIGHTS`; both as differences
along a run, deflated.
"""

import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from figures.loss import loss_scale
from parameters import Array
from simulation import rate_regimes, status_of
from simulation.run import Run
from surfaces import Surface

HEIGHTS = (-46.0, 39.0)
"""Powers of ten between which the height above the lowest loss is told where its axis is logarithmic: those of the
numbers of 32 bits that the stage is given for the race itself. Half a level is .0007 of a power, far below a pixel."""
LEVELS = 65_534
"""The largest number that tells a place or a height; the next one says that there is none."""
NOWHERE = LEVELS + 1
AROUND = 6.0
"""So many plots beyond each edge a place is told; one farther away is told to be there, in the same direction. So 5 000
numbers tell a plot's width: finer than half a pixel of a 4K projector."""
FAR = AROUND + 0.5
"""That is so many plots from the middle."""
FINEST = 2.0**13
"""Parts of a plot's width, where places are told in numbers of 32 bits."""


class Rungs(NamedTuple):
    """What came of every value of an axis."""

    values: Sequence[str]
    """N of them, as they stand in the address."""
    runs: Sequence[Run]
    """Of each who races, with N columns."""
    rates: Sequence[Sequence[str]]
    """The learning rate of each who races with each value, in words."""
    limits: Sequence[Sequence[float | None]]
    """Above which learning rate each would not settle; of none where these are not looked for."""


def told(surface: Surface, found: Rungs) -> Mapping[str, Any]:
    """Everything that is drawn and said of the runs, and how each stands at its last step."""
    scale = loss_scale(np.concatenate([run.loss for run in found.runs], axis=1), surface.lowest)
    measured = [status_of(surface, run) for run in found.runs]
    span = HEIGHTS if scale.logarithmic else scale.axis_range
    paths = np.stack([_places(surface, run.path) for run in found.runs], axis=1)
    heights = np.stack([_heights(run.loss - scale.base, span, scale.logarithmic) for run in found.runs], axis=1)
    regimes = [rate_regimes(surface, *each).tolist() for each in zip(found.runs, measured, strict=True)]
    return {
        "values": found.values,
        "rates": found.rates,
        "limits": found.limits,
        "points": paths.shape[-1],
        "path": _packed(paths),
        "height": _packed(heights),
        "last": [_digits(run.loss[-1] - scale.base) for run in found.runs],
        "span": span,
        "logarithmic": scale.logarithmic,
        "verdicts": [each.verdict[-1].tolist() for each in measured],
        "left": [each.left_at[-1].tolist() for each in measured],
        "slope": [_digits(each.slope[-1]) for each in measured],
        "distance": [_digits(each.distance[-1]) for each in measured],
        "regimes": regimes,
    }


def seen_places(surface: Surface, path: Array) -> Array:
    """Points (steps + 1, 2, N), none farther away than `AROUND` plots, and no finer than one can see."""
    low, high = np.array(surface.domain).T[:, :, None]
    with np.errstate(all="ignore"):
        return (low + high) / 2 + (high - low) * np.round(_near(surface, path) * FINEST) / FINEST


def _near(surface: Surface, path: Array) -> Array:
    """How far from the middle of the plot, in its widths and heights; what is too far is told in the same direction."""
    low, high = np.array(surface.domain).T[:, :, None]
    with np.errstate(all="ignore"):
        away = (path - (low + high) / 2) / (high - low)
        return away * np.minimum(1.0, FAR / np.abs(away).max(axis=1, keepdims=True))


def _places(surface: Surface, path: Array) -> NDArray[np.uint16]:
    """Points (steps + 1, 2, N) as whole numbers (N, 2, steps + 1)."""
    return _levels(_near(surface, path), -FAR, FAR).transpose(2, 1, 0)


def _heights(height: Array, span: tuple[float, float], logarithmic: bool) -> NDArray[np.uint16]:
    """Heights (steps + 1, N) as whole numbers (N, steps + 1); 0 and below are told as the lowest."""
    with np.errstate(all="ignore"):
        shown = np.log10(np.maximum(height, 10.0 ** span[0])) if logarithmic else height
    return _levels(shown.T, *span)


def _levels(values: Array, low: float, high: float) -> NDArray[np.uint16]:
    with np.errstate(all="ignore"):
        levels = np.round((np.clip(values, low, high) - low) / (high - low) * LEVELS)
    return np.where(np.isnan(values), NOWHERE, np.nan_to_num(levels)).astype(np.uint16)


def _packed(codes: NDArray[np.uint16]) -> str:
    """Differences along the last axis, the low bytes of all before the high ones, deflated, as letters."""
    differences = np.diff(codes, axis=-1, prepend=codes.dtype.type(0))
    planes = np.ascontiguousarray(differences).view(np.uint8).reshape(-1, 2).T
    return b64encode(zlib.compress(planes.tobytes(), 1)).decode()


def _digits(values: Array) -> list[float | None]:
    """In six digits, of which a board says three; None for what JSON has no number for."""
    return [float(f"{value:.6g}") if np.isfinite(value) else None for value in values.tolist()]
