"""From a choice to the grid of constraints: the map with what is allowed, both loss curves, both runs in numbers."""

import numpy as np

from figures.theme import CONSTRAINED, Style, style
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.constraints.choice import ConstraintsChoice, usual_rate
from pages.constraints.compute import Constrained, ConstraintInputs, constrained
from pages.constraints.shapes import GAP, arrows, stripes
from pages.constraints.words import readout
from parameters import Array
from stage.figure_grid import Area, Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot, Trail
from text import Language, Text
from ui.common.race_assets import axes_address, true_map_address

_LABEL = Text(
    ko="제약 조건이 있는 최적화: 지도와 손실 곡선, 두 경로의 표",
    en="Constrained optimization: a map, loss curves, and a table of two runs",
)
_CURVE = Text(ko="손실 곡선", en="Loss curves")
_NAMES: dict[str, Text] = {
    "projected": Text(ko="{rule} + 사영", en="{rule}, projected"),
    "free": Text(ko="제약 조건 없이", en="unconstrained"),
    "reach": Text(ko="스텝 후 사영", en="step, then projection"),
    "lowest": Text(ko="제약 조건하의 최적점", en="constrained optimum"),
    "forbidden": Text(ko="허용 영역 밖", en="infeasible"),
}
_ONLY = Text(ko="이 직선 위만 허용", en="only this line is feasible")
_PULL, _PUSH = "−∇f", "−λ∇g"
_PUSH_OF = {"line": "−λ∇h", "box": "−Σλᵢ∇gᵢ"}
_RATE = Text(ko="학습률 n", en="learning rate n")
_HEADS = (
    Text(ko="경로", en="Run"),
    Text(ko="손실 f", en="Loss f"),
    Text(ko="위반 {broken}", en="Violation {broken}"),
    Text(ko="최적점까지의 거리", en="Distance to its optimum"),
)
WIDE, NARROW, SQUARE = 2.0, 1.35, 1.4
"""The share of the room for a map that is wider than `SQUARE` times its height, and for others; the curves have 1."""
_BROKEN = {False: "max(0, g)", True: "|h|"}


def constraints_grid(choice: ConstraintsChoice, language: Language) -> FigureGrid:
    """Everything on the page of constraints, computed."""
    found = constrained(inputs_of(choice))
    return FigureGrid(
        key=f"{choice.surface}{choice.start}{choice.constraint}{choice.rule}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[_map(choice, found, language), _curves(choice, found, language)],
        rows=[Row(("map", "curves"), share=1.0)],
        styles=_styles(choice, language),
        dials=[
            Dial(
                key="rate",
                label=_RATE[language],
                under="curves",
                values=[numeral(rate, 3) for rate in found.rates],
                written=[f"{rate:.10g}" for rate in found.rates],
                usual=place_of(usual_rate(choice.surface, choice.start), found.rates),
                logarithmic=True,
                aligned=False,
            )
        ],
        readout=[each[language] for each in readout(choice, found)],
        board=_board(choice, found, language),
        projector=choice.projector,
    )


def inputs_of(choice: ConstraintsChoice) -> ConstraintInputs:
    """What has to be computed; where only the dial stands elsewhere, it is the same."""
    return ConstraintInputs(choice.surface, choice.start, choice.steps, choice.rule, choice.constraint)


def place_of(rate: float, rates: Array) -> int:
    """The position of the dial that is nearest to a learning rate, in proportion."""
    return int(np.argmin(np.abs(np.log(rates / rate))))


def _map(choice: ConstraintsChoice, found: Constrained, language: Language) -> Subplot:
    surface, constraint = choice.surface, choice.constraint
    (x0, x1), (y0, y1) = surface.domain
    pull, push = arrows(found.lowest, surface.domain) if found.lowest else (GAP, GAP)
    shapes = [Shape("edge", _still(constraint.outline(surface.domain)))]
    if not constraint.equality:
        shapes.insert(0, Shape("forbidden", _still(stripes(constraint, surface.domain)), "area"))
    return Subplot(
        key="map",
        figure=true_map_address(surface, projector=choice.projector),
        legend=("lowest", "pull", "push", "reach"),
        areas=[_area(equality=constraint.equality, language=language)],
        weight=WIDE if (x1 - x0) > SQUARE * (y1 - y0) else NARROW,
        proportion=(x1 - x0) / (y1 - y0),
        trails=[
            Trail("free", found.free.path, found.free.left.tolist()),
            Trail("projected", found.projected.path, found.projected.left.tolist()),
        ],
        curves=[
            Curve("pull", pull, tells=True, label=_PULL),
            Curve("push", push, tells=True, label=_PUSH_OF.get(choice.kind, _PUSH)),
            *_spot(found),
        ],
        shapes=[*shapes, Shape("reach", found.reach)],
        start=choice.start,
        domain=surface.domain,
    )


def _area(*, equality: bool, language: Language) -> Area:
    """What the red of the map means."""
    if equality:
        return Area(("edge",), _ONLY[language])
    return Area(("forbidden",), _NAMES["forbidden"][language], "stripes")


def _still(points: Array) -> Array:
    """Points (N, 2) that stay what they are."""
    return points[None, None]


def _spot(found: Constrained) -> list[Curve]:
    """The lowest allowed place, which is marked."""
    return [Curve("lowest", np.array([found.lowest.place]), best=0, tells=True, mark="star")] if found.lowest else []


def _curves(choice: ConstraintsChoice, found: Constrained, language: Language) -> Subplot:
    scale = found.scale
    height = found.lowest.value - scale.base if found.lowest else np.nan
    level = np.array([[0.0, height], [float(choice.steps), height]])
    return Subplot(
        key="curves",
        figure=axes_address(language, logarithmic=scale.logarithmic, projector=choice.projector),
        title=_CURVE[language],
        legend=("projected", "free"),
        x=(0, choice.steps),
        y=scale.axis_range,
        y_asked=found.asked_scale.axis_range,
        curves=[Curve("lowest", level, tells=True)],
        trails=[
            Trail("free", found.free.loss - scale.base),
            Trail("projected", found.projected.loss - scale.base),
        ],
    )


def _board(choice: ConstraintsChoice, found: Constrained, language: Language) -> Board:
    broken = _BROKEN[choice.constraint.equality]
    own, *rest = (head.format(broken=broken)[language] for head in _HEADS)
    sides = (found.projected, found.free)
    columns = [np.stack([*np.moveaxis(each.path, 2, 0), each.loss, each.broken, each.away], axis=-1) for each in sides]
    return Board(
        heads=[own, "x", "y", *rest],
        entries=[Entry("projected"), Entry("free")],
        values=np.stack(columns, axis=2),
    )


def _styles(choice: ConstraintsChoice, language: Language) -> tuple[tuple[str, str, Style], ...]:
    own = style(choice.rule.key, tuple(OPTIMIZERS))
    named = {key: name.format(rule=choice.rule.name)[language] for key, name in _NAMES.items()}
    wall = CONSTRAINED["forbidden"]
    return (
        ("projected", named["projected"], own),
        *((key, named[key], CONSTRAINED[key]) for key in ("free", "reach", "lowest", "forbidden")),
        ("edge", named["forbidden"], wall),
        ("pull", _PULL, CONSTRAINED["pull"]),
        ("push", _PUSH_OF.get(choice.kind, _PUSH), wall),
    )
