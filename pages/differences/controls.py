"""The controls beside both gradients; the size of the networks that are timed is a dial on the grid."""

from collections.abc import Iterable
from functools import partial

from address.race import MOST_SEED
from networks import ACTIVATIONS
from pages.differences.choice import DIFFERENCES, STEP_SPAN, WIDTH_SPAN, Difference, DifferencesChoice
from text import Language, Text
from ui.controls.labels import SEED
from ui.controls.widgets import Name, chooser, log_slider, slider, whole_box

_WIDTH = Text(ko="은닉층의 폭 (두 층)", en="Width of the two hidden layers")
_ACTIVATION = Text(ko="활성화 함수", en="Activation")
_DIFFERENCE = Text(ko="차분", en="Difference")
_STEP = Text(ko="간격 h", en="Difference step h")
DIFFERENCE_NAMES: dict[Difference, Text] = {
    "forward": Text(ko="전진 차분 (강의)", en="forward (the lecture's)"),
    "central": Text(ko="중앙 차분", en="central"),
}


def differences_controls(choice: DifferencesChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    slider(_WIDTH[language], WIDTH_SPAN, choice.width, named("width"))
    activations = tuple(ACTIVATIONS)
    name = named("activation")
    chooser(_ACTIVATION[language], activations, choice.activation, name, lambda key: ACTIVATIONS[key].name[language])
    name = named("difference")
    chooser(_DIFFERENCE[language], DIFFERENCES, choice.difference, name, lambda key: DIFFERENCE_NAMES[key][language])
    log_slider(_STEP[language], STEP_SPAN, choice.step, named("step"), fine=False)
    whole_box(SEED[language], (0, MOST_SEED), choice.seed, named("seed"), language)
