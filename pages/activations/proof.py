"""The scenes of softmax: the chapter's picture, what is measured of it, and what is asked."""

from collections.abc import Mapping

import numpy as np

from address import Address
from networks import ACTIVATIONS
from numerals import numeral
from pages.activations.choice import TEMPERATURES, ActivationsChoice, read_activations
from pages.activations.compute import apart, shifted
from pages.activations.speeds import CHOOSABLE
from pages.activations.view import activations_grid
from scenes.of_activations import Normalised
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

SAME = 1e-12
"""What differs by less is the same but for rounding."""

_SHIFT = Text(
    ko="모든 입력에 같은 수를 더합니다(c = {shift}). 소프트맥스의 출력은 어떻게 될까요?",
    en="c = {shift} is added to every input. What happens to the softmax outputs?",
)
_SHIFT_FIRST = Text(
    ko="z1에만 수를 하나 더합니다(c = {shift}). 소프트맥스의 출력은 어떻게 될까요?",
    en="c = {shift} is added to z1 only. What happens to the softmax outputs?",
)
_MOVES: dict[str, Text] = {
    "same": Text(ko="모두 그대로", en="All stay the same"),
    "higher": Text(ko="모두 커짐", en="All increase"),
    "sharper": Text(ko="가장 큰 출력이 더 커짐", en="The largest increases"),
    "flatter": Text(ko="더 고르게 됨", en="They become more even"),
}
_FUNCTION = Text(
    ko="softmax(x, 0)의 첫 출력은 x의 어떤 함수일까요?", en="Which function of x is the first output of softmax(x, 0)?"
)


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The page's picture, and what a scene expects of it."""
    yield 0.0
    choice = read_activations(address)
    evidence = normalised(choice)
    asking = _asked_of_shift(choice) if ask == "shift" else _asked_of_function(evidence.apart)
    return SceneResult(activations_grid(choice, language), evidence, asking)


def normalised(choice: ActivationsChoice) -> Normalised:
    """Softmax at the temperature of the dial, and with two inputs."""
    values, row = shifted(choice), _row(choice)
    sums = values.outputs[row].sum(axis=-1)
    return Normalised(
        shift=choice.shift,
        sums=(float(sums.min()), float(sums.max())),
        moved=float(values.furthest[row]),
        names={key: ACTIVATIONS[key].name for key in CHOOSABLE},
        apart={key: apart(key) for key in CHOOSABLE},
    )


def _row(choice: ActivationsChoice) -> int:
    """Where the dial stands for this temperature, as the player finds it."""
    return int(np.argmin(np.abs(np.log(TEMPERATURES / choice.temperature))))


def _asked_of_shift(choice: ActivationsChoice) -> Asking:
    """What the constant does, as it was measured."""
    values, row = shifted(choice), _row(choice)
    first, last = values.outputs[row, 0], values.outputs[row, -1]
    largest = int(np.argmax(first))
    moved = "sharper" if last[largest] > first[largest] else "flatter"
    right = "same" if values.furthest[row] < SAME else moved
    words = _SHIFT if choice.added == "all" else _SHIFT_FIRST
    return Asking(words.format(shift=numeral(choice.shift, 3)), _MOVES, [right])


def _asked_of_function(distances: Mapping[str, float]) -> Asking:
    """Every function that is the same everywhere is right."""
    options = {key: ACTIVATIONS[key].name for key in CHOOSABLE}
    return Asking(_FUNCTION, options, [key for key, distance in distances.items() if distance < SAME])
