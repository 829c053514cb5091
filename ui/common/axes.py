"""Which values of a learning rate or a momentum there are to look at, and which of them have names."""

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from address.fairness import SLIDER_SPAN
from cache import remembered
from numerals import round_numbers
from parameters import Array
from simulation import ladder, sharpest
from simulation.status import diagonal
from stage.live_axis import LiveAxis, Mark
from surfaces import Surface
from surfaces.base import Place

Axis = Literal["rate", "momentum"]
AXES: tuple[Axis, ...] = get_args(Axis)

BEYOND_EDGE = 8.0
"""The highest learning rate is so many times 2/λmax, or half the picture's diagonal if that is more."""
BELOW_EDGE = 256.0
"""The lowest one of a slider is this share of 2/λmax."""
MOST_RUNGS = 80
"""Of a slider: they are 12 % apart, or farther where they would be more than this."""


@remembered(most_bytes=2_000_000)
def sharpness(surface: Surface, start: Place) -> float:
    """λmax on the way down from there; 0 where no learning rate is the edge of anything."""
    largest = sharpest(surface, start)
    return largest if np.isfinite(largest) and largest > 0 else 0.0


def edge_of(surface: Surface, start: Place) -> float | None:
    """2/λmax, below which gradient descent comes to rest on a quadratic; None where there is no such edge."""
    largest = sharpness(surface, start)
    return 2 / largest if largest else None


def edge_marks(surface: Surface, start: Place) -> list[Mark]:
    """1/λmax and 2/λmax, where there are any."""
    edge = edge_of(surface, start)
    return [] if edge is None else [Mark(edge / 2, "1/λmax"), Mark(edge, "2/λmax")]


def rate_axis(
    surface: Surface,
    start: Place,
    rate: float,
    data: str | None,
    *,
    word: str = "rate",
    of: str = "",
    places: Sequence[str] = (),
) -> LiveAxis:
    """The learning rate of whoever runs there, with the edges that it has there; see `LiveAxis`."""
    return LiveAxis(
        key="rate",
        names=["rate"],
        word=word,
        value=rate,
        logarithmic=True,
        data=data,
        places=places,
        marks=edge_marks(surface, start),
        of=of,
    )


def rung_and_top(surface: Surface, start: Place) -> tuple[float, float]:
    """A learning rate that is one of the ladder's to the bit, and the one that none is above: 2/λmax, or the surface's
    own where there is no such edge; and `BEYOND_EDGE`.
    """
    rung = edge_of(surface, start) or surface.learning_rate
    return rung, max(BEYOND_EDGE * rung, diagonal(surface) / 2)


def slider_rates(surface: Surface, start: Place, most: int = MOST_RUNGS) -> Array:
    """At most so many learning rates: in three digits, but 2/λmax in ten."""
    rung, top = rung_and_top(surface, start)
    all_of_them = ladder(rung, top, int(np.ceil(np.log2(BELOW_EDGE * top / rung))))
    at_rung = int(np.argmin(np.abs(all_of_them - rung)))
    apart = -(-len(all_of_them) // most)
    some = all_of_them[at_rung % apart :: apart]
    return np.array([float(f"{rate:.10g}" if rate == rung else f"{rate:.3g}") for rate in some])


def rate_places() -> list[str]:
    """The usual learning rates, as they stand in the address."""
    return [f"{rate:.10g}" for rate in round_numbers(*SLIDER_SPAN, fine=True)]
