"""A race written as an address and read again is the same race."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address import Address
from address.fairness import RATE_SPAN
from address.race import MOST_STEPS, RaceChoice, rate_key, read_race, setting_key
from address.race_link import race_link
from optimizers import OPTIMIZERS
from parameters import parameters
from surfaces import SURFACES


def read_again(link: str) -> RaceChoice:
    address = Address(parse_qs(link.removeprefix("?"), strict_parsing=True))
    race = read_race(address)
    assert [notice.en for notice in address.notices()] == []
    return race


def seen(race: RaceChoice) -> tuple[object, ...]:
    """What of a race is on the picture."""
    racers = [(key, race.rules[key], race.rate_of(key)) for key in race.chosen]
    return race.surface, race.start, race.steps, racers, race.noise, race.seed


@st.composite
def addresses(draw: st.DrawFn) -> dict[str, list[str]]:
    surface = SURFACES[draw(st.sampled_from(list(SURFACES)))]
    numbers = {each.key: (each.low, each.high) for each in parameters(surface)}
    numbers |= dict(zip("xy", surface.domain, strict=True)) | {"rate": RATE_SPAN}
    numbers |= {rate_key(key): RATE_SPAN for key in OPTIMIZERS}
    numbers |= {
        setting_key(key, each): (each.low, each.high) for key, rule in OPTIMIZERS.items() for each in parameters(rule)
    }
    told = draw(st.sets(st.sampled_from(list(numbers))))
    query = {name: [repr(draw(st.floats(*numbers[name])))] for name in told}
    chosen = draw(st.sets(st.sampled_from(list(OPTIMIZERS)), min_size=1))
    steps = draw(st.integers(1, MOST_STEPS))
    return {**query, "surface": [surface.key], "optimizers": [",".join(chosen)], "steps": [str(steps)]}


@given(addresses())
def test_it_is_the_same_race(query: dict[str, list[str]]) -> None:
    race = read_race(Address(query))
    assert seen(read_again(race_link(race))) == seen(race)


@pytest.mark.parametrize("key", list(SURFACES))
def test_it_reads_on_its_own(key: str) -> None:
    """What a surface decides by itself stands there too."""
    surface = SURFACES[key]
    race = read_race(Address({"surface": [key]}))
    told = parse_qs(race_link(race).removeprefix("?"))
    assert float(told["rate"][0]) == surface.learning_rate
    assert (float(told["x"][0]), float(told["y"][0])) == surface.start
    assert told["steps"] == [str(surface.steps)]
    assert told["optimizers"] == [",".join(race.chosen)]
    assert not any("." in name for name in told), "hyperparameters as usual go without caption"


def test_the_first_race() -> None:
    race = read_race(Address({"optimizers": ["gd,adam"], "adam.beta1": ["0.5"], "rate.adam": ["0.25"]}))
    assert race_link(race) == (
        "?surface=class-ravine&x=-7&y=2&steps=100&optimizers=gd,adam&rate=0.9&rate.adam=0.25&adam.beta1=0.5"
    )
