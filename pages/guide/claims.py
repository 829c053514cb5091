"""The lecture's claims, as C1 to C19 stand on the scenes: each with its sentence, its slides and its scenes."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from scenes import CLAIMS, SCENES, Claim
from text import Language, Text

TITLE = Text(ko="강의의 주장 C1–C19", en="The lecture's claims, C1–C19")
ABOUT = Text(
    ko="장면 제목 앞의 번호는 강의의 주장을 가리킵니다. 슬라이드 순서로 적었고, 제목을 누르면 장면이 열립니다.",
    en="The number before a scene's title names the lecture's claim. They are in the order of the slides; a title "
    "opens its scene.",
)
_SLIDE = Text(ko="슬라이드 {slides}", en="slide {slides}")
_SLIDES = Text(ko="슬라이드 {slides}", en="slides {slides}")


def claim_list(language: Language, carried: Mapping[str, Sequence[str]]) -> str:
    """Every claim, as HTML; `carried` goes along to its scenes."""
    return f'<dl class="descent-claims">{"".join(_claim(each, language, carried) for each in CLAIMS)}</dl>'


def _claim(key: str, language: Language, carried: Mapping[str, Sequence[str]]) -> str:
    claim = CLAIMS[key]
    scenes = (scene for scene in SCENES.values() if scene.claim == key)
    links = "".join(_link(scene.title[language], {**carried, "scene": [scene.key]}) for scene in scenes)
    return (
        f"<dt>{key} <span>{_slides(claim)[language]}</span></dt>"
        f'<dd>{escape(claim.says[language])}<span class="descent-links">{links}</span></dd>'
    )


def _link(title: str, query: Mapping[str, Sequence[str]]) -> str:
    return f'<a href="./scenes?{escape(urlencode(query, doseq=True))}">{escape(title)}</a>'


def _slides(claim: Claim) -> Text:
    first, last = claim.slides[0], claim.slides[-1]
    return _SLIDE.format(slides=first) if first == last else _SLIDES.format(slides=f"{first}–{last}")
