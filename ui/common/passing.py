"""What is asked for while a hand moves over the map: height, slope and curvature there, and a race from there."""

from dataclasses import replace
from typing import Any

import numpy as np

from address.race import RaceChoice, read_race
from address.race_link import race_link
from simulation import race_in_pieces
from stage.assets import Asset, asset
from stage.spelling import said_by
from stage.words import PROBE_WORDS
from surfaces import Surface
from surfaces.probe import probed
from ui.common.race_axis import rate_words, unseen
from ui.common.told_runs import Rungs, told
from work.pieces import finished


def race_from(choice: RaceChoice) -> str:
    """Where the browser finds this race from any start: it puts its own x and y into the address."""
    return _race_from_address(race_link(unseen(choice)), 0.0, 0.0)


@asset("race-from", kept=False)
def _race_from_address(race: str, x: float, y: float) -> Asset:
    """All who race from there, or from the nearest place inside the picture."""
    choice = said_by(race, read_race)
    across, up = (float(np.clip(at, *ends)) for at, ends in zip((x, y), choice.surface.domain, strict=True))
    choice = replace(choice, start=(across, up))
    surface, start, steps, noise, seed = choice.conditions
    run = finished(race_in_pieces(surface, choice.entrants, start, steps, noise=noise, seed=seed))
    rates = [[rate_words(choice.rate_of(key))] for key in choice.chosen]
    return told(
        surface, Rungs([""], run.of_each, rates, limits=())
    )  # where it is sharpest takes longer to find than the race


def facts_of(surface: Surface) -> str:
    """Where the browser finds how high and how steep this surface is at any place, in the same way."""
    return _facts_address(surface, 0.0, 0.0)


@asset("place", kept=False)
def _facts_address(surface: Surface, x: float, y: float) -> Asset:
    """f and ∇f there; None for what is no finite number."""
    place = np.array([x, y])
    with np.errstate(all="ignore"):
        return {"height": _finite(surface.value(place)), "slope": [_finite(each) for each in surface.gradient(place)]}


def probing(surface: Surface) -> str:
    """Where the browser finds all that is known of this surface at any place, in the same way."""
    return _probe_address(surface, 0.0, 0.0)


@asset("probe", kept=False)
def _probe_address(surface: Surface, x: float, y: float) -> Asset:
    """What the probe shows there, or at the minimum or saddle point that is close."""
    found = probed(surface, (x, y))
    return {
        "place": found.place,
        "height": _finite(found.value),
        "slope": [_finite(each) for each in found.gradient],
        "strength": found.strength,
        "curvatures": [_finite(each) for each in found.curvatures],
        "directions": found.directions.tolist(),
        "word": PROBE_WORDS[found.shape],
    }


def _finite(value: Any) -> float | None:
    return float(value) if np.isfinite(value) else None
