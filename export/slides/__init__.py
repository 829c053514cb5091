"""Pictures for slides, one frame alone or an animation. Drawn with Pillow, looking like the stage."""

from export.slides.animation import animation
from export.slides.content import Content, Racer, Words
from export.slides.drawing import FULL_HD, HD, Shown, still
from export.slides.graph_content import GraphContent
from export.slides.grid_content import GridContent
from export.slides.letters import Typeface, typeface

__all__ = [
    "FULL_HD",
    "HD",
    "Content",
    "GraphContent",
    "GridContent",
    "Racer",
    "Shown",
    "Typeface",
    "Words",
    "animation",
    "still",
    "typeface",
]
