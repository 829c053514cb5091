"""Chapters whose whole picture proves a claim: who works it out for each."""

from collections.abc import Callable

from pieces import Pieces
from text import Language
from ui.activations_scene import activations_proven
from ui.address import Address
from ui.backpropagation_scene import graph_proven
from ui.constraints_scene import constraints_proven
from ui.differences_scene import differences_proven
from ui.losses_scene import losses_proven
from ui.model_scene import model_proven
from ui.scene_proven import Proven
from ui.training_scene import proven_training
from ui.vanishing_scene import vanishing_proven

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
