"""The momentum map: learning rate × momentum, measured and by theory. Choose, compute, draw, say."""

import streamlit as st

from text import Text
from ui import address
from ui.language import language
from ui.momentum_choice import read_momentum
from ui.momentum_controls import momentum_controls
from ui.momentum_heading import momentum_heading
from ui.momentum_runs import cells, runs
from ui.momentum_sheet import momentum_sheet
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches

_MEASURING = Text(
    ko="학습률과 관성 계수마다 달려 보며 재는 중입니다.", en="Running and measuring every rate and momentum."
)


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_momentum(spoken)
    show_notices(spoken, reading)
    heading = st.container(key="heading")  # its height is kept free by the style sheet
    with st.spinner(_MEASURING[reading]):
        cells(choice.surface, choice.start)
        runs(choice.surface, choice.start)
    with heading:
        momentum_heading(choice, reading)
    sheet(momentum_sheet(choice, reading), reading, key="sheet_momentum", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        momentum_controls(choice, reading, spoken.rejected)


main()
