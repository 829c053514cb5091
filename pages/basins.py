"""Basins of attraction: which minimum every start reaches, on two maps. Choose, compute, draw, say."""

import streamlit as st

from pieces import one_after_the_other
from ui import address
from ui.basins_choice import SIDES, read_basins
from ui.basins_controls import basins_controls
from ui.basins_sheet import basins_sheet
from ui.basins_words import WORKING, basins_heading
from ui.basins_work import BASINS
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_basins(spoken)
    show_notices(spoken, reading)
    basins_heading(choice, reading)
    works = [BASINS.ask(choice.question(side)) for side in SIDES]
    answers = with_progress(one_after_the_other(works), WORKING[reading])
    shown = basins_sheet(choice, dict(zip(SIDES, answers, strict=True)), reading)
    sheet(shown, reading, key="sheet_basins", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        basins_controls(choice, reading, spoken.rejected)


main()
