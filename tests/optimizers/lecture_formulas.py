"""The lecture's five rules once more, and four beyond it, in plain Python floats: what the optimizers must agree with.

Written from the slides and the papers alone, one variable at a time, with no array and nothing of the project.
"""

import math
from collections.abc import Callable

Point = list[float]
Gradient = Callable[[Point], Point]
Move = Callable[[float, int, int, float], float]
"""The step for one slope, in variable i, at time t = 1, 2, …, from x."""


def walk(gradient: Gradient, start: Point, steps: int, move: Move) -> list[Point]:
    """The start and the points after each of the steps."""
    path = [list(start)]
    for t in range(1, steps + 1):
        slopes = gradient(path[-1])
        path.append([x - move(slope, i, t, x) for i, (x, slope) in enumerate(zip(path[-1], slopes, strict=True))])
    return path


def gradient_descent(n: float) -> Move:
    return lambda slope, *_: n * slope


def momentum(n: float, r: float) -> Move:
    v = [0.0, 0.0]

    def move(slope: float, i: int, *_: float) -> float:
        v[i] = r * v[i] + n * slope
        return v[i]

    return move


def adagrad(n: float, eps: float) -> Move:
    g = [0.0, 0.0]

    def move(slope: float, i: int, *_: float) -> float:
        g[i] = g[i] + slope * slope
        return n * slope / math.sqrt(g[i] + eps)

    return move


def rmsprop(n: float, r: float, eps: float) -> Move:
    g = [0.0, 0.0]

    def move(slope: float, i: int, *_: float) -> float:
        g[i] = r * g[i] + (1.0 - r) * slope * slope
        return n * slope / math.sqrt(g[i] + eps)

    return move


def adam(n: float, beta1: float, beta2: float, eps: float) -> Move:
    m = [0.0, 0.0]
    g = [0.0, 0.0]

    def move(slope: float, i: int, t: int, _: float) -> float:
        m[i] = beta1 * m[i] + (1.0 - beta1) * slope
        g[i] = beta2 * g[i] + (1.0 - beta2) * slope * slope
        m_hat = m[i] / (1.0 - beta1**t)
        g_hat = g[i] / (1.0 - beta2**t)
        return n * m_hat / math.sqrt(g_hat + eps)

    return move


def nesterov(n: float, r: float) -> Move:
    """As the ball y with its look-ahead, y − r v, which is the point: x = y − r v."""
    v = [0.0, 0.0]

    def move(slope: float, i: int, _: int, x: float) -> float:
        y = x + r * v[i]
        v[i] = r * v[i] + n * slope
        return x - (y - v[i] - r * v[i])

    return move


def adamw(n: float, beta1: float, beta2: float, eps: float, decay: float) -> Move:
    of_adam = adam(n, beta1, beta2, eps)

    def move(slope: float, i: int, t: int, x: float) -> float:
        return of_adam(slope, i, t, x) + n * decay * x

    return move


def nadam(n: float, beta1: float, beta2: float, eps: float) -> Move:
    m = [0.0, 0.0]
    g = [0.0, 0.0]

    def move(slope: float, i: int, t: int, _: float) -> float:
        m[i] = beta1 * m[i] + (1.0 - beta1) * slope
        g[i] = beta2 * g[i] + (1.0 - beta2) * slope * slope
        ahead = beta1 * m[i] / (1.0 - beta1 ** (t + 1)) + (1.0 - beta1) * slope / (1.0 - beta1**t)
        return n * ahead / math.sqrt(g[i] / (1.0 - beta2**t) + eps)

    return move


def lion(n: float, beta1: float, beta2: float, decay: float) -> Move:
    m = [0.0, 0.0]

    def move(slope: float, i: int, _: int, x: float) -> float:
        c = beta1 * m[i] + (1.0 - beta1) * slope
        m[i] = beta2 * m[i] + (1.0 - beta2) * slope
        sign = 0.0 if c == 0.0 else math.copysign(1.0, c)
        return n * sign + n * decay * x

    return move
