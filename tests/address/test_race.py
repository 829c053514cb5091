"""A race read from the address: always complete, always within bounds, and the same when written and read again."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address.address import MOST_NOTICES, Address
from address.fairness import RATE_SPAN
from address.probe import probe_values
from address.race import (
    BEYOND,
    CAMERA_SPANS,
    LECTURE,
    MOST_SEED,
    MOST_STEPS,
    NOISE_SPAN,
    RaceChoice,
    own_settings_of_the_surface,
    rate_key,
    read_race,
    setting_key,
)
from address.race_link import race_link
from address.surface import FIRST_SURFACE, knobs_of_surfaces
from address.typed_surface import OWN_NAMES
from address.viewpoint import VIEWS, Setting
from optimizers import OPTIMIZERS, Adam, Momentum
from parameters import parameters
from surfaces import SURFACES
from surfaces.ravine import Ravine

NAMES = [
    *("surface", "x", "y", "rate", "steps", "optimizers", "lang", "condition_number"),
    *("rates", "noise", "seed", "view", "turn", "tilt", "projector", "probe", "probe.x", "probe.y"),
    *(rate_key(key) for key in OPTIMIZERS),
    *(setting_key(key, each) for key, rule in OPTIMIZERS.items() for each in parameters(rule)),
]


def chosen(**query: str) -> RaceChoice:
    """The race of an address, in which all can be used."""
    address = Address({name.replace("__", "."): [value] for name, value in query.items()})
    race = read_race(address)
    assert address.notices() == []
    return race


def assert_within_bounds(race: RaceChoice) -> None:
    (x0, x1), (y0, y1) = race.surface.domain
    assert x0 <= race.start[0] <= x1
    assert y0 <= race.start[1] <= y1
    assert 1 <= race.steps <= MOST_STEPS <= 2000
    assert race.chosen
    assert set(race.chosen) <= set(OPTIMIZERS)
    low, high = RATE_SPAN
    assert all(low <= race.rate_of(key) <= high for key in OPTIMIZERS)
    assert NOISE_SPAN[0] <= race.noise <= NOISE_SPAN[1]
    assert 0 <= race.seed <= MOST_SEED
    assert race.setting.view in VIEWS
    assert all(low <= angle <= high for angle, (low, high) in zip(race.setting.camera, CAMERA_SPANS, strict=True))
    for owner in (race.surface, *race.rules.values()):
        for each in parameters(owner):
            assert each.low <= getattr(owner, each.key) <= each.high


def test_an_empty_address_is_the_first_race() -> None:
    race = chosen()
    surface = SURFACES[FIRST_SURFACE]
    assert race.surface is surface
    assert (race.start, race.steps, race.rate) == (surface.start, surface.steps, surface.learning_rate)
    assert race.chosen == LECTURE
    assert race.own_rates == {}
    assert (race.fairness, race.noise, race.seed) == ("common", 0, 0)
    assert race.setting == Setting()
    assert race.rules == {key: rule() for key, rule in OPTIMIZERS.items()}


def test_every_optimizer_is_of_the_lecture_or_beyond_it() -> None:
    assert LECTURE == ("gd", "momentum", "adagrad", "rmsprop", "adam")
    assert {*LECTURE, *BEYOND} == set(OPTIMIZERS)
    assert len(LECTURE) + len(BEYOND) == len(OPTIMIZERS)


def test_those_beyond_the_lecture_are_chosen_by_name_alone() -> None:
    assert chosen(optimizers="lion,nesterov").chosen == ("nesterov", "lion")
    assert chosen(optimizers=",".join(OPTIMIZERS)).chosen == tuple(OPTIMIZERS)


@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_brings_its_own_start_rate_and_steps(key: str) -> None:
    race = chosen(surface=key)
    surface = SURFACES[key]
    assert race.surface == surface
    assert (race.start, race.steps, race.rate) == (surface.start, surface.steps, surface.learning_rate)
    assert_within_bounds(race)


def test_everything_can_be_said() -> None:
    race = chosen(
        surface="ravine",
        condition_number="200",
        x="-3",
        y="0",
        rate="0.002",
        steps="7",
        optimizers="adam,gd",
        rate__adam="0.5",
        adam__beta1="0",
        momentum__momentum="0.25",
        noise="0.5",
        seed="12",
        view="relief",
        turn="-30",
        tilt="60",
        projector="on",
    )
    assert race.surface == Ravine(condition_number=200.0)
    assert (race.start, race.steps) == ((-3.0, 0.0), 7)
    assert race.chosen == ("gd", "adam")
    assert [(entrant.optimizer, entrant.learning_rate) for entrant in race.entrants] == [
        (OPTIMIZERS["gd"](), 0.002),
        (Adam(beta1=0.0), 0.5),
    ]
    assert race.rules["momentum"] == Momentum(momentum=0.25)
    assert (race.noise, race.seed) == (0.5, 12)
    assert race.setting == Setting(view="relief", camera=(-30, 60), projector=True)


def test_the_start_is_bounded_by_its_own_surface() -> None:
    """x = 9 is on the ravine's map and far from the two wells'."""
    assert chosen(surface="ravine", x="9").start[0] == 9
    address = Address({"surface": ["two-wells"], "x": ["9"], "y": ["0"]})
    assert read_race(address).start == (SURFACES["two-wells"].start[0], 0.0)
    assert address.rejected == ("x",)


def test_a_knob_belongs_to_its_own_surface() -> None:
    assert knobs_of_surfaces() == {"condition_number", *OWN_NAMES}
    address = Address({"surface": ["bowl"], "condition_number": ["100"]})
    read_race(address)
    assert len(address.notices()) == 1
    assert address.rejected == ("condition_number",)


def test_one_broken_value_leaves_the_others() -> None:
    address = Address({"surface": ["himmelblau"], "rate": ["fast"], "steps": ["50"], "x": ["1"]})
    race = read_race(address)
    assert race.surface.key == "himmelblau"
    assert (race.rate, race.steps, race.start[0]) == (race.surface.learning_rate, 50, 1.0)
    assert address.rejected == ("rate",)


VALUES = st.one_of(
    st.text(max_size=30),
    st.floats().map(repr),
    st.floats(-10, 10).map(lambda number: f"{number:.10g}"),
    st.integers(-10, 3000).map(str),
    st.sampled_from(list(SURFACES)),
    st.lists(st.sampled_from([*OPTIMIZERS, "adadelta", ""]), max_size=6).map(",".join),
)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=6), st.lists(VALUES, max_size=2), max_size=12))
def test_whatever_the_address_says_the_race_can_run(query: Mapping[str, Sequence[str]]) -> None:
    address = Address(query)
    race = read_race(address)
    assert_within_bounds(race)
    assert len(race.entrants) == len(race.chosen) <= len(OPTIMIZERS)
    assert len(address.notices()) <= MOST_NOTICES + 1


@given(
    st.sampled_from(list(SURFACES)),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.floats(*RATE_SPAN),
    st.integers(1, MOST_STEPS),
    st.sets(st.sampled_from(list(OPTIMIZERS)), min_size=1),
)
def test_what_is_written_is_read_back(
    key: str, share: tuple[float, float], rate: float, steps: int, running: set[str]
) -> None:
    """The way the address writes numbers, ten digits, loses nothing that can be pointed at or typed."""
    low, high = zip(*SURFACES[key].domain, strict=True)
    start = [a + part * (b - a) for a, b, part in zip(low, high, share, strict=True)]
    written = {"x": start[0], "y": start[1], "rate": rate, "steps": float(steps)}
    query = {name: [f"{value:.10g}"] for name, value in written.items()}
    address = Address({**query, "surface": [key], "optimizers": [",".join(running)]})
    race = read_race(address)
    assert address.notices() == []
    assert race.surface.key == key
    assert race.start == pytest.approx(start, rel=1e-9, abs=1e-300)
    assert race.rate == pytest.approx(rate, rel=1e-9)
    assert race.steps == steps
    assert set(race.chosen) == running
    again = Address({**query, "surface": [key], "optimizers": [",".join(race.chosen)]})
    assert read_race(again) == race, "a link made from a link is the same link"


def test_what_gives_the_surface_its_own_settings_back_names_all_that_a_race_is_told() -> None:
    told = {
        **{"surface": "ravine", "condition_number": "80", "x": "1", "y": "1", "rate": "0.01", "steps": "20"},
        **{"noise": "1", "seed": "3", "rate.adam": "0.2", "adam.beta1": "0.5", "momentum.momentum": "0.5"},
    }
    own = own_settings_of_the_surface()
    assert set(own.values()) == {None}
    left = {name: [value] for name, value in told.items() if name not in own}
    assert left == {"surface": ["ravine"]}
    assert read_race(Address({name: [value] for name, value in told.items()})) != read_race(Address(left))


def test_the_probe_is_at_the_start_unless_the_address_says_where() -> None:
    assert chosen(probe__x="1").setting.probe is None
    assert chosen(probe="on", x="-2", y="0.5").setting.probe == (-2.0, 0.5)
    assert chosen(probe="on", probe__x="1", probe__y="-0.5").setting.probe == (1.0, -0.5)
    for place in (None, (0.25, -0.5)):
        said = {name: value for name, value in probe_values(place).items() if value is not None}
        read = read_race(Address({name: [str(value)] for name, value in said.items()}))
        assert read.setting.probe == place
        link = parse_qs(race_link(read).removeprefix("?"))
        assert read_race(Address(link)) == read


def test_the_player_turns_the_relief_no_farther_than_the_address_allows() -> None:
    source = (Path(__file__).parent.parent.parent / "stage" / "player" / "race" / "camera.js").read_text()
    (tilts,) = re.findall(r"TILTS = Object\.freeze\(\[(\d+), (\d+)\]\)", source)
    assert tuple(map(int, tilts)) == CAMERA_SPANS[1]
