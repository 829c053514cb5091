"""Chapters whose whole picture proves a claim: who works it out for each."""

from collections.abc import Callable

from text import Language
from ui.activations_scene import activations_proven
from ui.address import Address
from ui.backpropagation_scene import graph_proven
from ui.losses_scene import losses_proven
from ui.scene_proven import Proven
from ui.shared_work import Pieces
from ui.vanishing_scene import vanishing_proven

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "activations": activations_proven,
    "backpropagation": graph_proven,
    "losses": losses_proven,
    "vanishing": vanishing_proven,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
