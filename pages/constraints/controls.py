"""The controls of the constraints, beside the grid; the learning rate is a dial on it."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from optimizers import OPTIMIZERS
from pages.constraints.choice import ANGLES, KINDS, MOST_STEPS, NAMES, SMALLEST, ConstraintsChoice, spans_of
from simulation import Box, Disc
from text import Language, Text
from ui.controls.conditions import rule_controls
from ui.controls.labels import OPTIMIZER
from ui.controls.surface import Naming, start_controls, surface_control
from ui.controls.widgets import Name, chooser, range_slider, slider

_KIND = Text(ko="제약 조건", en="Constraint")
_CONDITIONS = {"half-plane": "g ≤ 0", "disc": "g ≤ 0", "box": "g₁, …, g₄ ≤ 0", "line": "h = 0"}
_ANGLE = Text(ko="수직 방향의 각도 φ (°)", en="Angle of the normal φ (°)")
_OFFSET = Text(ko="그림 중심에서 경계까지의 거리", en="Distance from the plot's centre to the boundary")
_CENTRE = Text(ko="중심 {axis}", en="Centre {axis}")
_RADIUS = Text(ko="반지름 r", en="Radius r")
_SIDE = Text(ko="허용 범위 {axis}", en="Feasible {axis}")
_STEPS = Text(ko="스텝 수", en="Steps")
FINE = 200
"""Steps of a slider over a side of the picture."""


def constraints_controls(choice: ConstraintsChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    surface_control(choice.surface, language, named, {"rate", "steps", *NAMES})
    name = named("constraint")
    chooser(
        _KIND[language],
        tuple(KINDS),
        choice.kind,
        name._replace(forget={*name.forget, *NAMES}),
        lambda key: f"{KINDS[key].name[language]}: {_CONDITIONS[key]}",
    )
    _number_controls(choice, language, named)
    chooser(OPTIMIZER[language], tuple(OPTIMIZERS), choice.rule.key, named("optimizer"), lambda k: OPTIMIZERS[k].name)
    for prominent in (True, False):
        rule_controls(choice.rule, language, named, prominent=prominent)
    slider(_STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    start_controls(choice.surface, choice.start, language, named)


def _number_controls(choice: ConstraintsChoice, language: Language, named: Naming) -> None:
    """The numbers of the constraint."""
    numbers, spans = choice.numbers, spans_of(choice.surface)
    if choice.kind == Box.key:
        for axis, keys, span in (("x", ("left", "right"), spans.x), ("y", ("bottom", "top"), spans.y)):
            ends = numbers[keys[0]], numbers[keys[1]]
            side, names = span[1] - span[0], (named(keys[0]), named(keys[1]))
            label = _SIDE.format(axis=axis)[language]
            range_slider(label, span, ends, names, step=side / FINE, least=2 * SMALLEST * side)
        return
    if choice.kind == Disc.key:
        across, up = st.columns(2)
        for column, axis, key, span in ((across, "a", "cx", spans.x), (up, "b", "cy", spans.y)):
            with column:
                step = (span[1] - span[0]) / FINE
                slider(_CENTRE.format(axis=axis)[language], span, numbers[key], named(key), step=step)
        radius = spans.radius
        slider(_RADIUS[language], radius, numbers["radius"], named("radius"), step=(radius[1] - radius[0]) / FINE)
        return
    slider(_ANGLE[language], ANGLES, numbers["angle"], named("angle"), step=1.0)
    offset = spans.offset
    slider(_OFFSET[language], offset, numbers["offset"], named("offset"), step=(offset[1] - offset[0]) / FINE)
