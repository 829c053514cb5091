"""What a viewer chooses of a training: the data, the network, and the optimizers that train it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast, get_args

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED, read_rules
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from optimizers import OPTIMIZERS, Optimizer
from ui.common.lesson import TrainingInputs

SAMPLES_SPAN = (20, 300)
NOISE_SPAN = (0.0, 0.5)
LAYERS_SPAN = (0, 3)
WIDTH_SPAN = (1, 16)
STEPS_SPAN = (1, 400)
"""With these bounds the longest training takes some seconds of one core (bench/bounds.py)."""
ALL_DATA, MOST_BATCH = 0, 128
"""A batch of size 0 is all data."""

SUITED = "auto"
SCHEMES = (SUITED, *INITIALISATIONS)
"""How the weights begin; the first is He's for kinds of ReLU and Xavier's for all others."""

Terms = Literal["common", "tuned"]
TERMS: tuple[Terms, ...] = get_args(Terms)


class Usual(NamedTuple):
    """What a chapter begins with."""

    data: str
    samples: int
    noise: float
    layers: int
    width: int
    activation: str
    steps: int
    rate: float
    datasets: Sequence[str] = tuple(DATASETS)
    """Those that it shows."""


@dataclass(frozen=True)
class LessonChoice:
    """One training, complete."""

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
    """Of all, where the terms are common."""
    terms: Terms
    projector: bool

    @property
    def hidden(self) -> tuple[int, ...]:
        """The widths of the hidden layers."""
        return (self.width,) * self.layers

    @property
    def inputs(self) -> TrainingInputs:
        """What has to be learned: the same with whichever learning rates."""
        return TrainingInputs(
            data=self.data,
            samples=self.samples,
            noise=self.noise,
            seed=self.seed,
            hidden=self.hidden,
            activation=self.activation,
            scheme=None if self.scheme == SUITED else self.scheme,
            rules=tuple(self.rules[key] for key in self.chosen),
            steps=self.steps,
            batch=min(self.batch, self.samples),
        )


def read_lesson(address: Address, usual: Usual) -> LessonChoice:
    """The training that the address tells."""
    return LessonChoice(
        data=address.choice("data", tuple(usual.datasets), usual.data),
        samples=address.whole("samples", *SAMPLES_SPAN, usual.samples),
        noise=address.number("noise", *NOISE_SPAN, usual.noise),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        layers=address.whole("layers", *LAYERS_SPAN, usual.layers),
        width=address.whole("width", *WIDTH_SPAN, usual.width),
        activation=address.choice("activation", tuple(ACTIVATIONS), usual.activation),
        scheme=address.choice("init", SCHEMES, SUITED),
        steps=address.whole("steps", *STEPS_SPAN, usual.steps),
        batch=address.whole("batch", ALL_DATA, MOST_BATCH, ALL_DATA),
        chosen=address.choices("optimizers", tuple(OPTIMIZERS), LECTURE),
        rules=read_rules(address),
        rate=address.number("rate", *RATE_SPAN, usual.rate),
        terms=cast(Terms, address.choice("rates", TERMS, TERMS[0])),
        projector=is_projected(address),
    )
