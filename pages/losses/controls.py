"""The controls beside the loss functions; the dials are on the grid."""

from collections.abc import Iterable
from functools import partial

from pages.losses.choice import CLASSES_SPAN, RATE_SPAN, RESTS, SHOWS, LossesChoice, Rest, Show
from text import Language, Text
from ui.controls.labels import RATE
from ui.controls.widgets import Name, chooser, log_slider, slider

_SHOW = Text(ko="과제", en="Task")
_SHOW_NAMES: dict[Show, Text] = {
    "error": Text(ko="회귀: 오차의 손실", en="Regression: loss of an error"),
    "classes": Text(ko="분류: 여러 클래스의 손실", en="Classification: several classes"),
    "sigmoid": Text(ko="두 클래스: 시그모이드 뒤의 기울기", en="Two classes: gradient after a sigmoid"),
}
_CLASSES = Text(ko="클래스 수", en="Classes")
_REST = Text(ko="틀린 클래스들이 나머지 확률을 나누는 방법", en="How the wrong classes share the rest")
_REST_NAMES: dict[Rest, Text] = {
    "move": Text(ko="고르게 → 한 클래스로 (재생)", en="evenly to all on one (plays)"),
    "even": Text(ko="고르게", en="evenly"),
    "one": Text(ko="한 클래스에 모두", en="all on one"),
}


def losses_controls(choice: LossesChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    chooser(_SHOW[language], SHOWS, choice.show, named("show"), lambda show: _SHOW_NAMES[show][language])
    if choice.show == "classes":
        slider(_CLASSES[language], CLASSES_SPAN, choice.classes, named("classes"))
        chooser(_REST[language], RESTS, choice.rest, named("rest"), lambda rest: _REST_NAMES[rest][language])
    elif choice.show == "sigmoid":
        log_slider(RATE[language], RATE_SPAN, choice.rate, named("rate"))
