"""What stands above and under the graph: the lecture's claims, and the conditions under which they hold."""

from networks import ACTIVATIONS
from pages.backpropagation.choice import GraphChoice
from text import Language, Text
from ui.common.heading import Heading
from ui.shell.chapters import CHAPTERS

_CLAIM = Text(
    ko=(
        "가중치에 대한 미분은 손실에서 그 가중치까지 경로 위의 국소 미분을 모두 곱한 값입니다(경로가 여럿이면 "
        "더합니다). 역전파는 정방향의 중간 결과를 저장해 두고, 마지막 층부터 한 층씩 거슬러 가며 꺼내 씁니다. → ← "
        "키로 한 단계씩 보고, 가중치를 눌러 경로를 고르세요."
    ),
    en=(
        "The derivative with respect to a weight is the product of local derivatives along its path (summed over "
        "paths). Backpropagation stores the forward results and goes back layer by layer. → ← step; click a weight "
        "to see its path."
    ),
)
_CHANGES = Text(
    ko=(
        "앞쪽 가중치 하나를 바꾸면 그 뒤의 값이 차례로 바뀝니다(굵은 테두리와 Δ, 전 → 후). 그 앞과 다른 갈래의 값은 "
        "그대로입니다. 그래서 손실에 미친 영향은 손실에서부터 거슬러 구합니다: $\\Delta L \\approx "
        "\\frac{\\partial L}{\\partial w}\\,\\Delta w$"
    ),
    en=(
        "Change one early weight and the values after it change one by one (thick frame, Δ, old → new); those before "
        "it and on other branches stay. So its effect on the loss is found going back from the loss: "
        "$\\Delta L \\approx \\frac{\\partial L}{\\partial w}\\,\\Delta w$"
    ),
)
_RULES = {
    "neuron": r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot "
    r"\frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w}",
    "chain": r"\frac{\partial L}{\partial w_n} = \frac{\partial L}{\partial h_N} "
    r"\left(\prod_{i=n+1}^{N} \frac{\partial f_i(h_{i-1})}{\partial h_{i-1}}\right) "
    r"\frac{\partial f_n(w_n)}{\partial w_n}",
    "fork": r"\frac{\partial L}{\partial h_1} = \frac{\partial L}{\partial h_2} \frac{\partial h_2}{\partial h_1} + "
    r"\frac{\partial L}{\partial h_3} \frac{\partial h_3}{\partial h_1}",
}
"""The lecture's chain rule, as each network needs it."""

_NOTES = Text(
    ko=(
        "- **손실**은 표본 하나의 제곱 오차 $L = (\\hat y - y)^2$입니다. 표본이 여럿이면 그 평균이고, "
        "미분도 평균입니다. 활성화 함수는 {name}: $f(x) = {formula}$, $f'(x) = {derivative}$.\n"
        "- **곱셈의 수**는 들어온 미분과 국소 미분의 곱만 셉니다. 1인 $\\partial L/\\partial L$과의 곱은 "
        "세지 않습니다. $N$층 사슬은 역전파로 $2N - 1$번, 가중치마다 경로를 처음부터 곱하면 $N(N+1)/2$번입니다. "
        "3층은 5 대 6이지만 100층은 199 대 5050입니다.\n"
        "- **저장의 대가와 이득**: 지금 그래프는 중간 결과 {stored}개를 저장합니다. 아무것도 저장하지 않으면, "
        "역방향에서 필요할 때마다 입력부터 다시 계산해 연산을 {recomputed}번 더 해야 합니다. "
        "저장량은 층 수에 비례하고, 표본이 많을수록 그만큼 늘어납니다.\n"
        "- **조건**: 국소 미분이 있는 곳에서 맞습니다. ReLU는 0에서 미분할 수 없어 0을 씁니다."
    ),
    en=(
        "- **The loss** is the squared error of one sample, $L = (\\hat y - y)^2$. Of several samples it is their "
        "mean, and so is the derivative. The activation function is {name}: $f(x) = {formula}$, $f'(x) = "
        "{derivative}$.\n- **The number of multiplications** counts only products of an incoming and a local "
        "derivative, not the one with $\\partial L/\\partial L = 1$. A chain of $N$ layers takes $2N - 1$ with "
        "backpropagation and $N(N+1)/2$ if each weight's path is multiplied from the start: 5 against 6 for three "
        "layers, 199 against 5050 for a hundred.\n- **What storing costs and saves**: this graph stores {stored} "
        "intermediate results. With nothing stored, the backward pass would have to recompute from the inputs "
        "whenever it needs one: {recomputed} more operations. Storage grows with the number of layers and of "
        "samples.\n- **Condition**: it holds wherever the local derivatives exist. ReLU is not differentiable at "
        "0; 0 is used there."
    ),
)


_SIGMOID = "f(x)\\,(1 - f(x))"
"""The derivative of the sigmoid by its own value, which is what is stored."""


def heading(choice: GraphChoice, language: Language) -> Heading:
    """The title, the lecture's rule in the letters of this network, and what to do."""
    title = CHAPTERS["backpropagation"].title[language]
    claim = _CHANGES if choice.changed else _CLAIM
    return Heading(f"{title} &ensp; ${_RULES[choice.structure]}$", claim[language], "heading_graph")


def notes(choice: GraphChoice, language: Language) -> list[str]:
    """The conventions, the counts and the conditions."""
    graph, activation = choice.graph, ACTIVATIONS[choice.activation]
    places = {
        "name": activation.name,
        "formula": activation.formula,
        "derivative": _SIGMOID if choice.activation == "sigmoid" else activation.derivative_formula,
        "stored": len(graph.stored),
        "recomputed": graph.recomputed,
    }
    return [_NOTES.format(**places)[language]]
