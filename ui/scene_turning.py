"""From scene to scene: the page keys, the two buttons, and the list of contents."""

from functools import partial
from typing import Any

import streamlit as st

from scenes import SCENES
from text import Language, Text
from ui import address
from ui.chapter_links import page_of
from ui.chapters import CHAPTERS
from ui.link_list import Link, link_list, said
from ui.scene_choice import KEPT, KEY, KEYS, SceneChoice
from ui.stage.pager import pager

_SEEN = "scenes_address"
CONTENTS = Text(ko="장면 차례", en="Scenes")
_PREVIOUS = Text(ko="이전 장면", en="Previous scene")
_NEXT = Text(ko="다음 장면", en="Next scene")
_CHAPTER = Text(ko="이 설정으로 ‘{chapter}’에서 열기", en="Open this in “{chapter}”")
_BACK = Text(ko="장면의 원래 설정으로", en="Back to the scene's own setting")
_CHANGED = Text(
    ko="설정을 바꾼 장면입니다. 아래의 확인은 지금 설정에서 다시 잰 것입니다.",
    en="This scene has been changed. What is checked below was measured anew with these settings.",
)


def turn_to_number(number: Any) -> None:
    """The scene with this number, from 0; the first and the last are the ends."""
    turn_to(KEYS[min(max(int(number), 0), len(KEYS) - 1)])


def turn_to(key: str) -> None:
    """Another scene, with its own setting: whatever else the address says is forgotten, save for what goes along."""
    address.write({KEY: key}, forget=[name for name in address.query() if name not in KEPT])


def tell_browser() -> None:
    """Write the address where it has changed: a link to the page where one is already tells only the script."""
    now = address.query()
    if st.session_state.get(_SEEN, now) != now:
        address.write({})
    st.session_state[_SEEN] = now


def turning(choice: SceneChoice, language: Language) -> None:
    """The page keys, and the buttons to the scene before and the one after; there is none before the first."""
    number = choice.number
    pager(number, len(KEYS), turn_to_number, key="pager")
    for label, icon, to in (
        (_PREVIOUS, ":material/chevron_left:", number - 1),
        (_NEXT, ":material/chevron_right:", number + 1),
    ):
        exists = 0 <= to < len(KEYS)
        act = partial(turn_to, KEYS[to]) if exists else None
        st.button(label[language], key=f"turn:{label.en}", icon=icon, disabled=not exists, on_click=act)


def scene_links(choice: SceneChoice, language: Language) -> None:
    """To the chapter where everything of this picture can be set, as it is set now; and back, where it was changed."""
    chapter, carried = CHAPTERS[choice.scene.chapter], _carried()
    with st.container(key="scene_links", horizontal=True):
        words = _CHAPTER.format(chapter=chapter.title)[language]
        st.page_link(
            page_of(chapter.path),
            label=words,
            icon=chapter.icon,
            query_params=carried | {name: [value] for name, value in choice.setting.items()},
        )
        if choice.changed:
            to = carried | {KEY: [choice.scene.key]}
            st.page_link(page_of("scenes"), label=_BACK[language], icon=":material/undo:", query_params=to)


def changed_notice(choice: SceneChoice, language: Language) -> None:
    """That what is shown is not the scene's own setting."""
    if choice.changed:
        st.caption(_CHANGED[language])


def contents(choice: SceneChoice, language: Language) -> None:
    """A link to every scene."""
    carried = _carried()
    st.markdown(f"**{CONTENTS[language]}**")
    links = [
        Link(
            f"./scenes{said(carried | {KEY: [scene.key]})}",
            f"{scene.claim} · {scene.title[language]}",
            here=scene is choice.scene,
        )
        for scene in SCENES.values()
    ]
    with st.container(key="scenes_list"):
        link_list(links, CONTENTS[language])


def _carried() -> dict[str, list[str]]:
    """What of the address goes along."""
    return {name: values for name, values in address.query().items() if name in KEPT}
