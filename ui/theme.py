"""Light or dark: the address first, then the viewer's system. The browser's part is stage/player/page.js."""

from typing import Literal

import streamlit as st

from figures.theme import Theme
from text import Language, Text
from ui.address import Address, write

Choice = Literal["system", "light", "dark"]
NAMES: dict[Choice, Text] = {
    "system": Text(ko="시스템", en="System"),
    "light": Text(ko="밝게", en="Light"),
    "dark": Text(ko="어둡게", en="Dark"),
}
KEY = "theme"

_LABEL = Text(ko="화면 밝기", en="Light or dark")


def theme(address: Address) -> Choice:
    """What the viewer has chosen; an address that says nothing follows the system."""
    match address.choice(KEY, ("light", "dark"), "system"):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return "system"


def theme_of_files(address: Address) -> Theme:
    """Of what is taken away: a viewer's system does not go along, so it is light unless the address says dark."""
    return "dark" if theme(address) == "dark" else "light"


def theme_switch(address: Address, language: Language) -> None:
    """System | Light | Dark."""
    st.session_state[KEY] = theme(address)
    st.segmented_control(
        _LABEL[language],
        tuple(NAMES),
        format_func=lambda choice: NAMES[choice][language],
        key=KEY,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: write({KEY: _written(st.session_state[KEY])}, address.rejected),
    )


def _written(choice: Choice) -> str | None:
    return None if choice == "system" else choice
