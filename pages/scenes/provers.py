"""Chapters whose whole picture proves a claim: who works it out for each."""

from collections.abc import Callable

from address import Address
from pages.activations.proof import prove_activations
from pages.backpropagation.proof import prove_graph
from pages.constraints.proof import prove_constraints
from pages.differences.proof import prove_differences
from pages.losses.proof import prove_losses
from pages.model.proof import prove_model
from pages.training.proof import prove_training
from pages.vanishing.proof import prove_vanishing
from text import Language
from ui.common.scene_result import SceneResult
from work.pieces import Pieces

PROVERS: dict[str, Callable[[Address, str, Language], Pieces[SceneResult]]] = {
    "activations": prove_activations,
    "differences": prove_differences,
    "constraints": prove_constraints,
    "backpropagation": prove_graph,
    "losses": prove_losses,
    "model": prove_model,
    "training": prove_training,
    "vanishing": prove_vanishing,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
