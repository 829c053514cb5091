"""What a competent person writes in a notebook: one run after the other, one step after the other."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from bench.hills import Array, Hill

R = 0.9
BETA1, BETA2 = 0.9, 0.999
EPS = 1e-8


class Trace(NamedTuple):
    path: Array  # (steps + 1, 2)
    loss: Array  # (steps + 1,)


def gradient_descent(hill: Hill, start: Array, n: float, steps: int) -> Trace:
    x = start
    path, loss = [x], [hill.value(x)]
    for _ in range(steps):
        x = x - n * hill.gradient(x)
        path.append(x)
        loss.append(hill.value(x))
    return Trace(np.array(path), np.array(loss))


def momentum(hill: Hill, start: Array, n: float, steps: int, r: float = R) -> Trace:
    x, v = start, np.zeros(2)
    path, loss = [x], [hill.value(x)]
    for _ in range(steps):
        v = r * v + n * hill.gradient(x)
        x = x - v
        path.append(x)
        loss.append(hill.value(x))
    return Trace(np.array(path), np.array(loss))


def adagrad(hill: Hill, start: Array, n: float, steps: int) -> Trace:
    x, g = start, np.zeros(2)
    path, loss = [x], [hill.value(x)]
    for _ in range(steps):
        gradient = hill.gradient(x)
        g = g + gradient**2
        x = x - n * gradient / np.sqrt(g + EPS)
        path.append(x)
        loss.append(hill.value(x))
    return Trace(np.array(path), np.array(loss))


def rmsprop(hill: Hill, start: Array, n: float, steps: int) -> Trace:
    x, g = start, np.zeros(2)
    path, loss = [x], [hill.value(x)]
    for _ in range(steps):
        gradient = hill.gradient(x)
        g = R * g + (1 - R) * gradient**2
        x = x - n * gradient / np.sqrt(g + EPS)
        path.append(x)
        loss.append(hill.value(x))
    return Trace(np.array(path), np.array(loss))


def adam(hill: Hill, start: Array, n: float, steps: int) -> Trace:
    x, m, g = start, np.zeros(2), np.zeros(2)
    path, loss = [x], [hill.value(x)]
    for t in range(1, steps + 1):
        gradient = hill.gradient(x)
        m = BETA1 * m + (1 - BETA1) * gradient
        g = BETA2 * g + (1 - BETA2) * gradient**2
        m_hat = m / (1 - BETA1**t)
        g_hat = g / (1 - BETA2**t)
        x = x - n * m_hat / np.sqrt(g_hat + EPS)
        path.append(x)
        loss.append(hill.value(x))
    return Trace(np.array(path), np.array(loss))


RULES: dict[str, Callable[[Hill, Array, float, int], Trace]] = {
    "gd": gradient_descent,
    "momentum": momentum,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
}


def race(hill: Hill, start: Array, rates: Mapping[str, float], steps: int) -> dict[str, Trace]:
    return {rule: RULES[rule](hill, start, n, steps) for rule, n in rates.items()}


def sweep(hill: Hill, start: Array, rates: Mapping[str, Array], steps: int) -> dict[str, list[Trace]]:
    return {rule: [RULES[rule](hill, start, n, steps) for n in each.tolist()] for rule, each in rates.items()}
