"""What is said of constraints: above the grid, at every learning rate, and below."""

from math import dist, isnan

import numpy as np

from numerals import numeral
from pages.constraints.choice import ConstraintsChoice
from pages.constraints.compute import Constrained, Side, lowest_of
from simulation import Lowest
from simulation.constraints import number
from simulation.status import ARRIVED, diagonal
from surfaces import Surface
from surfaces.base import Place
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface

_TITLE = Text(ko="제약 조건이 있는 최적화", en="Constrained optimization")
_DO = Text(
    ko=(
        "조건 ${conditions}$에서 $f$를 최소화합니다. 스텝마다 가장 가까운 허용점으로 사영합니다: $x_t = "
        "P(x_{{t-1}} - {step})$."
    ),
    en=(
        "Minimize $f$ subject to ${conditions}$. After each step the point is projected to the nearest feasible "
        "point: $x_t = P(x_{{t-1}} - {step})$."
    ),
)
_STEP = Text(ko="스텝", en="step")
_DESCENT = r"n\nabla f(x_{t-1})"

_PULL = r"\lambda\nabla g"
_PULLS = {"line": r"\lambda\nabla h", "box": r"\textstyle\sum_i \lambda_i\nabla g_i"}
ANGLE_NOISE = 1e-3
"""A smaller angle, in degrees, is what rounding leaves."""

_ARRIVES = Text(ko="제약 조건하의 최적점에 도달", en="reaches the constrained optimum")
_AWAY = Text(ko="제약 조건하의 최적점에서 {away}", en="{away} from the constrained optimum")
_NOWHERE = Text(ko="그림 안에 최적점 없음", en="no optimum in the plot")
_FREE_ARRIVES = Text(ko="제약 조건 없이: 최솟값에 도달", en="unconstrained: reaches a minimum")
_FREE_LEAVES = Text(ko="제약 조건 없이: {step}스텝에 이탈", en="unconstrained: left the plot at step {step}")
_FREE_AWAY = Text(ko="제약 조건 없이: 최솟값에서 {away}", en="unconstrained: {away} from a minimum")
_FREE_INSIDE = Text(ko="제약 조건 없이: 그림 안", en="unconstrained: inside the plot")
_READOUT = Text(
    ko="{moved} · n = {rate} · 사영: {projected} · {free}", en="{moved} · n = {rate} · projected: {projected} · {free}"
)
_MOVES = Text(ko="제약 조건이 최적점을 {moved}만큼 옮깁니다", en="The constraint moves the optimum by {moved}")
_IDLE = Text(
    ko="최솟값이 허용 영역 안에 있어 제약 조건이 최적점을 바꾸지 않습니다",
    en=("The minimum is feasible: the constraint is inactive"),
)
_MAKES = Text(ko="제약 조건이 최솟값을 만듭니다", en="The constraint creates a minimum")

_HELD = Text(
    ko=(
        "**제약 조건이 최적점을 옮겼습니다.** 제약 조건이 없을 때의 최적점은 {free}, 허용 영역에서 가장 낮은 점은 "
        "{place}입니다. 둘은 {moved}만큼 떨어져 있습니다. 그 점에서 $-\\nabla f$와 ${pull}$ 사이의 각도는 "
        "{angle}°입니다. 더 내려가려는 방향을 제약 조건이 모두 상쇄하므로 멈춥니다(${multipliers}$). 원래 "
        "최적점에서 가장 가까운 허용점은 {nearest}입니다. 이 점이 항상 새 최적점과 같은 것은 등고선이 원일 "
        "때뿐입니다."
    ),
    en=(
        "**The constraint moves the optimum.** Without it the optimum is {free}; the lowest feasible point is "
        "{place}, {moved} away. There the angle between $-\\nabla f$ and ${pull}$ is {angle}°: the constraint "
        "cancels exactly the remaining downhill direction, so the run stops (${multipliers}$). The feasible point "
        "nearest to the old optimum is {nearest}; it always coincides with the new optimum only if the contours "
        "are circles."
    ),
)
_HELD_BOTTOMLESS = Text(
    ko=(
        "**제약 조건이 최솟값을 만들었습니다.** 제약 조건이 없으면 $f$는 한없이 작아지지만, 그림 안의 허용 "
        "영역에서 가장 낮은 점은 {place}입니다. 그 점에서 $-\\nabla f$와 ${pull}$ 사이의 각도는 "
        "{angle}°입니다(${multipliers}$)."
    ),
    en=(
        "**The constraint creates a minimum.** Without it $f$ decreases without bound; the lowest feasible point "
        "in the plot is {place}. There the angle between $-\\nabla f$ and ${pull}$ is {angle}° (${multipliers}$)."
    ),
)
_INACTIVE = Text(
    ko=(
        r"**여기서는 제약 조건이 아무것도 바꾸지 않습니다.** $f$의 최솟값이 허용 영역 안에 있으므로 최적점은 제약 "
        r"조건이 없을 때와 같은 {place}입니다(비활성 제약 조건, $\lambda = 0$). 제약 조건은 최솟값을 허용하지 않을 "
        r"때만 최적점을 옮깁니다."
    ),
    en=(
        r"**Here the constraint changes nothing.** The minimum of $f$, {place}, is feasible, so the optimum is the "
        r"same as without the constraint (an inactive constraint, $\lambda = 0$). A constraint moves the optimum "
        r"only if it excludes the minimum."
    ),
)
_STAYS_LOCAL = Text(
    ko=(
        r"**전역 최솟값은 허용 영역 밖에 있습니다.** 허용 영역에서 가장 낮은 점은 $f$의 다른 최솟값 {place}입니다. "
        r"경계 위에 있지 않으므로 $\lambda = 0$입니다."
    ),
    en=(
        r"**The global minimum is infeasible.** The lowest feasible point is another minimum of $f$, {place}; it "
        r"is not on the boundary, so $\lambda = 0$."
    ),
)
_NONE = Text(
    ko=(
        "**그림 안에는 최적점이 없습니다.** 허용 영역에서 $f$가 그림 밖으로, 또는 한없이 더 작아집니다. 제약 "
        "조건을 원판이나 상자로 바꾸면 최적점이 생길 수 있습니다."
    ),
    en=(
        "**There is no optimum in the plot.** Within the feasible region $f$ keeps decreasing, out of the plot or "
        "without bound. A disc or a box can create an optimum."
    ),
)
_LOCAL = Text(
    ko=(
        r"볼록한 이차 함수이고 제약 조건도 볼록하면, 사영을 쓴 경사 하강법은 $n < 2/\lambda_{\max}$일 때(λmax: "
        r"가장 큰 곡률) 어디서 출발해도 그 최적점으로 수렴합니다. 그렇지 않은 곡면에서는 출발점에 따라 다른 곳에서 "
        r"멈출 수 있습니다."
    ),
    en=(
        r"On a convex quadratic with a convex constraint, projected gradient descent with $n < 2/\lambda_{\max}$ "
        r"(λmax: the largest curvature) converges to that optimum from any start. On other surfaces the start may "
        r"decide where it stops."
    ),
)
_ADAPTIVE = Text(
    ko=(
        "AdaGrad, RMSProp, Adam처럼 변수마다 스텝을 따로 조절하는 규칙에는 유클리드 거리의 사영이 맞지 않습니다. "
        "비스듬한 경계에서는 최적점이 아닌 점에 멈출 수 있습니다. 상자는 변수마다 따로 제한하므로 괜찮습니다. "
        "Momentum은 벽을 고려하지 않아 벽 쪽 속도를 그대로 유지합니다."
    ),
    en=(
        "For rules that scale each variable separately (AdaGrad, RMSProp, Adam) the Euclidean projection is not "
        "the matching one: at a slanted boundary they may stop at a point that is not optimal. A box limits each "
        "variable separately, so it causes no problem. Momentum ignores the wall and keeps its velocity towards it."
    ),
)
_DEEP = Text(
    ko=(
        "**딥러닝은 대부분 제약 조건 없이 학습합니다.** 가중치는 어떤 값이든 가질 수 있고, 제한하고 싶은 것은 "
        "규제항으로 손실에 더하거나(가중치 감쇠) 신경망의 구조로 만들어 넣습니다. 예를 들어 소프트맥스의 출력은 "
        "항상 합이 1입니다. 사영은 스텝마다 계산이 더 들고 이동을 줄입니다."
    ),
    en=(
        "**Deep learning mostly uses no constraints.** Weights are unconstrained, and what one wants to limit is "
        "added to the loss as a penalty (weight decay) or built into the architecture: softmax outputs always sum "
        "to one. A projection adds work to every step and shortens it."
    ),
)


def heading(choice: ConstraintsChoice, language: Language) -> Heading:
    """Title and surface, the problem in one line, and the rule."""
    step = _DESCENT if choice.rule.key == "gd" else rf"\text{{{_STEP[language]}}}_t"
    words = _DO.format(conditions=r",\; ".join(choice.constraint.conditions), step=step)
    return heading_with_surface(
        f"{_TITLE[language]} · {choice.surface.name[language]}", choice.surface, words[language]
    )


def readout(choice: ConstraintsChoice, found: Constrained) -> list[Text]:
    """What is said at every position of the dial: where both runs end."""
    near, moved = ARRIVED * diagonal(choice.surface), _moved(choice, found.lowest)
    return [
        _READOUT.format(
            moved=moved,
            rate=numeral(rate, 3),
            projected=_projected_end(float(found.projected.away[row, -1]), near, known=found.lowest is not None),
            free=_free_end(found.free, row, near),
        )
        for row, rate in enumerate(found.rates)
    ]


def _moved(choice: ConstraintsChoice, lowest: Lowest | None) -> Text:
    """What the constraint does to the optimum, in a few words."""
    best = [each.place for each in choice.surface.minima if each.is_global]
    if lowest is None:
        return _NOWHERE
    if not best:
        return _MAKES
    away = min(dist(each, lowest.place) for each in best)
    return _MOVES.format(moved=numeral(away, 3)) if away > ARRIVED * diagonal(choice.surface) else _IDLE


def _projected_end(away: float, near: float, *, known: bool) -> Text:
    if not known:
        return _NOWHERE
    return _ARRIVES if away <= near else _AWAY.format(away=numeral(away, 2))


def _free_end(side: Side, row: int, near: float) -> Text:
    left, away = int(side.left[row]), float(side.away[row, -1])
    if away <= near:
        return _FREE_ARRIVES
    if left >= 0:
        return _FREE_LEAVES.format(step=left)
    return _FREE_AWAY.format(away=numeral(away, 2)) if not isnan(away) else _FREE_INSIDE


def notes(choice: ConstraintsChoice, language: Language) -> list[str]:
    """What the constraint has done here, under which conditions it is so, and why deep learning mostly does without."""
    lowest = lowest_of(choice.surface, choice.constraint)
    return [words[language] for words in (outcome(choice, lowest), _LOCAL, _ADAPTIVE, _DEEP)]


def outcome(choice: ConstraintsChoice, lowest: Lowest | None) -> Text:
    """What the constraint has done to the optimum."""
    surface, constraint = choice.surface, choice.constraint
    if lowest is None:
        return _NONE
    place = _place(lowest.place)
    best = [each.place for each in surface.minima if each.is_global]
    if not lowest.held:
        return (_INACTIVE if surface.lowest is not None and _is_lowest(lowest, surface) else _STAYS_LOCAL).format(
            place=place
        )
    places = {
        "place": place,
        "pull": _PULLS.get(choice.kind, _PULL),
        "angle": numeral(lowest.angle if lowest.angle >= ANGLE_NOISE else 0.0, 2),
        "multipliers": multipliers(lowest, equality=constraint.equality),
    }
    if not best:
        return _HELD_BOTTOMLESS.format(**places)
    free = min(best, key=lambda each: dist(each, lowest.place))
    nearest = constraint.project(np.array(free))
    return _HELD.format(
        **places,
        free=_place(free),
        moved=numeral(dist(free, lowest.place), 3),
        nearest=_place((float(nearest[0]), float(nearest[1]))),
    )


def multipliers(lowest: Lowest, *, equality: bool) -> str:
    """The λ that are not 0, in LaTeX."""
    if len(lowest.multipliers) == 1:
        return rf"\lambda = {number(lowest.multipliers[0])}" + ("" if equality else r" \ge 0")
    held = [(i, each) for i, each in enumerate(lowest.multipliers, start=1) if each]
    return ",\\; ".join(rf"\lambda_{i} = {number(each)}" for i, each in held)


def _is_lowest(lowest: Lowest, surface: Surface) -> bool:
    """Whether a place is a global minimum."""
    return any(
        each.is_global and dist(each.place, lowest.place) <= ARRIVED * diagonal(surface) for each in surface.minima
    )


def _place(place: Place) -> str:
    return f"({numeral(place[0], 3)}, {numeral(place[1], 3)})"
