"""Basins of attraction: which minimum every start reaches, on two maps. Choose, compute, draw, say."""

import streamlit as st

from pages.basins.choice import SIDES, read_basins
from pages.basins.compute import BASINS
from pages.basins.controls import basins_controls
from pages.basins.view import basins_grid
from pages.basins.words import WORKING, heading
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.progress import with_progress
from ui.common.show import show_heading
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches
from work.pieces import one_after_the_other


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_basins(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    works = [BASINS.ask(choice.inputs(side)) for side in SIDES]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    shown = basins_grid(choice, dict(zip(SIDES, answers, strict=True)), language)
    play(shown, language, key="stage_basins", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        basins_controls(choice, language, address.rejected)


main()
