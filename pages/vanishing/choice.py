"""What the viewer has chosen on the page of vanishing gradients: read from the address, changed by the controls."""

from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from networks.depths import Start
from optimizers import OPTIMIZERS, Optimizer
from pages.vanishing.compute import DEEPEST, Training
from pages.vanishing.table_compute import TableInputs

Show = Literal["layers", "table"]
"""Layer by layer with some activations; or every activation with every initialization."""
SHOWS: tuple[Show, ...] = get_args(Show)

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

    show: Show
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

    @property
    def table(self) -> TableInputs:
        """The networks of the table."""
        return TableInputs(self.scale, self.width, self.seed, self.data)


def weights_name(activation: str) -> str:
    """The address's name for how the weights of networks with this activation begin."""
    return "relu.weights" if activation in CUT else "weights"


def values_of_cell(activation: str, column: int) -> dict[str, str | None]:
    """What the address says of a cell of the table when it is seen layer by layer; columns are the initializations."""
    return {"show": None, "activations": activation, weights_name(activation): tuple(INITIALISATIONS)[column]}


def read_vanishing(address: Address) -> VanishingChoice:
    """The networks that the address tells."""
    optimizer = address.choice("optimizer", LECTURE, LECTURE[0])
    return VanishingChoice(
        show=cast(Show, address.choice("show", SHOWS, SHOWS[0])),
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
