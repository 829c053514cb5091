"""How to read the stage: keys, signs, verdicts, and what the pictures promise."""

import streamlit as st

from pages.guide.words import (
    FIRST_FITS,
    HEIGHT,
    NEVER_COLOUR_ALONE,
    PROMISES,
    WHERE_KEYS_ACT,
    key_table,
    sign_list,
    verdict_table,
)
from stage.component import swatches
from text import Text
from ui import address_bar
from ui.language import language_of
from ui.shell.chapter_links import chapter_link
from ui.shell.chapters import CHAPTERS
from ui.shell.notices import show_notices
from ui.shell.switches import MENU, SHORTCUTS_NAME, switches

KEYS = Text(ko="키보드", en="Keyboard")
SIGNS = Text(ko="지도의 표시", en="Symbols on the map")
CURVES = Text(ko="손실 곡선", en="Loss curves")
DRAWN = Text(ko="기법별 색과 선", en="Line styles and markers")
PROMISED = Text(ko="이 화면이 지키는 원칙", en="What you can rely on")
CLAIMS = Text(ko="강의의 주장 C1–C19", en="The lecture's claims, C1–C19")
ABOUT_CLAIMS = Text(
    ko="장면 제목 앞의 번호는 강의의 주장입니다. 슬라이드마다 무엇을 주장하는지는 여기에 있습니다.",
    en="The number before a scene's title is one of the lecture's claims. What every slide claims stands here:",
)
STATUS = Text(ko="상태의 뜻", en="Status on the scoreboard")


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    switches(address, language)
    show_notices(address, language)
    with st.container(key="guide"):
        st.markdown(f"# {CHAPTERS['guide'].title[language]}")
        left, right = st.columns(2, gap="large")
        with left:
            where = WHERE_KEYS_ACT.format(menu=MENU, switch=SHORTCUTS_NAME)[language]
            st.markdown(f"## {KEYS[language]}\n\n{key_table(language)}\n\n{where}")
            st.markdown(f"## {SIGNS[language]}\n\n{sign_list(language)}")
        with right:
            st.markdown(f"## {DRAWN[language]}")
            swatches(language)
            st.markdown(NEVER_COLOUR_ALONE[language])
            st.markdown(f"## {CURVES[language]}\n\n{HEIGHT[language]}")
        st.markdown(f"## {CLAIMS[language]}\n\n{ABOUT_CLAIMS[language]}")
        chapter_link("lecture", language)
        st.markdown(f"## {STATUS[language]}\n\n{verdict_table(language)}\n\n{FIRST_FITS[language]}")
        promises = "\n".join(f"- {promise[language]}" for promise in PROMISES)
        st.markdown(f"## {PROMISED[language]}\n\n{promises}")


main()
