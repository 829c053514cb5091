"""The race: optimizers side by side on one surface. Choose, compute, draw, say."""

import streamlit as st

from address.pinned import read_pinned
from address.race import read_race
from address.theme import theme_of_files
from export.bundle import race_bundle
from pages.race.comparison import outcomes
from pages.race.controls import comparison, race_controls
from stage.component import play
from ui import address_bar
from ui.common.cards import cards
from ui.common.export_buttons import export_buttons
from ui.common.heading import surface_heading
from ui.common.listeners import pin_listener, race_listeners
from ui.common.prediction import read_asked
from ui.common.progress import with_progress
from ui.common.race_compute import SEARCHING, WORKING, races
from ui.common.race_view import race_scene
from ui.common.show import show_cards, show_heading
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_race(address)
    asked, pinned = read_asked(address), read_pinned(address, choice)
    show_notices(address, language)
    show_heading(surface_heading(choice.surface, language))
    words = SEARCHING if choice.searches else WORKING
    with_progress(races(choice, *([pinned] if pinned else [])), words[language])
    scene = race_scene(choice, language, asked, pinned)
    play(
        scene,
        language,
        key="race",
        listeners=race_listeners(address.rejected) | pin_listener(choice, address.rejected),
    )
    switches(address, language)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        race_controls(choice, asked, language, address.rejected)
    if pinned:
        comparison(outcomes(pinned, choice, scene), language, address.rejected)
    export_buttons(
        race_bundle(choice, lambda: race_scene(choice, language), language, theme_of_files(address)), language
    )
    show_cards(cards(choice, language))


main()
