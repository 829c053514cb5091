"""How to read the stage: keys, signs, verdicts, and what the pictures promise."""

import streamlit as st

from text import Text
from ui import address
from ui.chapters import CHAPTERS
from ui.guide import FIRST_FITS, HEIGHT, NEVER_COLOUR_ALONE, PROMISES, key_table, sign_list, verdict_table
from ui.language import language
from ui.notices import show_notices
from ui.stage.swatches import swatches
from ui.switches import switches

KEYS = Text(ko="키보드", en="Keyboard")
SIGNS = Text(ko="지도의 표시", en="Signs on the map")
CURVES = Text(ko="손실 곡선", en="Loss curves")
DRAWN = Text(ko="누가 누구인지", en="Who is who")
PROMISED = Text(ko="믿어도 되는 것", en="What you can rely on")
STANDING = Text(ko="점수판의 상태", en="The standing on the scoreboard")


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    switches(spoken, reading)
    show_notices(spoken, reading)
    with st.container(key="guide"):
        st.markdown(f"#### {CHAPTERS['guide'].title[reading]}")
        left, right = st.columns(2, gap="large")
        with left:
            st.markdown(f"##### {KEYS[reading]}\n\n{key_table(reading)}")
            st.markdown(f"##### {SIGNS[reading]}\n\n{sign_list(reading)}")
        with right:
            st.markdown(f"##### {DRAWN[reading]}")
            swatches(reading)
            st.markdown(NEVER_COLOUR_ALONE[reading])
            st.markdown(f"##### {CURVES[reading]}\n\n{HEIGHT[reading]}")
        st.markdown(f"##### {STANDING[reading]}\n\n{verdict_table(reading)}\n\n{FIRST_FITS[reading]}")
        promises = "\n".join(f"- {promise[reading]}" for promise in PROMISES)
        st.markdown(f"##### {PROMISED[reading]}\n\n{promises}")


main()
