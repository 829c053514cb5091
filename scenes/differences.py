"""C12: numerical differentiation costs N(N + 1) multiplications, backpropagation two to three forward passes."""

from scenes.of_differences import CostsMore, DifferencesScene, FewPasses, OneMoreThanParameters, SameGradient
from scenes.of_nudges import CountsAsTheLecture, NudgesScene, QuotientsNear
from text import Text

SCENES = (
    NudgesScene(
        key="four-and-one",
        slide=15,
        claim="C12",
        title=Text(ko="손실 4 + 1번", en="4 + 1 evaluations"),
        topic=Text(ko="a, b, c, d를 하나씩 바꾸기", en="Nudging a, b, c, d"),
        say=Text(
            ko=(
                "매개변수가 a, b, c, d면 손실을 4 + 1번 계산해 네 편미분을 어림합니다. 한 번에 곱셈 4번으로 세면 5 · 4 "
                "= 20번, 곧 N(N + 1)번입니다."
            ),
            en=(
                "For a, b, c, d, 4 + 1 evaluations of the loss estimate the four derivatives. At 4 multiplications "
                "each that is 5 · 4 = 20, or N(N + 1)."
            ),
        ),
        why=Text(
            ko=(
                "바꾸지 않은 손실 한 번을 네 차분 몫이 함께 씁니다. 곱셈 4번은 데이터 하나에 a·x³, b·x², c·x, d·1이고, "
                "x의 거듭제곱과 오차의 제곱은 세지 않습니다. 오차는 h/2 × 곡률이고, 여기서는 a의 곡률이 가장 큽니다."
            ),
            en=(
                "All four quotients share the one loss without a change. The 4 multiplications are a·x³, b·x², c·x "
                "and d·1 for each data point; powers of x and squares of errors are not counted. The error is h/2 "
                "times the curvature, which is largest along a here."
            ),
        ),
        setting={"model": "cubic", "show": "differences", "h": "0.1"},
        ask="farthest",
        expects=(CountsAsTheLecture(5, 20), QuotientsNear(0.15)),
    ),
    DifferencesScene(
        key="nudge-by-nudge",
        slide=15,
        claim="C12",
        title=Text(ko="하나씩 바꾸어 보기", en="One parameter at a time"),
        say=Text(
            ko=(
                "수치 미분은 매개변수를 하나씩 조금 바꾸어 손실을 N + 1번 계산합니다. 역전파는 정방향의 두세 배만 "
                "계산하고 같은 기울기를 한꺼번에 얻습니다."
            ),
            en=(
                "Numerical differentiation perturbs one parameter at a time: N + 1 loss evaluations. "
                "Backpropagation gets the same gradient at once, for the cost of two to three forward passes."
            ),
        ),
        why=Text(
            ko=(
                "바꾸지 않은 손실 한 번과 매개변수마다 한 번입니다. 역전파는 정방향에서 저장한 값을 뒤에서부터 "
                "다시 써서 가중치마다 많아야 두 번 더 곱합니다. 두 기울기의 차이는 간격 h에서 옵니다."
            ),
            en=(
                "One evaluation without a change, and one per parameter. Backpropagation reuses what the forward "
                "pass stored, from the last layer to the first, with at most two more multiplications per weight. "
                "The difference between the two gradients comes from the step h."
            ),
        ),
        setting={"width": "6", "activation": "tanh", "step": "0.000001"},
        ask="evaluations",
        expects=(OneMoreThanParameters(), SameGradient(1e-4), FewPasses(3.2)),
    ),
    DifferencesScene(
        key="as-networks-grow",
        slide=15,
        claim="C12",
        title=Text(ko="신경망의 크기와 곱셈 수", en="As networks grow"),
        say=Text(
            ko=(
                "손실을 한 번 계산하는 데 곱셈이 약 N번 들면 수치 미분은 N(N + 1)번입니다. 역전파는 N에 "
                "비례하므로, 신경망이 클수록 차이가 벌어집니다."
            ),
            en=(
                "If one evaluation takes about N multiplications, numerical differentiation takes N(N + 1). "
                "Backpropagation grows only in proportion to N, so the gap widens with the network."
            ),
        ),
        why=Text(
            ko=(
                "두 축이 로그이면 N²은 기울기 2, N은 기울기 1인 직선입니다. 둘의 비는 약 N/3입니다. 측정한 시간도 "
                "이를 따르지만, 작은 신경망에서는 함수 호출에 드는 시간이 더 큽니다."
            ),
            en=(
                "On two logarithmic axes N² is a line of slope 2 and N a line of slope 1; their ratio is about "
                "N/3. Measured times follow, though in small networks function calls take most of the time."
            ),
        ),
        setting={"activation": "tanh"},
        ask="times",
        expects=(CostsMore(1000), FewPasses(3.2)),
    ),
)
