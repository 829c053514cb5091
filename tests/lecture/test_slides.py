"""The lecture as data: every slide is told in both languages, and every claim stands on the slides that say it."""

import re
from collections.abc import Iterator

import pytest

from latex.mathml import mathml
from latex.reader import parse
from lecture import PARTS, SLIDES, Slide
from text import Text, read

HANGUL = re.compile("[가-힣]")
CLAIMED = {
    **{1: "C19", 2: "C17", 3: "C17", 4: "C18", 5: "C1", 6: "C2", 7: "C3", 8: "C4 C5", 9: "C6", 10: "C7 C8", 11: "C9"},
    **{12: "C10", 13: "C11", 14: "", 15: "C12", 16: "C13", 17: "C14", 18: "C15", 19: "C15", 20: "C15", 21: "C15"},
    22: "C16",
}
"""The lecture's plan: which claims each slide says."""

every_slide = pytest.mark.parametrize("number", list(SLIDES))


def sentences(slide: Slide) -> Iterator[Text]:
    """What is claimed, said, asked and answered."""
    yield from slide.claims.values()
    if slide.also:
        yield slide.also
    yield from (slide.say, slide.ask.asks, slide.ask.answer)


def test_there_are_22_slides_in_five_parts_and_each_says_its_claims() -> None:
    assert len(PARTS) == 5
    assert {number: " ".join(slide.claims) for number, slide in SLIDES.items()} == CLAIMED


@every_slide
def test_it_is_told_in_both_languages(number: int) -> None:
    slide = SLIDES[number]
    for text in (*sentences(slide), *(letter.means for letter in slide.letters)):
        assert HANGUL.search(text.ko), text
        assert not HANGUL.search(text.en), text
        assert not re.search(r"[{}]", f"{text.ko} {text.en}"), text
    assert slide.say.ko.endswith("다.")
    assert slide.ask.asks.ko.endswith("요?")
    assert slide.ask.asks.en.endswith("?")


@every_slide
def test_each_claim_is_one_sentence(number: int) -> None:
    slide = SLIDES[number]
    for claim in (*slide.claims.values(), *([slide.also] if slide.also else [])):
        for sentence in (claim.ko, claim.en):
            assert sentence.endswith(".")
            assert ". " not in sentence


@every_slide
def test_its_formulas_can_be_typeset(number: int) -> None:
    for formula in SLIDES[number].formulas:
        assert mathml(parse(formula)).startswith("<math")


def test_the_slides_own_letters_stand_beside_ours() -> None:
    pairs = {(read(letter.theirs, "en"), letter.ours) for slide in SLIDES.values() for letter in slide.letters}
    assert {("α", "n"), ("θₙ", "θₜ"), ("ỹ", "ŷ"), ("loss score", "L"), ("df/dx", "∇f")} <= pairs
