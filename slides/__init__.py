"""A race as pictures for slides: one still, or a film. Drawn with Pillow, looking like the stage."""

from slides.content import Content, Racer, Words
from slides.film import film
from slides.letters import Typeface, typeface
from slides.picture import FULL_HD, HD, still

__all__ = ["FULL_HD", "HD", "Content", "Racer", "Typeface", "Words", "film", "still", "typeface"]
