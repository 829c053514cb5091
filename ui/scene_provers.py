"""Chapters whose whole picture proves a claim: each works out the picture, its evidence, and what is asked of it."""

from collections.abc import Callable

from text import Language
from ui.address import Address
from ui.constraints_scene import proven_constraints
from ui.model_scene import proven_model
from ui.scene_proven import Proven
from ui.shared_work import Pieces

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "constraints": proven_constraints,
    "model": proven_model,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
