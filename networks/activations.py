"""Activation functions: what a neuron makes of the sum of its inputs, and how steeply."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from parameters import Array
from text import Text

LEAK = 0.01
"""The slope of the leaky ReLU where its input is negative, as in its source."""


@dataclass(frozen=True)
class Activation:
    """A function h = f(x) with its derivative, elementwise over any shape, exact and without overflow for any float."""

    key: str
    name: Text
    formula: str
    """LaTeX."""
    derivative_formula: str
    """LaTeX."""
    value: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    derivative_of_value: Callable[[Array], Array]
    """The derivative where f(x) is known: backpropagation has stored it."""
    span: tuple[float, float]
    """The lowest and the highest value, reached or approached."""
    steepest: float
    """The largest derivative."""
    source: str = ""
    """Authors, title, year; empty for functions that are older than neural networks."""
    is_straight: bool = False
    """Whether it is straight on either side of 0, so that a network of it has linear pieces."""


def sigmoid(x: Array) -> Array:
    """1/(1 + e⁻ˣ) = min(1, eˣ)/(1 + e⁻|ˣ|). The exponent is never positive, so that nothing overflows."""
    shrunk = np.exp(-np.abs(x))
    return np.maximum(shrunk, np.asarray(x) >= 0) / (1.0 + shrunk)


def _sigmoid_derivative(x: Array) -> Array:
    """s(1 − s) = e⁻|ˣ|/(1 + e⁻|ˣ|)², without the cancellation of 1 − s."""
    shrunk = np.exp(-np.abs(x))
    return shrunk / np.square(1.0 + shrunk)


def _tanh_derivative(x: Array) -> Array:
    """1 − tanh² x = 4s(2x)(1 − s(2x))."""
    return 4.0 * _sigmoid_derivative(2.0 * np.asarray(x))


def _relu(x: Array) -> Array:
    return np.maximum(x, 0.0)


def _relu_derivative(x: Array) -> Array:
    """0 or 1; at 0, where there is none, 0."""
    return (np.asarray(x) > 0).astype(np.float64)


def _leaky_relu(x: Array) -> Array:
    return np.maximum(x, LEAK * np.asarray(x))


def _leaky_relu_derivative(x: Array) -> Array:
    return np.maximum(np.asarray(x) > 0, LEAK)


def _identity(x: Array) -> Array:
    return np.asarray(x, dtype=np.float64)


def _one(x: Array) -> Array:
    return np.ones_like(x, dtype=np.float64)


ACTIVATIONS: dict[str, Activation] = {
    each.key: each
    for each in (
        Activation(
            key="sigmoid",
            name=Text(ko="시그모이드", en="sigmoid"),
            formula=r"\frac{1}{1 + e^{-x}}",
            derivative_formula=r"s(1 - s)",
            value=sigmoid,
            derivative=_sigmoid_derivative,
            derivative_of_value=lambda h: h * (1.0 - h),
            span=(0.0, 1.0),
            steepest=0.25,
        ),
        Activation(
            key="tanh",
            name=Text(ko="tanh", en="tanh"),
            formula=r"\frac{e^x - e^{-x}}{e^x + e^{-x}}",
            derivative_formula=r"1 - \tanh^2 x",
            value=np.tanh,
            derivative=_tanh_derivative,
            derivative_of_value=lambda h: 1.0 - h * h,
            span=(-1.0, 1.0),
            steepest=1.0,
        ),
        Activation(
            key="relu",
            name=Text(ko="ReLU", en="ReLU"),
            formula=r"\max(0, x)",
            derivative_formula=r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
            value=_relu,
            derivative=_relu_derivative,
            derivative_of_value=_relu_derivative,
            span=(0.0, inf),
            steepest=1.0,
            source="V. Nair, G. E. Hinton, Rectified linear units improve restricted Boltzmann machines, 2010",
            is_straight=True,
        ),
        Activation(
            key="leaky-relu",
            name=Text(ko="Leaky ReLU", en="leaky ReLU"),
            formula=rf"\max({LEAK:g}x, x)",
            derivative_formula=rf"\begin{{cases}} 1 & x > 0 \\ {LEAK:g} & x \le 0 \end{{cases}}",
            value=_leaky_relu,
            derivative=_leaky_relu_derivative,
            derivative_of_value=_leaky_relu_derivative,
            span=(-inf, inf),
            steepest=1.0,
            source=(
                "A. L. Maas, A. Y. Hannun, A. Y. Ng, Rectifier nonlinearities improve neural network acoustic models, "
                "2013"
            ),
            is_straight=True,
        ),
        Activation(
            key="identity",
            name=Text(ko="항등 함수", en="identity"),
            formula="x",
            derivative_formula="1",
            value=_identity,
            derivative=_one,
            derivative_of_value=_one,
            span=(-inf, inf),
            steepest=1.0,
            is_straight=True,
        ),
    )
}
"""By their keys, the lecture's first."""
