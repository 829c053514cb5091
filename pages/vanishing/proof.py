"""A scene of vanishing gradients: one depth, its gradients or its training, and what is asked of it."""

from collections.abc import Mapping
from dataclasses import replace
from math import isnan

from address import Address
from networks import ACTIVATIONS
from pages.vanishing.choice import VanishingChoice, read_vanishing
from pages.vanishing.compute import LAYERS, TRAINED, Answer
from pages.vanishing.table_proof import prove_table
from pages.vanishing.view import SIZES, TRAINING, trained_row, vanishing_grid
from pages.vanishing.words import depth_words
from scenes.of_vanishing import Way, Ways
from stage.figure_grid import FigureGrid, Row
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces, one_after_the_other

MOVED = "moved"
"""Asks for the layers that training moves."""

_LAST = Text(
    ko="은닉층 {depth}개인 {name} 신경망에서 맨 앞 층의 ‖∂L/∂W‖는 맨 뒤 층의 몇 배일까요?",
    en="{depth} hidden layers, {name}: how large is ‖∂L/∂W‖ of the first layer compared with the last?",
)
_ONE = Text(
    ko="은닉층 {depth}개인 {name} 신경망에서 맨 앞 층의 ‖∂L/∂W‖는 은닉층이 1개일 때의 몇 배일까요?",
    en="{depth} hidden layers, {name}: how large is the first layer's ‖∂L/∂W‖ compared with one hidden layer?",
)
_MOVED = Text(
    ko="은닉층 {depth}개를 학습하면 어느 신경망의 맨 앞 층이 가장 많이 움직일까요?",
    en="With {depth} hidden layers trained, which network's first layer moves the most?",
)
SIZE_NAMES: dict[float, Text] = {
    1e-1: Text(ko="1/10배보다 큼", en="More than 1/10"),
    1e-3: Text(ko="1/10배 ~ 1/1000배", en="1/10 to 1/1000"),
    1e-6: Text(ko="1/1000배 ~ 100만분의 1배", en="1/1000 to a millionth"),
    0.0: Text(ko="100만분의 1배보다 작음", en="Less than a millionth"),
}
"""What a share may be, by the least that it then is."""


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The picture of what is asked, and what was measured of all."""
    choice = read_vanishing(address)
    if choice.show == "table":
        return (yield from prove_table(choice, ask, language))
    works = [LAYERS.ask(choice.training(key)) for key in choice.activations]
    answers = dict(zip(choice.activations, (yield from one_after_the_other(works)), strict=True))
    ways = ways_of(choice, answers)
    grid = vanishing_grid(choice, answers, language, depths=(choice.depth,))
    readout = depth_words(answers, choice.depth)[language]
    return SceneResult(_training(grid) if ask == MOVED else _sizes(grid, readout), ways, asking(ways, ask))


def ways_of(choice: VanishingChoice, answers: Mapping[str, Answer]) -> Ways:
    """What becomes of the gradient with each activation, at the depth of the dial."""
    row = trained_row(choice.depth)
    each = {
        key: Way(
            front_to_last=answer.signals.front_to_last(choice.depth),
            returned=answer.signals.returned(choice.depth),
            front_share=answer.signals.front_share(choice.depth),
            moved=float(answer.moved[row, -1, 0]),
            loss_left=float(answer.loss[row, -1] / answer.loss[row, 0]),
        )
        for key, answer in answers.items()
    }
    return Ways(choice.depth, TRAINED[row], each)


def asking(ways: Ways, ask: str) -> Asking | None:
    """What is asked, and what is right as it was measured; None where nothing can be said of it."""
    if ask == MOVED:
        moved = {key: way.moved for key, way in ways.each.items() if not isnan(way.moved)}
        names = {key: ACTIVATIONS[key].name for key in moved}
        right = [key for key in moved if moved[key] == max(moved.values())]
        return Asking(_MOVED.format(depth=ways.trained), names, right) if len(names) > 1 else None
    beside, _, activation = ask.partition(".")
    if activation not in ways.each:
        return None
    way = ways.each[activation]
    share = way.front_to_last if beside == "last" else way.front_share
    words = (_LAST if beside == "last" else _ONE).format(depth=ways.depth, name=ACTIVATIONS[activation].name)
    options = {f"{least:g}": name for least, name in SIZE_NAMES.items()}
    return Asking(words, options, [next(f"{least:g}" for least in SIZE_NAMES if not share < least)])


def _sizes(grid: FigureGrid, readout: str) -> FigureGrid:
    """The gradients alone: there is nothing to play."""
    subplots = [replace(subplot, telling=True) for subplot in grid.subplots if subplot.key in SIZES]
    return replace(grid, steps=0, subplots=subplots, rows=[Row(SIZES, share=1.0)], readout=[readout])


def _training(grid: FigureGrid) -> FigureGrid:
    """The training alone, with the names that else stand on the board."""
    moved, loss = (subplot for subplot in grid.subplots if subplot.key in TRAINING)
    names = next(subplot.legend for subplot in grid.subplots if subplot.legend)
    subplots = [moved, replace(loss, legend=names)]
    return replace(grid, subplots=subplots, rows=[Row(TRAINING, share=1.0)], board=None)
