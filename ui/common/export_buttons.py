"""The buttons with which a run is taken away."""

import streamlit as st

from export.bundle import Bundle, parcels
from export.slide import ANIMATIONS, NO_HANGUL, Slide, written
from text import Language, Text
from ui.common.progress import with_progress
from ui.folded import folded

OPEN = "export"
"""Whether they are seen, in the session."""
_TITLE = Text(ko="내려받기", en="Download")
_MAKE = Text(ko="슬라이드용 애니메이션 (.gif)", en="Animation for slides (.gif)")
_HINT = Text(
    ko="1280×720 크기의 움직이는 그림으로 만듭니다. 만드는 데 몇 초 걸리며, 약 1MB입니다.",
    en="An animated image of 1280 × 720. It takes some seconds to make; about 1 MB.",
)
_WORKING = Text(ko="애니메이션을 만들고 있습니다.", en="Making the animation.")
_TAKE = Text(ko="애니메이션 내려받기 (.gif)", en="Download the animation (.gif)")
_TAKE_HINT = Text(
    ko="완성되었습니다: {size}MB. 발표 자료에 그림처럼 넣으면 자동으로 반복 재생됩니다.",
    en="Ready: {size} MB. Insert it into a slide like an image; it loops by itself.",
)


def export_buttons(bundle: Bundle, language: Language) -> None:
    """A button for each file, folded: what nobody looks at is not sent with every change of the run."""

    def buttons() -> None:
        with st.container(horizontal=True):
            for parcel in parcels(bundle):
                st.download_button(
                    parcel.label[language],
                    parcel.make,
                    file_name=f"{bundle.name}.{parcel.ending}",
                    mime=parcel.kind,
                    key=f"export_{parcel.ending}",
                    help=(parcel.missing or parcel.hint)[language],
                    on_click="ignore",
                    icon=f":material/{parcel.icon}:",
                    disabled=parcel.missing is not None,
                )
            if bundle.slide.moves:
                _animation_button(bundle.slide, bundle.name, language)
        if written(language) != language:
            st.caption(NO_HANGUL[language])

    folded(_TITLE[language], OPEN, buttons)


@st.fragment
def _animation_button(slide: Slide, name: str, language: Language) -> None:
    """A button that makes the film, and then gives it away from the same place.

    A fragment, so that the rest of the page is neither made again nor greyed; a new choice breaks the work off.
    """
    place = st.empty()
    if place.button(_MAKE[language], key="make_animation", help=_HINT[language], icon=":material/movie:"):
        made = with_progress(ANIMATIONS.ask(slide), _WORKING[language], key="progress_animation")
        place.download_button(
            _TAKE[language],
            lambda: made,
            file_name=f"{name}.gif",
            mime="image/gif",
            key="export_gif",
            help=_TAKE_HINT.format(size=f"{len(made) / 1e6:.1f}")[language],
            on_click="ignore",
            icon=":material/download:",
        )
