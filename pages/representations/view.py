"""From what the layers make of the plane to the grid: a picture for each optimizer, and what each layer reaches."""

from collections.abc import Sequence

import numpy as np

from figures.theme import REPRESENTED
from numerals import numeral
from pages.representations.choice import RepresentationChoice
from pages.representations.compute import Answer, Seen, shares_at
from pages.representations.words import INPUT, layer_words, readout_words
from parameters import Array
from stage.figure_grid import Board, Dial, Entry, FigureGrid, Row, Shape, Subplot, Trail
from text import Language, Text
from ui.common.lesson_view import POINT, axes_address, frame_address, lesson_styles

ABREAST = 5
"""Pictures in a row, at most; more are parted evenly."""
PARTED_SPAN = (45.0, 104.0)
"""Per cent: two classes of the same size are parted by half at least."""

_LABEL = Text(
    ko="은닉층이 배우는 표현: 기법마다 은닉층을 지난 평면, 층마다 직선으로 나뉘는 데이터, 손실 곡선",
    en=(
        "Hidden layers learn representations: for each optimizer the plane seen through a layer, what a straight "
        "line separates in every layer, and the loss"
    ),
)
_PARTED = Text(ko="층마다 직선 하나로 나뉘는 데이터(%)", en="Separated by one straight line, by layer (%)")
_LOSS = Text(ko="손실 L · 스텝 0–{steps}", en="Loss L · steps 0–{steps}")
_DIAL = Text(ko="어느 층에서 볼까요?", en="Seen through layer")
_GRID = Text(ko="입력 평면의 격자", en="grid of the input plane")
_OWN = Text(ko="출력층의 직선", en="output layer's line")
_FOUND = Text(ko="찾은 직선 중 가장 좋은 것", en="best line found")
_WORDS = {"grid": _GRID, "own": _OWN, "found": _FOUND}
_NAME = Text(ko="기법", en="optimizer")
_RATE = Text(ko="학습률 n", en="learning rate n")
_HELD = Text(ko="담긴 분산(%)", en="variance seen (%)")
_SEPARATED = Text(ko="직선으로 나뉨(%)", en="separated (%)")
_RIGHT = Text(ko="정확도(%)", en="accuracy (%)")
_LOSS_HEAD = Text(ko="손실 L", en="loss L")


def representation_grid(
    choice: RepresentationChoice, answer: Answer, language: Language, *, is_open: bool = True
) -> FigureGrid:
    """Everything on the page; before it may be known what is learned, the input plane alone."""
    layers = len(choice.hidden) + 1 if is_open else 1
    pictures = [_picture(choice, answer, entry, layers) for entry in range(len(choice.chosen))]
    below = [_parted(choice, answer, layers, language), _loss(choice, answer, language)] if is_open else []
    return FigureGrid(
        key=f"{choice.shown}",
        label=_LABEL[language],
        steps=choice.steps if is_open else 0,
        subplots=[*pictures, *below],
        rows=_rows([each.key for each in pictures], [each.key for each in below], projector=choice.projector),
        styles=(
            *lesson_styles(choice, answer.data, language),
            *((key, words[language], REPRESENTED[key]) for key, words in _WORDS.items()),
        ),
        dials=[_dial(choice, language)] if layers > 1 else [],
        readout=[
            readout_words(choice, answer, layer)[language] if is_open else layer_words(layer, choice.layers)[language]
            for layer in range(layers)
        ],
        board=_board(choice, answer, layers, language) if is_open else None,
        projector=choice.projector,
    )


def _rows(pictures: Sequence[str], below: Sequence[str], *, projector: bool) -> list[Row]:
    """One picture beside the rest, or several over it; on a projector the loss folds where there is no room for it."""
    if not below:
        return [Row(list(pictures), share=1.0)]
    if len(pictures) == 1 and projector:
        return [Row([pictures[0], below[0]], share=0.62), Row(list(below[1:]), share=0.38)]
    if len(pictures) == 1:
        return [Row([pictures[0], tuple(below)], share=1.0)]
    lines = -(-len(pictures) // ABREAST)
    above = [Row(list(each), share=0.56 / lines) for each in np.array_split(pictures, lines)]
    return [*above, Row(list(below), share=0.44)]


def _picture(choice: RepresentationChoice, answer: Answer, entry: int, layers: int) -> Subplot:
    """What one optimizer's network makes of the plane; the dial leads from layer to layer."""
    key, seen, labels = choice.chosen[entry], answer.seen[entry], answer.data.labels
    grid, samples = (each[:layers].astype(np.float64) for each in (seen.grid, seen.samples))
    return Subplot(
        key=f"plane.{key}",
        figure=frame_address(projector=choice.projector),
        legend=(key,),
        weight=1.5,
        proportion=1.0,
        x=(-1, 1),
        y=(-1, 1),
        shapes=[
            Shape("grid", grid, thin=True),
            *_lines(seen, layers),
            *(Shape(f"class{each}", samples[:, :, labels == each], "dots", POINT) for each in (0, 1)),
        ],
    )


def _lines(seen: Seen, layers: int) -> list[Shape]:
    """The straight lines, the network's own in the last layer and the best that was found in the others."""
    last = (np.arange(len(seen.line)) == len(seen.line) - 1)[:layers, None, None, None]
    line = seen.line[:layers].astype(np.float64)
    return [Shape("own", np.where(last, line, np.nan)), Shape("found", np.where(last, np.nan, line))]


def _parted(choice: RepresentationChoice, answer: Answer, layers: int, language: Language) -> Subplot:
    """How much a straight line parts in every layer, now; the dial stands under it."""
    places = np.arange(layers, dtype=np.float64)
    shares = [
        np.stack(np.broadcast_arrays(places, 100 * seen.parted[:layers].T), axis=-1)[None] for seen in answer.seen
    ]
    each = list(zip(choice.chosen, shares, strict=True))
    ticks = (INPUT[language], *(str(layer) for layer in range(1, layers)))
    return Subplot(
        key="parted",
        figure=axes_address(tuple(places.tolist()), ticks, None, projector=choice.projector),
        title=_PARTED[language],
        x=(-0.5, layers - 0.5),
        y=PARTED_SPAN,
        shapes=[
            *(Shape(key, points) for key, points in each),
            *(Shape(key, points, "dots", 0.7) for key, points in each),
        ],
        cursor=np.column_stack([places, np.zeros_like(places)]) if layers > 1 else None,
        across=True,
    )


def _loss(choice: RepresentationChoice, answer: Answer, language: Language) -> Subplot:
    """The loss over the steps."""
    ticks = (0.0, float(choice.steps // 2), float(choice.steps))
    start = float(answer.loss[0, 0])
    known = answer.loss[np.isfinite(answer.loss)]
    highest = min(float(known.max(initial=start)), 2 * start)
    return Subplot(
        key="loss",
        figure=axes_address(ticks, tuple(f"{step:g}" for step in ticks), None, projector=choice.projector),
        title=_LOSS.format(steps=choice.steps)[language],
        x=(0, choice.steps),
        y=(-0.06 * highest, 1.06 * highest),
        trails=[Trail(key, answer.loss[None, :, entry]) for entry, key in enumerate(choice.chosen)],
    )


def _dial(choice: RepresentationChoice, language: Language) -> Dial:
    return Dial(
        key="layer",
        label=_DIAL[language],
        under="parted",
        values=[layer_words(layer, choice.layers)[language] for layer in range(choice.layers + 1)],
        written=[str(layer) for layer in range(choice.layers + 1)],
        usual=choice.layers,
    )


def _board(choice: RepresentationChoice, answer: Answer, layers: int, language: Language) -> Board:
    """What is measured at every layer and step."""
    columns = []
    for entry, seen in enumerate(answer.seen):
        of_layer = [100 * shares_at(answer.moments, each, choice.steps) for each in (seen.held, seen.parted)]
        alike = [100 * answer.right[:, entry], answer.loss[:, entry]]
        columns.append(np.stack([*of_layer, *(np.repeat(each[None], layers, axis=0) for each in alike)], axis=-1))
    heads = (_NAME, _RATE, _HELD, _SEPARATED, _RIGHT, _LOSS_HEAD)
    return Board(
        heads=[head[language] for head in heads],
        entries=[Entry(key, (numeral(rate, 3),)) for key, rate in zip(choice.chosen, answer.rates, strict=True)],
        values=_tidy(np.stack(columns, axis=2)),
    )


def _tidy(values: Array) -> Array:
    """Per cent in one decimal, as far as the samples tell."""
    return np.concatenate([np.round(values[..., :3], 1), values[..., 3:]], axis=-1)
