"""The parameters nudged one after the other: losses, quotients and counts, against independent ones."""

import numpy as np
import pytest

from address import Address
from networks import CURVES, central_difference, forward_difference
from pages.model.choice import NUDGES, ModelChoice, read_model
from pages.model.nudges import nudges
from pages.model.nudges_view import nudges_grid

every_model = pytest.mark.parametrize("model", list(CURVES))


def choice_of(model: str, **query: str) -> ModelChoice:
    return read_model(
        Address({"model": [model], "show": ["differences"], **{key: [value] for key, value in query.items()}})
    )


@every_model
def test_the_quotients_are_forward_differences_and_tend_to_the_derivatives(model: str) -> None:
    choice = choice_of(model, c="1.25")
    found = nudges(choice)
    here = np.array(choice.theta)[:, None]
    for row in (6, 12, len(NUDGES) - 1):
        np.testing.assert_allclose(
            found.quotients[row], forward_difference(found.fit.value, here, float(found.h[row]))[:, 0], rtol=1e-6
        )
    np.testing.assert_allclose(found.exact, central_difference(found.fit.value, here)[:, 0], rtol=1e-5, atol=1e-7)
    worst = found.errors.max(axis=1)
    assert worst.argmin() not in (0, len(worst) - 1), "rounded on one side, bent on the other"


def test_the_cubics_error_is_half_its_curvature_times_h() -> None:
    found = nudges(choice_of("cubic"))
    curvature = np.diag(found.fit.hessian(np.zeros(4)))
    np.testing.assert_allclose(found.errors[-1], curvature * found.h[-1] / 2, rtol=1e-9)


def test_the_table_is_filled_one_evaluation_after_the_other() -> None:
    board = nudges_grid(choice_of("cubic"), "en").board
    assert board is not None
    for step in range(6):
        filled = ~np.isnan(board.values[0, step, :, 0])
        assert filled.tolist() == [row < step for row in range(5)]
    assert [each.fixed for each in board.entries] == [("4",), ("8",), ("12",), ("16",), ("20",)]
