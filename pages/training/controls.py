"""The controls of the training race, beside the pictures."""

from collections.abc import Iterable, Sequence
from functools import partial

from pages.training.choice import USUAL
from pages.training.question import ASK_NAMES, asks
from text import Language, Text
from ui.common.lesson_choice import LessonChoice
from ui.common.lesson_controls import (
    data_control,
    folded_controls,
    optimizers_control,
    steps_controls,
    terms_control,
)
from ui.common.prediction import ANSWER, ASK, OFF, Asked
from ui.controls.surface import Naming
from ui.controls.widgets import Name, chooser

_ASK = Text(ko="먼저 예측하기", en="Predict first")


def training_controls(choice: LessonChoice, asked: Asked, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    data_control(choice, USUAL.datasets, language, named)
    optimizers_control(choice, language, named)
    terms_control(choice, language, named)
    steps_controls(choice, language, named)
    _ask_control(asks(choice), asked, language, named)
    folded_controls(choice, language, named)


def _ask_control(possible: Sequence[str], asked: Asked, language: Language, named: Naming) -> None:
    """What the viewer is asked before the race plays."""
    name = named(ASK)
    chooser(
        _ASK[language],
        possible,
        asked.ask if asked.ask in possible else OFF,
        name._replace(forget={*name.forget, ANSWER}),
        lambda ask: ASK_NAMES[ask][language],
    )
