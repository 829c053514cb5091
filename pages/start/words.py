"""The opening words: what this is in three sentences, and two ways on."""

from text import Text

SENTENCES = (
    Text(
        ko="신경망을 학습한다는 것은 손실을 가장 작게 하는 매개변수를 찾는 최적화 문제를 푸는 것입니다.",
        en="Training a neural network means finding the parameters with the lowest loss.",
    ),
    Text(
        ko=(
            "여기서는 경사 하강법, Momentum, AdaGrad, RMSProp, Adam이 같은 곳에서 출발해 나란히 내려갑니다. "
            "학습률과 관성 계수를 바꾸면 느리게 다가가고, 수렴하고, 진동하고, 발산하는 모습을 바로 볼 수 있습니다."
        ),
        en=(
            "Gradient descent, Momentum, AdaGrad, RMSProp and Adam start from the same point. Change the learning "
            "rate or the momentum and watch them crawl, converge, oscillate or diverge."
        ),
    ),
    Text(
        ko="강의에서 다룬 주장을 하나씩 직접 확인해 볼 수 있고, 화면의 그림은 모두 실제로 계산한 결과입니다.",
        en="Check the lecture's claims one by one; every plot is actually computed.",
    ),
)
GO = Text(ko="경주 시작", en="Start the race")
SCENES = Text(ko="장면으로 보는 강의부터 시작", en="Start with the lecture scenes")
MAP = Text(ko="강의 한눈에 보기", en="The lecture at a glance")
