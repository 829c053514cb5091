"""The hidden layers as a scene: the input plane until something was answered, then what training has made of it."""

from dataclasses import replace

from address import Address
from optimizers import OPTIMIZERS
from pages.representations.choice import RepresentationChoice, read_representations
from pages.representations.compute import REPRESENTATIONS, Answer
from pages.representations.view import representation_grid
from pages.representations.words import percent
from scenes.of_representations import Represented
from stage.figure_grid import FigureGrid, Row
from text import Language, Text
from ui.common.prediction import OFF, read_asked
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

_ASKED = Text(
    ko=(
        "{name}: {steps}스텝 학습한 뒤, 마지막 은닉층에서 출력층의 직선 하나가 데이터의 몇 %를 바르게 나눌까요? 이 "
        "입력 평면에서는 가장 좋은 직선이 {most}%를 나눕니다."
    ),
    en=(
        "After {steps} steps with {name}, how much of the data does the output layer's one straight line separate "
        "correctly in the last hidden layer? In this input plane the best line manages {most}%."
    ),
)
SHARES: dict[float, Text] = {
    0.99: Text(ko="99% 이상", en="99% or more"),
    0.9: Text(ko="90% ~ 99%", en="90% to 99%"),
    0.75: Text(ko="75% ~ 90%", en="75% to 90%"),
    0.0: Text(ko="75%보다 적게", en="Less than 75%"),
}
"""What a share may be, by the least that it then is."""


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The picture, and what was measured of it."""
    choice = read_representations(address)
    answer = yield from REPRESENTATIONS.ask(choice.shown)
    asked = read_asked(address, ask)
    is_open = asked.ask == OFF or bool(asked.answer)
    evidence = represented(choice, answer)
    grid = representation_grid(choice, answer, language, is_open=is_open)
    return SceneResult(_without_loss(grid), evidence, asking(choice, evidence, ask.partition(".")[2]))


def _without_loss(grid: FigureGrid) -> FigureGrid:
    """The pictures and what a line parts in every layer, side by side: a scene is about these alone."""
    subplots = [each for each in grid.subplots if each.key != "loss"]
    return replace(grid, subplots=subplots, rows=[Row([each.key for each in subplots], share=1.0)])


def represented(choice: RepresentationChoice, answer: Answer) -> Represented:
    """How far straight lines part the classes."""
    before, after = (dict(zip(choice.chosen, answer.right[step].tolist(), strict=True)) for step in (0, -1))
    return Represented(answer.most_in_the_plane, before, after)


def asking(choice: RepresentationChoice, evidence: Represented, who: str) -> Asking | None:
    """What is asked of one optimizer's network, and what is right as it was measured; None where it does not learn."""
    if who not in evidence.learned:
        return None
    words = _ASKED.format(name=OPTIMIZERS[who].name, steps=choice.steps, most=percent(evidence.in_the_plane))
    options = {f"{least:g}": name for least, name in SHARES.items()}
    return Asking(words, options, [next(f"{least:g}" for least in SHARES if evidence.learned[who] >= least)])
