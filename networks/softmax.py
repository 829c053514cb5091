"""Softmax: numbers become probabilities."""

import numpy as np

from parameters import Array

SOURCE = (
    "J. S. Bridle, Probabilistic interpretation of feedforward classification network outputs, with relationships to "
    "statistical pattern recognition, 1990"
)
"""Of its name and of its use in networks; the formula is older."""


def softmax(z: Array, axis: int = -1, temperature: float = 1.0) -> Array:
    """e^{zᵢ/T}/Σⱼe^{zⱼ/T} along an axis: each in (0, 1), together 1.

    The largest is subtracted first, which changes nothing but keeps the exponents from overflowing.
    Raises ValueError for a temperature that is not above 0.
    """
    if not temperature > 0:
        raise ValueError(f"temperature is {temperature}; allowed is a number above 0")
    z = np.asarray(z, dtype=np.float64)
    exponentials = np.exp((z - z.max(axis=axis, keepdims=True)) / temperature)
    return exponentials / exponentials.sum(axis=axis, keepdims=True)
