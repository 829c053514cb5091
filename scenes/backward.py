"""C13 and C14: the product of derivatives along a path, and what backpropagation stores to save work."""

from scenes.of_composition import CompositionScene, IsSoEverywhere, IsTheProduct
from scenes.of_graphs import (
    ChangesWhatFollows,
    GraphScene,
    Multiplications,
    Paths,
    PredictsChange,
    ProductAlongPaths,
    ReachesFurther,
    StepLowersLoss,
    Stores,
)
from text import Text

SCENES = (
    CompositionScene(
        key="slopes-multiply",
        slide=16,
        claim="C13",
        title=Text(ko="기울기끼리 곱하기", en="Slopes multiply"),
        topic=Text(ko="합성 함수의 기울기", en="The slope of a composition"),
        say=Text(
            ko="z = g(f(x))의 기울기는 두 기울기의 곱입니다. 여기서는 y가 줄고, y가 줄면 z도 줄어듭니다.",
            en="The slope of z = g(f(x)) is the product of two slopes. Here y falls, and with it z.",
        ),
        why=Text(
            ko=(
                "x가 조금 커지면 y는 그 dy/dx배만큼 바뀌고, z는 다시 그 dz/dy배만큼 바뀝니다. 기울기 하나는 음수, "
                "하나는 양수라 곱은 음수입니다. dz/dy는 x가 아니라 y = f(x)에서 잽니다."
            ),
            en=(
                "If x grows a little, y changes by dy/dx times as much, and z by dz/dy times that. One slope is "
                "negative, the other positive, so their product is negative. dz/dy is taken at y = f(x), not at x."
            ),
        ),
        setting={"f": "sin(x)", "g": "y**2", "x": "2"},
        ask="way",
        expects=(IsTheProduct(), IsSoEverywhere()),
    ),
    GraphScene(
        key="chain-rule",
        slide=16,
        claim="C13",
        title=Text(ko="경로를 따라 곱하기", en="Along the path"),
        say=Text(
            ko="앞쪽 가중치의 미분은 손실에서 그 가중치까지, 경로 위의 국소 미분을 모두 곱한 값입니다.",
            en="The derivative for an early weight is the product of all local derivatives from the loss back to it.",
        ),
        why=Text(
            ko=(
                "세 층을 지나므로 ∂L/∂h₃, ∂h₃/∂h₂, ∂h₂/∂h₁, ∂h₁/∂w₁ 네 개를 곱합니다. 층이 하나 늘면 인수도 하나 "
                "늘어납니다. 국소 미분이 있는 곳이면 활성화 함수가 무엇이든 성립합니다."
            ),
            en=(
                "The path passes three layers, so four derivatives are multiplied: ∂L/∂h₃, ∂h₃/∂h₂, ∂h₂/∂h₁ and "
                "∂h₁/∂w₁. One more layer adds one more factor. This holds for any activation function wherever the "
                "local derivatives exist."
            ),
        ),
        setting={"structure": "chain", "layers": "3", "path": "w1"},
        ask="factors",
        expects=(Paths("w1", paths=1, factors=4), ProductAlongPaths("w1"), StepLowersLoss()),
    ),
    GraphScene(
        key="two-paths",
        slide=16,
        claim="C13",
        title=Text(ko="두 경로의 미분 더하기", en="Used twice: add the paths"),
        topic=Text(ko="여러 곳에 쓰이는 값의 미분", en="A value used more than once"),
        say=Text(
            ko="한 뉴런의 값이 두 곳에 쓰이면, 두 경로의 곱을 더해야 그 뉴런에 대한 미분이 됩니다.",
            en="Where a neuron's value is used twice, the products along both paths add up to the derivative.",
        ),
        why=Text(
            ko=(
                "h₁이 바뀌면 h₂와 h₃이 함께 바뀝니다. 그래서 ∂L/∂h₁에는 두 경로의 미분이 오고, 둘 다 온 뒤에야 "
                "w₁과 w₂로 넘어갑니다."
            ),
            en=(
                "When h₁ changes, both h₂ and h₃ change. So ∂L/∂h₁ receives two terms, and only when both have "
                "arrived does it continue to w₁ and w₂."
            ),
        ),
        setting={"structure": "fork", "path": "w1"},
        ask="paths",
        expects=(Paths("w1", paths=2, factors=4), ProductAlongPaths("w1"), ProductAlongPaths("w6")),
    ),
    GraphScene(
        key="early-weight",
        slide=17,
        claim="C14",
        title=Text(ko="뒤의 모든 값으로 번지는 변화", en="An early weight reaches every later value"),
        topic=Text(ko="앞쪽 가중치를 바꾸면", en="Changing an early weight"),
        say=Text(
            ko=(
                "앞쪽 가중치를 바꾸면 그 뒤의 값이 모두 바뀝니다. 그래서 역전파는 손실에서 앞쪽으로 거슬러 가며 "
                "그 영향을 구합니다."
            ),
            en=(
                "Changing an early weight changes every value after it. So backpropagation goes back from the loss "
                "to find its effect."
            ),
        ),
        why=Text(
            ko=(
                "w₁은 h₁에 들어가고, h₁은 h₂와 h₃에, 그 둘은 ŷ에 들어갑니다. w₅의 변화는 ŷ와 L에만 미칩니다. 거슬러 "
                "구한 ∂L/∂w₁에 Δw₁을 곱하면 손실이 얼마나 바뀔지 어림할 수 있습니다. Δw₁이 작을수록 정확합니다. "
                "ReLU의 값이 0에 머무는 곳에서는 변화가 멈춥니다."
            ),
            en=(
                "w₁ goes into h₁, h₁ into h₂ and h₃, and both into ŷ. Changing w₅ reaches only ŷ and L. The "
                "derivative ∂L/∂w₁ found on the way back, times Δw₁, estimates how much the loss changes, the better "
                "the smaller Δw₁ is. Where a ReLU stays at 0, the change stops."
            ),
        ),
        setting={"structure": "fork", "change": "w1", "by": "0.2", "path": "none"},
        ask="changes",
        expects=(ChangesWhatFollows(), ReachesFurther("w5"), PredictsChange(within=0.1)),
    ),
    GraphScene(
        key="store-to-save",
        slide=17,
        claim="C14",
        title=Text(ko="중간 결과를 저장하는 역전파", en="Stored results save work"),
        topic=Text(ko="역전파에 필요한 곱셈 수", en="How often it is multiplied"),
        say=Text(
            ko="역전파는 정방향의 중간 결과를 저장해 두는 대신, 같은 곱을 가중치마다 되풀이하지 않습니다.",
            en="Backpropagation stores the forward results and does not repeat the same products for each weight.",
        ),
        why=Text(
            ko=(
                "∂L/∂h₃을 한 번 구하면 그보다 앞의 모든 가중치가 함께 씁니다. 다섯 층이면 곱셈이 15번에서 9번으로 "
                "줄고, N층이면 N(N + 1)/2번에서 2N − 1번으로 줄어듭니다. 대가는 층마다 저장하는 중간 결과입니다."
            ),
            en=(
                "Once ∂L/∂h₃ is known, all earlier weights share it. Five layers take 9 multiplications instead of "
                "15, N layers 2N − 1 instead of N(N + 1)/2. The price is one stored result for each layer."
            ),
        ),
        setting={"structure": "chain", "layers": "5"},
        ask="multiplications",
        expects=(Multiplications(back=9, each_by_itself=15), Stores(stored=5, recomputed=20)),
    ),
)
