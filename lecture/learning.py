"""Slides 1 to 4: learning is an optimization problem."""

from lecture.letters import PREDICTION
from lecture.slide import Letter, Part, Question, Slide, Way
from text import Text

PART = Part(
    Text(ko="학습 = 최적화 문제", en="Learning is optimization"),
    (
        Slide(
            Text(ko="매개변수와 손실 함수", en="Parameters and the loss function"),
            claims={
                "C19": Text(
                    ko="매개변수를 바꾸면 모델의 동작이 바뀝니다.",
                    en="Changing the parameters changes what the model does.",
                )
            },
            say=Text(
                ko=(
                    "심층 신경망은 매개변수의 함수입니다. 매개변수를 바꾸면 동작이 바뀌고, 손실이 그 동작을 수 하나로 "
                    "평가합니다. 손실이 가장 작은 매개변수를 찾는 일을 학습이라고 합니다."
                ),
                en=(
                    "A deep network is a function of its parameters. Changing them changes what it does, and the loss "
                    "rates that with a single number. Finding the parameters with the smallest loss is called training."
                ),
            ),
            ask=Question(
                Text(
                    ko="곡선이 데이터보다 아래에 있으면, 상수항 d의 편미분은 양수일까요, 음수일까요?",
                    en="The curve lies below the data: is the derivative by the constant term d positive or negative?",
                ),
                Text(
                    ko="음수입니다. d를 키우면 손실이 줄어드니까요.",
                    en="Negative: raising d lowers the loss.",
                ),
            ),
            chapters=(Way("model"), Way("training"), Way("representations")),
            also=Text(ko="은닉층은 데이터의 표현을 배웁니다.", en="Hidden layers learn representations of the data."),
            letters=(
                Letter(
                    Text(ko="손실 점수", en="loss score"),
                    "L",
                    Text(ko="손실 함수의 값, 학습의 피드백 신호", en="the value of the loss: the feedback signal"),
                ),
            ),
        ),
        Slide(
            Text(ko="평균 제곱 오차", en="Mean squared error"),
            claims={"C17": Text(ko="MSE는 오차가 커질수록 빠르게 커집니다.", en="MSE grows fast with the error.")},
            say=Text(
                ko=(
                    "회귀에서 가장 기본이 되는 손실입니다. 오차를 제곱하므로 오차가 두 배면 손실은 네 배입니다. 크게 "
                    "틀린 데이터 하나가 평균을 좌우할 수 있습니다."
                ),
                en=(
                    "The basic loss of regression. Errors are squared: twice the error is four times the loss, so a "
                    "single sample that is far off can dominate the mean."
                ),
            ),
            ask=Question(
                Text(
                    ko="오차가 세 배가 되면 MSE는 몇 배가 될까요?", en="If the error triples, what happens to the MSE?"
                ),
                Text(ko="아홉 배가 됩니다.", en="It becomes nine times as large."),
            ),
            chapters=(Way("losses", {"show": "error"}),),
            formulas=(r"\operatorname{MSE} = \dfrac{1}{N}\sum_i (y_i - \hat y_i)^2",),
            letters=(PREDICTION,),
        ),
        Slide(
            Text(ko="교차 엔트로피", en="Cross entropy"),
            claims={
                "C17": Text(
                    ko="교차 엔트로피는 정답 클래스의 예측만 봅니다.",
                    en="Cross-entropy depends only on the prediction for the true class.",
                )
            },
            say=Text(
                ko=(
                    "분류의 손실입니다. y가 원-핫이므로 합에는 정답 클래스의 항만 남습니다. 정답에 준 확률이 0에 "
                    "가까울수록 손실은 끝없이 커집니다."
                ),
                en=(
                    "The loss of classification. With a one-hot y only the true class's term remains in the sum. The "
                    "closer its probability is to 0, the larger the loss, without end."
                ),
            ),
            ask=Question(
                Text(
                    ko="정답의 확률은 그대로 두고 나머지 확률을 한 클래스에 몰면 손실은 어떻게 될까요?",
                    en="The true class keeps its probability and the rest goes to one class: what happens to the loss?",
                ),
                Text(ko="그대로입니다. 정답의 항만 세니까요.", en="Nothing: only the true class counts."),
            ),
            chapters=(Way("losses", {"show": "classes"}),),
            formulas=(r"E = -\sum_i y_i \log \hat y_i",),
            letters=(PREDICTION,),
        ),
        Slide(
            Text(ko="최적화 문제와 제약 조건", en="The optimization problem and constraints"),
            claims={
                "C18": Text(
                    ko="제약 조건이 최솟값을 허용하지 않으면 최적점이 다른 곳으로 옮겨집니다.",
                    en="A constraint that excludes the minimum moves the optimum.",
                )
            },
            say=Text(
                ko=(
                    "최적화 문제는 목적 함수 f를 가장 작게 하되 부등식과 등식 제약 조건을 지키는 문제입니다. 목적 "
                    "함수의 꼴에 따라 알맞은 알고리즘이 다릅니다. 딥러닝은 대부분 제약 조건이 없습니다."
                ),
                en=(
                    "An optimization problem asks for the smallest value of an objective f under inequality and "
                    "equality constraints. Which algorithm suits it depends on the form of the objective. Most of "
                    "deep learning has no constraints."
                ),
            ),
            ask=Question(
                Text(
                    ko="최솟값이 허용 영역 안에 있으면 제약 조건은 최적점을 옮길까요?",
                    en="The minimum lies inside the feasible region: does the constraint move the optimum?",
                ),
                Text(
                    ko="옮기지 않습니다. 있으나 없으나 같습니다(λ = 0).",
                    en="No: it makes no difference (λ = 0).",
                ),
            ),
            also=Text(
                ko="목적 함수의 꼴에 따라 서로 다른 알고리즘을 씁니다.",
                en="Different forms of the objective call for different algorithms.",
            ),
            chapters=(Way("constraints"), Way("algorithms")),
            formulas=(r"\min_x f(x),\quad g_i(x) \le 0,\quad h_j(x) = 0",),
        ),
    ),
)
