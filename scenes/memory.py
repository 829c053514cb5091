"""C8: what each optimizer keeps in memory."""

from scenes.of_steps import Remembers
from scenes.scene import RaceScene
from text import Text

SCENES = (
    RaceScene(
        key="memory",
        slide=10,
        claim="C8",
        title=Text(ko="기법마다 필요한 메모리", en="Memory per optimizer"),
        say=Text(
            ko=(
                "경사 하강법은 x만, Momentum은 x와 v, AdaGrad와 RMSProp은 x와 g, Adam은 x와 m과 g를 저장합니다. "
                "매개변수와 누적값만 세면 메모리가 1, 2, 2, 2, 3배입니다."
            ),
            en=(
                "Gradient descent stores x, Momentum x and v, AdaGrad and RMSProp x and g, Adam x, m and g. "
                "Counting parameters and state alone, that is 1, 2, 2, 2 and 3 times the memory."
            ),
        ),
        why=Text(
            ko="v, g, m은 각각 매개변수와 크기가 같습니다. 매개변수가 10억 개면 Adam은 수 30억 개를 저장합니다.",
            en=(
                "Each of v, g and m is as large as the parameters: with a billion parameters Adam stores three "
                "billion numbers."
            ),
        ),
        setting={
            "surface": "class-ravine",
            "x": "-7",
            "y": "2",
            "rate": "0.1",
            "steps": "150",
            "optimizers": "gd,momentum,adagrad,rmsprop,adam",
        },
        ask="first",
        expects=(
            Remembers("gd", ("x",)),
            Remembers("momentum", ("x", "v")),
            Remembers("adagrad", ("x", "g")),
            Remembers("rmsprop", ("x", "g")),
            Remembers("adam", ("x", "m", "g")),
        ),
    ),
)
