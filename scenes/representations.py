"""C19 in a network with hidden layers: what they learn is a representation of the data."""

from scenes.of_representations import LayerParts, NoLineParts, RepresentationScene
from text import Text

SCENES = (
    RepresentationScene(
        key="hidden-layers",
        slide=1,
        claim="C19",
        title=Text(ko="은닉층이 배우는 표현", en="What hidden layers learn"),
        say=Text(
            ko=(
                "은닉층은 데이터의 표현을 배웁니다. 입력 평면에서는 어떤 직선도 이 나선을 나누지 못하지만, 학습한 뒤 "
                "마지막 은닉층에서는 직선 하나로 나뉩니다."
            ),
            en=(
                "Hidden layers learn a representation of the data. No straight line separates this spiral in the "
                "input plane; after training, one does in the last hidden layer."
            ),
        ),
        why=Text(
            ko=(
                "층마다 가중치를 곱해 더하고 tanh를 씌우면 평면이 늘어나고 휩니다. 출력층은 마지막 은닉층의 뉴런 "
                "2개를 직선 하나로 나눌 뿐이므로, 손실을 줄이려면 앞의 층들이 같은 클래스를 직선의 한쪽으로 모아야 "
                "합니다. 다른 기법이나 학습률, 시드로는 다 모으지 못하기도 합니다."
            ),
            en=(
                "Each layer multiplies by its weights, adds and applies tanh: the plane is stretched and bent. The "
                "output layer can only draw one straight line through the last hidden layer's 2 neurons, so to lower "
                "the loss the layers before must bring each class to its own side. With other optimizers, learning "
                "rates or seeds they do not always succeed."
            ),
        ),
        setting={
            "data": "spiral",
            "samples": "120",
            "noise": "0.1",
            "layers": "3",
            "width": "12",
            "last": "2",
            "activation": "tanh",
            "steps": "400",
            "optimizers": "adam",
            "rate": "0.05",
        },
        ask="parted.adam",
        expects=(NoLineParts(80), LayerParts("adam", 99, more=20)),
    ),
)
