"""C15: the gradients of sigmoid and tanh vanish with depth, those of ReLU do not; each with its condition."""

from scenes.of_arrivals import ArrivalsScene, KeepsWith, LittleArrives, NoneKeeps
from scenes.of_vanishing import FadesToFront, HardlyMoves, KeepsSize, LossFalls, MovesMore, Sinks, VanishingScene
from text import Text

SCENES = (
    VanishingScene(
        key="sigmoid-fades",
        slide=19,
        claim="C15",
        title=Text(ko="시그모이드의 기울기 소실", en="Sigmoid gradients vanish"),
        topic=Text(ko="시그모이드 층을 지나는 기울기", en="Gradients through sigmoids"),
        say=Text(
            ko=(
                "시그모이드의 미분은 1/4을 넘지 못합니다. 층마다 곱해져서, Xavier 초기화로도 기울기가 맨 앞 층에 "
                "이르기 전에 사라집니다."
            ),
            en=(
                "The derivative of the sigmoid never exceeds 1/4. Multiplied layer after layer, it makes the "
                "gradient vanish before it reaches the first layer, even with Xavier initialization."
            ),
        ),
        why=Text(
            ko=(
                "Xavier 초기화의 가중치는 크기를 그대로 두므로 층마다 미분만큼, 최대 1/4배가 됩니다. 측정값은 약 "
                "0.23배입니다. 0.23을 열아홉 번 곱하면 약 10⁻¹²입니다."
            ),
            en=(
                "Xavier initialization leaves the size unchanged, so every layer multiplies by the derivative: by "
                "at most 1/4, by about 0.23 as measured. 0.23 multiplied nineteen times is about 10⁻¹²."
            ),
        ),
        setting={"activations": "sigmoid", "weights": "xavier", "depth": "20"},
        ask="last.sigmoid",
        expects=(FadesToFront("sigmoid", 1e-6), Sinks("sigmoid", 1e-6)),
    ),
    ArrivalsScene(
        key="on-equal-terms",
        slide=19,
        claim="C15",
        title=Text(ko="어느 초기화로도 사라지는 시그모이드", en="The sigmoid vanishes with any initialization"),
        topic=Text(ko="활성화 함수 × 초기 가중치", en="Activations × initializations"),
        say=Text(
            ko=(
                "은닉층 20개, 같은 폭에서 모든 조합을 쟀습니다. 시그모이드는 네 가지 초기화 모두에서 기울기가 "
                "사라지고, tanh는 Xavier, ReLU는 He를 쓰면 남습니다."
            ),
            en=(
                "Twenty hidden layers of the same width, every combination measured: the sigmoid's gradient vanishes "
                "with all four initializations; tanh keeps it with Xavier, ReLU with He."
            ),
        ),
        why=Text(
            ko=(
                "한 층마다 미분과 가중치가 함께 곱해집니다. tanh와 ReLU는 가중치를 맞게 고르면 그 곱이 1에 가깝습니다. "
                "시그모이드는 미분이 1/4 이하라, 가중치를 키워 메우려 하면 포화해서 미분이 더 작아집니다."
            ),
            en=(
                "Each layer multiplies by a derivative and by weights. For tanh and ReLU the right weights make that "
                "about 1. The sigmoid's derivative is at most 1/4, and weights large enough to make up for it saturate "
                "it, which makes the derivative smaller still."
            ),
        ),
        setting={"show": "table", "depth": "20", "width": "32"},
        ask="none-keeps",
        expects=(
            LittleArrives("sigmoid", "xavier", 1e-10),
            NoneKeeps("sigmoid", 1e-2),
            KeepsWith("tanh", "xavier", 10),
            KeepsWith("relu", "he", 10),
        ),
    ),
    VanishingScene(
        key="tanh-fades",
        slide=20,
        claim="C15",
        title=Text(ko="tanh의 기울기 소실", en="tanh gradients vanish, too"),
        topic=Text(ko="초기 가중치가 작은 tanh", en="tanh with small weights"),
        say=Text(
            ko="tanh의 미분은 최대 1입니다. 초기 가중치가 Xavier 초기화보다 작으면 기울기는 역시 사라집니다.",
            en=(
                "The derivative of tanh is at most 1. With initial weights smaller than Xavier's the gradient "
                "still vanishes."
            ),
        ),
        why=Text(
            ko=(
                "분산이 1/(3·입력 수)인 가중치는 크기를 층마다 √(1/3) ≈ 0.58배로 줄입니다. 신호는 정방향에서, "
                "기울기는 역방향에서 줄어서 그 곱인 가중치의 기울기는 모든 층에서 똑같이 작습니다."
            ),
            en=(
                "Weights of variance 1/(3 · inputs) multiply sizes by √(1/3) ≈ 0.58 per layer: the signal forward, "
                "the gradient backward. Their product, the gradient of the weights, is therefore equally tiny in "
                "all layers."
            ),
        ),
        setting={"activations": "tanh", "weights": "thumb", "depth": "20"},
        ask="one.tanh",
        expects=(Sinks("tanh", 1e-4),),
    ),
    VanishingScene(
        key="tanh-keeps",
        slide=20,
        claim="C15",
        title=Text(ko="Xavier 초기화의 tanh", en="tanh with Xavier"),
        say=Text(
            ko=(
                "같은 tanh라도 Xavier 초기화를 쓰면 기울기가 훨씬 천천히 줄어듭니다. 기울기가 사라지는지는 초기 "
                "가중치에 달려 있습니다."
            ),
            en=(
                "The same tanh loses its gradient far more slowly with Xavier initialization: whether it vanishes "
                "depends on the initial weights."
            ),
        ),
        why=Text(
            ko=(
                "Xavier의 분산은 층마다 곱해지는 수가 1이 되도록 정한 것입니다. tanh의 입력이 0에 가까운 동안은 "
                "미분도 1에 가까워, 은닉층 20개를 지나도 크기가 남습니다."
            ),
            en=(
                "Xavier's variance is chosen so that each layer multiplies by 1. As long as tanh's inputs are near "
                "0 its derivative is near 1, and the size survives 20 hidden layers."
            ),
        ),
        setting={"activations": "tanh", "weights": "xavier", "depth": "20"},
        ask="one.tanh",
        expects=(KeepsSize("tanh", 10),),
    ),
    VanishingScene(
        key="relu-keeps",
        slide=21,
        claim="C15",
        title=Text(ko="기울기를 지키는 ReLU", en="ReLU keeps the gradient"),
        topic=Text(ko="He 초기화의 ReLU", en="ReLU with He initialization"),
        say=Text(
            ko="ReLU의 미분은 0 아니면 1입니다. He 초기화를 쓰면 은닉층 20개를 지나도 기울기의 크기가 유지됩니다.",
            en=(
                "The derivative of ReLU is 0 or 1. With He initialization the gradient keeps its size through 20 "
                "hidden layers."
            ),
        ),
        why=Text(
            ko=(
                "입력의 절반에서 미분이 0이라 제곱의 평균은 층마다 1/2배가 됩니다. He의 분산 2/입력 수가 이를 "
                "정확히 보상해, 정방향 신호도 역방향 기울기도 크기를 지킵니다. 폭이 충분히 넓을 때의 이야기입니다."
            ),
            en=(
                "Half of the inputs meet a derivative of 0, so the mean square halves in every layer. He's "
                "variance 2/inputs compensates exactly for that, for the forward signal and the backward gradient. "
                "This is for wide layers."
            ),
        ),
        setting={"activations": "relu", "relu.weights": "he", "depth": "20"},
        ask="one.relu",
        expects=(KeepsSize("relu", 10),),
    ),
    VanishingScene(
        key="relu-too-small",
        slide=21,
        claim="C15",
        title=Text(ko="가중치가 작은 ReLU", en="ReLU with small weights"),
        say=Text(
            ko="ReLU라도 가중치가 너무 작으면 기울기가 사라집니다. ReLU와 He 초기화를 함께 써야 크기가 유지됩니다.",
            en="ReLU gradients vanish too if the weights are too small: it takes ReLU and He initialization together.",
        ),
        why=Text(
            ko=(
                "분산이 He의 1/6이면 층마다 √(1/6) ≈ 0.41배가 됩니다. 같은 가중치의 tanh(0.58배)보다도 빨리 "
                "줄어듭니다. 반대로 가중치가 너무 크면 층마다 커져 폭발합니다."
            ),
            en=(
                "With a sixth of He's variance every layer multiplies by √(1/6) ≈ 0.41, which shrinks faster than "
                "tanh with the same weights (0.58). With weights that are too large it grows instead and explodes."
            ),
        ),
        setting={"activations": "relu", "relu.weights": "thumb", "depth": "20"},
        ask="one.relu",
        expects=(Sinks("relu", 1e-6),),
    ),
    VanishingScene(
        key="front-layers",
        slide=18,
        claim="C15",
        title=Text(ko="학습되지 않는 앞쪽 층", en="Early layers hardly learn"),
        topic=Text(ko="앞쪽 층의 학습", en="What the early layers learn"),
        say=Text(
            ko=(
                "은닉층 12개를 경사 하강법으로 100스텝 학습합니다. 시그모이드의 앞쪽 층은 그대로이고, He 초기화를 "
                "쓴 ReLU는 모든 층이 움직여 손실이 줄어듭니다."
            ),
            en=(
                "Twelve hidden layers, 100 steps of gradient descent: the sigmoid's first layers do not move; with "
                "ReLU and He initialization all layers move and the loss falls."
            ),
        ),
        why=Text(
            ko=(
                "한 스텝의 크기는 학습률 × 기울기입니다. 맨 앞 층의 기울기가 10⁻⁸보다 작으면 스텝도 그만큼 작아, "
                "앞쪽 층의 가중치는 무작위 초깃값 그대로입니다."
            ),
            en=(
                "A step is the learning rate times the gradient. Where the gradient is below 10⁻⁸ so is the step, "
                "and the first layers keep their random initial weights."
            ),
        ),
        setting={
            "activations": "sigmoid,relu",
            "weights": "xavier",
            "relu.weights": "he",
            "depth": "12",
            "optimizer": "gd",
            "rate": "0.03",
            "steps": "100",
        },
        ask="moved",
        expects=(
            HardlyMoves("sigmoid", 1e-6),
            MovesMore("relu", "sigmoid", 1000),
            LossFalls("relu", 0.5),
        ),
    ),
)
