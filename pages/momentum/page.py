"""The momentum map: learning rate × momentum, measured and by theory. Choose, compute, draw, say."""

from dataclasses import replace

import streamlit as st

from address.probe import read_probe
from pages.momentum.choice import read_momentum
from pages.momentum.compute import cells, runs
from pages.momentum.controls import momentum_controls
from pages.momentum.view import momentum_grid
from pages.momentum.words import heading
from stage.component import play
from text import Text
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.passing import probing
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches

_MEASURING = Text(
    ko="학습률과 관성 계수의 모든 조합을 실행해 측정하는 중입니다.",
    en="Running and measuring every learning rate and momentum.",
)


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_momentum(address)
    probe = read_probe(address, choice.surface, choice.start)
    show_notices(address, language)
    place = st.container(key="heading")  # its height is kept free by the style sheet
    with st.spinner(_MEASURING[language]):
        cells(choice.surface, choice.start)
        runs(choice.surface, choice.start)
    place.markdown(heading(choice, language).markdown)
    grid = replace(momentum_grid(choice, language), probing=probing(choice.surface), probe=probe)
    play(grid, language, key="stage_momentum", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        momentum_controls(choice, language, address.rejected)


main()
