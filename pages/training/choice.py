"""What the viewer has chosen for the training race: read from the address, changed by the controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED, read_rules
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from optimizers import OPTIMIZERS, Optimizer
from pages.training.compute import TrainingInputs

SAMPLES_SPAN = (20, 300)
NOISE_SPAN = (0.0, 0.5)
LAYERS_SPAN = (0, 3)
WIDTH_SPAN = (1, 16)
STEPS_SPAN = (1, 400)
"""With these bounds the longest training takes some seconds of one core (bench/bounds.py)."""
ALL_DATA, MOST_BATCH = 0, 128
"""A batch of size 0 is all data."""
USUAL_SAMPLES, USUAL_NOISE, USUAL_LAYERS, USUAL_WIDTH, USUAL_STEPS = 200, 0.15, 2, 16, 300
USUAL_RATE = 0.03
USUAL_DATA, USUAL_ACTIVATION = "moons", "relu"

SUITED = "auto"
SCHEMES = (SUITED, *INITIALISATIONS)
"""How the weights begin; the first is He's for kinds of ReLU and Xavier's for all others."""

Terms = Literal["common", "tuned"]
TERMS: tuple[Terms, ...] = get_args(Terms)


@dataclass(frozen=True)
class TrainingChoice:
    """One training race, complete."""

    data: str
    samples: int
    noise: float
    seed: int
    layers: int
    width: int
    activation: str
    scheme: str
    steps: int
    batch: int
    chosen: tuple[str, ...]
    """The keys of the optimizers that learn."""
    rules: Mapping[str, Optimizer[Any]]
    """Every optimizer with its hyperparameters, chosen or not."""
    rate: float
    """Where the dial stands, if there is one."""
    terms: Terms
    projector: bool

    @property
    def inputs(self) -> TrainingInputs:
        """What has to be worked out: the same wherever the dial stands, and on whichever terms."""
        return TrainingInputs(
            data=self.data,
            samples=self.samples,
            noise=self.noise,
            seed=self.seed,
            hidden=(self.width,) * self.layers,
            activation=self.activation,
            scheme=None if self.scheme == SUITED else self.scheme,
            rules=tuple(self.rules[key] for key in self.chosen),
            steps=self.steps,
            batch=min(self.batch, self.samples),
        )


def read_training(address: Address) -> TrainingChoice:
    """The training race that the address tells."""
    return TrainingChoice(
        data=address.choice("data", tuple(DATASETS), USUAL_DATA),
        samples=address.whole("samples", *SAMPLES_SPAN, USUAL_SAMPLES),
        noise=address.number("noise", *NOISE_SPAN, USUAL_NOISE),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        layers=address.whole("layers", *LAYERS_SPAN, USUAL_LAYERS),
        width=address.whole("width", *WIDTH_SPAN, USUAL_WIDTH),
        activation=address.choice("activation", tuple(ACTIVATIONS), USUAL_ACTIVATION),
        scheme=address.choice("init", SCHEMES, SUITED),
        steps=address.whole("steps", *STEPS_SPAN, USUAL_STEPS),
        batch=address.whole("batch", ALL_DATA, MOST_BATCH, ALL_DATA),
        chosen=address.choices("optimizers", tuple(OPTIMIZERS), LECTURE),
        rules=read_rules(address),
        rate=address.number("rate", *RATE_SPAN, USUAL_RATE),
        terms=cast(Terms, address.choice("rates", TERMS, TERMS[0])),
        projector=is_projected(address),
    )
