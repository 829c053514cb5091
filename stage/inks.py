"""How everything is drawn, as a player is told of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from figures.theme import LOOKS, REGIMES, Style, look_of
from simulation import RATE_REGIME_NAMES, RateRegime
from text import Language


def styles_header(drawn: Sequence[tuple[str, str, Style]], *, projector: bool) -> Mapping[str, Any]:
    """How everything is drawn: the looks of the page, and the name and style of each key."""
    looks = {theme: look_of(theme, projector=projector) for theme in LOOKS}
    return {
        "looks": {theme: {"text": each.text, "faint": each.faint, "halo": each.halo} for theme, each in looks.items()},
        "drawn": {key: (name, *style) for key, name, style in drawn},
    }


def regime_key(regime: RateRegime) -> str:
    """The name of its style."""
    return f"regime.{int(regime)}"


def regime_styles(language: Language) -> list[tuple[str, str, Style]]:
    """The name and the ink of everything that a learning rate can do."""
    return [(regime_key(each), RATE_REGIME_NAMES[each][language], style) for each, style in REGIMES.items()]
