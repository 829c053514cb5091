"""A still figure in the page's own look, drawn by the player's Plotly: light and dark are switched live."""

from ui.stage.component import component


def figure(address: str, words: str, *, key: str) -> None:
    """The still at this address, as large as the style sheet makes its place; `words` say what it shows."""
    component("figure", '<div class="descent-figure"></div>')(key=key, data={"words": words, "figure": address})
