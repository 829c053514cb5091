"""Slides 14 to 17: updating the weights of a network."""

from lecture.slide import Letter, Part, Question, Slide, Way
from text import Text

PART = Part(
    Text(ko="신경망의 가중치 업데이트", en="Updating the weights of a network"),
    (
        Slide(
            Text(ko="매개변수마다 자기 편미분", en="Each parameter, its own derivative"),
            also=Text(
                ko="매개변수 a, b, c, d가 저마다 자기 편미분으로, 한꺼번에 업데이트됩니다.",
                en="The parameters a, b, c, d are updated at once, each by its own partial derivative.",
            ),
            say=Text(
                ko=(
                    "신경망에서도 식은 같습니다. 매개변수 a, b, c, d가 저마다 자기 편미분에 학습률을 곱한 만큼, "
                    "한꺼번에 바뀝니다."
                ),
                en=(
                    "In a network the formula is the same. The parameters a, b, c, d change at once, each by its own "
                    "partial derivative times the learning rate."
                ),
            ),
            ask=Question(
                Text(
                    ko="a를 먼저 바꾸고 그다음에 b의 편미분을 구하면 같은 결과일까요?",
                    en="Change a first, then take the derivative for b: is the result the same?",
                ),
                Text(
                    ko="아닙니다. 모든 편미분은 바꾸기 전의 같은 θ에서 구합니다.",
                    en="No: all derivatives are taken at the same θ, before any change.",
                ),
            ),
            chapters=(Way("model"), Way("training")),
            formulas=(r"\theta_t = \theta_{t-1} - n\,\nabla L(\theta_{t-1})",),
            letters=(Letter("θₙ", "θₜ", Text(ko="n번째가 아니라 t번째 스텝", en="the t-th step, not the n-th")),),
        ),
        Slide(
            Text(ko="수치 미분", en="Numerical differentiation"),
            claims={
                "C12": Text(
                    ko=(
                        "매개변수가 N개이고 손실 계산 한 번에 곱셈이 약 N번 들면, 수치 미분은 한 스텝에 곱셈 N(N + "
                        "1)번, 역전파는 정방향의 두세 배면 됩니다."
                    ),
                    en=(
                        "With N parameters and about N multiplications for one loss, a step takes N(N + 1) "
                        "multiplications by numerical differentiation, two to three forward passes by "
                        "backpropagation."
                    ),
                )
            },
            say=Text(
                ko=(
                    "매개변수를 하나씩 조금 바꾸어 손실의 변화를 봅니다. a, b, c, d라면 손실을 4 + 1번 계산합니다. "
                    "매개변수가 N개면 N + 1번, 한 번에 곱셈이 약 N번이니 한 스텝에 N(N + 1)번입니다."
                ),
                en=(
                    "Nudge the parameters one after the other and watch the loss. For a, b, c, d that is 4 + 1 "
                    "evaluations; for N parameters N + 1, each of about N multiplications: N(N + 1) for one step."
                ),
            ),
            ask=Question(
                Text(
                    ko="매개변수가 백만 개면 한 스텝에 곱셈이 몇 번일까요?",
                    en="How many multiplications does one step take with a million parameters?",
                ),
                Text(
                    ko="약 10¹²번입니다. 역전파는 정방향의 두세 배, 수백만 번이면 됩니다.",
                    en="About 10¹². Backpropagation takes two to three forward passes: some millions.",
                ),
            ),
            chapters=(Way("differences"), Way("model", {"show": "differences"})),
            formulas=(r"\dfrac{\partial L}{\partial a} \approx \dfrac{L(a + h, b, c, d) - L(a, b, c, d)}{h}",),
        ),
        Slide(
            Text(ko="연쇄 법칙", en="The chain rule"),
            claims={
                "C13": Text(
                    ko="미분은 경로 위의 국소 미분을 모두 곱한 값이며, 경로가 여럿이면 그 곱들을 더합니다.",
                    en="A derivative is the product of the local derivatives along a path, summed over the paths.",
                )
            },
            say=Text(
                ko=(
                    "신경망은 층을 이어 붙인 합성 함수입니다. 그래서 미분은 손실에서 그 가중치까지 경로 위의 국소 "
                    "미분을 모두 곱한 값입니다. 경로가 여럿이면 그 곱들을 더합니다."
                ),
                en=(
                    "A network is a composition of layers, so a derivative is the product of all local derivatives "
                    "along the path from the loss to the weight, summed where there are several paths."
                ),
            ),
            ask=Question(
                Text(
                    ko="층이 하나 늘면 맨 앞 가중치의 미분에는 인수가 몇 개 늘까요?",
                    en="One more layer: how many more factors does the derivative of the first weight have?",
                ),
                Text(ko="하나 늘어납니다.", en="One more."),
            ),
            chapters=(Way("composition"), Way("backpropagation")),
            formulas=(
                r"\dfrac{dz}{dx} = \dfrac{dz}{dy} \cdot \dfrac{dy}{dx}",
                r"\dfrac{\partial L}{\partial w_n} = \dfrac{\partial L}{\partial h_N} "
                r"\left(\prod_{i=n+1}^{N} \dfrac{\partial f_i(h_{i-1})}{\partial h_{i-1}}\right) "
                r"\dfrac{\partial f_n(w_n)}{\partial w_n}",
            ),
        ),
        Slide(
            Text(ko="오류 역전파", en="Backpropagation"),
            claims={
                "C14": Text(
                    ko="역전파는 메모리를 더 써서 정방향의 중간 결과를 저장하고, 같은 계산을 되풀이하지 않습니다.",
                    en=(
                        "Backpropagation takes more memory to store the forward results, and does not repeat the "
                        "same work."
                    ),
                )
            },
            say=Text(
                ko=(
                    "정방향에서 손실을 구하며 층마다 중간 결과를 저장하고, 마지막 층부터 한 층씩 거슬러 오며 저장한 "
                    "값을 씁니다. 앞 층의 변화는 뒤의 모든 값에 번지므로, 그 책임은 뒤에서부터 되돌아옵니다."
                ),
                en=(
                    "Forward to the loss, storing each layer's results; then back from the last layer, one at a time, "
                    "using what was stored. A change in an early layer reaches every later value, so the blame "
                    "travels back from the end."
                ),
            ),
            ask=Question(
                Text(
                    ko="역전파가 계산을 아끼는 대신 더 쓰는 것은 무엇일까요?",
                    en="Backpropagation saves computation. What does it cost instead?",
                ),
                Text(
                    ko="메모리입니다. 층마다 중간 결과를 저장해 둡니다.",
                    en="Memory: every layer's results are kept.",
                ),
            ),
            chapters=(
                Way(
                    "backpropagation",
                    {"structure": "chain", "layers": "5"},
                    Text(ko="정방향과 역방향", en="forward and back"),
                ),
                Way(
                    "backpropagation",
                    {"structure": "fork", "change": "w1"},
                    Text(ko="앞쪽 가중치의 변화", en="an early weight changes"),
                ),
            ),
        ),
    ),
)
