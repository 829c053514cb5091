"""The two surfaces as anyone would write them; `value` is plain arithmetic, so JAX and PyTorch can take it too."""

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


HILLS = {"class-ravine": Hill(ravine, ravine_gradient), "rosenbrock": Hill(rosenbrock, rosenbrock_gradient)}
"""By the key of the surface that is the same function in this project."""
