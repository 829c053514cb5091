"""The surfaces as anyone would write them; `value` is plain arithmetic, so JAX and PyTorch can take it too."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Hill(NamedTuple):
    value: Callable[[Any], Any]
    """f at the point (x, y)."""
    gradient: Callable[[Array], Array]
    """∇f at the point (2,), by hand."""


def ravine(p: Any) -> Any:
    x, y = p
    return x**2 / 20 + y**2


def ravine_gradient(p: Array) -> Array:
    x, y = p
    return np.array([x / 10, 2 * y])


def rosenbrock(p: Any) -> Any:
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def rosenbrock_gradient(p: Array) -> Array:
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])


def ravine_of_fifty(p: Any) -> Any:
    x, y = p
    return (x**2 + 50 * y**2) / 2


def ravine_of_fifty_gradient(p: Array) -> Array:
    x, y = p
    return np.array([x, 50 * y])


def himmelblau(p: Any) -> Any:
    x, y = p
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def himmelblau_gradient(p: Array) -> Array:
    x, y = p
    a, b = x**2 + y - 11, x + y**2 - 7
    return np.array([4 * x * a + 2 * b, 2 * a + 4 * y * b])


HILLS = {
    "class-ravine": Hill(ravine, ravine_gradient),
    "rosenbrock": Hill(rosenbrock, rosenbrock_gradient),
    "ravine": Hill(ravine_of_fifty, ravine_of_fifty_gradient),
    "himmelblau": Hill(himmelblau, himmelblau_gradient),
}
"""By the key of the surface that is the same function in this project."""
