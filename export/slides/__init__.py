"""A race as pictures for slides: one still, or a film. Drawn with Pillow, looking like the stage."""

from export.slides.animation import film
from export.slides.content import Content, Racer, Words
from export.slides.letters import Typeface, typeface
from export.slides.picture import FULL_HD, HD, still

__all__ = ["FULL_HD", "HD", "Content", "Racer", "Typeface", "Words", "film", "still", "typeface"]
