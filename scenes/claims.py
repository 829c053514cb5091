"""What the lecture claims, C1 to C19: the slides that say it, and each claim in one sentence, with its condition."""

from typing import NamedTuple

from text import Text


class Claim(NamedTuple):
    """One claim of the lecture."""

    slides: tuple[int, ...]
    """Of the lecture: those that say it."""
    says: Text


CLAIMS: dict[str, Claim] = {
    "C19": Claim(
        (1,),
        Text(
            ko="매개변수를 바꾸면 모델의 동작이 바뀝니다.",
            en="Changing the parameters changes what the model does.",
        ),
    ),
    "C17": Claim(
        (2, 3),
        Text(
            ko="MSE는 오차가 커질수록 빠르게 커지고, 교차 엔트로피는 정답 클래스의 예측만 봅니다.",
            en="MSE grows fast with the error; cross-entropy depends only on the prediction for the true class.",
        ),
    ),
    "C18": Claim(
        (4,),
        Text(
            ko="제약 조건이 최솟값을 허용하지 않으면 최적점이 다른 곳으로 옮겨집니다.",
            en="A constraint that excludes the minimum moves the optimum.",
        ),
    ),
    "C1": Claim(
        (5,),
        Text(
            ko="경사 하강법은 f가 더 이상 바뀌지 않을 때까지 업데이트를 반복합니다.",
            en="Gradient descent repeats its update until f no longer changes.",
        ),
    ),
    "C2": Claim(
        (6,),
        Text(
            ko=(
                "학습률이 너무 크면 튕겨 나가고 너무 작으면 너무 오래 걸려, 정해진 스텝 안에는 둘 다 최솟값에 "
                "도달하지 못합니다."
            ),
            en=(
                "Too large a learning rate overshoots or diverges, too small a one takes too long: neither reaches "
                "the minimum in the given steps."
            ),
        ),
    ),
    "C3": Claim(
        (7,),
        Text(
            ko=(
                "손실은 학습률이 낮으면 천천히, 적절하면 빠르게 줄고, 매우 높으면 발산하며, 높으면 빠르게 줄다가 "
                "기울기에 잡음이 있을 때 최솟값보다 위에서 정체합니다."
            ),
            en=(
                "The loss falls slowly with a low learning rate, quickly with a good one, and diverges with a very "
                "high one; with a high one it falls quickly, then stalls above the minimum if the gradient is noisy."
            ),
        ),
    ),
    "C4": Claim(
        (8,),
        Text(
            ko="곡면이 볼록하고 학습률이 충분히 작으면 어디서 출발해도 최솟값에 도달합니다.",
            en="On a convex surface every start reaches the minimum if the learning rate is small enough.",
        ),
    ),
    "C5": Claim(
        (8,),
        Text(
            ko="곡면이 볼록하지 않으면 출발점이 어느 최솟값에 도달할지 정하고, 지역 최솟값에 갇힐 수도 있습니다.",
            en="On a non-convex surface the start decides which minimum is reached, and it may be a local one.",
        ),
    ),
    "C6": Claim(
        (9,),
        Text(
            ko=(
                "안장점으로 곧장 이어지는 선 위에서 출발하면 기울기가 정확한 한 경사 하강법은 안장점을 벗어나지 "
                "못하고, 그 선에서 조금 벗어나 출발하면 늦게 벗어납니다."
            ),
            en=(
                "Started on the line that leads straight into a saddle point, gradient descent does not leave it as "
                "long as the gradient is exact; started slightly off that line, it leaves late."
            ),
        ),
    ),
    "C7": Claim(
        (10,),
        Text(
            ko="관성 계수가 충분히 크면 Momentum은 경사 하강법이 갇히는 지역 최솟값에서 벗어날 수 있습니다.",
            en="With a large enough r, Momentum can escape a local minimum that traps gradient descent.",
        ),
    ),
    "C8": Claim(
        (10,),
        Text(
            ko=(
                "경사 하강법은 x만, Momentum은 x와 v, AdaGrad와 RMSProp은 x와 g, Adam은 x, m, g를 메모리에 저장합니다."
            ),
            en=("Gradient descent stores x alone, Momentum x and v, AdaGrad and RMSProp x and g, Adam x, m and g."),
        ),
    ),
    "C9": Claim(
        (11,),
        Text(
            ko=(
                "AdaGrad는 변수마다 학습률을 따로 두지만, 기울기의 제곱이 쌓이기만 해서 학습률이 작으면 최솟값에 "
                "도달하기 전에 거의 멈춥니다."
            ),
            en=(
                "AdaGrad gives each variable its own learning rate, but its squared gradients only add up: with a "
                "small learning rate it practically stops before it reaches the minimum."
            ),
        ),
    ),
    "C10": Claim(
        (12,),
        Text(
            ko=(
                "RMSProp은 합 대신 지수 평균을 쓰므로, 작은 학습률에서 AdaGrad가 정체하는 곳을 같은 학습률로 계속 "
                "나아갑니다."
            ),
            en=(
                "RMSProp uses an exponential average instead of the sum, so where AdaGrad stalls with a small "
                "learning rate it keeps going with the same one."
            ),
        ),
    ),
    "C11": Claim(
        (13,),
        Text(
            ko="Adam은 Momentum과 RMSProp을 합친 기법입니다.",
            en="Adam combines Momentum and RMSProp.",
        ),
    ),
    "C12": Claim(
        (15,),
        Text(
            ko=(
                "매개변수가 N개이고 손실 계산 한 번에 곱셈이 약 N번 들면, 수치 미분은 한 스텝에 곱셈 N(N + 1)번, "
                "역전파는 정방향의 두세 배면 됩니다."
            ),
            en=(
                "With N parameters and about N multiplications for one loss, a step takes N(N + 1) multiplications "
                "by numerical differentiation, two to three forward passes by backpropagation."
            ),
        ),
    ),
    "C13": Claim(
        (16,),
        Text(
            ko="미분은 경로 위의 국소 미분을 모두 곱한 값이며, 경로가 여럿이면 그 곱들을 더합니다.",
            en="A derivative is the product of the local derivatives along a path, summed over the paths.",
        ),
    ),
    "C14": Claim(
        (17,),
        Text(
            ko="역전파는 메모리를 더 써서 정방향의 중간 결과를 저장하고, 같은 계산을 되풀이하지 않습니다.",
            en="Backpropagation takes more memory to store the forward results, and does not repeat the same work.",
        ),
    ),
    "C15": Claim(
        (18, 19, 20, 21),
        Text(
            ko=(
                "층이 깊어지면 시그모이드의 기울기는 사라지고, tanh도 초기 가중치가 작으면 사라지며, ReLU는 He "
                "초기화를 쓰면 기울기의 크기가 유지됩니다."
            ),
            en=(
                "With depth, sigmoid gradients vanish, and so do tanh's with small initial weights; ReLU with He "
                "initialization keeps their size."
            ),
        ),
    ),
    "C16": Claim(
        (22,),
        Text(
            ko="소프트맥스의 출력은 더하면 1이고, 시그모이드는 한 입력을 0으로 고정한 두 클래스의 소프트맥스입니다.",
            en="Softmax outputs sum to 1; the sigmoid is a softmax of two classes with one input fixed at 0.",
        ),
    ),
}
"""Every claim by its number, in the order of the slides."""
