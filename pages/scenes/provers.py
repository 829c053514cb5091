"""The chapters that show scenes: each registers itself by a `prove` in its `proof.py`."""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol

from address import Address
from text import Language
from ui.common.scene_result import SceneResult
from ui.shell.chapters import CHAPTERS
from work.pieces import Pieces


class Prover(Protocol):
    """From the address of a scene, and from what it asks, to what there is to see."""

    def __call__(self, address: Address, ask: str, language: Language, /) -> Pieces[SceneResult]: ...


PROVERS: Mapping[str, Prover] = {
    path: import_module(f"pages.{path}.proof").prove
    for path, chapter in CHAPTERS.items()
    if chapter.script.with_name("proof.py").exists()
}
"""By the chapter's name in the address."""
