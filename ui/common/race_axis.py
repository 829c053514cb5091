"""A whole axis of a race in one batch: what all who race would do with any learning rate or any momentum.

It is an asset: its address says the race without the value, so moving the slider asks for nothing new. Paths are whole
numbers of 16 bits over thirteen plots' width and height, heights over `HEIGHTS`; both as differences along a run,
deflated.
"""

import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qs

import numpy as np
from numpy.typing import NDArray

from address import Address
from address.race import RaceChoice, read_race
from address.race_link import race_link
from address.viewpoint import Setting
from figures.loss import loss_scale
from optimizers import OPTIMIZERS, has_momentum
from parameters import Array, Scalar
from simulation import Entrant, ladder, race_in_pieces, rate_regimes, status_of
from simulation.run import Run
from simulation.status import diagonal
from stage.assets import Asset, asset
from stage.scene import LiveAxis, Mark
from stage.spelling import WrongAddress
from surfaces import Surface
from surfaces.base import Place
from ui.common.sweep_compute import edge_of
from work.pieces import finished

BELOW_LIMIT, BEYOND_LIMIT = 256.0, 8.0
"""The slider reaches from this share of 2/λmax to so many times it, or to half the plot's diagonal if that is more."""
MOST_RUNGS = 80
"""They are 12 % apart, or farther where they would be more than this."""
MOST_POINTS = 250_000
"""Of all runs together; where they would be more, the rungs are fewer."""
HEIGHTS = (-46.0, 39.0)
"""Powers of ten between which the height above the lowest loss is told where its axis is logarithmic: those of the
numbers of 32 bits that the stage is given for the race itself. Half a level is .0007 of a power, far below a pixel."""
LEVELS = 65_534
"""The largest number that tells a place or a height; the next one says that there is none."""
NOWHERE = LEVELS + 1
AROUND = 6.0
"""So many plots beyond each edge a place is told; one farther away is told to be there, in the same direction. So 5 000
numbers tell a plot's width: finer than half a pixel of a 4K projector."""


Key = Literal["rate", "momentum"]

MOMENTA = np.array([*np.arange(0, 90, 2), *np.arange(90, 100)]) / 100
"""The values of r, closer together where a little more makes a difference."""


class Rungs(NamedTuple):
    """What came of every value of an axis."""

    values: Array
    """(N,)"""
    runs: Sequence[Run]
    """Of each who races, with N columns."""
    rates: Sequence[Array]
    """The learning rate of each who races, (N,) each."""


def race_axes(choice: RaceChoice) -> list[LiveAxis]:
    """The axes of a race: its learning rate and, while a rule with momentum races, that one's r."""
    limit = edge_of(choice.surface, choice.start)
    marks = [] if limit is None else [Mark(limit / 2, "1/λmax"), Mark(limit, "2/λmax")]
    tuned = choice.fairness == "tuned"
    rate = LiveAxis(
        key="rate",
        names=["rate"],
        word="rate",
        value=choice.rate,
        logarithmic=True,
        marks=marks,
        of=choice.chosen[0],
        data=race_axis_address("rate", race_link(with_value(_unseen(choice), "rate", choice.surface.learning_rate))),
        off="rateIsTuned" if tuned else None,
    )
    heavy = _with_momentum(choice)
    if not heavy:
        return [rate]
    momentum = LiveAxis(
        key="momentum",
        names=[f"{key}.momentum" for key in heavy],
        word="momentum",
        value=float(getattr(choice.rules[heavy[0]], "momentum")),  # noqa: B009  it has one
        logarithmic=False,
        marks=[],
        of=heavy[0],
        data=race_axis_address("momentum", race_link(with_value(_unseen(choice), "momentum", 0.0))),
    )
    return [rate, momentum]


def slider_names() -> list[str]:
    """The address's names for what any slider under a race sets."""
    return ["rate", *(f"{key}.momentum" for key, rule in OPTIMIZERS.items() if has_momentum(rule))]


def with_value(choice: RaceChoice, key: Key, value: float) -> RaceChoice:
    """The same race with another learning rate, or another r of all who have one."""
    if key == "rate":
        return replace(choice, rate=value)
    heavier = {each: _heavier(choice.rules[each], value) for each in _with_momentum(choice)}
    return replace(choice, rules={**choice.rules, **heavier})


def _heavier(rule: Any, momentum: Scalar) -> Any:
    return replace(rule, momentum=momentum)


def _unseen(choice: RaceChoice) -> RaceChoice:
    """The race, however it is looked at."""
    return replace(choice, setting=Setting())


def _with_momentum(choice: RaceChoice) -> list[str]:
    """The keys of those who race and keep a share r of their last movement."""
    return [key for key in choice.chosen if has_momentum(choice.rules[key])]


def rungs(surface: Surface, start: Place, most: int = MOST_RUNGS) -> Array:
    """At most so many learning rates: in three digits, but 2/λmax in ten."""
    limit = edge_of(surface, start) or surface.learning_rate
    top = max(BEYOND_LIMIT * limit, diagonal(surface) / 2)
    all_of_them = ladder(limit, top, int(np.ceil(np.log2(BELOW_LIMIT * top / limit))))
    at_limit = int(np.argmin(np.abs(all_of_them - limit)))
    apart = -(-len(all_of_them) // most)
    some = all_of_them[at_limit % apart :: apart]
    return np.array([float(f"{rate:.10g}" if rate == limit else f"{rate:.3g}") for rate in some])


def run_rungs(choice: RaceChoice, key: Key) -> Rungs:
    """All who race, with every value of an axis, in one batch."""
    surface, start, steps, noise, seed = choice.conditions
    most = min(MOST_RUNGS, max(2, MOST_POINTS // (len(choice.chosen) * (steps + 1))))
    values = rungs(surface, start, most) if key == "rate" else MOMENTA[:: -(-len(MOMENTA) // most)]
    at_each = [with_value(choice, key, float(value)) for value in values]
    rates = [np.array([each.rate_of(one) for each in at_each]) for one in choice.chosen]
    turned = _with_momentum(choice) if key == "momentum" else []
    rules = [_heavier(choice.rules[one], values) if one in turned else choice.rules[one] for one in choice.chosen]
    entrants = [Entrant(rule, each) for rule, each in zip(rules, rates, strict=True)]
    run = finished(race_in_pieces(surface, entrants, start, steps, noise=noise, seed=seed))
    parts = [Run(run.path[:, :, lane], run.loss[:, lane], ()) for lane in run.lanes]
    return Rungs(values, parts, rates)


@asset("race-axis")
def race_axis_address(axis: Key, race: str) -> Asset:
    """Where the browser finds what every value of an axis does in this race."""
    address = Address(parse_qs(race.removeprefix("?"), keep_blank_values=True))
    choice = read_race(address)
    if address.is_wrong:
        raise WrongAddress(address.notices()[0]["en"])
    return _told(choice, run_rungs(choice, axis))


def _told(choice: RaceChoice, found: Rungs) -> Mapping[str, Any]:
    """The runs as the player unpacks them (stage/player/race/axis.js)."""
    surface = choice.surface
    scale = loss_scale(np.concatenate([run.loss for run in found.runs], axis=1), surface.lowest)
    measured = [status_of(surface, run) for run in found.runs]
    span = HEIGHTS if scale.logarithmic else scale.axis_range
    paths = np.stack([_places(surface, run.path) for run in found.runs], axis=1)
    heights = np.stack([_heights(run.loss - scale.base, span, scale.logarithmic) for run in found.runs], axis=1)
    regimes = [rate_regimes(surface, *each).tolist() for each in zip(found.runs, measured, strict=True)]
    return {
        "values": [f"{value:.10g}" for value in found.values],
        "rates": [[f"{rate:.4g}" for rate in each] for each in found.rates],
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


def _places(surface: Surface, path: Array) -> NDArray[np.uint16]:
    """Points (steps + 1, 2, N) as whole numbers (N, 2, steps + 1)."""
    low, high = np.array(surface.domain).T[:, :, None]
    far = AROUND + 0.5
    with np.errstate(all="ignore"):
        away = (path - (low + high) / 2) / (high - low)
        shown = away * np.minimum(1.0, far / np.abs(away).max(axis=1, keepdims=True))
    return _levels(shown, -far, far).transpose(2, 1, 0)


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
