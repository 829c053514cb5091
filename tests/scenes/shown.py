"""A scene as its page shows it, for the tests."""

from collections.abc import Mapping
from typing import TypeVar

from text import Language
from ui.scene_choice import read_scene
from ui.scene_shown import Shown, shown
from ui.shared_work import Pieces

Answer = TypeVar("Answer")


def finished(work: Pieces[Answer]) -> Answer:
    """All of the work at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def scene_at(query: Mapping[str, str], language: Language = "en") -> Shown:
    """What the page shows at this address."""
    return finished(shown(read_scene({name: [value] for name, value in query.items()}), language))
