"""C18: a constraint moves the optimum, where it bars the minimum."""

from scenes.of_constraints import (
    ArrivesAtOptimum,
    ChangesNothing,
    ConstraintsScene,
    NotTheNearest,
    OptimumMoves,
    SlopesBalance,
    StaysAllowed,
)
from text import Text

_RAVINE = {"surface": "class-ravine", "x": "-7", "y": "2", "rate": "0.5", "steps": "100"}

SCENES = (
    ConstraintsScene(
        key="constraint-moves",
        slide=4,
        claim="C18",
        title=Text(ko="제약 조건이 옮긴 최적점", en="The optimum moves"),
        topic=Text(ko="허용 영역 밖의 최솟값", en="An infeasible minimum"),
        say=Text(
            ko=(
                "제약 조건 때문에 최솟값을 택할 수 없으면 최적점이 옮겨집니다. 새 최적점이 꼭 최솟값에서 가장 "
                "가까운 곳인 것은 아닙니다."
            ),
            en=(
                "A constraint that excludes the minimum moves the optimum, and in general not to the feasible "
                "point closest to it."
            ),
        ),
        why=Text(
            ko=(
                "스텝마다 가장 가까운 허용점으로 사영하므로, 경계를 따라 더 내려갈 수 있는 동안은 계속 움직입니다. "
                "−∇f가 경계와 수직이 되면 제약 조건이 그 방향을 모두 상쇄해 멈춥니다. 이 협곡은 y 방향이 더 "
                "가파르므로, 가장 가까운 점보다 y가 0에 더 가까운 점이 더 낮습니다."
            ),
            en=(
                "Projected to the nearest feasible point after every step, the run keeps moving as long as it can "
                "descend along the boundary. Where −∇f is perpendicular to the boundary, the constraint cancels it "
                "completely and the run stops. This ravine is steeper along y, so a point with y closer to 0 is "
                "lower than the nearest one."
            ),
        ),
        setting={**_RAVINE, "constraint": "half-plane", "angle": "45", "offset": "-2"},
        ask="where",
        expects=(
            OptimumMoves(by=2.0),
            NotTheNearest(by=1.0),
            SlopesBalance(),
            ArrivesAtOptimum(within=1e-3),
            StaysAllowed(),
        ),
    ),
    ConstraintsScene(
        key="constraint-idle",
        slide=4,
        claim="C18",
        title=Text(ko="비활성 제약 조건", en="The inactive constraint"),
        topic=Text(ko="허용 영역 안의 최솟값", en="A feasible minimum"),
        say=Text(
            ko="최솟값이 허용 영역 안에 있으면 제약 조건은 최적점을 바꾸지 않습니다.",
            en="If the minimum is feasible, the constraint does not change the optimum.",
        ),
        why=Text(
            ko=(
                "경로가 경계에 닿지 않으면 사영은 아무것도 바꾸지 않습니다. λ = 0인 비활성 제약 조건입니다. 경계를 "
                "왼쪽으로 옮겨 최솟값이 허용되지 않으면 최적점이 따라 움직입니다."
            ),
            en=(
                "If the path never meets the boundary, the projection does nothing: an inactive constraint, λ = 0. "
                "Move the boundary to the left until it excludes the minimum, and the optimum moves along."
            ),
        ),
        setting={**_RAVINE, "constraint": "half-plane", "angle": "45", "offset": "2"},
        ask="where",
        expects=(ChangesNothing(), ArrivesAtOptimum(within=0.1), StaysAllowed()),
    ),
    ConstraintsScene(
        key="equality",
        slide=4,
        claim="C18",
        title=Text(ko="등식 제약 조건 h = 0", en="An equality constraint"),
        say=Text(
            ko="등식 제약 조건 h = 0에서는 첫 스텝부터 직선 위에 있고, 그 위에서 가장 낮은 점에 멈춥니다.",
            en=(
                "With an equality constraint h = 0 the run is on the line from the first step on and stops at its "
                "lowest point."
            ),
        ),
        why=Text(
            ko=(
                "출발점은 직선 위에 없어도 첫 스텝의 사영이 직선 위로 옮깁니다. 그다음부터는 직선을 따라 "
                "내려가다가, 등고선이 직선과 맞닿는 곳, 곧 −∇f가 직선과 수직인 곳에서 멈춥니다."
            ),
            en=(
                "The start is off the line, but the first projection puts the point on it. From then on the run "
                "descends along the line and stops where a contour touches it, where −∇f is perpendicular to the "
                "line."
            ),
        ),
        setting={**_RAVINE, "constraint": "line", "angle": "60", "offset": "-1.5"},
        ask="where",
        expects=(StaysAllowed(), OptimumMoves(by=1.5), SlopesBalance(), ArrivesAtOptimum(within=1e-3)),
    ),
)
