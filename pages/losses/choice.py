"""What the viewer has chosen on the page of loss functions: read from the address, changed by the controls."""

from typing import Literal, NamedTuple, cast, get_args

import numpy as np

from address import Address
from address.projector import is_projected

Show = Literal["error", "classes", "sigmoid"]
SHOWS: tuple[Show, ...] = get_args(Show)

Rest = Literal["move", "even", "one"]
"""How wrong classes share what the true one does not get: it moves from evenly to all on one, or stays at either."""
RESTS: tuple[Rest, ...] = get_args(Rest)

USUAL_SHOW: Show = "error"
CLASSES_SPAN = (3, 5)
RATE_SPAN = (0.01, 10.0)
USUAL_ERROR, USUAL_PREDICTION, USUAL_LOGIT = 1.5, 0.6, -6.0

ERRORS = np.arange(-30, 31) / 10
"""ŷ − y, as far as the dial goes."""
PREDICTIONS = np.arange(1, 101) / 100
"""Of the true class, as far as the dial goes."""
LOGITS = np.linspace(-8, 8, 65)
"""Before the sigmoid, as far as the dial goes."""


class LossesChoice(NamedTuple):
    """Which pictures, and what they are of."""

    show: Show
    error: float
    """Where its dial stands is not in the picture; a scene measures there."""
    classes: int
    rest: Rest
    prediction: float
    """Of the true class; the same holds."""
    logit: float
    """Before the sigmoid; the same holds."""
    rate: float
    projector: bool


def read_losses(address: Address) -> LossesChoice:
    """The page of loss functions that the address tells."""
    return LossesChoice(
        show=cast(Show, address.choice("show", SHOWS, USUAL_SHOW)),
        error=address.number("error", ERRORS[0], ERRORS[-1], USUAL_ERROR),
        classes=address.whole("classes", *CLASSES_SPAN, CLASSES_SPAN[0]),
        rest=cast(Rest, address.choice("rest", RESTS, RESTS[0])),
        prediction=address.number("prediction", PREDICTIONS[0], PREDICTIONS[-1], USUAL_PREDICTION),
        logit=address.number("logit", LOGITS[0], LOGITS[-1], USUAL_LOGIT),
        rate=address.number("rate", *RATE_SPAN, 1.0),
        projector=is_projected(address),
    )
