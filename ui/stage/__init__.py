"""The stage: a still Plotly figure with moving tracks, played in the browser."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from figures.loss import LossScale
from figures.theme import LOOKS, Style, Theme
from simulation import Chart, Run, Standing
from text import Language
from ui.stage.message import pack
from ui.stage.served import player_path
from ui.stage.stills import STILLS
from ui.stage.words import SIGNS, words_address


@dataclass(frozen=True)
class Track:
    """One optimizer on the scoreboard; `column` is its column in the run, None while it is switched off."""

    key: str
    name: str
    rate: str
    style: Style
    column: int | None


class Pictures(NamedTuple):
    """Addresses of the still figures, as `Stills.publish` gave them."""

    map: str
    axes: str
    """The empty axes of the loss curves."""


@dataclass(frozen=True)
class Scene:
    """Everything the stage shows of a race, computed."""

    key: str
    """What is raced on and from where. With another key the race starts anew, else the playhead stays."""
    pictures: Mapping[Theme, Pictures]
    chart: Chart
    run: Run
    standing: Standing
    tracks: Sequence[Track]
    scale: LossScale


@st.cache_resource(max_entries=1)
def _player() -> Callable[..., Any]:
    """The component, registered once for the process."""
    address = json.dumps(f"{player_path()}/stage.js")
    return st.components.v2.component(
        "descent_stage",
        html='<div class="descent-stage" style="min-height:calc(100vh - 11rem)"></div>',
        js=(
            f"const player = import(new URL({address}, document.baseURI).href);\n"
            "export default async (component) => (await player).default(component);"
        ),
        isolate_styles=False,
    )


def stage(
    scene: Scene,
    language: Language,
    *,
    key: str,
    on_start: Callable[[tuple[float, float]], None],
    on_choose: Callable[[list[str]], None],
) -> None:
    """Mount the player. `on_start` hears where the viewer placed the start, `on_choose` who shall race."""

    def heard(event: str, listener: Callable[[Any], None]) -> Callable[[], None]:
        return lambda: listener(st.session_state[key][event])

    _player()(
        key=key,
        data=_message(scene, language),
        on_start_change=heard("start", lambda place: on_start((float(place[0]), float(place[1])))),
        on_chosen_change=heard("chosen", lambda keys: on_choose([str(key) for key in keys])),
    )


def _message(scene: Scene, language: Language) -> bytes:
    """The scene for the player, tracks as rows."""
    run, standing = scene.run, scene.standing
    styles = tuple((track.key, track.name, track.style) for track in scene.tracks)
    header: Mapping[str, Any] = {
        "scene": scene.key,
        "lossRange": scene.scale.axis_range,
        "base": scene.scale.base,
        "logarithmic": scene.scale.logarithmic,
        "steps": len(run.path) - 1,
        "start": run.path[0, :, 0].tolist(),
        "domain": scene.chart.domain,
        "legend": _legend(scene.chart),
        "words": words_address(language),
        "looks": {
            theme: {**pictures._asdict(), "styles": styles_address(styles, theme)}
            for theme, pictures in scene.pictures.items()
        },
        "tracks": [_track(track, standing) for track in scene.tracks],
    }
    with np.errstate(all="ignore"):  # what left float32's range shows as inf in the picture
        arrays = {
            "path": run.path.transpose(2, 0, 1),
            "height": (run.loss - scene.scale.base).T,
            "slope": standing.slope.T,
            "distance": standing.distance.T,
        }
        return pack(header, arrays)


@lru_cache(maxsize=32)
def styles_address(tracks: tuple[tuple[str, str, Style], ...], theme: Theme) -> str:
    """Where the browser finds how everything is drawn: the page's look, and each track's name and style."""
    drawn = {
        key: {"name": name, "color": style.color(theme), "dash": style.dash, "marker": style.marker}
        for key, name, style in tracks
    }
    return STILLS.publish({"look": LOOKS[theme]._asdict(), "drawn": drawn})


def _legend(chart: Chart) -> list[list[str]]:
    """The signs on this map, each with the name of its word; the figure draws them, this explains them."""
    present = {
        "legendStart": True,
        "legendGlobal": any(each.is_global for each in chart.minima),
        "legendLocal": any(not each.is_global for each in chart.minima),
        "legendSaddle": bool(chart.saddles),
    }
    return [[sign, word] for word, sign in SIGNS.items() if present[word]]


def _track(track: Track, standing: Standing) -> dict[str, Any]:
    """What changes of one track; its arrays travel beside the header."""
    on = track.column is not None
    return {
        "key": track.key,
        "rate": track.rate,
        "row": track.column,
        "verdicts": changes(standing.verdict[:, track.column]) if on else [[0, 0]],
        "leaves": changes(standing.left_at[:, track.column]) if on else [[0, -1]],
    }


def changes(values: NDArray[Any]) -> list[list[int]]:
    """A column as [step from which on, value], one entry for each change."""
    since = [0, *(np.flatnonzero(values[1:] != values[:-1]) + 1)]
    return [[int(step), int(values[step])] for step in since]
