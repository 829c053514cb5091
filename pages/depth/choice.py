"""What the viewer has chosen on the page of what depth expresses: read from the address, changed by the controls."""

from dataclasses import dataclass
from typing import Any

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED
from optimizers import OPTIMIZERS, Optimizer
from pages.depth.compute import DEPTHS, Training

CHOOSABLE = ("relu", "sigmoid", "tanh")
"""Keys of `networks.ACTIVATIONS`."""
USUAL_ACTIVATIONS = ("relu", "sigmoid")
FOLDS, USUAL_FOLDS = (1, 4), 3
"""More than that, and a piece of the zigzag has too few samples."""
WIDTHS, USUAL_WIDTH = (2, 8), 4
"""Neurons of each hidden layer."""
MOST_STEPS, USUAL_STEPS = 1000, 800
"""Of training: two seconds an activation with the usual width, eight with the largest."""
USUAL_DEPTH = 5
USUAL_RATES = {"gd": 0.3, "momentum": 0.05, "adagrad": 0.1, "rmsprop": 0.01, "adam": 0.02}
"""With which each optimizer fits the zigzag well."""


@dataclass(frozen=True)
class DepthChoice:
    """Networks of every depth that learn a zigzag, alike but for their depth and activation."""

    activations: tuple[str, ...]
    folds: int
    width: int
    rule: Optimizer[Any]
    rate: float
    steps: int
    seed: int
    depth: int
    """Where the dial stands."""
    projector: bool

    def training(self, activation: str) -> Training:
        """How networks with this activation learn."""
        return Training(activation, self.folds, self.width, self.rule, self.rate, self.steps, self.seed)


def read_depth(address: Address) -> DepthChoice:
    """The networks that the address tells."""
    optimizer = address.choice("optimizer", LECTURE, "adam")
    return DepthChoice(
        activations=address.choices("activations", CHOOSABLE, USUAL_ACTIVATIONS),
        folds=address.whole("folds", *FOLDS, USUAL_FOLDS),
        width=address.whole("width", *WIDTHS, USUAL_WIDTH),
        rule=OPTIMIZERS[optimizer](),
        rate=address.number("rate", *RATE_SPAN, USUAL_RATES[optimizer]),
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        depth=address.whole("depth", DEPTHS[0], DEPTHS[-1], USUAL_DEPTH),
        projector=is_projected(address),
    )
