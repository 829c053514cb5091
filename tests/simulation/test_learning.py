"""The words for how a loss stands: what they say of losses that are known, and that they only look backwards."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from parameters import Array
from simulation import Learning, learning
from simulation.learning import WINDOW

STEPS = np.arange(101.0)


def last(loss: Array) -> Learning:
    return Learning(learning(loss[:, None])[-1, 0])


@pytest.mark.parametrize(
    ("loss", "word"),
    [
        (np.exp(-STEPS / 50), Learning.FALLING),
        (0.2 + np.exp(-STEPS), Learning.SETTLED),
        (np.full(101, 0.7), Learning.SETTLED),
        (0.5 + 0.1 * np.cos(STEPS), Learning.BOUNCING),
        (np.exp(-STEPS / 50) * (1 + 0.2 * (-1) ** STEPS), Learning.BOUNCING),
        (np.exp(-STEPS / 50) * (1 + 1e-4 * (-1) ** STEPS), Learning.FALLING),
        (1 + STEPS, Learning.DIVERGED),
        (np.where(STEPS == 100, np.nan, 1.0), Learning.DIVERGED),
        (np.where(STEPS > 80, np.inf, 1.0), Learning.DIVERGED),
        (1 + 0.5 * np.sin(STEPS) ** 2 + 0.1 * (STEPS > 0), Learning.DIVERGED),
    ],
)
def test_a_loss_that_is_known_gets_its_word(loss: Array, word: Learning) -> None:
    assert last(loss) is word


def test_in_the_first_window_it_is_on_its_way() -> None:
    found = learning(np.full((101, 1), 0.7))[:, 0]
    assert (found[:WINDOW] == Learning.FALLING).all()
    assert (found[WINDOW:] == Learning.SETTLED).all()


@given(arrays(np.float64, (60, 2), elements=st.floats(0, 1e6) | st.just(np.inf) | st.just(np.nan)), st.integers(1, 59))
def test_a_word_never_knows_the_future(loss: Array, cut: int) -> None:
    np.testing.assert_array_equal(learning(loss)[:cut], learning(loss[:cut]))
