"""From a choice to the grid of what depth expresses: the zigzag with the best fits, and the losses over depth."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from figures.sweep import Ticks
from figures.theme import DEPTH_BOUNDS, FITTED, FUNCTIONS, Style
from networks import ACTIVATIONS, INITIALISATIONS
from networks.zigzag import zigzag
from pages.depth import words
from pages.depth.choice import USUAL_DEPTH, DepthChoice
from pages.depth.compute import DEPTHS, Answer, Bounds, X, bounds
from parameters import Array
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot
from text import Language
from ui.common.function_axes import function_axes_address

PLACES = np.arange(float(len(DEPTHS)))
"""Of the depths on their axis."""
APART = 0.2
"""Between the dots of two activations."""
DOT = 0.35
"""The size of a restart and of a sample, as a share of a trail's head."""
FIT_SPAN = (-0.15, 1.15)
ABOVE = 1.25
"""The losses are shown up to so many times that of a constant."""


class _Shown(NamedTuple):
    choice: DepthChoice
    answers: Mapping[str, Answer]
    bounds: Bounds
    language: Language


def depth_grid(choice: DepthChoice, answers: Mapping[str, Answer], language: Language) -> FigureGrid:
    """Everything on the page, computed, for each activation; a dial leads through the depths."""
    shown = _Shown(choice, answers, bounds(choice.folds, choice.width), language)
    return FigureGrid(
        key=f"depth {[choice.training(key) for key in choice.activations]}",
        label=words.LABEL[language],
        steps=choice.steps,
        subplots=[_fit(shown), _losses(shown)],
        rows=[Row(("fit", "losses"), share=1.0)],
        styles=_styles(choice, language),
        dials=[_dial(language)],
        readout=[words.depth_words(choice, shown.bounds, answers, row)[language] for row in range(len(DEPTHS))],
        board=_board(shown),
        projector=choice.projector,
    )


def _dial(language: Language) -> Dial:
    written = [str(depth) for depth in DEPTHS]
    return Dial("depth", words.DEPTH[language], "losses", written, written, usual=DEPTHS.index(USUAL_DEPTH))


def _fit(shown: _Shown) -> Subplot:
    """The zigzag, and what the best network of the dial's depth answers while it learns."""
    target = zigzag(X, shown.choice.folds)
    return Subplot(
        key="fit",
        figure=function_axes_address("x", projector=shown.choice.projector),
        title=words.FIT[shown.language],
        legend=("zigzag",),
        weight=1.25,
        x=(0.0, 1.0),
        y=FIT_SPAN,
        curves=[Curve("zigzag", np.column_stack([X, target]))],
        shapes=[
            Shape("zigzag", np.column_stack([X, target])[None, None], "dots", DOT),
            *(Shape(key, _over(X, answer.fit), above=True) for key, answer in shown.answers.items()),
        ],
    )


def _losses(shown: _Shown) -> Subplot:
    """Every restart at every depth, the lowest of each, and what is known without training."""
    (constant, _, floor, folded), folds = shown.bounds, shown.choice.folds
    ticks = Ticks(tuple(PLACES.tolist()), tuple(map(str, DEPTHS)))
    restarts = [
        Shape(key, _restarts(answer.loss, place - (len(shown.answers) - 1) / 2), "dots", DOT)
        for place, (key, answer) in enumerate(shown.answers.items())
    ]
    lowest = [Shape(key, _over(PLACES, answer.lowest.T[None])) for key, answer in shown.answers.items()]
    return Subplot(
        key="losses",
        figure=function_axes_address(words.DEPTH[shown.language], ticks, projector=shown.choice.projector),
        title=words.LOSSES[shown.language],
        legend=("floor", "folded", "constant"),
        x=(-0.5, len(DEPTHS) - 0.5),
        y=(-0.05 * constant, ABOVE * constant),
        curves=[
            Curve("constant", np.column_stack([PLACES, np.full_like(PLACES, constant)])),
            Curve("floor", np.column_stack([PLACES, floor])),
            Curve("folded", np.array([[folds - 1.0, folded]]), best=0, mark="star"),
        ],
        shapes=[*lowest, *restarts],
        cursor=np.column_stack([PLACES, np.zeros_like(PLACES)]),
        across=True,
        telling=True,
    )


def _over(x: Array, heights: Array) -> Array:
    """Heights (rows, moments, N) over x (N,) as points."""
    return np.stack([np.broadcast_to(x, heights.shape), heights], axis=-1)


def _restarts(loss: Array, beside: float) -> Array:
    """Losses (depths, moments, restarts) as points (1, moments, depths · restarts, 2), beside their depth."""
    heights = np.where(np.isfinite(loss), loss, np.nan).transpose(1, 0, 2)
    places = np.broadcast_to(PLACES[:, None] + APART * beside, heights.shape)
    return np.stack([places, heights], axis=-1).reshape(1, len(heights), -1, 2)


def _board(shown: _Shown) -> Board:
    """What was found at every depth, and how many linear pieces it has."""
    language, answers = shown.language, shown.answers.values()
    columns = [(answer.lowest[:, -1], np.median(answer.loss[:, -1], axis=1)) for answer in answers]
    counted = [
        [words.pieces_words(*each)[language] for each in zip(answer.pieces, shown.bounds.most, strict=True)]
        for answer in answers
    ]
    sayings = sorted({each for of_depths in counted for each in of_depths})
    return Board(
        heads=[head[language] for head in words.HEADS],
        entries=[Entry(key, (_weights(key, language),)) for key in shown.answers],
        values=np.array(columns).transpose(2, 0, 1)[:, None],
        verdicts=np.array([[sayings.index(each) for each in of_depths] for of_depths in counted]).T[:, None],
        sayings=sayings,
    )


def _weights(activation: str, language: Language) -> str:
    """How the networks with this activation begin."""
    return INITIALISATIONS["he" if ACTIVATIONS[activation].is_straight else "xavier"].name[language]


def _styles(choice: DepthChoice, language: Language) -> tuple[tuple[str, str, Style], ...]:
    return (
        *((key, ACTIVATIONS[key].name[language], FUNCTIONS[key]) for key in choice.activations),
        ("zigzag", words.ZIGZAG[language], FITTED["data"]),
        ("floor", words.FLOOR[language], DEPTH_BOUNDS["floor"]),
        ("folded", words.FOLDED[language], DEPTH_BOUNDS["folded"]),
        ("constant", words.CONSTANT[language], DEPTH_BOUNDS["constant"]),
    )
