"""The stage's style sheet: one file of styles/ after the other, in the order in which later rules win."""

from functools import cache
from pathlib import Path

STYLES = Path(__file__).parent / "styles"
PARTS = (
    "common",
    "question",
    "surfaces",
    "playlist",
    "tables",
    "sliders",
    "race",
    "figure_grid",
    "inside",
    "graph",
    "handout",
    "contrast",
)


@cache
def style_sheet() -> str:
    """All of it, as a page loads it at once."""
    return "\n".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in PARTS)
