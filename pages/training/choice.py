"""What the viewer has chosen for the training race: read from the address, changed by the controls."""

from address import Address
from ui.common.lesson_choice import LessonChoice, Usual, read_lesson

USUAL = Usual(data="moons", samples=200, noise=0.15, layers=2, width=16, activation="relu", steps=300, rate=0.03)
"""Its learning rate is where the dial stands, if there is one."""


def read_training(address: Address) -> LessonChoice:
    """The training race that the address tells."""
    return read_lesson(address, USUAL)
