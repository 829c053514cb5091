"""The numbers behind the three pictures: values and slopes at every place of the dial."""

from typing import NamedTuple

from formulas.one_variable import OneVariable
from parameters import Array


class Composed(NamedTuple):
    """y = f(x) and z = g(y) with their slopes, each shaped like x."""

    y: Array
    z: Array
    dy_dx: Array
    dz_dy: Array

    @property
    def dz_dx(self) -> Array:
        """The chain rule."""
        return self.dz_dy * self.dy_dx


def composed(inner: OneVariable, outer: OneVariable, x: Array) -> Composed:
    """g after f, at these places."""
    y, dy_dx = inner.at(x)
    z, dz_dy = outer.at(y)
    return Composed(y, z, dy_dx, dz_dy)
