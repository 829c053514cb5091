"""A scene as its page shows it, for the tests."""

from collections.abc import Mapping

from pages.scenes.choice import read_scene
from pages.scenes.view import Shown, shown
from text import Language
from work.pieces import finished


def scene_at(query: Mapping[str, str], language: Language = "en") -> Shown:
    """What the page shows at this address."""
    return finished(shown(read_scene({name: [value] for name, value in query.items()}), language))
