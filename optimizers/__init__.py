"""Optimizers, one rule a file; `OPTIMIZERS` finds them by itself, oldest first."""

import sys
from dataclasses import replace
from typing import Any

from discovery import concrete_subclasses
from optimizers.adagrad import AdaGrad
from optimizers.adam import Adam
from optimizers.adamw import AdamW
from optimizers.base import Optimizer
from optimizers.gradient_descent import GradientDescent
from optimizers.lion import Lion
from optimizers.momentum import Momentum
from optimizers.nadam import NAdam
from optimizers.nesterov import Nesterov
from optimizers.rmsprop import RMSProp
from parameters import Scalar, parameters

OPTIMIZERS = {
    rule.key: rule
    for rule in sorted(concrete_subclasses(sys.modules[__name__], Optimizer), key=lambda rule: (rule.year, rule.key))  # type: ignore[type-abstract]
}
"""Every optimizer class by its key."""


def has_momentum(rule: Optimizer[Any] | type[Optimizer[Any]]) -> bool:
    """Whether it keeps a share r of its last movement."""
    return any(each.key == "momentum" for each in parameters(rule))


def with_momentum(rule: Any, momentum: Scalar) -> Any:
    """The same rule with another r, or with one for each column (B,)."""
    return replace(rule, momentum=momentum)


__all__ = [
    "OPTIMIZERS",
    "AdaGrad",
    "Adam",
    "AdamW",
    "GradientDescent",
    "Lion",
    "Momentum",
    "NAdam",
    "Nesterov",
    "Optimizer",
    "RMSProp",
    "has_momentum",
    "with_momentum",
]
