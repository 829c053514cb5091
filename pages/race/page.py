"""The race: optimizers side by side on one surface. Choose, compute, draw, say."""

from collections.abc import Collection
from functools import partial
from typing import NamedTuple

import streamlit as st

from address import Address
from address.pinned import read_pinned
from address.race import RaceChoice, read_race
from address.theme import theme_of_files
from export.bundle import race_bundle
from pages.race.comparison import outcomes
from pages.race.controls import comparison, noise_listener, race_controls
from stage.component import play
from text import Language
from ui import address_bar
from ui.common.cards import cards
from ui.common.export_buttons import export_buttons
from ui.common.heading import race_heading
from ui.common.listeners import pin_listener, race_listeners
from ui.common.prediction import Asked, asks, read_asked
from ui.common.progress import with_progress
from ui.common.race_axis import slider_names
from ui.common.race_compute import SEARCHING, WORKING, races
from ui.common.race_view import race_scene
from ui.common.show import show_cards, show_heading
from ui.controls.own_settings import SETTINGS
from ui.language import language_of
from ui.shell.alone import alone
from ui.shell.copy_link import question_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


class RacePage(NamedTuple):
    """What the address tells."""

    choice: RaceChoice
    asked: Asked
    pinned: RaceChoice | None


def read_page(address: Address) -> RacePage:
    """The race, what is asked about it, and the one it is compared with."""
    choice = read_race(address)
    return RacePage(choice, read_asked(address), read_pinned(address, choice))


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice, asked, _ = read_page(address)
    show_notices(address, language)
    show_heading(race_heading(choice.conditions, language))
    alone(address, names_of_the_stage, read_page, partial(race, language))
    show_cards(cards(choice, language))
    # after the stage: the picture is on its way while the controls are still being made
    switches(address, language, question_of(asked.ask, asks(choice)))
    with st.sidebar:
        race_controls(choice, asked, language, address.rejected)


def names_of_the_stage() -> Collection[str]:
    """Names in the address of what the stage alone shows; the optimizers' settings show it too, while they are open."""
    return () if st.session_state.get(SETTINGS) else slider_names()


def race(language: Language, address: Address, page: RacePage) -> None:
    """The stage, and under it everything that depends on where its sliders stand."""
    choice, asked, pinned = page
    words = SEARCHING if choice.searches else WORKING
    with_progress(races(choice, *([pinned] if pinned else [])), words[language])
    scene = race_scene(choice, language, asked, pinned)
    listeners = race_listeners(address.rejected) | pin_listener(choice, address.rejected)
    listeners |= noise_listener(choice.conditions, address.rejected)
    play(scene, language, key="race", listeners=listeners, of=address_bar.said_surface)
    if pinned:
        comparison(outcomes(pinned, choice, scene), language, address.rejected)
    bundle = race_bundle(choice, lambda: race_scene(choice, language), language, theme_of_files(address))
    export_buttons(bundle, language)


main()
