"""The same race with torch.optim: gradients by autograd, in float64.

Only gradient descent and momentum are the lecture's formulas to the letter: AdaGrad, RMSProp and Adam
add ε outside the root here. A sweep is missing because torch.optim takes one learning rate for each
parameter group, so it can't batch over learning rates.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import torch

from bench.hills import Array, Hill

RULES: dict[str, Callable[..., torch.optim.Optimizer]] = {
    "gd": torch.optim.SGD,
    "momentum": partial(torch.optim.SGD, momentum=0.9),
    "adagrad": partial(torch.optim.Adagrad, eps=1e-8),
    "rmsprop": partial(torch.optim.RMSprop, alpha=0.9, eps=1e-8),
    "adam": partial(torch.optim.Adam, betas=(0.9, 0.999), eps=1e-8),
}


class Trace(NamedTuple):
    path: Array  # (steps + 1, 2)
    loss: Array  # (steps + 1,)


def race(hill: Hill, start: Array, rates: Mapping[str, float], steps: int) -> dict[str, Trace]:
    return {rule: descend(hill.value, RULES[rule], start, n, steps) for rule, n in rates.items()}


def descend(value: Callable[[Any], Any], rule: Callable[..., Any], start: Array, n: float, steps: int) -> Trace:
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = rule([x], lr=n)
    path, loss = [], []
    for _ in range(steps):
        optimizer.zero_grad()
        height = value(x)
        path.append(x.detach().numpy().copy())
        loss.append(height.item())
        height.backward()
        optimizer.step()
    with torch.no_grad():
        path.append(x.numpy())
        loss.append(value(x).item())
    return Trace(np.array(path), np.array(loss))
