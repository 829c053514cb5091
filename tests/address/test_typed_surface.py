"""The surface that a viewer writes, in the address: read, told, and written so that the same is read again."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address import Address
from address.race import read_race
from address.race_link import race_link
from address.surface import read_surface
from address.typed_surface import EXAMPLES, FARTHEST, FIRST
from formulas import USUAL_DOMAIN, TypedSurface, WrongFormula, read
from tests.formulas.texts import SAID, WEIRD
from ui.common.surface_card import surface_card
from ui.controls.formula_box import pointed_at


def asked(**query: str) -> Address:
    return Address({name.replace("_", "."): [value] for name, value in {"surface": "own", **query}.items()})


@given(st.sampled_from([*SAID.values(), *WEIRD]), st.integers(-900, 900), st.floats(0.5, 90))
def test_a_link_reads_as_the_same_race(text: str, low: int, width: float) -> None:
    race = read_race(asked(f=text, x_from=str(low), x_to=repr(low + width)))
    address = Address(parse_qs(race_link(race).removeprefix("?"), strict_parsing=True))
    again = read_race(address)
    assert not address.notices()
    assert (again.surface, again.start, again.steps, again.rate) == (race.surface, race.start, race.steps, race.rate)


@pytest.mark.parametrize("text", ["x^", "", "__import__('os')", "9**9**9", "x" * 500, "`"])
def test_a_wrong_formula_is_told_and_the_first_one_shown(text: str) -> None:
    address = asked(f=text)
    assert read_surface(address) == TypedSurface(FIRST.text)
    (notice,) = address.notices()
    assert notice.en.count("`") % 2 == 0
    assert address.rejected == ("f",)


@pytest.mark.parametrize(("typed", "written"), [("x^2 + 2xy", "x**2 + 2*x*y"), (" |x| + y² ", "abs(x) + y**2")])
def test_what_is_meant_is_the_surface_that_is_written_out(typed: str, written: str) -> None:
    address = asked(f=typed)
    assert read_surface(address) == TypedSurface(written)
    assert not address.notices()


@pytest.mark.parametrize("ends", [("3", "3"), ("4", "2"), ("7", None)])
def test_a_range_that_ends_before_it_begins_is_told(ends: tuple[str, str | None]) -> None:
    begin, end = ends
    address = asked(x_from=begin, **({} if end is None else {"x_to": end}))
    assert read_surface(address).domain == USUAL_DOMAIN
    assert address.notices()


def test_a_range_is_bounded() -> None:
    address = asked(y_from=str(-2 * FARTHEST))
    assert read_surface(address).domain == USUAL_DOMAIN
    assert address.rejected == ("y.from",)


@given(st.text(min_size=1, max_size=200))
def test_the_caret_stands_under_the_sign(text: str) -> None:
    found = refusal(text)
    if found is None:
        return
    line, caret = pointed_at(found).split("\n")
    assert caret.endswith("^")
    assert caret[:-1].strip() == ""
    if found.column < len(found.text) and found.text[found.column].isprintable():
        assert line[len(caret) - 1] == found.text[found.column]


def refusal(text: str) -> WrongFormula | None:
    try:
        read(text)
    except WrongFormula as found:
        return found
    return None


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_example_has_something_to_find(key: str) -> None:
    surface = TypedSurface(EXAMPLES[key].text, EXAMPLES[key].domain)
    assert any(each.is_global for each in surface.minima)


@pytest.mark.parametrize("text", [*SAID.values(), *WEIRD])
def test_every_surface_has_a_card(text: str) -> None:
    assert "nan" not in surface_card(TypedSurface(text), "en")
