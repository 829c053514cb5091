"""C11 on a network: Adam is both, with one learning rate for all; and what remains of it when each has its own."""

from scenes.of_training import GetsRight, LowerLoss, TrainingScene
from text import Text

_SPIRAL = {
    "data": "spiral",
    "samples": "100",
    "noise": "0.1",
    "layers": "2",
    "width": "12",
    "activation": "tanh",
    "steps": "200",
    "optimizers": "gd,momentum,adagrad,rmsprop,adam",
}

SCENES = (
    TrainingScene(
        key="adam-on-a-network",
        slide=13,
        claim="C11",
        title=Text(ko="신경망 위의 다섯 기법", en="Five optimizers on a network"),
        say=Text(
            ko="같은 다섯 기법이 신경망을 학습시킵니다. 모두 n = 0.03이면 이 나선을 다 맞히는 것은 Adam입니다.",
            en=(
                "The same five train a network. With n = 0.03 for all, it is Adam that classifies all of this "
                "spiral correctly."
            ),
        ),
        why=Text(
            ko=(
                "경사 하강법과 Momentum에게 n = 0.03은 너무 작아서 결정 경계가 거의 휘지 않습니다. RMSProp과 "
                "Adam은 기울기의 크기로 나누어 가중치마다 스텝의 크기를 맞추고, Adam은 여기에 관성을 더해 덜 "
                "흔들립니다. 학습률을 바꾸면 순위도 바뀝니다."
            ),
            en=(
                "n = 0.03 is small for gradient descent and Momentum, so their boundary hardly bends. RMSProp and "
                "Adam divide by the gradient's size, which adapts the step to every weight; Adam adds momentum and "
                "fluctuates less. With another learning rate the ranking changes."
            ),
        ),
        setting={**_SPIRAL, "rate": "0.03"},
        ask="lowest",
        expects=(
            GetsRight("adam", 99),
            GetsRight("momentum", 85, at_most=True),
            LowerLoss("adam", "rmsprop", times=5),
            LowerLoss("adam", "momentum", times=20),
        ),
    ),
    TrainingScene(
        key="tuned-on-a-network",
        slide=13,
        claim="C11",
        title=Text(ko="기법별로 튜닝한 학습률", en="Each with a tuned rate"),
        say=Text(
            ko=(
                "아홉 개 가운데 가장 좋은 학습률을 각각 쓰면 Momentum도 Adam과 나란히 나선을 다 맞힙니다. 이 스텝 "
                "수로는 경사 하강법만 뒤처집니다."
            ),
            en=(
                "With the best of nine learning rates each, Momentum classifies the spiral correctly just like "
                "Adam; within these steps only gradient descent falls behind."
            ),
        ),
        why=Text(
            ko=(
                "학습률 아홉 개로 모두 학습해 보고 최종 손실이 가장 낮은 것을 골랐습니다. Momentum은 n = 1, Adam은 "
                "n = 0.1입니다. 여기서 Adam의 장점은 가장 낮은 손실이 아니라, 흔히 쓰는 작은 학습률에서도 잘된다는 "
                "것입니다."
            ),
            en=(
                "Each was trained with nine learning rates and the one with the lowest final loss was chosen: n = "
                "1 for Momentum, n = 0.1 for Adam. Adam's advantage here is not the lowest loss but that it does "
                "well with the small learning rates that one usually tries."
            ),
        ),
        setting={**_SPIRAL, "rates": "tuned"},
        ask="highest",
        expects=(
            GetsRight("momentum", 99),
            GetsRight("adam", 99),
            GetsRight("gd", 95, at_most=True),
            LowerLoss("momentum", "gd", times=50),
        ),
    ),
)
