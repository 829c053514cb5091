"""Every chapter whose whole picture proves a claim."""

from collections.abc import Callable

from text import Language
from ui.address import Address
from ui.backpropagation_scene import graph_proven
from ui.scene_proven import Proven
from ui.shared_work import Pieces

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "backpropagation": graph_proven,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
