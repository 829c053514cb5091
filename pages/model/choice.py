"""What the viewer has chosen on the page of a model: read from the address, changed by the controls."""

from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from address.race import LECTURE, MOST_SEED, read_settings
from networks import CURVES, LETTERS, Curve
from optimizers import OPTIMIZERS, Optimizer
from parameters import parameters

MOST_STEPS = 200
"""So that a change of a slider sends less than 400 kB."""
USUAL_STEPS = 120
SPAN, STEP = (-5.0, 5.0), 0.05
"""Of every parameter's slider: its ends, and from one of its values to the next."""

Show = Literal["steps", "differences"]
"""What one rule makes of the parameters; or their derivatives by nudging one after the other."""
SHOWS: tuple[Show, ...] = get_args(Show)
NUDGES = tuple(f"{10 ** (power / 2):.3g}" for power in range(-24, 1))
"""Every h of the dial, as it stands in the address: two a decade."""
USUAL_NUDGE = NUDGES.index("0.1")

Theta = tuple[float, float, float, float]


@dataclass(frozen=True)
class ModelChoice:
    """A model, where its sliders stand, and who goes on from there."""

    curve: Curve
    theta: Theta
    """a, b, c and d."""
    rule: Optimizer[Any]
    rate: float
    steps: int
    seed: int
    """Of the data."""
    projector: bool
    show: Show = "steps"


def letter_values() -> list[str]:
    """Every value of a parameter's slider, as it stands in the address."""
    low, high = SPAN
    return [f"{low + STEP * i:.10g}" for i in range(round((high - low) / STEP) + 1)]


def read_model(address: Address) -> ModelChoice:
    """The page that the address tells. Where the dial of h stands, the player reads by itself."""
    curve = CURVES[address.choice("model", tuple(CURVES), next(iter(CURVES)))]
    key = address.choice("optimizer", tuple(OPTIMIZERS), LECTURE[0])
    a, b, c, d = (address.number(each, *SPAN, usual) for each, usual in zip(LETTERS, curve.start, strict=True))
    address.number("h", float(NUDGES[0]), float(NUDGES[-1]), float(NUDGES[USUAL_NUDGE]))
    return ModelChoice(
        curve=curve,
        theta=(a, b, c, d),
        rule=OPTIMIZERS[key](**read_settings(address, key, parameters(OPTIMIZERS[key]))),
        rate=address.number("rate", *RATE_SPAN, curve.learning_rate),
        steps=address.whole("steps", 1, MOST_STEPS, USUAL_STEPS),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        projector=is_projected(address),
        show=cast(Show, address.choice("show", SHOWS, SHOWS[0])),
    )
