"""From a choice to the grid of the vanishing gradients: sizes layer by layer, and what training does to the layers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from figures.basins import faded
from figures.layers import layer_axes, sizes_span
from figures.theme import FUNCTIONS, LOOKS, Style, Theme
from networks import ACTIVATIONS
from networks.depths import Signals
from pages.vanishing.choice import USUAL_DEPTH, VanishingChoice
from pages.vanishing.compute import DEEPEST, TRAINED, Answer
from pages.vanishing.words import factor_words, returned_words, weights_words
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Dial, Entry, FigureGrid, Row, Shape, Subplot, Trail
from text import Language, Text
from ui.common.race_assets import axes_address

SIZES, TRAINING = ("backward", "weights", "forward"), ("moved", "loss")
"""The subplots, row by row."""
DEPTHS = range(1, DEEPEST + 1)
"""Of the dial."""

_LABEL = Text(
    ko="층마다 기울기와 신호의 크기, 학습하는 동안 층마다 움직인 정도와 손실",
    en="The size of gradient and signal layer by layer, how far each layer moves in training, and the loss",
)
_BACKWARD = Text(ko="← 층마다 역방향 기울기 ‖∂L/∂z‖", en="← Backward gradient ‖∂L/∂z‖ of each layer")
_WEIGHTS = Text(ko="가중치의 기울기 ‖∂L/∂W‖", en="Gradient of weights ‖∂L/∂W‖")
_FORWARD = Text(ko="→ 정방향 신호 h의 크기", en="→ Forward signal: size of h")
_MOVED = Text(ko="학습 t스텝 뒤 층마다 움직인 정도 ‖ΔW‖/‖W‖", en="How far each layer has moved after t steps, ‖ΔW‖/‖W‖")
_LOSS = Text(ko="학습 손실", en="Training loss")
_DEPTH = Text(ko="은닉층의 수", en="hidden layers")
_HEADS = (
    Text(ko="활성화 함수", en="Activation"),
    Text(ko="초기 가중치", en="Initial weights"),
    Text(ko="층마다 ×(이론)", en="× per layer (theory)"),
    Text(ko="층마다 ×(측정값)", en="× per layer (measured)"),
    Text(ko="맨 앞 ÷ 맨 뒤 ‖∂L/∂W‖", en="first ÷ last ‖∂L/∂W‖"),
)

FAINT = 0.55
"""How much of its colour a line of theory has."""
SMALLEST, LARGEST = 1e-37, 1e37
"""What a message can hold; pictures end long before."""
ASKED_SPAN = (-12.0, 2.0)
"""The powers of ten between which sizes would be shown, while it is asked how small they get."""
MOVED_SPAN = (-10.0, 1.0)
"""The powers of ten between which a layer's movement is shown."""
LOSS_HEIGHTS = (0.8, 3.0)
"""The loss is shown from 0 to somewhere between these: just above where it begins."""


class _Shown(NamedTuple):
    """What is shown: a row of the arrays is one of the depths."""

    choice: VanishingChoice
    answers: Mapping[str, Answer]
    depths: Sequence[int]
    language: Language

    @property
    def signals(self) -> dict[str, Signals]:
        """By the activation."""
        return {key: answer.signals for key, answer in self.answers.items()}

    @property
    def last(self) -> Array:
        """The last hidden layer of each depth, counted from 0, which is also its place among all depths."""
        return np.array(self.depths) - 1

    @property
    def gradients_span(self) -> tuple[float, float]:
        """The powers of ten that show all gradients."""
        each = self.signals.values()
        return sizes_span(*(of[self.last] for signals in each for of in (signals.weights, signals.backward)))

    @property
    def trained(self) -> list[int]:
        """For every depth, which of `TRAINED` is shown."""
        return [trained_row(depth) for depth in self.depths]


def vanishing_grid(
    choice: VanishingChoice, answers: Mapping[str, Answer], language: Language, depths: Sequence[int] = DEPTHS
) -> FigureGrid:
    """Everything on the page, computed, for each activation; a dial leads through the depths."""
    shown = _Shown(choice, answers, depths, language)
    return FigureGrid(
        key=f"{choice.weights}{choice.cut_weights}{choice.scale}{choice.width}{choice.seed}{choice.data}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[_backward(shown), _weights(shown), _forward(shown), _moved(shown), _loss(shown)],
        rows=[Row(SIZES, share=0.56), Row(TRAINING, share=0.44)],
        styles=tuple(_styles(choice, language)),
        dials=[_dial(depths, language)] if len(depths) > 1 else [],
        readout=[
            returned_words(answers, depth, TRAINED[row])[language]
            for depth, row in zip(depths, shown.trained, strict=True)
        ],
        board=_board(shown),
        projector=choice.projector,
    )


def trained_row(depth: int) -> int:
    """Of `TRAINED`, the one that is the nearest in proportion."""
    return int(np.argmin(np.abs(np.log(np.array(TRAINED) / depth))))


def _dial(depths: Sequence[int], language: Language) -> Dial:
    """It stands under the last hidden layer of the depth that it shows."""
    written = [str(depth) for depth in depths]
    return Dial("depth", _DEPTH[language], "backward", written, written, usual=USUAL_DEPTH - 1)


def _backward(shown: _Shown) -> Subplot:
    """What has come back, with the theory: this is what vanishes."""
    signals = shown.signals
    bands = [Shape(key, band_of(each.backward[shown.last]), "area") for key, each in signals.items()]
    theory = [Shape(_theory_key(key), _theory_line(shown, key)) for key in signals]
    lines = [Shape(key, line_of(each.backward[shown.last])) for key, each in signals.items()]
    subplot = _subplot(shown, "backward", _BACKWARD, [*bands, *theory, *lines])
    subplot = replace(subplot, y=shown.gradients_span, y_asked=ASKED_SPAN, weight=1.5, legend=shown.choice.activations)
    places = np.column_stack([shown.last, np.zeros(len(shown.last))])
    return replace(subplot, cursor=places, across=True) if len(places) > 1 else subplot


def _weights(shown: _Shown) -> Subplot:
    """What the layers learn from: what has come back, times what went forward."""
    lines = [Shape(key, line_of(each.weights[shown.last])) for key, each in shown.signals.items()]
    subplot = _subplot(shown, "weights", _WEIGHTS, lines)
    return replace(subplot, y=shown.gradients_span, y_asked=ASKED_SPAN)


def _forward(shown: _Shown) -> Subplot:
    """What went forward."""
    lines = [Shape(key, line_of(_up_to(shown.last, each.forward))) for key, each in shown.signals.items()]
    span = sizes_span(*(each.forward[: max(shown.depths)] for each in shown.signals.values()))
    return replace(_subplot(shown, "forward", _FORWARD, lines), y=span, y_asked=ASKED_SPAN)


def _subplot(shown: _Shown, key: str, title: Text, shapes: Sequence[Shape]) -> Subplot:
    """Sizes over all layers."""
    return Subplot(
        key=key,
        figure=_layer_figure(shown),
        title=title[shown.language],
        x=(-0.5, max(shown.depths) + 0.5),
        shapes=shapes,
    )


def _moved(shown: _Shown) -> Subplot:
    """Which layers training moves."""
    points = {key: over_layers(answer.moved) for key, answer in shown.answers.items()}
    lines = [Shape(key, each, "line", rows=shown.trained) for key, each in points.items()]
    dots = [Shape(key, each, "dots", rows=shown.trained) for key, each in points.items()]
    return Subplot(
        key="moved",
        figure=_layer_figure(shown),
        title=_MOVED[shown.language],
        weight=1.25,
        x=(-0.5, TRAINED[max(shown.trained)] + 0.5),
        y=MOVED_SPAN,
        shapes=[*lines, *dots],
    )


def _loss(shown: _Shown) -> Subplot:
    """And what comes of it."""
    language, projector = shown.language, shown.choice.projector
    highest = max(1.1 * float(answer.loss[:, 0].max()) for answer in shown.answers.values())
    return Subplot(
        key="loss",
        figure=axes_address(language, logarithmic=False, projector=projector),
        title=_LOSS[language],
        x=(0, shown.choice.steps),
        y=(0.0, float(np.clip(highest, *LOSS_HEIGHTS))),
        trails=[Trail(key, answer.loss[shown.trained]) for key, answer in shown.answers.items()],
    )


def line_of(sizes: Array) -> Array:
    """The medians of (depths, layers, networks) as a line for every depth."""
    return over_layers(np.median(sizes, axis=2)[:, None])


def over_layers(sizes: Array) -> Array:
    """Sizes (rows, steps, layers) as points over the layers."""
    layers = np.broadcast_to(np.arange(sizes.shape[2], dtype=float), sizes.shape)
    return np.stack([layers, np.clip(sizes, SMALLEST, LARGEST)], axis=-1)


def band_of(sizes: Array) -> Array:
    """From the smallest to the largest of (depths, layers, networks), as what an area encloses for every depth.

    Where a network has no more layers, the points of its last one come again.
    """
    ends = np.sum(~np.isnan(sizes[:, :, :1]), axis=1) - 1
    layers = np.minimum(np.arange(sizes.shape[1]), ends)
    low, high = (
        np.take_along_axis(np.clip(of(sizes, axis=2), SMALLEST, LARGEST), layers, 1) for of in (np.min, np.max)
    )
    there, back = np.stack([layers, low], axis=-1), np.stack([layers, high], axis=-1)[:, ::-1]
    return np.concatenate([there, back], axis=1)[:, None]


def _up_to(last: Array, forward: Array) -> Array:
    """What (layers, networks) is for every depth: nan behind its last hidden layer."""
    behind = np.arange(len(forward)) > last[:, None]
    return np.where(behind[..., None], np.nan, forward)


def _theory_line(shown: _Shown, activation: str) -> Array:
    """From what arrives at the last hidden layer to the front, by the factor of theory."""
    last = shown.last
    arrives = np.median(shown.signals[activation].backward[last, last], axis=1)
    with np.errstate(all="ignore"):
        comes_back = arrives * shown.choice.start(activation).factor ** last
    layers = np.stack([np.zeros(len(last)), last], axis=1)
    sizes = np.clip(np.stack([comes_back, arrives], axis=1), SMALLEST, LARGEST)
    return np.stack([layers, sizes], axis=-1)[:, None]


def _board(shown: _Shown) -> Board:
    """What is measured at every depth, beside the theory."""
    choice, language = shown.choice, shown.language
    entries = [Entry(key, (weights_words(choice, key)[language], factor_words(choice, key))) for key in shown.answers]
    measured = [
        [(each.per_layer(depth), each.front_to_last(depth)) for each in shown.signals.values()]
        for depth in shown.depths
    ]
    return Board([head[language] for head in _HEADS], entries, np.array(measured)[:, None])


def _theory_key(activation: str) -> str:
    return f"{activation}.theory"


def _styles(choice: VanishingChoice, language: Language) -> list[tuple[str, str, Style]]:
    """Of each activation, and of its theory, which is fainter."""
    styles = []
    for key in choice.activations:
        own = FUNCTIONS[key]
        light, dark = (faded(own.color(theme), FAINT, look) for theme, look in LOOKS.items())
        styles.append((key, ACTIVATIONS[key].name[language], own))
        styles.append((_theory_key(key), "", Style(light, dark, "dot", own.marker)))
    return styles


def _layer_figure(shown: _Shown) -> str:
    return _layers_address(shown.language, projector=shown.choice.projector)


@themed("layer-axes")
def _layers_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the empty axes over the layers."""
    return layer_axes(theme, language, DEEPEST + 1, projector=projector)
