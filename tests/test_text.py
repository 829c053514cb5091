from dataclasses import FrozenInstanceError

import pytest

from text import LANGUAGES, Text, read

GREETING = Text(ko="{name}, 안녕", en="Hello {name}")


def test_a_language_reads_its_own_words() -> None:
    text = Text(ko="학습률", en="learning rate")
    assert [text[language] for language in LANGUAGES] == ["학습률", "learning rate"]


def test_korean_comes_first() -> None:
    assert LANGUAGES == ("ko", "en")


def test_both_languages_are_needed() -> None:
    with pytest.raises(TypeError, match="en"):
        Text(ko="관성")  # type: ignore[call-arg]


def test_format_fills_the_places_of_both_languages() -> None:
    assert GREETING.format(name="Adam") == Text(ko="Adam, 안녕", en="Hello Adam")


def test_a_place_may_be_a_text_itself() -> None:
    name = Text(ko="관성", en="momentum")
    assert GREETING.format(name=name) == Text(ko="관성, 안녕", en="Hello momentum")


def test_places_may_stand_in_another_order_and_carry_a_format() -> None:
    text = Text(ko="{total}스텝 중 {share:.0%}", en="{share:.0%} of {total} steps")
    assert text.format(share=0.25, total=80) == Text(ko="80스텝 중 25%", en="25% of 80 steps")


def test_a_place_that_is_not_filled_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        GREETING.format(nome="Adam")


def test_format_changes_nothing_of_the_text_itself() -> None:
    GREETING.format(name="Adam")
    assert GREETING.en == "Hello {name}"


def test_a_text_is_frozen_and_can_be_a_key() -> None:
    with pytest.raises(FrozenInstanceError):
        GREETING.ko = ""  # type: ignore[misc]
    assert {GREETING: 1}[Text(ko="{name}, 안녕", en="Hello {name}")] == 1


def test_read_takes_the_words_of_a_text_and_leaves_everything_else() -> None:
    assert read(Text(ko="하나", en="one"), "ko") == "하나"
    assert read(Text(ko="하나", en="one"), "en") == "one"
    assert read(1.5, "ko") == 1.5
    assert read("as it is", "ko") == "as it is"
