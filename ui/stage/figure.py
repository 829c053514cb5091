"""A still figure in the page's own look, drawn by the player's Plotly: light and dark are switched live."""

from collections.abc import Mapping

from figures.theme import Theme
from ui.stage.component import component


def figure(pictures: Mapping[Theme, str], words: str, *, key: str) -> None:
    """The still at one of these addresses, as large as the style sheet makes its place; `words` say what it shows."""
    component("figure", '<div class="descent-figure"></div>')(
        key=key, data={"words": words, "light": pictures["light"], "dark": pictures["dark"]}
    )
