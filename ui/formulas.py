"""The update formulas of those who race, typeset as the lecture writes them."""

from typing import Any

import streamlit as st

from optimizers import Optimizer
from text import Language, Text
from ui.race_choice import RaceChoice

_TITLE = Text(ko="최적화 기법의 갱신 식", en="How each optimizer takes its step")
_EPSILON = Text(
    ko=(
        "강의를 따라 ε을 제곱근 **안**에 둡니다. PyTorch와 Keras의 Adam은 제곱근 밖에 둡니다. "
        "벡터의 연산은 모두 성분마다 따로 합니다."
    ),
    en=(
        "As in the lecture ε stands **inside** the root; PyTorch and Keras put it outside for Adam. "
        "All operations on vectors are elementwise."
    ),
)


def formulas(choice: RaceChoice, language: Language) -> None:
    """A block for each chosen optimizer, as many abreast as there is room for (shell.css)."""
    blocks = [_block(choice.rules[key], language) for key in choice.chosen]
    with st.container(key="formulas"):
        st.markdown("\n".join([f"##### {_TITLE[language]}", "", *blocks, "", _EPSILON[language]]))


def _block(rule: Optimizer[Any], language: Language) -> str:
    """Name, year, what it does in words, and the formula: one item of a Markdown list."""
    formula = rf"$$\begin{{gathered}}{rule.formula}\end{{gathered}}$$"
    return f"- **{rule.name}** · {rule.year}  \n  {rule.summary[language]}\n\n  {formula}\n"
