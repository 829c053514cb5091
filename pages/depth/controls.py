"""The controls beside what depth expresses; the depth is a dial on the grid."""

from collections.abc import Iterable
from functools import partial

from address.fairness import SLIDER_SPAN
from address.race import LECTURE, MOST_SEED
from networks import ACTIVATIONS
from optimizers import OPTIMIZERS
from pages.depth.choice import CHOOSABLE, FOLDS, MOST_STEPS, WIDTHS, DepthChoice
from text import Language, Text
from ui.controls.labels import OPTIMIZER, RATE, SEED, STEPS
from ui.controls.widgets import Name, chips, chooser, log_slider, slider, whole_box

_ACTIVATIONS = Text(ko="활성화 함수", en="Activations")
_FOLDS = Text(ko="접는 횟수 k", en="Folds k")
_WIDTH = Text(ko="은닉층의 폭 w", en="Hidden-layer width w")


def depth_controls(choice: DepthChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address. Another optimizer begins with its own rate."""
    named = partial(Name, forget=forget)
    chips(
        {_ACTIVATIONS[language]: CHOOSABLE},
        CHOOSABLE,
        choice.activations,
        named("activations"),
        lambda key: ACTIVATIONS[key].name[language],
    )
    slider(_FOLDS[language], FOLDS, choice.folds, named("folds"))
    slider(_WIDTH[language], WIDTHS, choice.width, named("width"))
    chooser(
        OPTIMIZER[language],
        LECTURE,
        choice.rule.key,
        Name("optimizer", {*forget, "rate"}),
        lambda key: OPTIMIZERS[key].name,
    )
    log_slider(RATE[language], SLIDER_SPAN, choice.rate, named("rate"))
    slider(STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    whole_box(SEED[language], (0, MOST_SEED), choice.seed, named("seed"), language)
