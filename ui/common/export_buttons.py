"""The buttons with which a run is taken away."""

import streamlit as st

from export.bundle import Taken, parcels
from export.slide import FILMS, NO_HANGUL, Slide, written
from text import Language, Text
from ui.common.progress import with_progress

_TITLE = Text(ko="가져가기", en="Take it away")
_MAKE = Text(ko="슬라이드용 애니메이션 (.gif)", en="A film for slides (.gif)")
_HINT = Text(
    ko="1280×720 크기의 움직이는 그림으로 만듭니다. 만드는 데 몇 초 걸리며, 약 1MB입니다.",
    en="A moving picture of 1280 × 720. It takes some seconds to make; about 1 MB.",
)
_WORKING = Text(ko="애니메이션을 만들고 있습니다.", en="Making the film.")
_TAKE = Text(ko="애니메이션 내려받기 (.gif)", en="Download the film (.gif)")
_TAKE_HINT = Text(
    ko="다 되었습니다: {size}MB. 발표 자료에 그림처럼 넣으면 저절로 되풀이됩니다.",
    en="It is ready: {size} MB. Put it on a slide like a picture; it plays over and over by itself.",
)


def take_away(taken: Taken, language: Language) -> None:
    """A button for each file."""
    with st.container(key="take_away"):
        st.markdown(f"##### {_TITLE[language]}")
        with st.container(horizontal=True):
            for parcel in parcels(taken):
                st.download_button(
                    parcel.label[language],
                    parcel.make,
                    file_name=f"{taken.name}.{parcel.ending}",
                    mime=parcel.kind,
                    key=f"take_away_{parcel.ending}",
                    help=(parcel.missing or parcel.hint)[language],
                    on_click="ignore",
                    icon=f":material/{parcel.icon}:",
                    disabled=parcel.missing is not None,
                )
            _film_button(taken.slide, taken.name, language)
        if written(language) != language:
            st.caption(NO_HANGUL[language])


@st.fragment
def _film_button(slide: Slide, name: str, language: Language) -> None:
    """A button that makes the film, and then gives it away from the same place.

    A fragment, so that the rest of the page is neither made anew nor greyed; a new choice breaks the work off.
    """
    place = st.empty()
    if place.button(_MAKE[language], key="make_film", help=_HINT[language], icon=":material/movie:"):
        made = with_progress(FILMS.ask(slide), _WORKING[language], key="progress_film")
        place.download_button(
            _TAKE[language],
            lambda: made,
            file_name=f"{name}.gif",
            mime="image/gif",
            key="take_away_gif",
            help=_TAKE_HINT.format(size=f"{len(made) / 1e6:.1f}")[language],
            on_click="ignore",
            icon=":material/download:",
        )
