"""How everything drawn looks: two looks of the page, and a style per optimizer."""

from typing import Any, Literal, NamedTuple

from optimizers.terms import Part
from simulation import RateRegime

Theme = Literal["light", "dark"]
Dash = Literal["solid", "dash", "dot", "dashdot", "longdash"]
Marker = Literal[
    "circle",
    "square",
    "diamond",
    "triangle",
    "triangle-right",
    "triangle-down",
    "triangle-left",
    "star",
    "pentagon",
    "hexagon",
    "cross",
    "hourglass",
    "flag",
]


class Look(NamedTuple):
    """The colours of a page."""

    text: str
    faint: str
    """Grid lines and frames."""
    halo: str
    """Drawn around trails and markers, so that they stand out from the map."""
    depths: tuple[str, ...]
    """The map from its lowest to its highest place: quiet, so that the trails are what is seen."""
    lines: str
    """Contour lines."""


LOOKS: dict[Theme, Look] = {
    "light": Look(
        text="#1c2733",
        faint="#d5dde5",
        halo="#ffffff",
        depths=("#ffffff", "#eef3f7", "#dbe5ed", "#c5d4e0", "#adc0d0", "#94aabd"),
        lines="rgba(60, 84, 110, 0.35)",
    ),
    "dark": Look(
        text="#e8edf2",
        faint="#36424f",
        halo="#0b1016",
        depths=("#0b1016", "#141c26", "#1e2a37", "#293848", "#354759", "#42566b"),
        lines="rgba(170, 195, 220, 0.28)",
    ),
}

PROJECTED: dict[Theme, Look] = {
    "light": LOOKS["light"]._replace(
        text="#000000",
        faint="#8492a1",
        depths=("#ffffff", "#f6f8fa", "#eaf0f4", "#dde6ed", "#cfdbe4", "#c0cfdb"),
        lines="rgba(30, 50, 75, 0.6)",
    ),
    "dark": LOOKS["dark"]._replace(
        text="#ffffff",
        faint="#75879a",
        halo="#000000",
        depths=("#000000", "#080d13", "#111922", "#1a2632", "#243342", "#2f4152"),
        lines="rgba(200, 220, 240, 0.5)",
    ),
}
"""The same for a projector, which washes everything out: a quieter ground, stronger words and lines."""

SPEEDS: dict[Theme, tuple[str, ...]] = {
    "light": ("#ffffff", "#e9f4f1", "#cce6e0", "#a6d3c9", "#7cbfb2", "#52a999"),
    "dark": ("#0b1016", "#11211f", "#173733", "#1d4f48", "#24685e", "#2b8275"),
}
"""From the slowest to the fastest: one hue, further and further from the ground, whatever one's colour vision."""


def look_of(theme: Theme, *, projector: bool = False) -> Look:
    """The colours of a page of that theme, on a screen or on a projector."""
    return (PROJECTED if projector else LOOKS)[theme]


def bare_layout(look: Look) -> dict[str, Any]:
    """What every figure has alike: the page shines through, words in its colour, no legend of Plotly's own."""
    clear = "rgba(0,0,0,0)"
    return {
        "paper_bgcolor": clear,
        "plot_bgcolor": clear,
        "font": {"color": look.text, "size": 12},
        "showlegend": False,
    }


class Style(NamedTuple):
    """How one optimizer is drawn: never by colour alone."""

    light: str
    dark: str
    dash: Dash
    marker: Marker

    def color(self, theme: Theme) -> str:
        """Its colour on a page of that theme."""
        return self.light if theme == "light" else self.dark


# Okabe & Ito, Color Universal Design (2008): told apart with every kind of colour vision.
_BY_KEY: dict[str, Style] = {
    "gd": Style("#000000", "#ffffff", "solid", "circle"),
    "momentum": Style("#0072b2", "#56b4e9", "longdash", "square"),
    "adagrad": Style("#008762", "#00b887", "dash", "triangle"),
    "rmsprop": Style("#b0508a", "#de90bd", "dashdot", "diamond"),
    "adam": Style("#c85200", "#ff8a3c", "solid", "hourglass"),  # a star is a minimum
    # Beyond the lecture: as far from these and from each other as can be for every kind of colour vision.
    "nesterov": Style("#1500d6", "#6e77cf", "dashdot", "triangle-right"),
    "nadam": Style("#a852ff", "#a852ff", "dash", "triangle-down"),
    "adamw": Style("#701600", "#ff2954", "longdash", "pentagon"),
    "lion": Style("#174540", "#29ffa9", "dot", "cross"),
}
_OTHERS: tuple[Style, ...] = (
    Style("#8a5f00", "#e69f00", "dash", "hexagon"),
    Style("#2a7fb0", "#9ad4f5", "dot", "triangle-left"),
)

ALGORITHM_STYLES: dict[str, Style] = {
    "newton": _BY_KEY["adam"],
    "cg": _BY_KEY["momentum"],
    "bfgs": _BY_KEY["adagrad"],
    "backtracking": _BY_KEY["rmsprop"],
}
"""Algorithms have inks that few optimizers race in beside them: gradient descent keeps its own."""

SCHEDULE_STYLES: dict[str, Style] = {
    "constant": _BY_KEY["gd"],
    "step": _BY_KEY["momentum"],
    "exponential": _BY_KEY["adagrad"],
    "cosine": _BY_KEY["rmsprop"],
    "warmup-cosine": _BY_KEY["adam"],
    "one-cycle": _BY_KEY["lion"],
}
"""Where schedules race, a single optimizer drives them all, so the others' inks are free."""


REGIMES: dict[RateRegime, Style] = {
    RateRegime.CRAWL: Style("#5b6b7b", "#93a4b5", "dot", "circle"),
    RateRegime.SHORT: Style("#7a5195", "#b99bd1", "longdash", "pentagon"),
    RateRegime.CONVERGE: Style("#008762", "#00b887", "solid", "diamond"),
    RateRegime.OSCILLATE: Style("#b07800", "#e69f00", "dashdot", "triangle"),
    RateRegime.DIVERGE: Style("#c0392b", "#ff6f5e", "dash", "square"),
}
"""What a learning rate does, in colours; a word stands beside each."""

THEORY: dict[str, Style] = {
    "edge": Style("#c0392b", "#ff6f5e", "solid", "square"),
    "critical": Style("#0072b2", "#56b4e9", "dash", "triangle"),
    "upper": Style("#8a5f00", "#e69f00", "dashdot", "diamond"),
}
"""What the theory of the heavy ball draws on the map of learning rate and momentum."""

CONSTRAINED: dict[str, Style] = {
    "forbidden": Style("#c0392b", "#ff6f5e", "solid", "square"),
    "free": Style("#5b6b7b", "#93a4b5", "dot", "circle"),
    "reach": Style("#00704a", "#30e080", "dot", "circle"),
    "lowest": Style("#a430a6", "#e033ff", "dash", "star"),
    "pull": Style("#002ed6", "#90acdf", "solid", "triangle"),
}
"""What a constraint draws on the map: where nobody may be, the run that knows nothing of it, a step and the way back,
the lowest allowed place, and the two slopes that are in balance there."""

LOSSES: dict[str, Style] = {
    "mse": Style("#c85200", "#ff8a3c", "solid", "square"),
    "cross-entropy": Style("#0072b2", "#56b4e9", "longdash", "circle"),
    "absolute": Style("#1500d6", "#6e77cf", "dash", "hexagon"),
    "target": Style("#5b6b7b", "#93a4b5", "solid", "circle"),
    "prediction": Style("#008762", "#00b887", "solid", "diamond"),
    "others": Style("#b0508a", "#de90bd", "dashdot", "triangle"),
    "tangent": Style("#1c2733", "#e8edf2", "solid", "circle"),
}
"""Loss functions, and what they are held against: the target, the prediction, its error at the other classes."""

FUNCTIONS: dict[str, Style] = {
    "sigmoid": Style("#0072b2", "#56b4e9", "longdash", "square"),
    "tanh": Style("#008762", "#00b887", "dash", "triangle"),
    "relu": Style("#c85200", "#ff8a3c", "solid", "circle"),
    "leaky-relu": Style("#b0508a", "#de90bd", "dashdot", "diamond"),
    "identity": Style("#5b6b7b", "#93a4b5", "solid", "hexagon"),
    "inputs": Style("#1500d6", "#6e77cf", "solid", "triangle-right"),
    "softmax": Style("#b07800", "#e69f00", "solid", "star"),
    "before": Style("#5b6b7b", "#93a4b5", "solid", "circle"),
}
"""Activation functions and softmax, and how it was before something changed."""

SHARES: dict[str, Style] = {
    "less": Style("#0072b2", "#56b4e9", "solid", "circle"),
    "more": Style("#c85200", "#ff8a3c", "solid", "circle"),
}
"""What has become less than it was, and what more; the number stands beside each."""

DEPTH_BOUNDS: dict[str, Style] = {
    "floor": Style("#a430a6", "#e033ff", "dot", "triangle"),
    "folded": Style("#00704a", "#30e080", "solid", "diamond"),
    "constant": Style("#5b6b7b", "#93a4b5", "dash", "hexagon"),
}
"""What is known of a fit without training: its floor, weights that are written down, and the best constant."""

PARTS: dict[Part, Style] = {
    "gradient": Style("#002ed6", "#90acdf", "dash", "triangle"),
    "memory": Style("#c04e00", "#ff6314", "dashdot", "square"),
    "square": Style("#a430a6", "#e033ff", "dot", "pentagon"),
    "step": Style("#00704a", "#30e080", "solid", "circle"),
}
"""What a term of a rule's formula brings in: one colour for its arrow and its letters, and a dash of its own."""

FITTED: dict[str, Style] = {
    "data": Style("#33475b", "#c9d5e0", "solid", "circle"),
    "start": Style("#5b6b7b", "#93a4b5", "dot", "circle"),
    "residual": Style("#c0392b", "#ff6f5e", "solid", "square"),
    "lowest": Style("#a430a6", "#e033ff", "dash", "star"),
    "slope": Style("#c0392b", "#ff6f5e", "solid", "square"),
    "a": PARTS["gradient"]._replace(dash="solid"),
    "b": PARTS["memory"]._replace(dash="solid"),
    "c": PARTS["square"]._replace(dash="solid"),
    "d": PARTS["step"],
}
"""What belongs to a curve that is fitted to data, and its four parameters, which have a marker each."""


GRADIENTS: dict[str, Style] = {
    "numerical": Style("#c85200", "#ff8a3c", "longdash", "circle"),
    "backpropagation": Style("#0072b2", "#56b4e9", "solid", "square"),
    "central": Style("#008762", "#00b887", "dash", "triangle"),
    "lecture": Style("#5b6b7b", "#93a4b5", "dot", "hexagon"),
}
"""Ways to a gradient: of forward and of central differences, of backpropagation, and what the lecture counts."""

CLASSES: tuple[Style, ...] = (
    Style("#4747ff", "#8080ff", "solid", "circle"),
    Style("#b38600", "#e6d200", "dash", "triangle"),
    Style("#7a1f3d", "#e0475b", "dot", "square"),
)
"""The classes of the data that a network learns, on pictures of their own: never beside a line of an optimizer."""

REPRESENTED: dict[str, Style] = {
    "grid": Style("#a9b8c6", "#4a5b6c", "solid", "circle"),
    "own": Style("#c0392b", "#ff6f5e", "solid", "square"),
    "found": Style("#c0392b", "#ff6f5e", "dash", "square"),
}
"""What is drawn of a layer besides the samples: the grid of the input plane, and straight lines that part classes."""

GROUND = Style("#4a6684", "#86a3c0", "solid", "circle")
"""The loss on a plane, the stronger the higher, under the trails."""


def style(key: str, keys: tuple[str, ...]) -> Style:
    """The style of one optimizer; one without a style of its own gets the next free one among `keys`."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    others = [each for each in keys if each not in _BY_KEY]
    return _OTHERS[others.index(key) % len(_OTHERS)]
