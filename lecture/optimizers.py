"""Slides 10 to 13: better optimizers."""

from lecture.letters import RATE
from lecture.slide import Part, Question, Slide, Way
from text import Text

PART = Part(
    Text(ko="더 나은 최적화 기법", en="Better optimizers"),
    (
        Slide(
            "Momentum",
            claims={
                "C7": Text(
                    ko="관성 계수가 충분히 크면 Momentum은 경사 하강법이 갇히는 지역 최솟값에서 벗어날 수 있습니다.",
                    en="With a large enough r, Momentum can escape a local minimum that traps gradient descent.",
                ),
                "C8": Text(
                    ko=(
                        "경사 하강법은 x만, Momentum은 x와 v, AdaGrad와 RMSProp은 x와 g, Adam은 x, m, g를 메모리에 "
                        "저장합니다."
                    ),
                    en=(
                        "Gradient descent stores x alone, Momentum x and v, AdaGrad and RMSProp x and g, Adam x, m "
                        "and g."
                    ),
                ),
            },
            say=Text(
                ko=(
                    "이동 벡터 v가 이전 기울기를 기억합니다. 관성 계수 r이 0.9쯤이면 같은 방향의 기울기는 쌓이고 "
                    "엇갈리는 기울기는 지워집니다. r이 충분히 크면 얕은 지역 최솟값을 지나갈 수 있습니다. 메모리는 "
                    "경사 하강법의 두 배가 듭니다."
                ),
                en=(
                    "The movement vector v remembers earlier gradients. With r around 0.9, gradients that agree add "
                    "up and those that alternate cancel. With a large enough r it can pass a shallow local minimum. "
                    "It needs twice the memory of gradient descent."
                ),
            ),
            ask=Question(
                Text(
                    ko="기울기가 늘 같다면 r = 0.9에서 스텝은 결국 경사 하강법의 몇 배가 될까요?",
                    en="If the gradient never changes, how long do the steps become with r = 0.9?",
                ),
                Text(
                    ko="1/(1 − r) = 10배입니다.",
                    en="1/(1 − r) = 10 times those of gradient descent.",
                ),
            ),
            chapters=(
                Way("race", {"optimizers": "gd,momentum"}),
                Way("momentum"),
                Way("step", {"optimizer": "momentum"}),
            ),
            optimizer="momentum",
            letters=(RATE,),
        ),
        Slide(
            "AdaGrad",
            claims={
                "C9": Text(
                    ko=(
                        "AdaGrad는 변수마다 학습률을 따로 두지만, 기울기의 제곱이 쌓이기만 해서 학습률이 작으면 "
                        "최솟값에 도달하기 전에 거의 멈춥니다."
                    ),
                    en=(
                        "AdaGrad gives each variable its own learning rate, but its squared gradients only add up: "
                        "with a small learning rate it practically stops before it reaches the minimum."
                    ),
                )
            },
            say=Text(
                ko=(
                    "변수마다 학습률을 따로 둡니다. 기울기가 컸던 변수일수록 많이 줄입니다. 제곱의 합 g는 커지기만 "
                    "하므로 나중에는 거의 움직이지 않습니다."
                ),
                en=(
                    "Every variable has a learning rate of its own, smaller where gradients were large. The sum g of "
                    "squares only grows, so in the end hardly anything moves."
                ),
            ),
            ask=Question(
                Text(
                    ko="첫 스텝에서 가파른 변수와 완만한 변수 가운데 어느 쪽이 더 멀리 갈까요?",
                    en="In the first step, which variable moves farther, the steep or the flat one?",
                ),
                Text(
                    ko="똑같이 n만큼 갑니다. 기울기를 그 크기로 나누니까요.",
                    en="Both by n: each gradient is divided by its own size.",
                ),
            ),
            chapters=(Way("race", {"optimizers": "gd,adagrad"}), Way("step", {"optimizer": "adagrad"})),
            optimizer="adagrad",
            letters=(RATE,),
        ),
        Slide(
            "RMSProp",
            claims={
                "C10": Text(
                    ko=(
                        "RMSProp은 합 대신 지수 평균을 쓰므로, 작은 학습률에서 AdaGrad가 정체하는 곳을 같은 학습률로 "
                        "계속 나아갑니다."
                    ),
                    en=(
                        "RMSProp uses an exponential average instead of the sum, so where AdaGrad stalls with a "
                        "small learning rate it keeps going with the same one."
                    ),
                )
            },
            say=Text(
                ko=(
                    "합 대신 지수 평균을 씁니다. 오래된 기울기를 잊으므로 g가 끝없이 커지지 않고 학습이 오래 "
                    "이어집니다. 그 대신 최솟값 가까이에서도 스텝이 n쯤이어서 그 둘레를 맴돌 수 있습니다."
                ),
                en=(
                    "An exponential average instead of the sum. It forgets old gradients, so g does not grow without "
                    "end and learning goes on. In return its steps stay around n even near the minimum, which it may "
                    "circle."
                ),
            ),
            ask=Question(
                Text(
                    ko="AdaGrad가 멈춘 곳에서 RMSProp이 계속 가는 까닭은 무엇일까요?",
                    en="AdaGrad has stopped where RMSProp goes on: why?",
                ),
                Text(
                    ko="지수 평균은 최근 기울기만큼 줄어들 수 있지만, 합은 줄어들지 않기 때문입니다.",
                    en="The average falls with the recent gradients; the sum never falls.",
                ),
            ),
            chapters=(Way("race", {"optimizers": "adagrad,rmsprop"}), Way("step", {"optimizer": "rmsprop"})),
            optimizer="rmsprop",
            letters=(RATE,),
        ),
        Slide(
            "Adam",
            claims={
                "C11": Text(ko="Adam은 Momentum과 RMSProp을 합친 기법입니다.", en="Adam combines Momentum and RMSProp.")
            },
            say=Text(
                ko=(
                    "Momentum의 기울기 평균 m과 RMSProp의 제곱 평균 g를 함께 씁니다. 둘 다 0에서 시작하므로 1 − βᵗ으로 "
                    "나누어 보정합니다. 가장 널리 쓰이지만, 2014년의 기법이고 그 뒤에도 새 기법이 나왔습니다."
                ),
                en=(
                    "It takes Momentum's average m of gradients and RMSProp's average g of squares. Both start at 0, "
                    "so they are divided by 1 − βᵗ. It is the most used, but it dates from 2014, and newer ones have "
                    "come since."
                ),
            ),
            ask=Question(
                Text(
                    ko="편향 보정이 없으면 첫 스텝은 길어질까요, 짧아질까요?",
                    en="Without the bias correction, is the first step longer or shorter?",
                ),
                Text(
                    ko="길어집니다. m은 0.1배, √g는 약 0.03배라서 스텝이 약 3배가 됩니다.",
                    en="Longer: m is 0.1, √g about 0.03 of their size, so the step is about three times as long.",
                ),
            ),
            chapters=(
                Way("race", {"optimizers": "momentum,rmsprop,adam"}),
                Way("step", {"optimizer": "adam"}),
                Way("training"),
                Way("timeline"),
            ),
            optimizer="adam",
            letters=(RATE,),
        ),
    ),
)
