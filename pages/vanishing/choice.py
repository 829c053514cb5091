"""What the viewer has chosen on the page of vanishing gradients: read from the address, changed by the controls."""

from dataclasses import dataclass
from typing import Any

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from networks.depths import Start
from optimizers import OPTIMIZERS, Optimizer
from pages.vanishing.compute import DEEPEST, Training

USUAL_DEPTH = 20
"""Hidden layers."""
WIDTHS, USUAL_WIDTH = (4, 40), 32
"""Units of each hidden layer."""
SCALES = (0.25, 8.0)
"""By how much all weights at the start may be multiplied."""
MOST_STEPS, USUAL_STEPS = 150, 100
"""Of training: all depths together take less than a second an activation, and 300 kB."""

LECTURE_ACTIVATIONS = ("sigmoid", "tanh", "relu")
CUT = ("relu", "leaky-relu")
"""Activations that let one half through, and have initial weights of their own."""
CLASSES = tuple(key for key in DATASETS if key != "regression")
USUAL_RATES = {"gd": 0.03}
OTHER_RATE = 0.01
"""Of optimizers that remember."""


@dataclass(frozen=True)
class VanishingChoice:
    """Networks of 1 to `DEEPEST` hidden layers, all alike but for their depth and activation."""

    activations: tuple[str, ...]
    weights: str
    """How the weights begin, of all but those in `CUT`."""
    cut_weights: str
    scale: float
    """That multiplies them all."""
    width: int
    seed: int
    data: str
    rule: Optimizer[Any]
    rate: float
    steps: int
    depth: int
    """Where the dial stands."""
    projector: bool

    def start(self, activation: str) -> Start:
        """What the networks with this activation are before they are trained."""
        weights = self.cut_weights if activation in CUT else self.weights
        return Start(activation, weights, self.scale, self.width, self.seed, self.data)

    def training(self, activation: str) -> Training:
        """How they are trained."""
        return Training(self.start(activation), self.rule, self.rate, self.steps)


def read_vanishing(address: Address) -> VanishingChoice:
    """The networks that the address tells."""
    optimizer = address.choice("optimizer", LECTURE, LECTURE[0])
    return VanishingChoice(
        activations=address.choices("activations", tuple(ACTIVATIONS), LECTURE_ACTIVATIONS),
        weights=address.choice("weights", tuple(INITIALISATIONS), "thumb"),
        cut_weights=address.choice("relu.weights", tuple(INITIALISATIONS), "he"),
        scale=address.number("scale", *SCALES, 1.0),
        width=address.whole("width", *WIDTHS, USUAL_WIDTH),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        data=address.choice("data", CLASSES, "circles"),
        rule=OPTIMIZERS[optimizer](),
        rate=address.number("rate", *RATE_SPAN, usual_rate(optimizer)),
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        depth=address.whole("depth", 1, DEEPEST, USUAL_DEPTH),
        projector=is_projected(address),
    )


def usual_rate(optimizer: str) -> float:
    """The learning rate with which this optimizer begins."""
    return USUAL_RATES.get(optimizer, OTHER_RATE)
