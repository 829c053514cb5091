"""Objectives for the tests of algorithms, written out, none from surfaces/; each notes what it was asked."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from parameters import Array


@dataclass
class Quadratic:
    """xᵀAx/2 − bᵀx, of any number of variables."""

    a: Array
    b: Array
    asked: Counter[str] = field(default_factory=Counter)

    @property
    def minimum(self) -> Array:
        return np.asarray(np.linalg.solve(self.a, self.b), np.float64)

    def value(self, x: Array) -> float:
        self.asked["value"] += 1
        return float(x @ self.a @ x / 2 - self.b @ x)

    def gradient(self, x: Array) -> Array:
        self.asked["gradient"] += 1
        return self.a @ x - self.b

    def hessian(self, x: Array) -> Array:  # noqa: ARG002  the same everywhere
        self.asked["hessian"] += 1
        return self.a


class Rosenbrock:
    """(1 − x)² + 100(y − x²)²"""

    def value(self, p: Array) -> float:
        x, y = p
        return float((1 - x) ** 2 + 100 * (y - x**2) ** 2)

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])

    def hessian(self, p: Array) -> Array:
        x, y = p
        return np.array([[2 - 400 * (y - 3 * x**2), -400 * x], [-400 * x, 200.0]])


def quadratic(curvatures: list[float], seed: int) -> Quadratic:
    """With these curvatures along axes that are turned, and a minimum somewhere."""
    random = np.random.default_rng(seed)
    turned, _ = np.linalg.qr(random.standard_normal((len(curvatures), len(curvatures))))
    a = turned @ np.diag(curvatures) @ turned.T
    return Quadratic((a + a.T) / 2, random.standard_normal(len(curvatures)))
