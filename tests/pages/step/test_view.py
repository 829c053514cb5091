"""What the chapter on one update sends: every number of the run, in full, and the rates with what is said of them."""

from typing import Any

import numpy as np
import pytest

from address import Address
from optimizers import OPTIMIZERS
from pages.step.choice import read_step
from pages.step.view import updates
from simulation import simulate
from stage.inside import updates_message
from surfaces import SURFACES
from tests.stage.message_reader import read_message

every_key = pytest.mark.parametrize("key", list(OPTIMIZERS))


def sent(**query: str) -> tuple[dict[str, Any], dict[str, Any]]:
    header, arrays, _ = read_message(
        updates_message(updates(read_step(Address({name: [value] for name, value in query.items()})), "ko"), "ko")
    )
    return header, arrays


@every_key
def test_the_path_is_the_races_and_every_number_has_all_its_digits(key: str) -> None:
    header, arrays = sent(optimizer=key, steps="60", noise="0.4", seed="3")
    surface = SURFACES["class-ravine"]
    run = simulate(surface, OPTIMIZERS[key](), surface.start, surface.learning_rate, 60, noise=0.4, seed=3)
    np.testing.assert_array_equal(arrays["path"], run.path[:, :, 0])
    np.testing.assert_array_equal(arrays["0.x"], run.path[:, :, 0])
    assert {array.dtype for array in arrays.values()} == {np.dtype("<f8")}
    assert [card["key"] for card in header["cards"]] == [key]


@every_key
def test_one_that_rides_along_steps_from_where_the_run_is(key: str) -> None:
    other = "momentum" if key != "momentum" else "gd"
    header, arrays = sent(optimizer=other, beside=key, steps="20")
    assert [card["key"] for card in header["cards"]] == [other, key]
    last = list(OPTIMIZERS[key].terms)[-1]
    np.testing.assert_array_equal(arrays["1.x"][1:], arrays["path"][:-1] - arrays[f"1.{last}"][1:])


@pytest.mark.parametrize("surface", list(SURFACES))
@pytest.mark.parametrize("noise", ["0", "0.5"])
def test_adagrads_rates_only_fall_and_rmsprops_rise_where_the_page_says(surface: str, noise: str) -> None:
    _, arrays = sent(surface=surface, optimizer="momentum", noise=noise)
    falling, other = arrays["ownRates"][:2, 1:], arrays["ownRates"][2:, 1:]
    falling, other = falling[:, np.isfinite(falling).all(axis=0)], other[:, np.isfinite(other).all(axis=0)]
    assert (np.diff(falling) <= 0).all()
    slopes = arrays["gradient"][1 : 1 + other.shape[1]].T
    with np.errstate(over="ignore"):  # some of these runs are thrown out of the range of floats
        squares = slopes**2
    g = np.zeros(2)
    for t, square in enumerate(squares.T):
        if t:
            rises = other[:, t] > other[:, t - 1]
            assert (square[rises] <= g[rises] * (1 + 1e-12)).all()
            assert rises[(square < 0.99 * g) & (g > 1e-5) & (g < 1e300)].all()
        g = 0.9 * g + 0.1 * square


def test_a_learning_rate_of_its_own_is_used_for_that_one_alone() -> None:
    common, own = sent(beside="gd", steps="5"), sent(beside="gd", steps="5", **{"rate.gd": "0.1"})
    assert [card["settings"]["n"] for card in own[0]["cards"]] == ["0.9", "0.1"]
    np.testing.assert_array_equal(own[1]["0.step"], common[1]["0.step"])
    np.testing.assert_array_equal(own[1]["1.step"][1:], 0.1 * own[1]["gradient"][1:])


def test_a_run_that_leaves_the_range_of_floats_is_sent() -> None:
    header, arrays = sent(surface="himmelblau", rate="100", optimizer="gd", steps="40")
    assert not np.isfinite(arrays["path"][-1]).any()
    assert np.isfinite(header["ratesSpan"]).all()


def test_the_same_scene_has_another_key_from_another_start_only() -> None:
    assert sent()[0]["scene"] == sent(optimizer="gd", rate="0.1")[0]["scene"] != sent(x="1")[0]["scene"]
