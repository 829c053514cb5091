"""The axis under the slider: what is told of every learning rate, against single races."""

import gzip
import zlib
from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from numpy.typing import NDArray

from address import Address
from address.race import RaceChoice, read_race
from optimizers import OPTIMIZERS
from simulation import race, status_of
from stage.assets import ASSETS_PATH, KINDS, content_of, packed
from stage.scene import scene_message
from stage.spelling import WrongAddress
from surfaces import SURFACES
from tests.stage.message_reader import read_message
from ui.common.axes import MOST_RUNGS, edge_of, slider_rates
from ui.common.race_axis import MOST_POINTS, race_axes, with_value
from ui.common.race_view import race_scene
from ui.common.told_runs import AROUND, HEIGHTS, LEVELS, NOWHERE

USUAL_BYTES, MOST_BYTES = 120_000, 500_000
"""What one axis of the usual race, and of the dearest, may weigh on the wire."""
FAR = AROUND + 0.5
"""Plots from the middle of the plot."""
DEAREST = {"surface": "rastrigin", "steps": "2000", "optimizers": ",".join(OPTIMIZERS)}


def chosen(**query: str) -> RaceChoice:
    return read_race(Address({name: [value] for name, value in query.items()}))


def told(choice: RaceChoice, axis: int = 0) -> dict[str, Any]:
    """What the browser gets."""
    address = race_axes(choice)[axis].data
    assert address is not None
    kind, _, query = address.split("/")[2].partition(".json?")
    return dict(KINDS[kind].made(query))


def codes(block: str, points: int) -> NDArray[np.uint16]:
    """The whole numbers of every run, as the player unpacks them."""
    low, high = np.frombuffer(zlib.decompress(b64decode(block)), np.uint8).reshape(2, -1).astype(np.uint16)
    return np.cumsum((low + 256 * high).reshape(-1, points), axis=1, dtype=np.uint16)


def numbers(found: NDArray[np.uint16], low: float, high: float) -> NDArray[np.float64]:
    return np.where(found == NOWHERE, np.nan, low + found.astype(float) / LEVELS * (high - low))


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"surface": "himmelblau", "noise": "5", "seed": "3"},
        {"surface": "rosenbrock", "rate.adam": "0.05"},
        {"rates": "first-step", "optimizers": "gd,lion"},
        {"surface": "own", "f": "x**4+y**2"},
    ],
)
def test_ten_places_are_the_races_themselves(query: Mapping[str, str]) -> None:
    choice = chosen(**query)
    for axis, header in enumerate(race_axes(choice)):
        ten_places(choice, header.key, told(choice, axis))


def ten_places(choice: RaceChoice, key: Any, found: dict[str, Any]) -> None:
    """Against the race with each of ten values, run by itself."""
    points, racers = found["points"], len(choice.chosen)
    paths = codes(found["path"], points).reshape(-1, racers, 2, points)
    heights = codes(found["height"], points).reshape(-1, racers, points)
    for place in np.linspace(0, len(found["values"]) - 1, 10).astype(int):
        at = with_value(choice, key, float(found["values"][place]))
        run = race(at.surface, at.entrants, at.start, at.steps, noise=at.noise, seed=at.seed)
        status = status_of(at.surface, run)
        assert [each[place] for each in found["rates"]] == [f"{at.rate_of(key):.4g}" for key in at.chosen]
        assert [each[place] for each in found["verdicts"]] == status.verdict[-1].tolist()
        assert [each[place] for each in found["left"]] == status.left_at[-1].tolist()
        low, high = np.array(choice.surface.domain).T[:, None]
        away = (run.path.transpose(2, 0, 1) - (low + high) / 2) / (high - low)
        with np.errstate(all="ignore"):
            farthest = np.abs(away).max(axis=2, keepdims=True)
            exact = np.where(farthest > FAR, away / farthest * FAR, away)
        shown = numbers(paths[place], -FAR, FAR).transpose(0, 2, 1)
        seen = np.isfinite(exact).all(axis=2)
        assert np.isnan(shown[~seen]).any(axis=1).all(), "what is nowhere is told to be nowhere"
        np.testing.assert_allclose(shown[seen], exact[seen], atol=1 / 3840 / 2)  # half a pixel of a 4K projector
        exact = run.loss.T - (choice.surface.lowest or 0.0)
        shown = numbers(heights[place], *found["span"])
        if found["logarithmic"]:
            with np.errstate(all="ignore"):
                exact = np.clip(np.log10(np.maximum(exact, 10.0 ** HEIGHTS[0])), *HEIGHTS)
            np.testing.assert_allclose(shown, exact, atol=1e-3)


def test_turning_the_slider_asks_for_nothing_new() -> None:
    assert race_axes(chosen(rate="0.3"))[0].data == race_axes(chosen(rate="1.05", view="relief"))[0].data
    one, other = (race_axes(chosen(**{"momentum.momentum": r}))[1].data for r in ("0.5", "0.9"))
    assert one == other
    assert len(race_axes(chosen(optimizers="gd,adam"))) == 1
    assert race_axes(chosen(steps="50"))[0].data != race_axes(chosen())[0].data
    assert race_axes(chosen(rates="tuned"))[0].off == "rateIsTuned"


@pytest.mark.parametrize("key", SURFACES)
def test_the_slider_reaches_from_crawling_beyond_the_limit(key: str) -> None:
    surface = SURFACES[key]
    values = slider_rates(surface, surface.start)
    limit = edge_of(surface, surface.start)
    assert limit is not None
    assert np.isclose(values, limit, rtol=1e-9, atol=0).any()
    assert len(values) <= MOST_RUNGS
    assert values[0] <= surface.learning_rate <= values[-1]
    assert values[0] < limit / 20
    assert values[-1] > 7 * limit
    assert (np.diff(values) > 0).all()


def test_an_axis_keeps_its_budget() -> None:
    assert len(gzip.compress(packed(told(chosen())))) <= USUAL_BYTES
    dearest = told(chosen(**DEAREST))
    assert len(gzip.compress(packed(dearest))) <= MOST_BYTES
    assert len(dearest["values"]) * len(OPTIMIZERS) * 2001 <= MOST_POINTS


def test_the_stage_is_told_of_it() -> None:
    choice = chosen(rate="0.5")
    header, _, _ = read_message(scene_message(race_scene(choice, "en"), "en"))
    axis, momentum = header["axes"]
    assert (momentum["names"], momentum["value"]) == (["momentum.momentum"], 0.9)
    assert (axis["key"], axis["value"], axis["off"]) == ("rate", 0.5, None)
    assert axis["marks"] == [{"at": 0.5, "label": "1/λmax"}, {"at": 1.0, "label": "2/λmax"}]
    assert axis["data"].startswith(ASSETS_PATH)
    assert content_of(axis["data"])
    assert {f"regime.{code}" for code in range(5)} <= set(header["styles"]["drawn"])


def test_what_there_can_not_be_is_refused() -> None:
    query = urlsplit(race_axes(chosen())[0].data or "").query
    (race_of,) = parse_qs(query)["race"]
    assert race_of.startswith("?surface=class-ravine")
    with pytest.raises(WrongAddress, match="steps"):
        KINDS["race-axis"].made("axis=rate&race=%3Fsteps%3D-5")
