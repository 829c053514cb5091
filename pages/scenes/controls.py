"""Around a scene: its sentence and what was checked, the way to the next, and the list of contents."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from address.playlist import Playlist, read_playlist
from pages.scenes.choice import KEPT, KEY, KEYS, SceneChoice
from pages.scenes.words import finding_words
from scenes import SCENES, Finding
from stage.component import pager
from text import Language, Text
from ui import address_bar
from ui.common.said import said
from ui.shell.chapter_links import page_of
from ui.shell.chapters import CHAPTERS
from ui.shell.embedding import is_embedded
from ui.shell.link_list import Link, link_list
from ui.shell.playlist import turning_links

_SEEN = "scenes_address"
CONTENTS = Text(ko="장면 차례", en="Scenes")
_PREVIOUS = Text(ko="이전 장면", en="Previous scene")
_NEXT = Text(ko="다음 장면", en="Next scene")
_CHAPTER = Text(ko="이 설정으로 ‘{chapter}’에서 열기", en="Open this in “{chapter}”")
_SLIDE = Text(ko="강의의 슬라이드 {number}", en="Slide {number} of the lecture")
_BACK = Text(ko="원래 설정으로", en="Reset to the scene's settings")
_CHANGED = Text(
    ko="설정을 바꾼 장면입니다. 아래의 결과는 지금 설정에서 다시 확인한 것입니다.",
    en="The settings of this scene were changed. The checks below were run with the current settings.",
)
_CHECKED = Text(ko="이 실행에서 확인한 결과", en="Checked on this run")
_CLOSED = Text(
    ko="답하거나 건너뛰면 확인 결과와 내려받을 파일이 여기에 나옵니다.",
    en="Answer or skip to see the checks and the downloads.",
)
_PREDICT = Text(
    ko="먼저 예측해 보세요. 이 장면의 설명은 그다음에 나옵니다.",
    en="Predict first; the explanation comes after.",
)
_WHY = Text(ko="왜 그럴까요", en="Why")


def turn_to_number(number: Any) -> None:
    """The scene with this number, from 0; the first and the last are the ends."""
    turn_to(KEYS[min(max(int(number), 0), len(KEYS) - 1)])


def turn_to(key: str) -> None:
    """Another scene, with its own setting: whatever else the address says is forgotten, save for what goes along."""
    address_bar.write({KEY: key}, forget=[name for name in address_bar.query() if name not in KEPT])


def tell_browser() -> None:
    """Write the address where it has changed: a link to the page where one is already tells only the script."""
    now = address_bar.query()
    if st.session_state.get(_SEEN, now) != now:
        address_bar.write({})
    st.session_state[_SEEN] = now


def _counter(choice: SceneChoice, kept: Playlist) -> str:
    """Which of how many it is, in a teacher's own list, if there is one."""
    if not kept.entries:
        return f"{choice.number + 1}/{len(KEYS)}"
    return f"{'–' if kept.place is None else kept.place + 1}/{len(kept.entries)}"


def turning(choice: SceneChoice, kept: Playlist, language: Language) -> None:
    """The page keys, and what leads to the scene before and to the next; in a teacher's own list, if there is one."""
    number = choice.number
    pager(number, len(KEYS), turn_to_number, key="pager")
    if kept.entries:
        turning_links(kept, language)
        return
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
        slide = choice.scene.slide
        st.page_link(
            page_of("lecture"),
            label=_SLIDE.format(number=slide)[language],
            icon=CHAPTERS["lecture"].icon,
            query_params=carried | {"slide": [str(slide)]},
        )
        if choice.changed:
            to = carried | {KEY: [choice.scene.key]}
            st.page_link(page_of("scenes"), label=_BACK[language], icon=":material/undo:", query_params=to)


def changed_notice(choice: SceneChoice, language: Language) -> None:
    """That what is shown is not the scene's own setting."""
    if choice.changed:
        st.caption(_CHANGED[language])


def contents(choice: SceneChoice, language: Language) -> None:
    """A link to every scene, under a name that tells nothing of what is asked there."""
    carried = _carried()
    st.markdown(f"**{CONTENTS[language]}**")
    links = [
        Link(
            f"./scenes{said(carried | {KEY: [scene.key]})}",
            scene.heading(is_open=False)[language],
            here=scene is choice.scene,
        )
        for scene in SCENES.values()
    ]
    with st.container(key="scenes_list"):
        link_list(links, CONTENTS[language])


def _carried() -> dict[str, list[str]]:
    """What of the address goes along."""
    return {name: values for name, values in address_bar.query().items() if name in KEPT}


def scene_heading(choice: SceneChoice, language: Language, *, is_open: bool) -> None:
    """Claim, title and, large, the sentence to say; neutral until the viewer may know. In a frame it stands alone."""
    scene = choice.scene
    title = f"# {scene.heading(is_open=is_open)[language]}"
    with st.container(gap="xsmall"):
        with st.container(key="scene_top", horizontal=True, vertical_alignment="center"):
            if is_embedded():
                st.markdown(title)
            else:
                kept = read_playlist(address_bar.read(), CHAPTERS)
                st.markdown(f"{title} &ensp; :small[{_counter(choice, kept)}]")
                turning(choice, kept, language)
        with st.container(key="scene_say"):
            st.markdown((scene.say if is_open else _PREDICT)[language])


def scene_findings(choice: SceneChoice, findings: Iterable[Finding], language: Language, *, is_open: bool) -> None:
    """Each expectation with what was measured, and why it comes out so; once the viewer may know."""
    if not is_open:
        st.caption(_CLOSED[language])
        return
    lines = "\n".join(f"- {finding_words(finding)[language]}" for finding in findings)
    with st.container(key="findings"):
        changed_notice(choice, language)
        st.markdown(f"## {_CHECKED[language]}\n\n{lines}\n\n**{_WHY[language]}** {choice.scene.why[language]}")
