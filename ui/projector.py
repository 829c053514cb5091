"""The look for a projector: large type, thick lines, strong contrast, the controls folded away."""

from pathlib import Path

import streamlit as st

from ui.address import Address, write

KEY = "projector"


def is_projected(address: Address) -> bool:
    """Whether the address asks for it."""
    return address.choice(KEY, ("on", "off"), "off") == "on"


def project(address: Address) -> None:
    """Give the whole page that look, where it is asked for. To be called before anything is shown."""
    if is_projected(address):
        st.set_page_config(initial_sidebar_state="collapsed")
        st.html(Path(__file__).with_name("projector.css"))


def switch_projector(on: bool, forget: tuple[str, ...]) -> None:
    """The viewer has switched it."""
    write({KEY: "on" if on else None}, forget)
