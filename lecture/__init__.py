"""The lecture, slide by slide: what each claims and writes, what to say to it and what to ask.

Which claims, chapters and scenes show a slide is put together where it is shown; `scenes/` says what a machine checks.
"""

from lecture import descent, learning, optimizers, vanishing, weights
from lecture.slide import Letter, Part, Question, Slide, Way

PARTS: tuple[Part, ...] = (learning.PART, descent.PART, optimizers.PART, weights.PART, vanishing.PART)
"""In the order of the lecture."""

SLIDES: dict[int, Slide] = dict(enumerate((slide for part in PARTS for slide in part.slides), 1))
"""Every slide by its number."""

__all__ = ["PARTS", "SLIDES", "Letter", "Part", "Question", "Slide", "Way"]
