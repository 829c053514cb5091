"""The address is read without ever failing: what cannot be used is left out, one by one, and told."""

import math
import re
import sys
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address.address import LONGEST, LONGEST_SHOWN, MISSING, MOST_NOTICES, Address
from address.pinned import read_pinned
from address.race import read_race
from text import LANGUAGES

OPTIONS = ("gd", "momentum", "adam")


def said(address: Address) -> list[str]:
    """The notices in English."""
    return [notice["en"] for notice in address.notices()]


def told_in_both_languages(address: Address, *words: str) -> None:
    """Exactly one notice, which has these words in Korean and in English."""
    (notice,) = address.notices()
    for language in LANGUAGES:
        for word in words:
            assert word in notice[language], (language, notice[language])
    assert re.search("[가-힣]", notice["ko"])
    assert not re.search("[가-힣]", notice["en"])


@pytest.mark.parametrize("written", ["0", "-0", "0.0", "1e-3", "-2.5", "5", "+1", " 2 ", "1E0", ".5", "-5"])
def test_a_number_is_read(written: str) -> None:
    address = Address({"x": [written]})
    assert address.number("x", -5, 5, 3.0) == float(written)
    assert address.notices() == []
    assert address.rejected == ()


def test_zero_is_a_number_like_any_other() -> None:
    address = Address({"x": ["0"], "n": ["0"], "r": ["-0"]})
    assert address.number("x", -1, 1, 0.5) == 0
    assert address.whole("n", 0, 9, 4) == 0
    assert math.copysign(1, address.number("r", -1, 1, 0.5)) == -1, "minus zero stays what it is"
    assert address.notices() == []


BROKEN_NUMBERS = [
    *(
        "",
        " ",
        "\t",
        "banana",
        "nan",
        "NaN",
        "-nan",
        "inf",
        "-inf",
        "Infinity",
        "1e999",
        "-1e999",
        "0x10",
        "1,5",
        "1 2",
    ),
    *(
        "--1",
        "1e",
        "½",
        "5.0000001",
        "-5.1",
        "1e300",
        "None",
        "true",
        "1j",
        "⁵",
        "9" * 41,
        "0" * 5000,
        "π",
        "\x00",
        "1\x00",
    ),
]


@pytest.mark.parametrize("written", BROKEN_NUMBERS, ids=ascii)
def test_a_broken_number_is_left_out_and_told(written: str) -> None:
    address = Address({"x": [written], "y": ["2"]})
    assert address.number("x", -5, 5, 3.0) == 3.0
    assert address.number("y", -5, 5, 3.0) == 2.0, "the rest still applies"
    assert address.rejected == ("x",)
    told_in_both_languages(address, "`x=", "-5", "5")


@pytest.mark.parametrize("written", ["１", "٣", "1_0", "१"])
def test_digits_of_other_scripts_are_numbers_or_told(written: str) -> None:
    address = Address({"x": [written]})
    number = address.number("x", -50, 50, 33.0)
    assert number == (33.0 if address.notices() else float(written))


@pytest.mark.parametrize("written", ["1.5", "0", "2001", "-1", "nan", "inf", "1e999", "", "many", "1e9", "9" * 4000])
def test_a_broken_whole_number_is_left_out_and_told(written: str) -> None:
    address = Address({"steps": [written]})
    assert address.whole("steps", 1, 2000, 100) == 100
    told_in_both_languages(address, "`steps=", "1", "2000")


@pytest.mark.parametrize(("written", "number"), [("1", 1), ("2000", 2000), ("3e2", 300), ("7.0", 7)])
def test_a_whole_number_is_read(written: str, number: int) -> None:
    read = Address({"steps": [written]}).whole("steps", 1, 2000, 100)
    assert read == number
    assert type(read) is int


def test_both_ends_of_a_range_are_allowed() -> None:
    address = Address({"low": ["-5"], "high": ["5"]})
    assert address.number("low", -5, 5, 0) == -5
    assert address.number("high", -5, 5, 0) == 5
    assert address.notices() == []


def test_an_optional_number_may_be_missing() -> None:
    address = Address({"a": ["nan"], "b": ["1"]})
    assert address.optional_number("missing", 0, 1) is None
    assert address.optional_number("a", 0, 1) is None
    assert address.optional_number("b", 0, 1) == 1
    assert len(address.notices()) == 1


@pytest.mark.parametrize("written", ["", "GD", "gd ", "lion", "gd,adam", "0", "__class__"])
def test_an_unknown_option_is_left_out_and_told_with_all_that_are_allowed(written: str) -> None:
    address = Address({"rule": [written]})
    assert address.choice("rule", OPTIONS, "momentum") == "momentum"
    told_in_both_languages(address, f"`rule={written}`", *OPTIONS)


@pytest.mark.parametrize(
    ("written", "chosen", "left_out"),
    [
        ("adam", ("adam",), []),
        ("adam,gd", ("gd", "adam"), []),
        ("gd, adam", ("gd", "adam"), []),
        ("gd,gd,gd", ("gd",), []),
        ("gd,lion,adam,tiger,lion", ("gd", "adam"), ["lion", "tiger"]),
        ("lion", ("momentum",), ["lion"]),
        ("", ("momentum",), [""]),
        (",", ("momentum",), [""]),
        ("adam,", ("adam",), [""]),
        ("ADAM", ("momentum",), ["ADAM"]),
    ],
)
def test_some_of_the_options(written: str, chosen: tuple[str, ...], left_out: list[str]) -> None:
    address = Address({"rules": [written]})
    assert address.choices("rules", OPTIONS, ("momentum",)) == chosen
    notices = said(address)
    assert len(notices) == len(left_out)
    for notice, name in zip(notices, left_out, strict=True):
        assert f"`rules={name}`" in notice
        assert "gd, momentum, adam" in notice


def test_what_is_not_there_has_its_default_and_no_notice() -> None:
    address = Address({})
    assert address.choice("a", OPTIONS, "adam") == "adam"
    assert address.choices("b", OPTIONS, OPTIONS) == OPTIONS
    assert address.number("c", 0, 1, 0.25) == 0.25
    assert address.whole("d", 0, 9, 4) == 4
    assert address.notices() == []
    assert address.rejected == ()


def test_a_name_without_a_value_has_its_default() -> None:
    assert Address({"x": []}).number("x", 0, 1, 0.5) == 0.5


def test_a_repeated_name_is_left_out_and_told() -> None:
    address = Address({"rate": ["0.1", "0.2"], "x": ["1"]})
    assert address.number("rate", 0, 1, 0.9) == 0.9
    assert address.number("x", 0, 1, 0.5) == 1
    told_in_both_languages(address, "rate=0.1, 0.2")


def test_an_unknown_name_is_told_with_the_names_that_are_known() -> None:
    address = Address({"planet": ["mars"], "x": ["1"]})
    assert address.number("x", 0, 1, 0.5) == 1
    assert address.number("y", 0, 1, 0.5) == 0.5
    told_in_both_languages(address, "`planet=mars`", "x, y")
    assert address.rejected == ("planet",)


def test_what_was_added_to_a_link_on_its_way_is_left_out_and_not_told() -> None:
    names = ["utm_source", "utm_campaign", "fbclid", "gclid", "_ga", "mc_cid"]
    address = Address({name: ["x"] for name in names} | {"utm": ["x"], "rate": ["1"]})
    address.number("rate", 0, 9, 1)
    told_in_both_languages(address, "`utm=x`")
    assert set(address.rejected) == {*names, "utm"}, "none of it stays in the address"


def test_it_knows_what_it_was_asked_for() -> None:
    address = Address({"planet": ["mars"]})
    address.number("x", 0, 1, 0.5)
    address.query_within("pinned")
    assert address.known == {"x", "pinned"}


def test_a_missing_page_is_told_first_and_is_no_name_of_the_page() -> None:
    address = Address({"planet": ["mars"], "x": ["nan"], MISSING: ["a/b"]})
    address.number("x", 0, 1, 0.5)
    for language, words in (("ko", "차례"), ("en", "contents")):
        first, *others = [notice["ko" if language == "ko" else "en"] for notice in address.notices()]
        assert "`/a/b`" in first
        assert words in first
        assert not any(MISSING in other for other in others)
    assert set(address.rejected) == {MISSING, "x", "planet"}
    assert Address({MISSING: []}).notices() == []


def test_the_notices_are_bounded_and_the_others_counted() -> None:
    address = Address({f"k{i}": ["v"] for i in range(1000)} | {"x": ["nan"]})
    address.number("x", 0, 1, 0.5)
    for language in LANGUAGES:
        notices = [notice[language] for notice in address.notices()]
        assert len(notices) == MOST_NOTICES + 1
        assert "x=nan" in notices[0], "what was asked for and could not be used is told first"
        assert str(1001 - MOST_NOTICES) in notices[-1]
    assert len(address.rejected) == 1001


def test_a_huge_value_is_shown_short() -> None:
    address = Address({"x": ["7" * 100_000], "k" * 100_000: ["v" * 100_000]})
    address.number("x", 0, 1, 0.5)
    for notice in address.notices():
        for language in LANGUAGES:
            assert len(notice[language]) < 250
    assert "7" * LONGEST_SHOWN + "…" in said(address)[0]


HALF_A_MEGABYTE = 500_000
HOSTILE: dict[str, Mapping[str, Sequence[str]]] = {
    "wrong names in one value": {"optimizers": [",".join(f"n{i}" for i in range(HALF_A_MEGABYTE // 7))]},
    "as many as are read": {"optimizers": [",".join(chr(300 + i) for i in range(LONGEST // 2))]},
    "nothing but commas": {"optimizers": ["," * HALF_A_MEGABYTE]},
    "one name a thousand times": {"optimizers": ["gd," * 160] * 1000},
    "a thousand names": {f"k{i}" * 100: ["1"] for i in range(1000)},
    "a thousand pages": {MISSING: ["z" * 500] * 1000},
    "a long formula": {"surface": ["own"], "f": ["x+" * (HALF_A_MEGABYTE // 2)]},
    "a long address within": {"pinned": ["a=1&" * (HALF_A_MEGABYTE // 4)]},
    "many names within": {"pinned": ["&".join(f"{chr(300 + i)}=" for i in range(LONGEST // 3))]},
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_link_costs_little(query: Mapping[str, Sequence[str]]) -> None:
    """Counted in calls, of which a millisecond holds thousands: what grows with the square would make millions."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    read_race(Address({"surface": ["own"]}))  # what is made once is made
    sys.setprofile(count)
    try:
        address = Address(query)
        choice = read_race(address)
        read_pinned(address, choice)
        notices = address.notices()
    finally:
        sys.setprofile(None)
    assert notices
    assert calls < 25_000


INJECTIONS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`](javascript:alert(1))`",
    "```\n# big\n```",
    "**bold** _it_ [link](https://example.org) ![](https://example.org/x.png)",
    ":red[red] :material/home: :smile: $x^2$ $$y$$",
    "a\n\nb\r\nc\u2028d",
    "{pair} {allowed} {0} {} %s {options!r}",
    "\u202ereversed\u200b\ufeff\x1b[31m",
    "\ud800",
]


@pytest.mark.parametrize("words", INJECTIONS, ids=ascii)
def test_somebody_elses_words_are_shown_harmlessly(words: str) -> None:
    """Everything of theirs stands in one code span on one line, where neither Markdown nor HTML means anything."""
    address = Address({"x": [words], words: [words], MISSING: [words]})
    address.number("x", 0, 1, 0.5)
    for notice in address.notices():
        for language in LANGUAGES:
            line = notice[language]
            assert line.count("`") == 2
            outside = re.sub("`[^`]*`", "", line)
            assert not set(outside) & set("<>[]$*\\#\n\r{}`"), outside
            assert all(sign.isprintable() for sign in line)
            line.encode()


KEYS = st.sampled_from(["x", "n", "rule", "rules"]) | st.text(max_size=8)
VALUES = st.lists(
    st.one_of(st.text(max_size=60), st.floats().map(str), st.integers().map(str), st.sampled_from(OPTIONS)), max_size=3
)


@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_no_address_breaks_the_reading(query: Mapping[str, Sequence[str]]) -> None:
    address = Address(query)
    assert -2 <= address.number("x", -2, 2, 0.5) <= 2
    assert address.whole("n", 1, 9, 4) in range(1, 10)
    assert address.choice("rule", OPTIONS, "gd") in OPTIONS
    chosen = address.choices("rules", OPTIONS, OPTIONS)
    assert chosen
    assert list(chosen) == [each for each in OPTIONS if each in chosen]
    notices = address.notices()
    assert len(notices) <= MOST_NOTICES + 1
    assert bool(notices) == bool(address.rejected)
    assert set(address.rejected) <= set(query)
    strangers = {key for key in query if key not in {"x", "n", "rule", "rules"}}
    assert strangers <= set(address.rejected), "what nobody asked for is told"
