"""A scene as its page shows it, for the tests."""

from collections.abc import Mapping

from pieces import finished
from text import Language
from ui.scene_choice import read_scene
from ui.scene_shown import Shown, shown


def scene_at(query: Mapping[str, str], language: Language = "en") -> Shown:
    """What the page shows at this address."""
    return finished(shown(read_scene({name: [value] for name, value in query.items()}), language))
