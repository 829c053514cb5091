"""Chapters whose whole picture proves a claim: each works out the picture, its evidence, and what is asked of it."""

from collections.abc import Callable

from text import Language
from ui.address import Address
from ui.scene_proven import Proven
from ui.shared_work import Pieces
from ui.training_scene import proven_training

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "training": proven_training,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
