r"""Derivatives by computing with them: forward automatic differentiation, exact up to rounding.

A jet is a value together with its slopes and its curvatures along x and y. Each operation takes jets to a jet by
the chain rule; for a function g of one thing u,

    g(u)_x  = g'(u) u_x
    g(u)_xy = g''(u) u_x u_y + g'(u) u_xy

so a formula carried out on the jets of x and y gives f, ∇f and the Hessian. What is 0 everywhere is None and is
never computed with, so that a formula costs about what its derivatives cost by hand.

Where f has no derivative, these are conventions:

- at a kink of abs (and of sqrt, and of powers below 1, where what stands in them is 0) the slope is 0, as it is at
  any minimum, and the curvature is infinite, as Ackley's is at its tip;
- outside a function's domain (the logarithm or the root of what is negative, a negative base with an exponent that
  is no whole number) value and derivatives are nan;
- a power whose exponent has x or y in it is exp(v log u), so its derivatives are nan where the base is negative.

Source: A. Griewank, A. Walther, Evaluating Derivatives, SIAM (2008), chapters 3 and 13.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from formulas.tree import HIGHEST_POWER, Lines, evaluate

Part = Any
"""A number or an array of any shape, or None for what is 0 everywhere."""


class Jet(NamedTuple):
    """A value and its derivatives."""

    value: Part
    x: Part = None
    y: Part = None
    xx: Part = None
    xy: Part = None
    yy: Part = None
    curved: bool = False
    """Whether curvatures are asked for."""


def jet(lines: Lines, x: Any, y: Any, *, curved: bool) -> Jet:
    """The formula at x and y with its slopes, and with its curvatures where they are asked for."""
    return evaluate(lines, RULES, Jet(x, x=np.float64(1), curved=curved), Jet(y, y=np.float64(1), curved=curved), Jet)


def _plus(a: Part, b: Part) -> Part:
    if a is None or b is None:
        return b if a is None else a
    return a + b


def _minus(a: Part, b: Part) -> Part:
    if a is None or b is None:
        return a if b is None else -b
    return a - b


def _times(a: Part, b: Part) -> Part:
    if a is None or b is None:
        return None
    if isinstance(a, float) and a == 1:
        return b
    return a if isinstance(b, float) and b == 1 else a * b


def _over(a: Part, b: Part) -> Part:
    return None if a is None else a / b


def _add(u: Jet, v: Jet) -> Jet:
    return Jet._make([*map(_plus, u[:6], v[:6]), u.curved or v.curved])


def _subtract(u: Jet, v: Jet) -> Jet:
    return Jet._make([*map(_minus, u[:6], v[:6]), u.curved or v.curved])


def _negative(u: Jet) -> Jet:
    return Jet._make([*(None if part is None else -part for part in u[:6]), u.curved])


def _multiply(u: Jet, v: Jet) -> Jet:
    """(uv)_xy = u_xy v + u_x v_y + u_y v_x + u v_xy"""

    def second(uu: Part, a: tuple[Part, Part], b: tuple[Part, Part], vv: Part) -> Part:
        ends = _plus(_times(uu, v.value), _times(u.value, vv))
        return _plus(ends, _plus(_times(*a), _times(*b)))

    x, y = (_plus(_times(a, v.value), _times(u.value, b)) for a, b in ((u.x, v.x), (u.y, v.y)))
    value = u.value * v.value
    if not (u.curved or v.curved):
        return Jet(value, x, y)
    return Jet(
        value,
        x,
        y,
        second(u.xx, (u.x, v.x), (u.x, v.x), v.xx),
        second(u.xy, (u.x, v.y), (u.y, v.x), v.xy),
        second(u.yy, (u.y, v.y), (u.y, v.y), v.yy),
        curved=True,
    )


def _divide(u: Jet, v: Jet) -> Jet:
    """q = u/v:  q_x = (u_x − q v_x)/v,  q_xy = (u_xy − q_x v_y − q_y v_x − q v_xy)/v"""
    q = u.value / v.value
    qx, qy = (_over(_minus(a, _times(q, b)), v.value) for a, b in ((u.x, v.x), (u.y, v.y)))
    if not (u.curved or v.curved):
        return Jet(q, qx, qy)

    def second(uu: Part, a: Part, b: Part, vv: Part) -> Part:
        return _over(_minus(uu, _plus(_plus(a, b), _times(q, vv))), v.value)

    xx, xy, yy = _times(qx, v.x), (_times(qx, v.y), _times(qy, v.x)), _times(qy, v.y)
    return Jet(q, qx, qy, second(u.xx, xx, xx, v.xx), second(u.xy, *xy, v.xy), second(u.yy, yy, yy, v.yy), curved=True)


def _through(u: Jet, value: Part, slope: Part, bend: Callable[[], Part]) -> Jet:
    """g(u) by the chain rule, with g, g' and g'' at u."""
    x, y = _times(slope, u.x), _times(slope, u.y)
    if not u.curved:
        return Jet(value, x, y)
    twice = bend()

    def second(a: Part, b: Part, ab: Part) -> Part:
        return _plus(_times(twice, _times(a, b)), _times(slope, ab))

    return Jet(value, x, y, second(u.x, u.x, u.xx), second(u.x, u.y, u.xy), second(u.y, u.y, u.yy), curved=True)


def _sin(u: Jet) -> Jet:
    sine = np.sin(u.value)
    return _through(u, sine, np.cos(u.value), lambda: -sine)


def _cos(u: Jet) -> Jet:
    cosine = np.cos(u.value)
    return _through(u, cosine, -np.sin(u.value), lambda: -cosine)


def _tan(u: Jet) -> Jet:
    tangent = np.tan(u.value)
    slope = 1 + tangent * tangent
    return _through(u, tangent, slope, lambda: 2 * tangent * slope)


def _exp(u: Jet) -> Jet:
    value = np.exp(u.value)
    return _through(u, value, value, lambda: value)


def _log(u: Jet) -> Jet:
    inside = np.where(u.value < 0, np.nan, u.value)
    return _through(u, np.log(inside), 1 / inside, lambda: -1 / (inside * inside))


def _sqrt(u: Jet) -> Jet:
    root = np.sqrt(u.value)
    kink = root == 0
    slope = np.where(kink, 0, 0.5 / root)
    return _through(u, root, slope, lambda: np.where(kink, np.inf, -slope / (2 * u.value)))


def _abs(u: Jet) -> Jet:
    return _through(u, np.absolute(u.value), np.sign(u.value), lambda: np.where(u.value == 0, np.inf, 0.0))


def _tanh(u: Jet) -> Jet:
    value = np.tanh(u.value)
    slope = 1 - value * value
    return _through(u, value, slope, lambda: -2 * value * slope)


def _power(u: Jet, v: Jet) -> Jet:
    # a part such as y**0 loses its letters only here, and may have become an exponent of any size
    if v.x is None and v.y is None and abs(v.value) <= HIGHEST_POWER:
        exponent = float(v.value)
        return _whole_power(u, int(exponent)) if exponent.is_integer() else _broken_power(u, exponent)
    value = np.power(u.value, v.value)
    base = np.log(u.value) if u.x is None and u.y is None else None
    inner = _multiply(v, Jet(base) if base is not None else _log(u))
    return _through(inner._replace(curved=v.curved or u.curved), value, value, lambda: value)


def _whole_power(u: Jet, k: int) -> Jet:
    """uᵏ as products, which hold for negative u, too."""
    if k == 0:
        return Jet(np.float64(1), curved=u.curved)
    slope = k * _product(u.value, k - 1) if k != 1 else np.float64(1)
    bend = k * (k - 1)
    return _through(u, _product(u.value, k), slope, lambda: bend * _product(u.value, k - 2) if bend else np.float64(0))


def _product(u: Part, k: int) -> Part:
    """uᵏ by squaring."""
    if k < 0:
        return 1 / _product(u, -k)
    if k < 2:
        return u if k else np.float64(1)
    half = _product(u, k // 2)
    return half * half * u if k % 2 else half * half


def _broken_power(u: Jet, c: float) -> Jet:
    kink = u.value == 0
    slope = np.where(kink, 0, c * np.power(u.value, c - 1)) if c > 0 else c * np.power(u.value, c - 1)
    bend = c * (c - 1)
    return _through(u, np.power(u.value, c), slope, lambda: bend * np.power(u.value, c - 2))


RULES: dict[str, Callable[..., Jet]] = {
    **{"add": _add, "subtract": _subtract, "multiply": _multiply, "divide": _divide, "power": _power},
    **{"negative": _negative, "sin": _sin, "cos": _cos, "tan": _tan, "exp": _exp, "log": _log, "sqrt": _sqrt},
    **{"abs": _abs, "tanh": _tanh},
}
"""What each operation does with jets."""
