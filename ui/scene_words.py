"""What is said of a scene: above its picture the sentence, below it what was expected and what was measured."""

from collections.abc import Iterable
from math import isnan

import streamlit as st

from scenes import Finding, Said
from scenes.expectation import Ratio
from text import Language, Text
from ui.embedding import is_embedded
from ui.numerals import numeral
from ui.scene_choice import KEYS, SceneChoice
from ui.scene_turning import changed_notice, turning

DIGITS = 3
WORKING = Text(ko="장면을 준비하는 중입니다", en="Working the scene out")

_CHECKED = Text(ko="지금 이 그림에서 확인한 것", en="Checked on this very picture")
_HOLDS = Text(ko="✓ {expected} · **잰 값** {measured}", en="✓ {expected} · **measured** {measured}")
_FAILS = Text(
    ko="✗ {expected} · **잰 값** {measured} · **이 설정에서는 맞지 않습니다.**",
    en="✗ {expected} · **measured** {measured} · **This does not hold with these settings.**",
)
_CLOSED = Text(
    ko="답하거나 건너뛰면 기계가 확인한 것과 가져갈 파일이 여기에 나옵니다.",
    en="What a machine has checked, and files to take away, stand here once you have answered or skipped.",
)
_PREDICT = Text(
    ko="먼저 예측해 보세요. 이 장면의 한 문장은 그다음에 나옵니다.",
    en="Predict first; what this scene has to say comes after.",
)
_WHY = Text(ko="왜 그럴까요", en="Why")


def scene_heading(choice: SceneChoice, language: Language, *, is_open: bool) -> None:
    """The claim, the title and the sentence to say, large, once the viewer may know; in a frame a scene is alone."""
    scene = choice.scene
    title = f"#### {scene.claim} · {scene.title[language]}"
    with st.container(gap="xsmall"):
        with st.container(key="scene_top", horizontal=True, vertical_alignment="center"):
            if is_embedded():
                st.markdown(title)
            else:
                st.markdown(f"{title} &ensp; :small[{choice.number + 1}/{len(KEYS)}]")
                turning(choice, language)
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
        st.markdown(f"##### {_CHECKED[language]}\n\n{lines}\n\n**{_WHY[language]}** {choice.scene.why[language]}")


def finding_words(finding: Finding) -> Text:
    """✓ or ✗, what was expected, what was measured."""
    line = _HOLDS if finding.holds else _FAILS
    return line.format(expected=spoken(finding.expected), measured=spoken(finding.measured))


def spoken(said: Said) -> Text:
    """A sentence with its numbers written."""
    return said.text.format(**{name: _written(value) for name, value in said.places.items()})


def _written(value: object) -> object:
    """A number in few digits, a place as one; words as they are."""
    if isinstance(value, Ratio):
        return numeral(value, DIGITS, nothing=0)
    if isinstance(value, float):
        return "–" if isnan(value) else numeral(value, DIGITS)
    if isinstance(value, tuple):
        return f"({', '.join(numeral(each, DIGITS) for each in value)})"
    return value
