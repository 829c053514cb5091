"""C19: other parameters, another behaviour; and the loss says how to change each."""

from scenes.of_parameters import (
    ChangesMost,
    CurveMoves,
    FallsTo,
    FitsBest,
    GoesTo,
    ParametersScene,
    StepsByDerivative,
)
from text import Text

SCENES = (
    ParametersScene(
        key="own-derivative",
        slide=1,
        claim="C19",
        title=Text(ko="매개변수마다의 편미분", en="Each parameter's derivative"),
        say=Text(
            ko="매개변수가 바뀌면 곡선이 바뀝니다. 각 매개변수는 자기 편미분에 비례해, 그 반대 방향으로 바뀝니다.",
            en=(
                "Changing the parameters changes the curve. Each parameter moves in proportion to its own partial "
                "derivative, in the opposite direction."
            ),
        ),
        why=Text(
            ko=(
                "d를 빼면 거의 맞는 곡선이라 전체가 데이터보다 아래에 있습니다. d를 키우면 손실이 줄어드니 ∂L/∂d는 "
                "음수이고, −n ∂L/∂d는 양수입니다. 다른 매개변수도 자기 편미분이 0이 아니면 함께 바뀌었다가 "
                "돌아옵니다."
            ),
            en=(
                "All parameters but d nearly fit, so the whole curve lies below the data. Raising d lowers the "
                "loss, so ∂L/∂d is negative and −n ∂L/∂d is positive. The others change as long as their own "
                "derivatives are not 0, and come back."
            ),
        ),
        setting={"model": "cubic", "a": "1.3", "b": "-0.45", "c": "-1.77", "d": "-1.5", "rate": "0.15", "steps": "120"},
        ask="way.d",
        expects=(GoesTo("d", up=True), StepsByDerivative(), CurveMoves(by=1.5), FitsBest(times=1.1)),
    ),
    ParametersScene(
        key="learning-a-curve",
        slide=1,
        claim="C19",
        title=Text(ko="손실을 줄이는 방향으로", en="Following the gradient"),
        say=Text(
            ko=(
                "손실 하나를 줄이는 방향으로 네 매개변수를 한꺼번에 바꾸면, 데이터와 어긋나던 곡선이 데이터를 "
                "따라갑니다."
            ),
            en="A single number, the loss, tells all four parameters how to change, until the curve follows the data.",
        ),
        why=Text(
            ko=(
                "한 스텝에 가장 크게 바뀌는 것은 편미분의 크기가 가장 큰 매개변수입니다. MSE는 삼차식의 매개변수에 "
                "대해 이차식이므로, 학습률이 2/λmax = 0.324(λmax: 가장 큰 곡률)보다 작으면 어디서 시작해도 같은 "
                "곡선에 이릅니다."
            ),
            en=(
                "The parameter with the largest partial derivative changes most in one step. For a cubic the MSE "
                "is quadratic in the parameters, so with a learning rate below 2/λmax = 0.324 (λmax: the largest "
                "curvature) every start leads to the same curve."
            ),
        ),
        setting={"model": "cubic", "a": "-0.6", "b": "0.8", "c": "1", "d": "-1", "rate": "0.15", "steps": "120"},
        ask="most",
        expects=(
            ChangesMost("a"),
            StepsByDerivative(),
            CurveMoves(by=2.0),
            FallsTo(to=0.05),
        ),
    ),
)
