"""The scenes of the constraints: their picture, what was measured of it, and what is asked."""

from math import dist

import numpy as np

from address import Address
from pages.constraints.choice import ConstraintsChoice, read_constraints
from pages.constraints.compute import constrained
from pages.constraints.view import constraints_grid, inputs_of, place_of
from scenes.of_constraints import Constrained
from simulation.status import ARRIVED, diagonal
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

_WHERE = Text(ko="스텝마다 사영하는 경로는 어디에서 끝날까요?", en="Where does the projected run end?")
OPTIONS: dict[str, Text] = {
    "minimum": Text(ko="f의 최솟값", en="at the minimum of f"),
    "nearest": Text(ko="허용 영역에서 f의 최솟값에 가장 가까운 점", en="at the feasible point closest to the minimum"),
    "elsewhere": Text(ko="경계 위의 다른 점", en="elsewhere on the boundary"),
}


def prove(address: Address, _: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of the constraints."""
    choice = read_constraints(address)
    yield 0.0
    evidence = evidence_of(choice)
    return SceneResult(constraints_grid(choice, language), evidence, Asking(_WHERE, OPTIONS, [where(choice, evidence)]))


def evidence_of(choice: ConstraintsChoice) -> Constrained:
    """Both runs at the learning rate where the dial stands."""
    found = constrained(inputs_of(choice))
    row = place_of(choice.rate, found.rates)
    minima = [each.place for each in choice.surface.minima if each.is_global]
    lowest = found.lowest
    nearest = None
    if minima:
        aim = min(minima, key=lambda each: dist(each, lowest.place)) if lowest else minima[0]
        x, y = choice.constraint.project(np.array(aim))
        nearest = (float(x), float(y))
    (x, y), (free_x, free_y) = (each.path[row, -1] for each in (found.projected, found.free))
    return Constrained(
        lowest=lowest.place if lowest else None,
        minima=minima,
        nearest=nearest,
        held=lowest is not None and lowest.held,
        angle=lowest.angle if lowest else np.nan,
        end=(float(x), float(y)),
        free_end=(float(free_x), float(free_y)),
        broken=float(found.projected.broken[row, 1:].max()),
    )


def where(choice: ConstraintsChoice, evidence: Constrained) -> str:
    """Which of the options it is, as it was measured."""
    near = ARRIVED * diagonal(choice.surface)
    if any(dist(evidence.end, each) <= near for each in evidence.minima):
        return "minimum"
    return "nearest" if evidence.nearest and dist(evidence.end, evidence.nearest) <= near else "elsewhere"
