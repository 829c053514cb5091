"""A pinned race: written, read again, run again, drawn behind the one of now, and compared with it."""

from typing import Any
from urllib.parse import parse_qs, urlencode

import numpy as np
import pytest

from address import LONGEST, Address
from address.pinned import PINNED, pin, read_pinned
from address.race import RaceChoice, read_race
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.race.comparison import Outcomes, changes_in_words, difference_table, outcomes
from simulation import race
from stage.scene import scene_message
from tests.stage.message_reader import read_message
from text import LANGUAGES
from ui.common.race_view import race_scene


def chosen(**query: str) -> RaceChoice:
    return read_race(Address({name.replace("__", "."): [value] for name, value in query.items()}))


def pinned_again(choice: RaceChoice, now: RaceChoice) -> RaceChoice:
    """By way of a whole address, as a copied link goes."""
    address = Address(parse_qs(urlencode(pin(choice))))
    pinned = read_pinned(address, now)
    assert address.notices() == []
    assert pinned is not None
    return pinned


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"rate": "1.05", "steps": "40", "noise": "0.3", "seed": "7", "rates": "first-step"},
        {"surface": "ravine", "condition_number": "80", "rate.adam": "0.3", "momentum.momentum": "0.5"},
        {"surface": "himmelblau", "optimizers": ",".join(OPTIMIZERS), "view": "relief", "turn": "30"},
    ],
)
def test_a_link_brings_the_pinned_race_back(query: dict[str, str]) -> None:
    choice = read_race(Address({name: [value] for name, value in query.items()}))
    again = pinned_again(choice, choice)
    assert again.conditions == choice.conditions
    assert again.entrants == choice.entrants
    assert again.chosen == choice.chosen


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("surface=nowhere", "cannot be restored"),
        ("rate=banana", "cannot be restored"),
        ("planet=mars", "cannot be restored"),
        ("surface=himmelblau", "another surface"),
        ("rate=0.5&" * (LONGEST // 9 + 1), "characters"),
        ("&".join(f"a{i}=1" for i in range(150)), "cannot be restored"),
    ],
)
def test_what_cannot_be_pinned_is_told(value: str, words: str) -> None:
    address = Address({PINNED: [value]})
    assert read_pinned(address, chosen()) is None
    (notice,) = address.notices()
    assert words in notice.en
    assert address.rejected == (PINNED,)


def test_nothing_is_pinned_unless_the_address_says_so() -> None:
    assert read_pinned(Address({}), chosen()) is None


def packed(now: RaceChoice, pinned: RaceChoice | None) -> tuple[dict[str, Any], Any]:
    header, arrays, _ = read_message(scene_message(race_scene(now, "en", pinned=pinned), "en"))
    return header, arrays


@pytest.mark.parametrize("steps", ["20", "60", "90"])
def test_the_ghost_is_the_pinned_run_and_nowhere_after_its_end(steps: str) -> None:
    now, pinned = chosen(steps="60"), chosen(steps=steps, rate="1.05", optimizers="gd,adam,lion")
    header, arrays = packed(now, pinned)
    ghosts = [track for track in header["tracks"] if track.get("ghost")]
    assert [track["style"] for track in ghosts] == ["gd", "adam", "lion"]
    run = race(pinned.surface, pinned.entrants, pinned.start, pinned.steps)
    seen = min(60, int(steps)) + 1
    for column, track in enumerate(ghosts):
        drawn = arrays["path"][track["row"]]
        assert drawn.shape == (61, 2)
        np.testing.assert_array_equal(drawn[:seen], run.path[:seen, :, column].astype(np.float32))
        assert np.isnan(drawn[seen:]).all()
    assert header["pinned"] is True
    low, high = header["lossRange"]
    heights = arrays["height"][[track["row"] for track in ghosts], 1:seen]
    assert np.log10(heights[heights > 0].min()) >= low
    assert high >= np.log10(heights[:, 0].max())


def test_without_a_ghost_nothing_of_it_is_sent() -> None:
    header, arrays = packed(chosen(), None)
    assert header["pinned"] is False
    assert not any(track.get("ghost") for track in header["tracks"])
    assert len(arrays["path"]) == len(chosen().chosen)


def both(now: RaceChoice, pinned: RaceChoice) -> Outcomes:
    return outcomes(pinned, now, race_scene(now, "en", pinned=pinned))


def test_the_table_says_what_changed_and_by_how_much() -> None:
    compared = both(chosen(rate="0.9", optimizers="gd,adam"), chosen(rate="1.05", optimizers="gd"))
    assert changes_in_words(compared, "en") == "Changed: learning rate n 1.05 → 0.9, Adam added."
    rows = difference_table(compared, "en").splitlines()[2:]
    gd, adam = ([cell.strip() for cell in row.strip("|").split("|")] for row in rows)
    before, after = compared.pinned.last_loss("gd"), compared.now.last_loss("gd")
    arrival = compared.now.arrival("gd")
    assert arrival is not None
    assert gd == [
        "GD",
        f"{numeral(before, 3)} → {numeral(after, 3)}",
        numeral(after - before, 3),
        f"– → {arrival}",
        "diverged → at a global minimum",
    ]
    assert after < 1e-3 < before
    assert adam[0] == "Adam"
    assert adam[2] == "–"
    assert all(cell.startswith("– → ") for cell in (adam[1], *adam[3:]))


def test_nothing_changed_is_said_too() -> None:
    compared = both(chosen(), chosen())
    for language in LANGUAGES:
        assert ":" not in changes_in_words(compared, language)
        for row in difference_table(compared, language).splitlines()[2:]:
            assert row.split("|")[3].strip() == "0"


def test_each_changed_setting_is_named_once() -> None:
    now = chosen(rate="0.5", rate__adam="0.3", momentum__momentum="0.5", x="1", noise="0.2", seed="3", steps="50")
    assert changes_in_words(both(now, chosen(rate="0.5")), "en") == (
        "Changed: Gradient noise σ 0 → 0.2, Start (−7, 2) → (1, 2), Steps 100 → 50, Momentum r 0.9 → 0.5, "
        "Adam n 0.5 → 0.3."
    )


def test_a_run_out_of_the_range_of_floats_has_no_difference() -> None:
    gone = chosen(surface="himmelblau", rate="100")
    for row in difference_table(both(gone, gone), "ko").splitlines()[2:]:
        assert "nan" not in row
