"""What the viewer has chosen on the page of numerical differentiation: read from the address, changed by controls."""

from typing import Literal, NamedTuple, cast, get_args

from address import Address
from address.projector import is_projected
from address.race import MOST_SEED
from networks import ACTIVATIONS, MLP
from pages.differences.timings import SIZES, network_of

Difference = Literal["forward", "central"]
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)
WIDTH_SPAN, USUAL_WIDTH = (1, 8), 6
"""Of both hidden layers: 114 parameters at most, so that each has a bar of its own."""
STEP_SPAN, USUAL_STEP = (1e-15, 1.0), 1e-6
USUAL_ACTIVATION = "tanh"


class DifferencesChoice(NamedTuple):
    """A network, and how its gradient is found numerically."""

    width: int
    activation: str
    seed: int
    step: float
    difference: Difference
    projector: bool

    @property
    def network(self) -> MLP:
        """Whose gradient is shown."""
        return network_of(self.width, self.activation)


def read_differences(address: Address) -> DifferencesChoice:
    """The network that the address tells. Where the dial of sizes stands, the player reads by itself."""
    address.whole("size", SIZES[0], SIZES[-1], SIZES[-1])
    return DifferencesChoice(
        width=address.whole("width", *WIDTH_SPAN, USUAL_WIDTH),
        activation=address.choice("activation", tuple(ACTIVATIONS), USUAL_ACTIVATION),
        seed=address.whole("seed", 0, MOST_SEED, 0),
        step=address.number("step", *STEP_SPAN, USUAL_STEP),
        difference=cast(Difference, address.choice("difference", DIFFERENCES, DIFFERENCES[0])),
        projector=is_projected(address),
    )
