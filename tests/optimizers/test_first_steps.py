"""The first steps of each rule, worked out by hand.

∇f = (2, −4), n = 0.1 and round hyperparameters throughout; ε is chosen so that the roots come out
even, which also shows that it stands inside the root. The second step sees the gradient (1, 0).
The start is (0, 0) for the lecture's rules, which do not look at it, and (1, 2) where λ pulls x towards 0.
"""

import math
from typing import Any

import numpy as np

from optimizers import AdaGrad, Adam, AdamW, GradientDescent, Lion, Momentum, NAdam, Nesterov, Optimizer, RMSProp
from parameters import Array

FIRST, SECOND = np.array([2.0, -4.0]), np.array([1.0, 0.0])


def two_steps(rule: Optimizer[Any], start: tuple[float, float] = (0.0, 0.0)) -> tuple[Array, Array]:
    one, state = rule.update(FIRST, rule.init(np.array(start)), 1, 0.1)
    two, _ = rule.update(SECOND, state, 2, 0.1)
    return one, two


def agrees(step: Array, by_hand: tuple[float, float]) -> None:
    np.testing.assert_allclose(step, by_hand, rtol=1e-15, atol=1e-17)


def test_gradient_descent() -> None:
    one, two = two_steps(GradientDescent())
    agrees(one, (0.2, -0.4))  # 0.1 · 2, 0.1 · −4
    agrees(two, (0.1, 0.0))  # 0.1 · 1, 0.1 · 0


def test_momentum() -> None:
    one, two = two_steps(Momentum(momentum=0.5))
    agrees(one, (0.2, -0.4))  # v₁ = 0.5 · 0 + 0.1 ∇f
    agrees(two, (0.2, -0.2))  # v₂ = 0.5 · 0.2 + 0.1 · 1 = 0.2;  0.5 · −0.4 + 0 = −0.2


def test_adagrad() -> None:
    one, two = two_steps(AdaGrad(eps=9.0))
    # g₁ = (4, 16);  √(4 + 9) = √13, √(16 + 9) = 5;  0.1 · 2/√13, 0.1 · −4/5
    agrees(one, (0.2 / math.sqrt(13), -0.08))
    # g₂ = (4 + 1, 16) = (5, 16);  0.1 · 1/√14, 0
    agrees(two, (0.1 / math.sqrt(14), 0.0))


def test_rmsprop() -> None:
    one, two = two_steps(RMSProp(decay=0.75, eps=3.0))
    # g₁ = 0.25 · (4, 16) = (1, 4);  √(1 + 3) = 2, √(4 + 3) = √7;  0.1 · 2/2, 0.1 · −4/√7
    agrees(one, (0.1, -0.4 / math.sqrt(7)))
    # g₂ = 0.75 · (1, 4) + 0.25 · (1, 0) = (1, 3);  0.1 · 1/√(1 + 3) = 0.05, 0
    agrees(two, (0.05, 0.0))


def test_adam() -> None:
    one, two = two_steps(Adam(beta1=0.5, beta2=0.75, eps=9.0))
    # m₁ = 0.5 · (2, −4) = (1, −2);    m̂ = m₁ / (1 − 0.5)  = (2, −4)
    # g₁ = 0.25 · (4, 16) = (1, 4);    ĝ = g₁ / (1 − 0.75) = (4, 16)
    # 0.1 · 2/√(4 + 9), 0.1 · −4/√(16 + 9) = −0.4/5
    agrees(one, (0.2 / math.sqrt(13), -0.08))
    # m₂ = 0.5 · (1, −2) + 0.5 · (1, 0) = (1, −1);    m̂ = m₂ / (1 − 0.25) = (4/3, −4/3)
    # g₂ = 0.75 · (1, 4) + 0.25 · (1, 0) = (1, 3);    ĝ = g₂ / (1 − 0.5625) = (16/7, 48/7)
    # 0.1 · (4/3)/√(16/7 + 9) = 0.1 · (4/3)/√(79/7),  0.1 · (−4/3)/√(48/7 + 9) = 0.1 · (−4/3)/√(111/7)
    agrees(two, (0.4 / 3 / math.sqrt(79 / 7), -0.4 / 3 / math.sqrt(111 / 7)))


def test_nesterov() -> None:
    one, two = two_steps(Nesterov(momentum=0.5))
    # v₁ = 0.1 ∇f = (0.2, −0.4);    0.5 v₁ + 0.1 ∇f = (0.1 + 0.2, −0.2 − 0.4)
    agrees(one, (0.3, -0.6))
    # v₂ = 0.5 v₁ + 0.1 · (1, 0) = (0.2, −0.2);    0.5 v₂ + 0.1 · (1, 0) = (0.1 + 0.1, −0.1)
    agrees(two, (0.2, -0.1))


def test_nadam() -> None:
    one, two = two_steps(NAdam(beta1=0.5, beta2=0.75, eps=9.0))
    # m₁ = 0.5 · (2, −4) = (1, −2);    m̂ = 0.5 m₁ / (1 − 0.25) + 0.5 ∇f / (1 − 0.5) = ⅔ (1, −2) + (2, −4) = (8/3, −16/3)
    # g₁ = 0.25 · (4, 16) = (1, 4);    ĝ = g₁ / (1 − 0.75) = (4, 16);  √(4 + 9) = √13, √(16 + 9) = 5
    agrees(one, (0.8 / 3 / math.sqrt(13), -1.6 / 3 / 5))
    # m₂ = 0.5 · (1, −2) + 0.5 · (1, 0) = (1, −1);
    # m̂ = 0.5 m₂ / (1 − 0.125) + 0.5 · (1, 0) / (1 − 0.25) = 4/7 (1, −1) + (2/3, 0) = (26/21, −4/7)
    # g₂ = 0.75 · (1, 4) + 0.25 · (1, 0) = (1, 3);    ĝ = g₂ / (1 − 0.5625) = (16/7, 48/7)
    agrees(two, (2.6 / 21 / math.sqrt(79 / 7), -0.4 / 7 / math.sqrt(111 / 7)))


def test_adamw() -> None:
    one, two = two_steps(AdamW(beta1=0.5, beta2=0.75, eps=9.0, weight_decay=0.5), (1.0, 2.0))
    # Adam's steps, each with 0.1 · 0.5 x more.
    first = (0.2 / math.sqrt(13) + 0.05, -0.08 + 0.1)
    agrees(one, first)
    x = (1.0 - first[0], 2.0 - first[1])
    agrees(two, (0.4 / 3 / math.sqrt(79 / 7) + 0.05 * x[0], -0.4 / 3 / math.sqrt(111 / 7) + 0.05 * x[1]))


def test_lion() -> None:
    one, two = two_steps(Lion(beta1=0.5, beta2=0.75, weight_decay=0.5), (1.0, 2.0))
    # c₁ = 0.5 · (2, −4), of signs (1, −1);  0.1 · (1 + 0.5 · 1), 0.1 · (−1 + 0.5 · 2)
    agrees(one, (0.15, 0.0))
    # m₁ = 0.25 · (2, −4) = (0.5, −1);  c₂ = 0.5 m₁ + 0.5 · (1, 0) = (0.75, −0.5), of signs (1, −1)
    # x₁ = (0.85, 2);  0.1 · (1 + 0.5 · 0.85), 0.1 · (−1 + 0.5 · 2)
    agrees(two, (0.1425, 0.0))


def test_lion_mixes_with_beta1_and_remembers_with_beta2() -> None:
    """Against a slope of the other sign the memory wins as long as β₁ m is larger."""
    lion = Lion(beta1=0.75, beta2=0.5)
    _, state = lion.update(np.array([4.0, 4.0]), lion.init(np.zeros(2)), 1, 0.1)
    # m₁ = 0.5 · 4 = 2;  c₂ = 0.75 · 2 + 0.25 ∇f = 1.5 + 0.25 · (−5, −7) = (0.25, −0.25)
    step, state = lion.update(np.array([-5.0, -7.0]), state, 2, 0.1)
    agrees(step, (0.1, -0.1))
    # m₂ = 0.5 · 2 + 0.5 · (−5, −7)
    agrees(state.m, (-1.5, -2.5))
