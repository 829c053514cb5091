"""The update formulas of those who race, typeset as the lecture writes them."""

import streamlit as st

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
_ACROSS = 3


def formulas(choice: RaceChoice, language: Language) -> None:
    """One block for each chosen optimizer, three abreast."""
    st.markdown(f"##### {_TITLE[language]}")
    for first in range(0, len(choice.chosen), _ACROSS):
        for key, column in zip(choice.chosen[first : first + _ACROSS], st.columns(_ACROSS), strict=False):
            rule = choice.rules[key]
            column.markdown(
                f"**{rule.name}** · {rule.year}  \n{rule.summary[language]}\n\n"
                rf"$$\begin{{gathered}}{rule.formula}\end{{gathered}}$$"
            )
    st.caption(_EPSILON[language])
