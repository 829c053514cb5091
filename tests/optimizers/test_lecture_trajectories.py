"""200 steps of each rule against the formulas of the lecture and of the papers in plain floats."""

from typing import Any

import numpy as np
import pytest

from optimizers import (
    OPTIMIZERS,
    AdaGrad,
    Adam,
    AdamW,
    GradientDescent,
    Lion,
    Momentum,
    NAdam,
    Nesterov,
    Optimizer,
    RMSProp,
)
from tests.optimizers import lecture_formulas as lecture
from tests.optimizers.lecture_formulas import Move, Point

STEPS = 200


def class_ravine(p: Point) -> Point:
    """∇(x²/20 + y²)"""
    x, y = p
    return [x / 10, 2 * y]


def rosenbrock(p: Point) -> Point:
    """∇((1 − x)² + 100(y − x²)²)"""
    x, y = p
    return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]


STARTS: dict[str, Point] = {"class-ravine": [-7.0, 2.0], "rosenbrock": [-1.5, 2.0]}
GRADIENTS = {"class-ravine": class_ravine, "rosenbrock": rosenbrock}
CASES: list[tuple[str, Optimizer[Any], float, Move]] = [
    ("class-ravine", GradientDescent(), 0.95, lecture.gradient_descent(0.95)),
    ("class-ravine", Momentum(), 0.1, lecture.momentum(0.1, 0.9)),
    ("class-ravine", AdaGrad(), 1.5, lecture.adagrad(1.5, 1e-8)),
    ("class-ravine", RMSProp(), 0.05, lecture.rmsprop(0.05, 0.9, 1e-8)),
    ("class-ravine", Adam(), 0.3, lecture.adam(0.3, 0.9, 0.999, 1e-8)),
    ("rosenbrock", GradientDescent(), 0.001, lecture.gradient_descent(0.001)),
    ("rosenbrock", Momentum(momentum=0.8), 0.001, lecture.momentum(0.001, 0.8)),
    ("rosenbrock", AdaGrad(eps=0.5), 0.5, lecture.adagrad(0.5, 0.5)),
    ("rosenbrock", RMSProp(decay=0.95, eps=0.01), 0.005, lecture.rmsprop(0.005, 0.95, 0.01)),
    ("rosenbrock", Adam(beta1=0.8, beta2=0.95, eps=0.01), 0.05, lecture.adam(0.05, 0.8, 0.95, 0.01)),
    ("class-ravine", Nesterov(), 0.1, lecture.nesterov(0.1, 0.9)),
    ("class-ravine", NAdam(), 0.3, lecture.nadam(0.3, 0.9, 0.999, 1e-8)),
    ("class-ravine", AdamW(), 0.3, lecture.adamw(0.3, 0.9, 0.999, 1e-8, 0.01)),
    ("class-ravine", Lion(), 0.05, lecture.lion(0.05, 0.9, 0.99, 0.0)),
    ("rosenbrock", Nesterov(momentum=0.8), 0.001, lecture.nesterov(0.001, 0.8)),
    ("rosenbrock", NAdam(beta1=0.8, beta2=0.95, eps=0.01), 0.005, lecture.nadam(0.005, 0.8, 0.95, 0.01)),
    (
        "rosenbrock",
        AdamW(beta1=0.8, beta2=0.95, eps=0.01, weight_decay=0.5),
        0.02,
        lecture.adamw(0.02, 0.8, 0.95, 0.01, 0.5),
    ),
    ("rosenbrock", Lion(beta1=0.8, beta2=0.95, weight_decay=0.5), 0.01, lecture.lion(0.01, 0.8, 0.95, 0.5)),
]


def test_every_rule_is_compared_on_both_surfaces() -> None:
    assert {(surface, rule.key) for surface, rule, _, _ in CASES} == {(s, key) for s in GRADIENTS for key in OPTIMIZERS}


@pytest.mark.parametrize(("surface", "rule", "n", "move"), CASES, ids=[f"{s}-{r.key}" for s, r, _, _ in CASES])
def test_agrees_with_the_lecture_for_200_steps(surface: str, rule: Optimizer[Any], n: float, move: Move) -> None:
    expected = lecture.walk(GRADIENTS[surface], STARTS[surface], STEPS, move)
    x = np.array(STARTS[surface])
    path, state = [x], rule.init(x)
    for t in range(1, STEPS + 1):
        step, state = rule.update(np.array(GRADIENTS[surface]([float(each) for each in x])), state, t, n)
        x = x - step
        path.append(x)
    scale = np.abs(expected).max()
    np.testing.assert_allclose(path, expected, rtol=1e-12, atol=1e-12 * scale)
