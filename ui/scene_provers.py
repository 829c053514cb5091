"""The chapters whose whole picture proves a claim, and who works it out for their scenes."""

from collections.abc import Callable

from text import Language
from ui.address import Address
from ui.differences_scene import differences_proven
from ui.scene_proven import Proven
from ui.shared_work import Pieces

PROVEN: dict[str, Callable[[Address, str, Language], Pieces[Proven]]] = {
    "differences": differences_proven,
}
"""By the chapter's name in the address: from the address of a scene, and from what it asks, to what there is to see."""
