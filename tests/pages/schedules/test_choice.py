"""A race of schedules read from the address: always complete, always within bounds."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from address import Address
from address.fairness import RATE_SPAN
from address.race import MOST_STEPS, NOISE_SPAN, read_race, setting_key
from address.viewpoint import Setting
from optimizers import OPTIMIZERS, GradientDescent, Momentum
from pages.schedules.choice import FIRST, ScheduleChoice, read_schedules, usual_noise, usual_rate, usual_steps
from pages.schedules.course import course
from pages.schedules.view import schedule_scene
from parameters import parameters
from simulation import SCHEDULES, race
from simulation.schedules import OneCycle, WarmupCosine
from stage.scene import scene_message
from stage.words import WORDS
from surfaces import SURFACES
from surfaces.ravine import Ravine
from tests.stage.message_reader import read_message
from ui.common.race_view import race_scene


def chosen(**query: str) -> ScheduleChoice:
    """The race of an address, in which all can be used."""
    address = Address({name.replace("__", ".").replace("_", "-"): [value] for name, value in query.items()})
    choice = read_schedules(address)
    assert address.notices() == []
    return choice


@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_brings_its_own_start_rate_steps_and_noise(key: str) -> None:
    choice, surface = chosen(surface=key), SURFACES[key]
    assert choice.conditions == (surface, surface.start, usual_steps(surface), usual_noise(surface), 0)
    assert choice.rate == usual_rate(surface)
    assert (choice.rule, choice.chosen, choice.setting) == (GradientDescent(), FIRST, Setting())
    assert choice.schedules == {each: kind(choice.rate, choice.conditions.steps) for each, kind in SCHEDULES.items()}
    assert RATE_SPAN[0] <= choice.rate <= RATE_SPAN[1]
    assert 0 < choice.conditions.noise <= NOISE_SPAN[1]


@pytest.mark.parametrize("key", [key for key, surface in SURFACES.items() if surface.minima])
def test_the_usual_rate_can_be_doubled(key: str) -> None:
    """One-cycle's peak is still below the edge of every minimum that has one."""
    surface = SURFACES[key]
    for edge in (surface.stability_edge(minimum.place) for minimum in surface.minima):
        assert 2 * usual_rate(surface) < edge or edge == 0


def test_everything_can_be_said() -> None:
    choice = chosen(
        surface="class-ravine",
        x="-3",
        y="0",
        rate="0.2",
        steps="70",
        optimizer="momentum",
        momentum__momentum="0.5",
        schedules="one-cycle,constant",
        one_cycle__peak="4",
        warmup_cosine__warmup="0",
        noise="0",
        seed="12",
        view="relief",
    )
    assert choice.conditions == (SURFACES["class-ravine"], (-3.0, 0.0), 70, 0.0, 12)
    assert choice.rule == Momentum(momentum=0.5)
    assert choice.chosen == ("constant", "one-cycle")
    assert choice.schedules["one-cycle"] == OneCycle(0.2, 70, peak=4.0)
    assert choice.schedules["warmup-cosine"] == WarmupCosine(0.2, 70, warmup=0.0)
    assert [each.learning_rate for each in choice.entrants] == list(choice.racing.values())
    assert choice.setting.view == "relief"


def test_a_knob_of_a_surface_is_read() -> None:
    address = Address({"surface": ["ravine"], "condition_number": ["200"]})
    assert read_schedules(address).conditions.surface == Ravine(condition_number=200.0)
    assert address.notices() == []


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("constant", "0.45"),
        ("cosine", "0.45 → 0.0045"),
        ("warmup-cosine", "0.0075 → 0.45 → 0.0045"),
        ("one-cycle", "0.45 → 0.9 → 0.0045"),
    ],
)
def test_the_course_of_a_rate_in_words(key: str, words: str) -> None:
    assert course(SCHEDULES[key](0.45, 600)) == words


NAMES = [
    *("surface", "x", "y", "rate", "steps", "optimizer", "schedules", "noise", "seed", "view", "condition_number"),
    *(setting_key(key, each) for key, kind in (OPTIMIZERS | SCHEDULES).items() for each in parameters(kind)),
]
VALUES = st.one_of(
    st.text(max_size=20),
    st.floats().map(repr),
    st.floats(0, 10).map(repr),
    st.integers(-10, 3000).map(str),
    st.sampled_from([*SURFACES, *OPTIMIZERS]),
    st.lists(st.sampled_from([*SCHEDULES, "restarts", ""]), max_size=6).map(",".join),
)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=6), st.lists(VALUES, max_size=2), max_size=12))
def test_whatever_the_address_says_the_race_can_run(query: Mapping[str, Sequence[str]]) -> None:
    choice = read_schedules(Address(query))
    assert RATE_SPAN[0] <= choice.rate <= RATE_SPAN[1]
    assert 1 <= choice.conditions.steps <= MOST_STEPS
    assert NOISE_SPAN[0] <= choice.conditions.noise <= NOISE_SPAN[1]
    assert choice.chosen
    assert set(choice.chosen) <= set(SCHEDULES)
    for owner in (choice.rule, *choice.schedules.values()):
        for each in parameters(owner):
            assert each.low <= getattr(owner, each.key) <= each.high


def test_the_first_race_shows_the_lesson() -> None:
    """With its own noise, whatever the seed: at the end what shrinks is below the constant rate, on the average."""
    for seed in range(20):
        choice = chosen(seed=str(seed))
        surface, start, steps, noise, _ = choice.conditions
        loss = race(surface, choice.entrants, start, steps, noise=noise, seed=seed).loss
        constant, *shrinking = loss[-steps // 10 :].mean(axis=0)
        assert np.less(shrinking, constant / 2).all(), seed


@pytest.mark.parametrize(("query", "over"), [({}, 25), ({"noise": "0"}, 0), ({"steps": "80"}, 10), ({"steps": "5"}, 3)])
def test_in_noise_the_median_over_the_last_steps_is_strong(query: dict[str, str], over: int) -> None:
    scene = schedule_scene(read_schedules(Address({name: [value] for name, value in query.items()})), "ko")
    header, _, _ = read_message(scene_message(scene, "ko"))
    assert header["medianOver"] == over
    assert "{steps}" in WORDS["medianStrong"].ko
    assert "{steps}" in WORDS["medianStrong"].en


def test_no_other_race_has_a_median() -> None:
    race = read_race(Address({"noise": ["1"]}))
    assert race_scene(race, "en").median_over == 0
