"""C16: softmax sums to 1, whatever is added to all of its inputs; and the sigmoid is a softmax of two."""

from scenes.of_activations import ActivationsScene, IsNot, IsTheFunction, StaysPut, SumsTo
from text import Text

SCENES = (
    ActivationsScene(
        key="sums-to-one",
        claim="C16",
        title=Text(ko="소프트맥스에 상수 더하기", en="A constant for softmax"),
        say=Text(
            ko="소프트맥스의 출력은 늘 더하면 1입니다. 모든 입력에 같은 수를 더해도 출력은 조금도 움직이지 않습니다.",
            en="The outputs of softmax always sum to 1. Add the same number to every input, and no output moves.",
        ),
        why=Text(
            ko=(
                "e의 거듭제곱을 그 합으로 나누므로 합은 1입니다. 모든 입력에 c를 더하면 분자와 분모에 똑같이 eᶜ가 "
                "곱해져 "
                "지워집니다. 하나에만 더하면 차이가 변하므로 출력도 변합니다."
            ),
            en=(
                "Powers of e are divided by their sum, hence 1. With c added to all, eᶜ multiplies numerator and "
                "denominator and cancels. Added to one alone it changes differences, and so the outputs."
            ),
        ),
        setting={"show": "softmax", "classes": "4", "shift": "3", "added": "all", "temperature": "1"},
        ask="shift",
        expects=(SumsTo(1.0), StaysPut()),
    ),
    ActivationsScene(
        key="sigmoid-is-softmax",
        claim="C16",
        title=Text(ko="입력이 둘인 소프트맥스", en="Softmax of two"),
        say=Text(
            ko="시그모이드는 입력 하나를 0으로 고정한 두 클래스의 소프트맥스입니다. 두 곡선은 하나로 겹칩니다.",
            en="The sigmoid is a softmax of two classes with one input fixed at 0: the two curves are one.",
        ),
        why=Text(
            ko="eˣ/(eˣ + e⁰)의 위아래를 eˣ로 나누면 1/(1 + e⁻ˣ)입니다. 값이 0과 1 사이라 tanh나 ReLU일 수는 없습니다.",
            en=(
                "Divide both parts of eˣ/(eˣ + e⁰) by eˣ: 1/(1 + e⁻ˣ). Between 0 and 1, it can be neither tanh nor "
                "ReLU."
            ),
        ),
        setting={"show": "pair", "x": "1.5"},
        ask="function",
        expects=(IsTheFunction("sigmoid"), IsNot("tanh", at_least=0.5)),
    ),
)
