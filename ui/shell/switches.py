"""What every page has beside it, behind one button: the language, light or dark, projector, shortcuts, its link."""

from collections.abc import Callable, Iterable, Mapping

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
        _on_or_off(_PROJECTOR[language], PROJECTOR, projector_values, address.rejected, on=is_projected(address))
        _on_or_off(SHORTCUTS_NAME[language], SHORTCUTS, shortcuts_values, address.rejected, on=has_shortcuts(address))
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


def _on_or_off(
    label: str, key: str, values: Callable[..., Mapping[str, str | float | None]], rejected: Iterable[str], *, on: bool
) -> None:
    """A switch; `values` are what the address says where it is `on`, and where it is not."""
    shown = show(key, on)
    st.toggle(label, on, key=shown.key, on_change=shown.on_change(lambda is_on: write(values(on=is_on), rejected)))
