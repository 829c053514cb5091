"""The controls of the dial, beside the grid; the dial itself is on it."""

from collections.abc import Iterable
from functools import partial

from address.fairness import SLIDER_SPAN
from address.race import BEYOND, LECTURE, setting_key
from optimizers import OPTIMIZERS, has_momentum
from pages.dial.choice import MEASURES, MOST_STEPS, DialChoice, Measure
from parameters import parameters
from text import Language, Text
from ui.common.axes import AXES, Axis
from ui.controls.labels import RATE
from ui.controls.surface import start_controls, surface_control
from ui.controls.widgets import Name, chips, chooser, log_slider, parameter_control, slider

_DIALLED = Text(ko="다이얼로 조절할 기법", en="Optimizer on the dial")
_AXIS = Text(ko="다이얼로 바꿀 값", en="Dial controls")
_MEASURE = Text(ko="값마다 표시할 내용", en="Shown for every value")
_OTHERS = Text(ko="함께 표시할 기법", en="Also shown")
_BEYOND = Text(ko="강의 밖의 기법", en="Beyond the lecture")
_STEPS = Text(ko="스텝 수", en="Steps")
_AXIS_NAMES: dict[Axis, Text] = {
    "rate": Text(ko="학습률 n", en="the learning rate n"),
    "momentum": Text(ko="관성 계수 r", en="the momentum r"),
}
_MEASURE_NAMES: dict[Measure, Text] = {
    "loss": Text(ko="최종 손실", en="the final loss"),
    "steps": Text(ko="최솟값에 도달하기까지 걸린 스텝", en="the steps to reach a minimum"),
}


def dial_controls(choice: DialChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen for the dial; each change goes into the address."""
    named = partial(Name, forget=forget)
    surface_control(choice.surface, language, named, {"rate", "steps"})
    chooser(_DIALLED[language], tuple(OPTIMIZERS), choice.dialled, named("optimizer"), lambda key: OPTIMIZERS[key].name)
    if has_momentum(choice.rule):
        chooser(_AXIS[language], AXES, choice.axis, named("axis"), lambda axis: _AXIS_NAMES[axis][language])
    _what_stays(choice, language, named)
    slider(_STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    start_controls(choice.surface, choice.start, language, named)
    chooser(_MEASURE[language], MEASURES, choice.measure, named("measure"), lambda each: _MEASURE_NAMES[each][language])
    if choice.axis == "rate":
        chips(
            {_OTHERS[language]: LECTURE, _BEYOND[language]: BEYOND},
            tuple(OPTIMIZERS),
            choice.chosen,
            named("optimizers"),
            lambda key: OPTIMIZERS[key].name,
        )


def _what_stays(choice: DialChoice, language: Language, named: partial[Name]) -> None:
    """The settings of the one on the dial that the dial does not turn."""
    if choice.axis == "momentum":
        log_slider(RATE[language], SLIDER_SPAN, choice.rate, named("rate"))
    for parameter in parameters(choice.rule):
        if parameter.key != choice.axis:
            name = named(setting_key(choice.dialled, parameter))
            parameter_control(parameter, getattr(choice.rule, parameter.key), name, language)
