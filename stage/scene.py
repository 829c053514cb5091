"""A race on the stage: a static Plotly figure with moving tracks, as the player is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from address.viewpoint import Setting
from figures.loss import LossScale, asked_scale
from figures.theme import Style
from parameters import Array
from simulation import Chart, Run, Status
from stage.inks import regime_styles, styles_header
from stage.live_axis import LiveAxis, headers
from stage.message import beyond, pack
from stage.question import Question
from stage.words import SIGNS, words_address
from text import Language


@dataclass(frozen=True)
class Track:
    """One optimizer on the scoreboard; `column` is its column in the run, None while it is switched off."""

    key: str
    name: str
    rate: str
    style: Style
    column: int | None
    limit: float | None = None
    """The learning rate above which it would not settle here; None where there is none, or none is known."""


class Pictures(NamedTuple):
    """Addresses of the static figures."""

    map: str
    relief: str
    axes: str
    """The empty axes of the loss curves."""


class Ghost(NamedTuple):
    """Another race on the same surface, seen faintly behind."""

    run: Run
    status: Status
    keys: Sequence[str]
    """Of the optimizers, one for each column."""


class Spent(NamedTuple):
    """What those who race have asked of the objective by each step."""

    asked: NDArray[np.int32]
    """(steps + 1, 3, B): values, gradients and Hessians."""
    cost: NDArray[np.int64]
    """(steps + 1, B), in numbers."""
    over: bool
    """Whether the losses are drawn over the cost instead of the step."""


@dataclass(frozen=True)
class Scene:
    """Everything the stage shows of a race, computed."""

    key: str
    """What is raced on and from where. With another key the race starts again, else the playhead stays."""
    pictures: Pictures
    chart: Chart
    run: Run
    status: Status
    tracks: Sequence[Track]
    scale: LossScale
    rate_word: str = "rate"
    """The name of the word above the learning rates: it tells how they were chosen."""
    racers_word: str = "optimizer"
    """The name of the word above those who race."""
    setting: Setting = Setting()
    question: Question | None = None
    """What the viewer is asked before it plays."""
    ghost: Ghost | None = None
    pinnable: bool = False
    """Whether it can be pinned, to become the ghost of the next."""
    axes: Sequence[LiveAxis] = ()
    """The sliders under the picture."""
    race_from: str | None = None
    """Address of the same race from another start, whose x and y the browser puts in."""
    median_over: int = 0
    """The losses are noisy: strong is their median over so many last steps, and they themselves are faint; 0 without
    noise.
    """
    spent: Spent | None = None
    """On the board and, where it says so, below the losses; None where no one counts."""
    facts: str | None = None
    """Address of how high and how steep it is at a place, in the same way."""
    probing: str | None = None
    """Address of what the probe shows at a place, in the same way."""
    noisy: bool | None = None
    """Whether there is noise on the gradient; None where it is not switched on the stage."""

    @property
    def shown_scale(self) -> LossScale:
        """The axis of the losses; while a question waits, one that does not tell how low or high they get."""
        if self.question is None or not self.question.waits:
            return self.scale
        return asked_scale(self.run.loss, self.scale.base if self.scale.logarithmic else None)


def scene_message(scene: Scene, language: Language, *, fixed: bool = False) -> bytes:
    """The scene for the player, tracks as rows; `fixed` where nobody listens and nothing can be changed."""
    run, status, ghost = scene.run, scene.status, scene.ghost
    styles = [(track.key, track.name, track.style) for track in scene.tracks]
    if scene.axes:
        styles += regime_styles(language)
    header: Mapping[str, Any] = {
        "scene": scene.key,
        "fixed": fixed,
        "lossRange": scene.shown_scale.axis_range,
        "base": scene.scale.base,
        "logarithmic": scene.scale.logarithmic,
        "medianOver": scene.median_over,
        "overCost": scene.spent is not None and scene.spent.over,
        "steps": len(run.path) - 1,
        "start": run.path[0, :, 0].tolist(),
        "domain": scene.chart.domain,
        **scene.setting._asdict(),
        "question": scene.question.header if scene.question else None,
        "pinned": ghost is not None if scene.pinnable else None,
        "rateWord": scene.rate_word,
        "legend": _legend(scene.chart),
        "words": words_address(language, scene.racers_word),
        "figures": scene.pictures._asdict(),
        "styles": styles_header(styles, projector=scene.setting.projector),
        "tracks": [*_ghost_tracks(scene), *(_track(track, status) for track in scene.tracks)],
        "axes": headers(scene.axes),
        "raceFrom": None if fixed else scene.race_from,
        "facts": None if fixed else scene.facts,
        "probing": None if fixed else scene.probing,
        "noisy": None if fixed else scene.noisy,
    }
    with np.errstate(all="ignore"):  # what left float32's range shows as inf in the picture
        arrays = {
            "path": beside(run.path, ghost and ghost.run.path).transpose(2, 0, 1),
            "height": (beside(run.loss, ghost and ghost.run.loss) - scene.scale.base).T,
            "slope": status.slope.T,
            "distance": status.distance.T,
        }
        if scene.spent:
            asked, cost = (each.astype(np.float64) for each in scene.spent[:2])
            arrays |= {"asked": asked.transpose(2, 0, 1), "cost": cost.T}
        read = {name: arrays[name] for name in ("height", "slope", "distance")}
        return pack(header, arrays | beyond(read))


def _legend(chart: Chart) -> list[list[str]]:
    """The signs on this map, each with the name of its word; the figure draws them, this explains them."""
    present = {
        "legendStart": True,
        "legendGlobal": any(each.is_global for each in chart.minima),
        "legendLocal": any(not each.is_global for each in chart.minima),
        "legendSaddle": bool(chart.saddles),
    }
    return [[sign, word] for word, sign in SIGNS.items() if present[word]]


def beside(now: Array, ghost: Array | None) -> Array:
    """The columns of the ghost after those of now, as long as these; a shorter ghost is nowhere after its last step."""
    if ghost is None:
        return now
    fitted = np.full((*now.shape[:-1], ghost.shape[-1]), np.nan)
    fitted[: len(ghost)] = ghost[: len(now)]
    return np.concatenate([now, fitted], axis=-1)


def _ghost_tracks(scene: Scene) -> list[dict[str, Any]]:
    """What is drawn faintly, under everything else."""
    if scene.ghost is None:
        return []
    first = scene.run.loss.shape[1]
    return [
        {"key": f"pinned.{key}", "style": key, "ghost": True, "rate": "", "row": first + column}
        | {"limit": None, "verdicts": [[0, 0]], "leaves": [[0, -1]]}
        for column, key in enumerate(scene.ghost.keys)
    ]


def _track(track: Track, status: Status) -> dict[str, Any]:
    """What changes of one track; its arrays travel beside the header."""
    on = track.column is not None
    return {
        "key": track.key,
        "rate": track.rate,
        "row": track.column,
        "limit": track.limit,
        "verdicts": changes(status.verdict[:, track.column]) if on else [[0, 0]],
        "leaves": changes(status.left_at[:, track.column]) if on else [[0, -1]],
    }


def changes(values: NDArray[Any]) -> list[list[int]]:
    """A column as [step from which on, value], one entry for each change."""
    since = [0, *(np.flatnonzero(values[1:] != values[:-1]) + 1)]
    return [[int(step), int(values[step])] for step in since]
