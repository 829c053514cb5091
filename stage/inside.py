"""Inside one update: a rule's formula with the numbers of a step, term by term, beside the arrows that they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from figures.theme import Style
from parameters import Array
from simulation import Chart
from stage.inks import styles_header
from stage.live_axis import LiveAxis, headers
from stage.message import pack
from stage.words import words_address
from text import Language


@dataclass(frozen=True)
class Card:
    """One rule at the places of the run."""

    key: str
    name: str
    lines: str
    """The address of its terms, as they are written."""
    settings: Mapping[str, str]
    """n and the hyperparameters, as they are shown."""
    divided: tuple[str, str] | None
    """The names of what is divided by a root, and of the root."""
    terms: Mapping[str, Array]
    """Every term, x, and `share` where something is divided: (steps + 1, 2). Row t is step t, row 0 what was before."""


@dataclass(frozen=True)
class Updates:
    """Everything that is shown of a run's updates, computed."""

    key: str
    """What is looked into. With another key it begins again, else the step stays."""
    label: str
    """What the pictures are, for those who do not see them."""
    chart: Chart
    is_noisy: bool
    path: Array
    """(steps + 1, 2)"""
    gradients: Array
    """(steps, 2)"""
    cards: Sequence[Card]
    """The one that makes the run, and perhaps one that rides along."""
    rates: Array
    """(curves, steps + 1)"""
    rates_span: tuple[float, float]
    """In powers of ten."""
    styles: tuple[tuple[str, str, Style], ...]
    """Of the parts of a formula, and of the rates in their order: key, name, style."""
    map: str
    """The address of the static map,"""
    axes: str
    """and of the rates' axes."""
    pictures: Mapping[str, str]
    """What each picture is called."""
    note: str
    """Said of the rates."""
    projector: bool = False
    sliders: Sequence[LiveAxis] = ()
    """The sliders under the pictures."""


def updates_message(shown: Updates, language: Language) -> bytes:
    """The updates for the player."""
    slopes = np.concatenate([np.full((1, 2), np.nan), shown.gradients])
    header = {
        "scene": shown.key,
        "label": shown.label,
        "steps": len(shown.path) - 1,
        "noisy": shown.is_noisy,
        "projector": shown.projector,
        "axes": headers(shown.sliders),
        "start": shown.path[0].tolist(),
        "domain": shown.chart.domain,
        "cards": [
            {
                "key": card.key,
                "name": card.name,
                "lines": card.lines,
                "settings": card.settings,
                "divided": card.divided,
            }
            for card in shown.cards
        ],
        "rates": [key for key, _, _ in shown.styles if "." in key],
        "ratesSpan": shown.rates_span,
        "pictures": shown.pictures,
        "note": shown.note,
        "words": words_address(language),
        "figures": {"map": shown.map, "axes": shown.axes},
        "styles": styles_header(shown.styles, projector=shown.projector),
    }
    exact = {"path": shown.path, "gradient": slopes, "ownRates": shown.rates}
    for i, card in enumerate(shown.cards):
        exact |= {f"{i}.{name}": values for name, values in card.terms.items()}
    return pack(header, {}, exact)
