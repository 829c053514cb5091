"""The training race as a scene: its picture, and who has learned how well."""

from collections.abc import Mapping

import numpy as np

from address import Address
from optimizers import OPTIMIZERS
from pages.training.choice import read_training
from pages.training.compute import TRAININGS, Answer
from pages.training.view import row_of, rows_of, training_grid
from scenes.of_training import Learned
from text import Language, Text
from ui.common.lesson_choice import LessonChoice
from ui.common.prediction import OFF, read_asked
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

_ASKED: Mapping[str, Text] = {
    "lowest": Text(
        ko="{steps}스텝 뒤 손실이 가장 낮은 기법은?", en=("Which optimizer's loss is lowest after {steps} steps?")
    ),
    "highest": Text(
        ko="{steps}스텝 뒤 손실이 가장 높은 기법은?", en=("Which optimizer's loss is highest after {steps} steps?")
    ),
}


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The picture without what tells the end, until something was answered."""
    choice = read_training(address)
    answer = yield from TRAININGS.ask(choice.inputs)
    asked = read_asked(address, ask)
    is_open = asked.ask == OFF or bool(asked.answer)
    learned = _learned(choice, answer)
    last = {key: float(np.nan_to_num(loss[-1], nan=np.inf)) for key, loss in learned.loss.items()}
    chosen = (min if ask == "lowest" else max)(last, key=last.__getitem__)
    options = {key: Text(ko=OPTIMIZERS[key].name, en=OPTIMIZERS[key].name) for key in choice.chosen}
    asking = Asking(_ASKED[ask].format(steps=choice.steps), options, [chosen])
    return SceneResult(training_grid(choice, answer, language, is_open=is_open), learned, asking)


def _learned(choice: LessonChoice, answer: Answer) -> Learned:
    """Of the row on show."""
    row = row_of(choice.rate) if choice.terms == "common" else 0
    loss, right = (rows_of(choice, answer, each)[row] for each in (answer.loss, answer.right))
    keys = list(enumerate(choice.chosen))
    return Learned({key: loss[:, i] for i, key in keys}, {key: right[:, i] for i, key in keys})
