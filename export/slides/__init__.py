"""A race as pictures for slides: the last frame alone, or an animation. Drawn with Pillow, looking like the stage."""

from export.slides.animation import animation
from export.slides.content import Content, Racer, Words
from export.slides.letters import Typeface, typeface
from export.slides.picture import FULL_HD, HD, last_frame

__all__ = ["FULL_HD", "HD", "Content", "Racer", "Typeface", "Words", "animation", "last_frame", "typeface"]
