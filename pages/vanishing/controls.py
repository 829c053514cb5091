"""The controls beside the vanishing gradients; the depth is a dial on the grid."""

from collections.abc import Iterable
from functools import partial

from address.fairness import SLIDER_SPAN
from address.race import LECTURE, MOST_SEED
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from optimizers import OPTIMIZERS
from pages.vanishing.choice import CLASSES, MOST_STEPS, SCALES, SHOWS, WIDTHS, Show, VanishingChoice
from text import Language, Text
from ui.controls.labels import OPTIMIZER, RATE, SEED, STEPS
from ui.controls.widgets import Name, chips, chooser, log_slider, slider, whole_box

_SHOW = Text(ko="보기", en="Show")
_SHOW_NAMES: dict[Show, Text] = {
    "layers": Text(ko="층마다", en="Layer by layer"),
    "table": Text(ko="활성화 함수 × 초기 가중치 표", en="Activations × initializations"),
}
_ACTIVATIONS = Text(ko="활성화 함수", en="Activations")
_WEIGHTS = Text(ko="초기 가중치: 시그모이드, tanh, 항등 함수", en="Initial weights of sigmoid, tanh, identity")
_CUT_WEIGHTS = Text(ko="초기 가중치: ReLU, Leaky ReLU", en="Initial weights of ReLU, Leaky ReLU")
_SCALE = Text(ko="가중치 배율", en="Weight scale factor")
_WIDTH = Text(ko="은닉층의 폭", en="Hidden-layer width")
_DATA = Text(ko="데이터", en="Data")


def vanishing_controls(choice: VanishingChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    chooser(_SHOW[language], SHOWS, choice.show, named("show"), lambda show: _SHOW_NAMES[show][language])
    if choice.show == "layers":
        _layer_controls(choice, language, forget)
    log_slider(_SCALE[language], SCALES, choice.scale, named("scale"))
    slider(_WIDTH[language], WIDTHS, choice.width, named("width"))
    whole_box(SEED[language], (0, MOST_SEED), choice.seed, named("seed"), language)
    chooser(_DATA[language], CLASSES, choice.data, named("data"), lambda key: DATASETS[key].name[language])
    if choice.show == "layers":
        _training_controls(choice, language, forget)


def _layer_controls(choice: VanishingChoice, language: Language, forget: Iterable[str]) -> None:
    """Which activations, and how their weights begin; the table has all."""
    named = partial(Name, forget=forget)
    every = tuple(ACTIVATIONS)
    chips(
        {_ACTIVATIONS[language]: every},
        every,
        choice.activations,
        named("activations"),
        lambda key: ACTIVATIONS[key].name[language],
    )
    for label, weights, name in (
        (_WEIGHTS, choice.weights, named("weights")),
        (_CUT_WEIGHTS, choice.cut_weights, named("relu.weights")),
    ):
        chooser(label[language], tuple(INITIALISATIONS), weights, name, lambda key: INITIALISATIONS[key].name[language])


def _training_controls(choice: VanishingChoice, language: Language, forget: Iterable[str]) -> None:
    """How the networks are trained. Another optimizer begins with its own learning rate."""
    named = partial(Name, forget=forget)
    chooser(
        OPTIMIZER[language],
        LECTURE,
        choice.rule.key,
        Name("optimizer", {*forget, "rate"}),
        lambda key: OPTIMIZERS[key].name,
    )
    log_slider(RATE[language], SLIDER_SPAN, choice.rate, named("rate"))
    slider(STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
