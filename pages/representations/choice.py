"""What the viewer has chosen of the hidden layers: read from the address, changed by the controls."""

from dataclasses import dataclass, fields

from address import Address
from networks import DATASETS
from pages.representations.compute import RepresentationInputs
from ui.common.lesson_choice import LAYERS_SPAN, LessonChoice, Usual, read_lesson

USUAL = Usual(
    data="spiral",
    samples=120,
    noise=0.1,
    layers=3,
    width=12,
    activation="tanh",
    steps=300,
    rate=0.1,
    datasets=tuple(key for key, each in DATASETS.items() if each.classes == 2),
)
LAST_SPAN, USUAL_LAST = (2, 16), 2
"""Neurons of the last hidden layer: where there are two, the network's own straight line is seen as it is."""


@dataclass(frozen=True)
class RepresentationChoice(LessonChoice):
    """One training, and the layer through which it is seen."""

    last: int
    """Neurons of the last hidden layer."""
    layer: int
    """Where the dial stands: 0 is the input."""

    @property
    def hidden(self) -> tuple[int, ...]:
        return (*(self.width,) * (self.layers - 1), self.last) if self.layers else ()

    @property
    def shown(self) -> RepresentationInputs:
        """What has to be worked out, wherever the dial stands."""
        return RepresentationInputs(self.inputs, self.rate if self.terms == "common" else None)


def read_representations(address: Address) -> RepresentationChoice:
    """The training and the layer that the address tells; of a network with fewer layers, its last."""
    lesson = read_lesson(address, USUAL)
    return RepresentationChoice(
        **{field.name: getattr(lesson, field.name) for field in fields(lesson)},
        last=address.whole("last", *LAST_SPAN, USUAL_LAST),
        layer=min(address.whole("layer", *LAYERS_SPAN, lesson.layers), lesson.layers),
    )
