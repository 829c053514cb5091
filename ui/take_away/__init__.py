"""Take a race away: as a page that plays by itself, as a table, as a script, as a picture or a film for slides."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from figures.theme import Theme
from text import Language, Text
from ui.race_choice import RaceChoice
from ui.race_scene import race_scene
from ui.take_away.page import page
from ui.take_away.script import obstacle, script
from ui.take_away.slides import NO_HANGUL, film_button, picture, question_of
from ui.take_away.table import table

_TITLE = Text(ko="가져가기", en="Take it away")
_PAGE = Text(ko="재생되는 페이지 (.html)", en="A page that plays (.html)")
_PAGE_HINT = Text(
    ko="이 경주를 인터넷이나 Python 없이 브라우저에서 재생하는 파일 하나입니다. 약 5MB입니다.",
    en="One file that plays this race in a browser, without internet and without Python. About 5 MB.",
)
_TABLE = Text(ko="모든 걸음의 수치 (.csv)", en="Every step in numbers (.csv)")
_TABLE_HINT = Text(
    ko="기법마다, 걸음마다 한 줄입니다: 위치, 손실, 기울기.",
    en="A row for each step of each optimizer: place, loss, gradient.",
)
_SCRIPT = Text(ko="PyTorch 스크립트 (.py)", en="A PyTorch script (.py)")
_SCRIPT_HINT = Text(
    ko="같은 경주를 torch.optim으로 다시 하고, 끝난 곳을 나란히 보여 줍니다.",
    en="The same race with torch.optim; it prints where each ended beside where it ended here.",
)
_PICTURE = Text(ko="슬라이드용 그림 (.png)", en="A picture for slides (.png)")
_PICTURE_HINT = Text(
    ko="마지막 걸음의 모습을 1920×1080 크기의 그림 하나로 만듭니다. 1MB가 되지 않습니다.",
    en="The last step as one picture of 1920 × 1080. Less than 1 MB.",
)


class _Parcel(NamedTuple):
    """One thing to take away; `make` is called when it is asked for."""

    ending: str
    kind: str
    icon: str
    label: Text
    hint: Text
    make: Callable[[], bytes]
    missing: Text | None = None
    """Why it can't be had."""


def take_away(choice: RaceChoice, language: Language, theme: Theme) -> None:
    """Five buttons. A file is made when its button is pressed, and not before: a slider never waits for it."""
    name = f"descent-{choice.surface.key}"
    question = question_of(choice, language, theme)

    def of_page() -> bytes:
        return page(choice, race_scene(choice, language), language)

    def of_table() -> bytes:
        racers = [(choice.rules[key].name, choice.rate_of(key)) for key in choice.chosen]
        return table(choice.surface, race_scene(choice, language).run, racers)

    def of_script() -> bytes:
        return script(choice, race_scene(choice, language).run, f"{name}.py", language)

    parcels = [
        _Parcel("html", "text/html", "slideshow", _PAGE, _PAGE_HINT, of_page),
        _Parcel("csv", "text/csv", "table", _TABLE, _TABLE_HINT, of_table),
        _Parcel("py", "text/x-python", "code", _SCRIPT, _SCRIPT_HINT, of_script, obstacle(choice)),
        _Parcel("png", "image/png", "image", _PICTURE, _PICTURE_HINT, lambda: picture(question)),
    ]
    with st.container(key="take_away"):
        st.markdown(f"##### {_TITLE[language]}")
        with st.container(horizontal=True):
            for parcel in parcels:
                st.download_button(
                    parcel.label[language],
                    parcel.make,
                    file_name=f"{name}.{parcel.ending}",
                    mime=parcel.kind,
                    key=f"take_away_{parcel.ending}",
                    help=(parcel.missing or parcel.hint)[language],
                    on_click="ignore",
                    icon=f":material/{parcel.icon}:",
                    disabled=parcel.missing is not None,
                )
            film_button(question, name, language)
        if question.language != language:
            st.caption(NO_HANGUL[language])
