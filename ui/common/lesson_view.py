"""What every picture of a training has: the samples in the styles of their classes, a frame, axes over the steps."""

import numpy as np

from figures.theme import CLASSES, Style, Theme, style
from figures.training import bare_frame, measured_axes
from networks import Data
from optimizers import OPTIMIZERS
from stage.assets import Asset, themed
from stage.figure_grid import Shape
from text import Language, Text
from ui.common.lesson import classifies
from ui.common.lesson_choice import LessonChoice

POINT = 0.42
"""The size of a sample, as a share of a trail's head."""

_CLASS = Text(ko="클래스 {number}", en="class {number}")


def lesson_styles(choice: LessonChoice, data: Data, language: Language) -> tuple[tuple[str, str, Style], ...]:
    """Of the optimizers that learn, and of the classes."""
    classes = enumerate(CLASSES[: data.y.shape[1]])
    return (
        *((key, OPTIMIZERS[key].name, style(key, tuple(OPTIMIZERS))) for key in choice.chosen),
        *((f"class{i}", _CLASS.format(number=i + 1)[language], each) for i, each in classes),
    )


def samples_of(data: Data) -> list[Shape]:
    """The data, each class in its style."""
    places, wanted, labels = data
    if not classifies(data):
        return [Shape("class0", np.column_stack([places, wanted])[None, None], "dots", POINT)]
    return [Shape(f"class{i}", places[labels == i][None, None], "dots", POINT) for i in range(wanted.shape[1])]


@themed("bare-frame")
def frame_address(theme: Theme, *, projector: bool) -> Asset:
    """Where the browser finds the frame of a small picture."""
    return bare_frame(theme, projector=projector)


@themed("measured-axes")
def axes_address(
    theme: Theme, at: tuple[float, ...], words: tuple[str, ...], decades: int | None, *, projector: bool
) -> Asset:
    """Where the browser finds the empty axes of what is measured, over the steps or over the learning rates."""
    return measured_axes(theme, at, words, decades=decades, projector=projector)
