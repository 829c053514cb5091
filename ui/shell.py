"""The frame around every page: title, navigation, the page itself."""

from pathlib import Path

import streamlit as st

from text import Text
from ui.address import read
from ui.language import language
from ui.projector import project

_PAGES = Path(__file__).parent.parent / "pages"
_NAME = Text(ko="Descent · 최적화 극장", en="Descent · a theatre of optimizers")
_RACE = Text(ko="경주", en="The race")


def main() -> None:
    """Show the page that the address asks for."""
    spoken = read()
    reading = language(spoken)
    st.set_page_config(page_title=_NAME[reading], page_icon="⛰️", layout="wide", initial_sidebar_state="auto")
    st.html(Path(__file__).with_name("shell.css"))
    project(spoken)
    page = st.navigation([st.Page(_PAGES / "race.py", title=_RACE[reading], url_path="race", default=True)])
    page.run()


main()
