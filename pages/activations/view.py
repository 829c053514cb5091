"""From a choice to the grid of activation functions: each over x, and its derivative."""

from collections.abc import Callable, Mapping
from math import isinf

import numpy as np

from figures.layers import product_axes
from figures.theme import FUNCTIONS, Theme
from networks import ACTIVATIONS, Activation
from numerals import numeral
from pages.activations.choice import PLACES, ActivationsChoice
from pages.activations.places import X
from pages.activations.softmax_view import pair_grid, softmax_grid
from pages.activations.speed_view import speed_grid
from pages.activations.speeds import CHOOSABLE, SIZES, SPEEDS
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Entry, FigureGrid, Row, Shape, Subplot
from text import Language, Text

LAYERS = 10
"""What is left of a gradient is told for so many layers."""
LEFT_SPAN = (-12.0, 0.6)
"""The powers of ten between which it is shown."""
NOTHING = 1e-37
"""Stands for 0 on an axis that has none."""

_LABEL = Text(
    ko="활성화 함수와 도함수를 x에 대해, 도함수의 곱을 층의 수에 대해 그린 그림",
    en="Activation functions and their derivatives over x, and the product of derivatives over layers",
)
_VALUE = Text(ko="함수 f(x)", en="Function f(x)")
_SLOPE = Text(ko="도함수 f′(x)", en="Derivative f′(x)")
_PRODUCT = Text(ko="층마다 곱한 f′(x): f′(x)ᴸ", en="f′(x) multiplied over layers: f′(x)ᴸ")
_MOST = Text(ko="시그모이드는 아무리 커도 0.25ᴸ", en="sigmoid: 0.25ᴸ at most")
_DEPTH = Text(ko="층의 수 L", en="layers L")
_HEADS = (
    Text(ko="활성화 함수", en="Activation"),
    Text(ko="값의 범위", en="Range"),
    Text(ko="최대 기울기", en="Largest slope"),
)
_READOUT = Text(
    ko="x = {x} · 이 기울기만 {layers}층 곱하면: {products}",
    en="x = {x} · this slope multiplied over {layers} layers: {products}",
)


def activations_grid(choice: ActivationsChoice, language: Language) -> FigureGrid:
    """Everything on the page, computed."""
    makers: Mapping[str, Callable[[ActivationsChoice, Language], FigureGrid]] = {
        "curves": curves_grid,
        "softmax": softmax_grid,
        "pair": pair_grid,
        "speed": lambda choice, language: speed_grid(choice, SPEEDS.answer(SIZES), language),
    }
    return makers[choice.show](choice, language)


def curves_grid(choice: ActivationsChoice, language: Language) -> FigureGrid:
    """The chosen functions and their derivatives under one dial."""
    return FigureGrid(
        key="curves",
        label=_LABEL[language],
        steps=0,
        subplots=[
            _subplot("value", _VALUE[language], (-1.4, 3.1), {key: each.value for key, each in _on(choice)}, choice),
            _subplot(
                "slope", _SLOPE[language], (-0.1, 1.15), {key: each.derivative for key, each in _on(choice)}, choice
            ),
            _products(choice, language),
        ],
        rows=[Row(("value", "slope", "product"), share=1.0)],
        styles=(
            *((key, ACTIVATIONS[key].name[language], FUNCTIONS[key]) for key in CHOOSABLE),
            ("most", _MOST[language], FUNCTIONS["before"]._replace(dash="dot")),
        ),
        dials=[X.dial("value")],
        readout=readout(choice, language),
        board=_board(choice, language),
        projector=choice.projector,
    )


def _on(choice: ActivationsChoice) -> list[tuple[str, Activation]]:
    return [(key, ACTIVATIONS[key]) for key in choice.functions]


def _subplot(
    key: str,
    title: str,
    y: tuple[float, float],
    heights: Mapping[str, Callable[[Array], Array]],
    choice: ActivationsChoice,
) -> Subplot:
    """Curves over x, and a point of each where the dial stands."""
    return Subplot(
        key=key,
        figure=X.axes(projector=choice.projector),
        title=title,
        x=(-1, X.positions[-1] + 1),
        y=y,
        curves=[Curve(each, X.curve(height)) for each, height in heights.items()],
        shapes=[
            Shape(each, np.column_stack([X.positions, height(PLACES)])[:, None, None], "dots")
            for each, height in heights.items()
        ],
        cursor=np.column_stack([X.positions, np.zeros_like(X.positions)]),
        across=True,
    )


def _products(choice: ActivationsChoice, language: Language) -> Subplot:
    """What so many layers with the slope at the dial's x leave of a gradient, all weights being 1."""
    layers = np.arange(LAYERS + 1.0)
    most = ACTIVATIONS["sigmoid"].steepest ** layers
    left = {key: over_layers(each) for key, each in _on(choice)}
    return Subplot(
        key="product",
        figure=_product_axes(language, projector=choice.projector),
        title=_PRODUCT[language],
        legend=("most",) if "sigmoid" in left else (),
        x=(-0.3, LAYERS + 0.3),
        y=LEFT_SPAN,
        curves=[Curve("most", np.column_stack([layers, most]))] if "sigmoid" in left else [],
        shapes=[
            *(Shape(key, points) for key, points in left.items()),
            *(Shape(key, points, "dots", 0.55) for key, points in left.items()),
        ],
    )


def over_layers(function: Activation) -> Array:
    """f′(x) to the power of 0 … `LAYERS`: points (places, 1, LAYERS + 1, 2); what is 0 lies far below the picture."""
    layers = np.arange(LAYERS + 1.0)
    left = np.maximum(function.derivative(PLACES)[:, None] ** layers, NOTHING)
    return np.stack([np.broadcast_to(layers, left.shape), left], axis=-1)[:, None]


@themed("product-axes")
def _product_axes(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of what is left of a gradient."""
    return product_axes(theme, _DEPTH[language], LAYERS, projector=projector)


def readout(choice: ActivationsChoice, language: Language) -> list[str]:
    """What is said of each x: what ten such slopes leave of a gradient, all weights being 1."""
    products = {key: each.derivative(PLACES) ** LAYERS for key, each in _on(choice)}
    return [
        _READOUT.format(
            x=numeral(x, 3),
            layers=LAYERS,
            products=", ".join(
                f"{ACTIVATIONS[key].name[language]} {numeral(left[row], 2, nothing=0)}"
                for key, left in products.items()
            ),
        )[language]
        for row, x in enumerate(PLACES)
    ]


def _board(choice: ActivationsChoice, language: Language) -> Board:
    """Ranges and largest slopes from the functions' facts, and both heights at the dial's x."""
    each = [ACTIVATIONS[key] for key in CHOOSABLE]
    values = [np.column_stack([function.value(PLACES), function.derivative(PLACES)]) for function in each]
    return Board(
        heads=[*(head[language] for head in _HEADS), "f(x)", "f′(x)"],
        entries=[
            Entry(
                key, (span_words(ACTIVATIONS[key]), numeral(ACTIVATIONS[key].steepest, 3)), on=key in choice.functions
            )
            for key in CHOOSABLE
        ],
        values=np.stack(values, axis=1)[:, None],
        choosable=True,
    )


def span_words(function: Activation) -> str:
    """Between which numbers its values are."""
    low, high = ("−∞" if isinf(end) and end < 0 else numeral(end, 3) for end in function.span)
    return f"{low} … {high}"
