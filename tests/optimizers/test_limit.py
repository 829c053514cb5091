"""The learning rate above which a rule does not settle on a quadratic, against the run itself."""

from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, GradientDescent, Momentum, Nesterov, Optimizer

CURVATURE = 3.0
STEPS = 4000


def last(rule: Optimizer[Any], rate: float) -> float:
    """|x| on a parabola after many steps from 1."""
    x = np.array([1.0])
    state = rule.init(x)
    for t in range(1, STEPS + 1):
        step, state = rule.update(CURVATURE * x, state, t, rate)
        x = x - step
        if not np.abs(x).max() < 1e6:
            break
    return float(np.abs(x[0]))


@pytest.mark.parametrize("r", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("kind", [Momentum, Nesterov])
def test_it_settles_below_and_diverges_above(kind: Any, r: float) -> None:
    rule = kind(momentum=r)
    edge = rule.limit() / CURVATURE
    assert last(rule, 0.98 * edge) < 1e-3
    assert last(rule, 1.02 * edge) > 1e3


def test_gradient_descents_is_two() -> None:
    assert GradientDescent().limit() == 2
    assert last(GradientDescent(), 0.99 * 2 / CURVATURE) < 1e-3
    assert last(GradientDescent(), 1.01 * 2 / CURVATURE) > 1e3


def test_each_column_has_its_own() -> None:
    np.testing.assert_allclose(Nesterov(momentum=np.array([0.0, 0.5])).limit(), [2.0, 1.5])  # type: ignore[arg-type]


def test_rules_that_adapt_have_none() -> None:
    assert {key for key, rule in OPTIMIZERS.items() if rule().limit() is not None} == {"gd", "momentum", "nesterov"}
