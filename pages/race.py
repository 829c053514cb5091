"""The race: optimizers side by side on one surface. Choose, compute, draw, say."""

from functools import lru_cache

import streamlit as st

from figures.contour import contour
from figures.loss import loss_axes, loss_scale
from figures.theme import Theme, style
from optimizers import OPTIMIZERS
from simulation import race, standing
from surfaces import Surface
from text import Language
from ui import address
from ui.formulas import formulas
from ui.heading import heading
from ui.language import language, language_switch
from ui.notices import show_notices
from ui.race_choice import RaceChoice, read_race
from ui.race_controls import place_start, race_controls, toggle
from ui.stage import Scene, Track, stage
from ui.stage.stills import STILLS
from ui.theme import theme


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading, look = language(spoken), theme()
    choice = read_race(spoken)
    show_notices(spoken, reading)
    heading(choice.surface, reading)
    stage(
        computed(choice, look, reading),
        look,
        reading,
        key="race",
        on_start=lambda place: place_start(place, spoken.rejected),
        on_toggle=lambda key: toggle(choice, key, spoken.rejected),
    )
    with st.sidebar:  # after the stage: the picture is on its way while the controls are still being made
        language_switch(reading)
        race_controls(choice, reading, spoken.rejected)
    formulas(choice, reading)


def computed(choice: RaceChoice, look: Theme, reading: Language) -> Scene:
    """Run the race and measure it."""
    surface = choice.surface
    run = race(surface, choice.entrants, choice.start, choice.steps)
    lowest = min((minimum.value for minimum in surface.minima), default=None)
    scale = loss_scale(run.loss, lowest)
    return Scene(
        key=f"{surface}{choice.start}",
        map=map_address(surface, look),
        axes=axes_address(look, reading, logarithmic=scale.logarithmic),
        chart=surface,
        run=run,
        standing=standing(surface, run),
        tracks=[track(choice, key) for key in OPTIMIZERS],
        scale=scale,
    )


def track(choice: RaceChoice, key: str) -> Track:
    """One optimizer's row on the scoreboard."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    return Track(key, OPTIMIZERS[key].name, f"{choice.rate_of(key):g}", style(key, tuple(OPTIMIZERS)), column)


@lru_cache(maxsize=128)
def map_address(surface: Surface, look: Theme) -> str:
    """Where the browser finds the map of this surface."""
    return STILLS.publish(contour(surface, look))


@lru_cache(maxsize=16)
def axes_address(look: Theme, reading: Language, *, logarithmic: bool) -> str:
    """Where the browser finds the axes of the loss curves."""
    return STILLS.publish(loss_axes(look, reading, logarithmic=logarithmic))


main()
