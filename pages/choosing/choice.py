"""What the viewer has chosen on the page of the four learning rates: read from the address, changed by the controls."""

from typing import NamedTuple

import numpy as np

from address import Address
from address.fairness import Conditions
from address.projector import is_projected
from address.race import MOST_SEED, NOISE_SPAN
from address.surface import read_start, read_surface
from surfaces import Surface
from surfaces.base import Place

MOST_STEPS = 600
USUAL_STEPS = 300
NOISE_SHARE = 0.12
"""The usual noise σ, as a share of the slope at the start."""


class ChoosingChoice(NamedTuple):
    """Where gradient descent runs with its four rates, and how noisy the second of its loss pictures is."""

    surface: Surface
    start: Place
    steps: int
    noise: float
    seed: int
    projector: bool

    @property
    def conditions(self) -> Conditions:
        """Where and how the noisy of its loss curves are run."""
        return Conditions(self.surface, self.start, self.steps, self.noise, self.seed)


def read_choosing(address: Address) -> ChoosingChoice:
    """The four rates' page that the address tells."""
    surface = read_surface(address)
    start = read_start(address, surface)
    return ChoosingChoice(
        surface=surface,
        start=start,
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        noise=address.number("noise", *NOISE_SPAN, usual_noise(surface, start)),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        projector=is_projected(address),
    )


def usual_noise(surface: Surface, start: Place) -> float:
    """A noise that is seen beside the slope at the start, in two digits."""
    slope = float(np.hypot(*surface.gradient(np.array(start))))
    return min(float(f"{NOISE_SHARE * slope:.2g}"), NOISE_SPAN[1])
