"""C15: more layers express more, and train worse; both with their conditions."""

from scenes.of_depth import CannotFit, DepthScene, FoldsExactly, TrainingFails, TrainingFits
from text import Text

_CONDITIONS = {"folds": "3", "width": "4", "optimizer": "adam", "rate": "0.02", "steps": "800", "seed": "0"}

SCENES = (
    DepthScene(
        key="layers-fold",
        slide=18,
        claim="C15",
        title=Text(ko="층이 많아야 접히는 지그재그", en="It takes layers to fold a zigzag"),
        topic=Text(ko="접는 선과 은닉층의 수", en="Folds and hidden layers"),
        say=Text(
            ko=(
                "폭이 4인 ReLU 신경망에 선분 8개인 지그재그를 가르칩니다. 은닉층 1개로는 어떤 가중치로도 맞출 수 없고, "
                "5개면 32번의 재시작 가운데 거의 정확히 맞추는 것이 나옵니다."
            ),
            en=(
                "ReLU networks of width 4 learn a zigzag of 8 pieces. With one hidden layer no weights can fit it; "
                "with five, at least one of 32 restarts fits it almost exactly."
            ),
        ),
        why=Text(
            ko=(
                "층마다 한 번 접으면 선분이 두 배가 되어, 뉴런이 2개인 층 세 개로 선분 8개를 정확히 만듭니다. 은닉층이 "
                "1개면 뉴런마다 한 번만 꺾여 선분이 5개 이하입니다. 학습이 그 가중치를 찾는다는 보장은 없습니다. 3개일 "
                "때는 32번 가운데 어느 것도 찾지 못했습니다."
            ),
            en=(
                "A fold a layer doubles the pieces: three layers of two neurons make eight exactly. One hidden layer "
                "bends once per neuron, so it has at most five. That training finds such weights is not guaranteed: "
                "with three layers none of the 32 restarts did."
            ),
        ),
        setting={"activations": "relu", "depth": "5", **_CONDITIONS},
        ask="lowest.relu",
        expects=(
            FoldsExactly(1e-24),
            CannotFit(1, 0.03),
            TrainingFails("relu", 1, 0.5),
            TrainingFits("relu", 5, 0.01),
        ),
    ),
    DepthScene(
        key="deep-sigmoids",
        slide=18,
        claim="C15",
        title=Text(ko="깊어지면 학습되지 않는 시그모이드", en="Deep sigmoids do not learn"),
        topic=Text(ko="시그모이드와 은닉층의 수", en="Sigmoids and hidden layers"),
        say=Text(
            ko=(
                "같은 지그재그, 같은 기법, 같은 스텝 수입니다. 시그모이드는 은닉층 3개에서 손실이 가장 낮고, 5개부터는 "
                "상수 함수와 거의 같습니다. 은닉층 5개의 ReLU는 맞춥니다."
            ),
            en=(
                "The same zigzag, optimizer and steps: the sigmoid's loss is lowest with three hidden layers, and with "
                "five hardly below a constant's, where ReLU fits."
            ),
        ),
        why=Text(
            ko=(
                "층을 더하면 표현할 수 있는 것은 늘지만, 기울기가 시그모이드를 지날 때마다 작아져 앞쪽 층이 학습되지 "
                "않습니다. 뒤쪽 층만으로는 평균을 내놓는 것이 최선입니다."
            ),
            en=(
                "More layers can express more, but every sigmoid on the way back shrinks the gradient, and the first "
                "layers do not learn. The last ones alone can do no better than to answer the mean."
            ),
        ),
        setting={"activations": "sigmoid,relu", "depth": "5", **_CONDITIONS},
        ask="lowest.sigmoid",
        expects=(
            TrainingFits("sigmoid", 3, 0.7),
            TrainingFails("sigmoid", 5, 0.98),
            TrainingFails("sigmoid", 6, 0.98),
            TrainingFits("relu", 5, 0.01),
        ),
    ),
)
