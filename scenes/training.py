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
        claim="C11",
        title=Text(ko="신경망 위의 다섯 기법", en="Five optimizers on a network"),
        say=Text(
            ko="같은 다섯 기법이 신경망을 학습시킵니다. 모두 n = 0.03이면 이 나선을 다 맞히는 것은 Adam입니다.",
            en="The same five train a network. All with n = 0.03, it is Adam that gets all of this spiral right.",
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
        claim="C11",
        title=Text(ko="각자 최적 학습률이면", en="Each with its own best rate"),
        say=Text(
            ko=(
                "각자 가장 좋은 학습률을 주면 관성도 Adam과 나란히 나선을 다 맞힙니다. 이 스텝 수로는 경사 "
                "하강법만 뒤처집니다."
            ),
            en=(
                "Each with its own best rate, momentum gets the spiral right as Adam does; within these steps gradient "
                "descent alone is left behind."
            ),
        ),
        why=Text(
            ko=(
                "학습률 아홉 개로 모두 달려 보고 마지막 손실이 가장 낮은 것을 골랐습니다. 관성의 최적은 n = 1, "
                "Adam은 n = 0.1입니다. 여기서 Adam의 장점은 가장 낮은 손실이 아니라, "
                "흔히 써 보는 작은 학습률에서도 잘된다는 것입니다."
            ),
            en=(
                "Each ran with nine rates, and the one with the lowest last loss was taken: n = 1 for momentum and "
                "n = 0.1 for Adam. What Adam has here is not the lowest loss, but that it does well with the small "
                "rates that one usually tries."
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
