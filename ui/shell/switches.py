"""What every page has beside it, behind one button: the language, light or dark, projector, shortcuts, its link."""

import streamlit as st

from address import Address
from address.carried import LANGUAGE
from address.projector import KEY as PROJECTOR
from address.projector import is_projected, projector_values
from address.shortcuts import KEY as SHORTCUTS
from address.shortcuts import has_shortcuts, shortcuts_values
from address.theme import KEY as THEME
from address.theme import NAMES as THEMES
from address.theme import theme, theme_values
from text import LANGUAGES, Language, Text
from ui.address_bar import write
from ui.controls.widgets import show
from ui.shell.copy_link import copy_link

LANGUAGE_NAMES: dict[Language, str] = {"ko": "한국어", "en": "English"}

MENU = Text(ko="언어와 화면 · Language", en="Language and display · 한국어")
_LANGUAGE = Text(ko="언어", en="Language")
_THEME = Text(ko="화면 테마", en="Theme")
_PROJECTOR = Text(ko="프로젝터 화면", en="Projector mode")
SHORTCUTS_NAME = Text(ko="단축키", en="Keyboard shortcuts")


def switches(address: Address, language: Language, question: str | None = None) -> None:
    """All switches, behind one small button beside the contents; who reads the other language finds it by its name.

    question  what a copied question asks; None on a page that cannot ask
    """
    with (
        st.sidebar,
        st.container(key="display", width="content"),
        st.popover(MENU[language], icon=":material/tune:"),
        st.container(gap="xsmall"),
    ):
        _language_switch(address, language)
        _theme_switch(address, language)
        _projector_switch(address, language)
        _shortcuts_switch(address, language)
        copy_link(language, question)


def _language_switch(address: Address, current: Language) -> None:
    """한국어 | English."""
    st.session_state[LANGUAGE] = current
    st.segmented_control(
        f"{_LANGUAGE['ko']} / {_LANGUAGE['en']}",
        LANGUAGES,
        default=current,
        format_func=lambda code: LANGUAGE_NAMES[code],
        key=LANGUAGE,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: write({LANGUAGE: st.session_state[LANGUAGE]}, address.rejected),
    )


def _theme_switch(address: Address, language: Language) -> None:
    """System | Light | Dark."""
    st.session_state[THEME] = theme(address)
    st.segmented_control(
        _THEME[language],
        tuple(THEMES),
        default=theme(address),
        format_func=lambda choice: THEMES[choice][language],
        key=THEME,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: write(theme_values(st.session_state[THEME]), address.rejected),
    )


def _projector_switch(address: Address, language: Language) -> None:
    """On or off."""
    shown = show(PROJECTOR, is_projected(address))
    st.toggle(
        _PROJECTOR[language],
        is_projected(address),
        key=shown.key,
        on_change=shown.on_change(lambda on: write(projector_values(on=on), address.rejected)),
    )


def _shortcuts_switch(address: Address, language: Language) -> None:
    """On or off."""
    shown = show(SHORTCUTS, has_shortcuts(address))
    st.toggle(
        SHORTCUTS_NAME[language],
        shown.value,
        key=shown.key,
        on_change=shown.on_change(lambda on: write(shortcuts_values(on=on), address.rejected)),
    )
