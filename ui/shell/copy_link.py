"""Buttons that put the page's address into the clipboard: as it is, or as a question that nobody has answered yet.

The browser's address is the state, so the page's own script (stage/player/page/copy_link.js) copies what stands there.
"""

from html import escape

import streamlit as st

from text import Language, Text
from ui.common.prediction import OFF

_LINK = Text(ko="링크 복사", en="Copy link")
_QUESTION = Text(ko="질문으로 복사", en="Copy as question")
_COPIED = Text(ko="복사했습니다.", en="Copied.")
_BY_HAND = Text(
    ko="이 브라우저에서는 직접 복사해야 합니다. 선택된 주소를 복사하세요.",
    en="This browser does not let the page copy. Please copy the selected address.",
)
_ADDRESS = Text(ko="이 화면의 주소", en="Address of this view")
BY_ITSELF = ""
"""What a page is to ask that asks by itself where its address says nothing of it."""


def question_of(ask: str, possible: tuple[str, ...]) -> str | None:
    """What a copied question asks: what is asked now, else the first that can be; None where nothing can be."""
    return next((each for each in (ask, *possible) if each != OFF and each in possible), None)


def copy_link(language: Language, question: str | None) -> None:
    """One button, or two where the page can ask: `question` is what it is to ask then."""
    buttons = f'<button type="button" data-copy="link">{_LINK[language]}</button>'
    if question is not None:
        buttons += (
            f'<button type="button" data-copy="question" data-ask="{escape(question)}">{_QUESTION[language]}</button>'
        )
    words = {"copied": _COPIED, "by-hand": _BY_HAND, "address": _ADDRESS}
    told = " ".join(f'data-{name}="{escape(text[language])}"' for name, text in words.items())
    st.html(f'<div class="descent-copy" {told}>{buttons}<p role="status"></p></div>')
