"""The look for a projector: large type, thick lines, strong contrast, the controls folded away."""

from pathlib import Path

import streamlit as st

from text import Language, Text
from ui.address import Address, write

KEY = "projector"

_LABEL = Text(ko="프로젝터용 큰 화면", en="Large, for a projector")


def is_projected(address: Address) -> bool:
    """Whether the address asks for it."""
    return address.choice(KEY, ("on", "off"), "off") == "on"


def project(address: Address) -> None:
    """Give the whole page that look, where it is asked for. To be called before anything is shown."""
    if is_projected(address):
        st.set_page_config(initial_sidebar_state="collapsed")
        st.html(Path(__file__).with_name("projector.css"))


def projector_switch(address: Address, language: Language) -> None:
    """On or off."""
    st.session_state[KEY] = is_projected(address)
    st.toggle(_LABEL[language], key=KEY, on_change=lambda: write_projector(st.session_state[KEY], address.rejected))


def write_projector(on: bool, forget: tuple[str, ...]) -> None:
    """Put into the address whether it is on."""
    write({KEY: "on" if on else None}, forget)
