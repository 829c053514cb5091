"""C16: softmax sums to 1, whatever is added to all of its inputs; and the sigmoid is a softmax of two."""

from scenes.of_activations import ActivationsScene, IsNot, IsTheFunction, StaysPut, SumsTo
from text import Text

SCENES = (
    ActivationsScene(
        key="sums-to-one",
        slide=22,
        claim="C16",
        title=Text(ko="소프트맥스에 상수 더하기", en="Adding a constant to softmax"),
        say=Text(
            ko="소프트맥스의 출력은 항상 합이 1입니다. 모든 입력에 같은 수를 더해도 출력은 변하지 않습니다.",
            en="Softmax outputs always sum to 1. Adding the same number to every input changes no output.",
        ),
        why=Text(
            ko=(
                "e의 거듭제곱을 그 합으로 나누므로 합은 1입니다. 모든 입력에 c를 더하면 분자와 분모에 똑같이 eᶜ가 "
                "곱해져 약분됩니다. 하나에만 더하면 차이가 변하므로 출력도 변합니다."
            ),
            en=(
                "Powers of e are divided by their sum, so they sum to 1. Adding c to all inputs multiplies "
                "numerator and denominator by eᶜ, which cancels. Added to one input only, c changes the "
                "differences and with them the outputs."
            ),
        ),
        setting={"show": "softmax", "classes": "4", "shift": "3", "added": "all", "temperature": "1"},
        ask="shift",
        expects=(SumsTo(1.0), StaysPut()),
    ),
    ActivationsScene(
        key="sigmoid-is-softmax",
        slide=22,
        claim="C16",
        title=Text(ko="입력이 둘인 소프트맥스", en="Softmax of two inputs"),
        say=Text(
            ko="시그모이드는 입력 하나를 0으로 고정한 두 클래스의 소프트맥스입니다. 두 곡선은 하나로 겹칩니다.",
            en="The sigmoid is a softmax of two classes with one input fixed at 0: the two curves are one.",
        ),
        why=Text(
            ko="eˣ/(eˣ + e⁰)의 위아래를 eˣ로 나누면 1/(1 + e⁻ˣ)입니다. 값이 0과 1 사이라 tanh나 ReLU일 수는 없습니다.",
            en=(
                "Divide numerator and denominator of eˣ/(eˣ + e⁰) by eˣ: 1/(1 + e⁻ˣ). It lies between 0 and 1, so "
                "it cannot be tanh or ReLU."
            ),
        ),
        setting={"show": "pair", "x": "1.5"},
        ask="function",
        expects=(IsTheFunction("sigmoid"), IsNot("tanh", at_least=0.5)),
    ),
)
