"""A race of algorithms read from the address: always complete, always within bounds, and the same from its link."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address import Address
from algorithms import ALGORITHMS, Newton
from optimizers import OPTIMIZERS
from pages.algorithms.cases import CASES, case_of
from pages.algorithms.choice import FIRST, KEYS, AlgorithmChoice, algorithms_link, read_algorithms
from parameters import parameters
from surfaces import SURFACES


def chosen(query: Mapping[str, str]) -> AlgorithmChoice:
    """The race of an address, in which all can be used."""
    address = Address({name: [value] for name, value in query.items()})
    choice = read_algorithms(address)
    assert address.notices() == []
    return choice


def test_gradient_descent_and_all_algorithms_race_on_a_quadratic_at_first() -> None:
    choice = chosen({})
    assert choice.chosen == FIRST == ("gd", *ALGORITHMS)
    assert choice.conditions.surface.is_quadratic
    assert case_of(choice) == "quadratic"


def test_everything_can_be_said_and_its_link_says_it_again() -> None:
    query = {
        "surface": "himmelblau",
        "x": "1.5",
        "y": "-2",
        "steps": "70",
        "rate": "0.02",
        "algorithms": "adam,newton,bfgs",
        "newton.damping": "3",
        "bfgs.shrink": "0.3",
        "noise": "0.5",
        "seed": "4",
        "over": "cost",
    }
    choice = chosen(query)
    assert choice.chosen == ("newton", "bfgs", "adam")
    assert choice.algorithms["newton"] == Newton(damping=3.0)
    assert (choice.over, choice.rate) == ("cost", 0.02)
    link = urlsplit(algorithms_link(choice))
    assert link.path == "algorithms"
    assert read_algorithms(Address(parse_qs(link.query))) == choice


@pytest.mark.parametrize("key", CASES)
def test_every_case_can_be_chosen_and_is_known_again(key: str) -> None:
    choice = chosen(CASES[key].setting)
    assert case_of(choice) == key
    assert choice.conditions.has_value


def test_another_surface_is_no_case() -> None:
    assert case_of(chosen({"surface": "ackley"})) == ""
    assert case_of(chosen({"surface": "class-ravine", "noise": "1"})) == "noise"


NAMES = [
    *("surface", "f", "x", "y", "rate", "steps", "algorithms", "noise", "seed", "over", "view"),
    *(f"{key}.{each.key}" for key, kind in ALGORITHMS.items() for each in parameters(kind)),
]
VALUES = st.one_of(
    st.text(max_size=20),
    st.floats().map(repr),
    st.integers(-10, 3000).map(str),
    st.sampled_from([*SURFACES, *OPTIMIZERS, *ALGORITHMS, "cost", "own"]),
    st.lists(st.sampled_from([*KEYS, "simplex", ""]), max_size=6).map(",".join),
)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=6), st.lists(VALUES, max_size=2), max_size=12))
def test_whatever_the_address_says_the_race_can_run(query: Mapping[str, Sequence[str]]) -> None:
    choice = read_algorithms(Address(query))
    assert choice.chosen
    assert set(choice.chosen) <= set(KEYS)
    assert len(choice.racers) == len(choice.chosen)
    for key, algorithm in choice.algorithms.items():
        for each in parameters(algorithm):
            assert each.low <= getattr(algorithm, each.key) <= each.high, key
