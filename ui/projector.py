"""The look for a projector: large type, thick lines, strong contrast, the controls folded away.

The browser's part is projector.css, which the page has from its beginning (document.py).
"""

import streamlit as st

from text import Language, Text
from ui.address import Address, write
from ui.controls import show

KEY = "projector"

_LABEL = Text(ko="프로젝터용 큰 화면", en="Large, for a projector")


def is_projected(address: Address) -> bool:
    """Whether the address asks for it."""
    return address.choice(KEY, ("on", "off"), "off") == "on"


def projector_switch(address: Address, language: Language) -> None:
    """On or off."""
    shown = show(KEY, is_projected(address))
    st.toggle(
        _LABEL[language],
        key=shown.key,
        on_change=shown.on_change(lambda on: write_projector(on, address.rejected)),
    )


def write_projector(on: bool, forget: tuple[str, ...]) -> None:
    """Put into the address whether it is on."""
    write({KEY: "on" if on else None}, forget)
