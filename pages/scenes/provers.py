"""Chapters whose whole picture proves a claim: who works it out for each."""

from collections.abc import Callable

from address import Address
from pages.activations.proof import activations_proven
from pages.backpropagation.proof import graph_proven
from pages.constraints.proof import constraints_proven
from pages.differences.proof import differences_proven
from pages.losses.proof import losses_proven
from pages.model.proof import model_proven
from pages.training.proof import proven_training
from pages.vanishing.proof import vanishing_proven
from text import Language
from ui.common.scene_result import Proven
from work.pieces import Pieces

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "activations": activations_proven,
    "differences": differences_proven,
    "constraints": constraints_proven,
    "backpropagation": graph_proven,
    "losses": losses_proven,
    "model": model_proven,
    "training": proven_training,
    "vanishing": vanishing_proven,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
