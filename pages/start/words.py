"""The opening words: what this is in three sentences, and two ways on."""

from text import Text

SENTENCES = (
    Text(
        ko="신경망의 학습은 손실이 가장 낮은 매개변수를 찾아 내려가는 일입니다.",
        en="To train a network is to go downhill in search of the parameters with the lowest loss.",
    ),
    Text(
        ko=(
            "여기서는 경사 하강법, 관성, AdaGrad, RMSProp, Adam이 같은 곳에서 출발해 나란히 내려가고, "
            "학습률과 관성 계수를 바꾸면 기고, 수렴하고, 튀고, 발산하는 모습이 바로 보입니다."
        ),
        en=(
            "Here gradient descent, Momentum, AdaGrad, RMSProp and Adam start together; change the learning rate or "
            "the momentum and see at once how they crawl, converge, bounce and blow up."
        ),
    ),
    Text(
        ko="강의의 모든 주장을 직접 시험해 볼 수 있고, 그림은 실제로 계산한 결과입니다.",
        en="Every claim of the lecture can be put to the test, and every picture is what was really computed.",
    ),
)
GO = Text(ko="경주 시작", en="Start the race")
SCENES = Text(ko="강의의 장면부터 보기", en="Begin with the lecture's scenes")
MAP = Text(ko="강의의 지도", en="The map of the lecture")
