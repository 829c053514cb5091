"""Models of four parameters a, b, c, d, whose whole behaviour is a curve, and their mean squared error over data."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from networks.losses import mean_squared_error
from parameters import Array
from text import Text

LETTERS = ("a", "b", "c", "d")
"""The parameters of every curve, in their order."""
REACH = 1.5
"""The data lie at −1.5 ≤ x ≤ 1.5, where the powers of x stay of one size."""
SAMPLES = 16
NOISE = 0.25
"""The standard deviation of what is added to the y of the data."""


@dataclass(frozen=True)
class Curve:
    """A model y = f(x; a, b, c, d). Parameters come as (4, …) and give a value for each x: (…, S)."""

    key: str
    name: Text
    formula: str
    """LaTeX, with places {a}, {b}, {c} and {d}."""
    value: Callable[[Array, Array], Array]
    """(4, …), (S,) → (…, S)"""
    slopes: Callable[[Array, Array], Array]
    """(4, …), (S,) → ∂y/∂θ (4, …, S)"""
    bends: Callable[[Array, Array], Array]
    """(4,), (S,) → ∂²y/∂θ∂θ (4, 4, S); 0 where the model is linear in its parameters."""
    truth: tuple[float, float, float, float]
    """The parameters from which the data are drawn."""
    start: tuple[float, float, float, float]
    """Parameters that fit them badly."""
    learning_rate: float
    linear: bool
    """Whether y is linear in the parameters; the mean squared error is then a quadratic, with one minimum."""

    def data(self, seed: int) -> tuple[Array, Array]:
        """x and y (S,), always the same from one seed."""
        x = np.linspace(-REACH, REACH, SAMPLES)
        noise = NOISE * np.random.default_rng(seed).standard_normal(SAMPLES)
        return x, self.value(np.array(self.truth), x) + noise


def _cubic(p: Array, x: Array) -> Array:
    a, b, c, d = p[..., None]
    return a * x**3 + b * x**2 + c * x + d


def _cubic_slopes(p: Array, x: Array) -> Array:
    powers = np.array([x**3, x**2, x, np.ones_like(x)])
    shape = (4, *(1,) * (p.ndim - 1), len(x))
    return np.broadcast_to(powers.reshape(shape), (*p.shape, len(x)))


def _cubic_bends(_: Array, x: Array) -> Array:
    return np.zeros((4, 4, len(x)))


def _wave(p: Array, x: Array) -> Array:
    a, b, c, d = p[..., None]
    return a * np.sin(b * x + c) + d


def _wave_slopes(p: Array, x: Array) -> Array:
    a, b, c, _ = p[..., None]
    sine, cosine = np.sin(b * x + c), np.cos(b * x + c)
    return np.array([sine, a * x * cosine, a * cosine, np.ones_like(sine)])


def _wave_bends(p: Array, x: Array) -> Array:
    a, b, c, _ = p
    sine, cosine, nothing = np.sin(b * x + c), np.cos(b * x + c), np.zeros_like(x)
    return np.array(
        [
            [nothing, x * cosine, cosine, nothing],
            [x * cosine, -a * x**2 * sine, -a * x * sine, nothing],
            [cosine, -a * x * sine, -a * sine, nothing],
            [nothing, nothing, nothing, nothing],
        ]
    )


CURVES: dict[str, Curve] = {
    curve.key: curve
    for curve in (
        Curve(
            key="cubic",
            name=Text(ko="삼차식", en="Cubic"),
            formula="{a}x^3 + {b}x^2 + {c}x + {d}",
            value=_cubic,
            slopes=_cubic_slopes,
            bends=_cubic_bends,
            truth=(1.2, -0.4, -1.5, 0.3),
            start=(-0.6, 0.8, 1.0, -1.0),
            learning_rate=0.15,
            linear=True,
        ),
        Curve(
            key="wave",
            name=Text(ko="사인 곡선", en="Sine wave"),
            formula=r"{a}\sin({b}x + {c}) + {d}",
            value=_wave,
            slopes=_wave_slopes,
            bends=_wave_bends,
            truth=(1.5, 3.5, 0.5, 0.3),
            start=(1.0, 2.0, 0.0, -0.5),
            learning_rate=0.1,
            linear=False,
        ),
    )
}
"""Every model by its key: one whose loss is convex, one whose loss is not."""


@dataclass(frozen=True, eq=False)
class Fit:
    """The mean squared error of a curve over data, as a landscape over its parameters (4, …).

    L(θ) = 1/m Σ (f(xᵢ; θ) − yᵢ)²
    """

    curve: Curve
    x: Array
    y: Array

    def value(self, p: Array) -> Array:
        """L at the parameters (4, …), shaped (…)."""
        return mean_squared_error.value(self._predicted(p), self.y[:, None])

    def gradient(self, p: Array) -> Array:
        """∂L/∂a, …, ∂L/∂d at the parameters (4, …), shaped (4, …): the chain rule, summed over the data."""
        slope = mean_squared_error.gradient(self._predicted(p), self.y[:, None])[..., 0]
        return (slope * self.curve.slopes(p, self.x)).sum(axis=-1)

    def hessian(self, p: Array) -> Array:
        """The second derivatives (4, 4) at the parameters (4,)."""
        slopes, bends = self.curve.slopes(p, self.x), self.curve.bends(p, self.x)
        rest = self.curve.value(p, self.x) - self.y
        hessian: Array = 2 * (slopes @ slopes.T + bends @ rest) / len(self.x)
        return hessian

    @property
    def lowest(self) -> tuple[Array, float] | None:
        """The parameters (4,) of the lowest loss and that loss, in closed form; None where there is none."""
        if not self.curve.linear:
            return None
        slopes = self.curve.slopes(np.zeros(4), self.x)
        best = np.linalg.lstsq(slopes.T, self.y, rcond=None)[0].astype(np.float64)
        return best, float(self.value(best))

    def _predicted(self, p: Array) -> Array:
        """As one output for each sample (…, S, 1)."""
        return self.curve.value(p, self.x)[..., None]
