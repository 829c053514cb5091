"""Numbers a person may set: each one's symbol, range and meaning, stated once beside its default.

Optimizers and surfaces are frozen dataclasses; a field made with `parameter` carries everything a
slider, an address or a formula card has to know:

    momentum: Scalar = parameter(0.9, symbol="r", low=0.0, high=0.999, label=Text(…), meaning=Text(…))
"""

from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from text import Text

Array = NDArray[np.float64]
Scalar = float | Array
"""A number, or an array of B numbers where column b of a batch has its own."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is known of one settable number: `low ≤ value ≤ high`, both ends allowed."""

    key: str
    symbol: str
    default: float
    low: float
    high: float
    label: Text
    meaning: Text
    logarithmic: bool = False
    prominent: bool = False
    """Shown among the first controls, not only in the optimizer's own settings."""


def parameter(
    default: float,
    *,
    symbol: str,
    low: float,
    high: float,
    label: Text,
    meaning: Text,
    logarithmic: bool = False,
    prominent: bool = False,
) -> Any:
    """A dataclass field for a settable number; `parameters` reads its facts back."""
    facts = {
        "symbol": symbol,
        "low": low,
        "high": high,
        "label": label,
        "meaning": meaning,
        "logarithmic": logarithmic,
        "prominent": prominent,
    }
    return field(default=default, metadata=facts)


def parameters(owner: object) -> tuple[Parameter, ...]:
    """The settable numbers of a dataclass (or of one of its instances), in the order they are written."""
    return _of_class(owner if isinstance(owner, type) else type(owner))


@lru_cache(maxsize=256)
def _of_class(owner: type) -> tuple[Parameter, ...]:
    """Every run of a page asks for those of every optimizer and surface."""
    return tuple(
        Parameter(key=each.name, default=cast(float, each.default), **each.metadata)
        for each in fields(cast(Any, owner))
        if each.metadata
    )
