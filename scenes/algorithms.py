"""C1 and C6 once more, with algorithms that know more than the gradient."""

from scenes.of_algorithms import AlgorithmsScene, AsksFor, ComesToSaddle, IsThereAfter, NeedsMoreThan
from text import Text

SCENES = (
    AlgorithmsScene(
        key="one-quadratic",
        slide=5,
        claim="C1",
        title=Text(ko="한 스텝, 두 스텝, 마흔네 스텝", en="One step, two steps, forty-four"),
        topic=Text(ko="한 이차 함수, 네 알고리즘", en="Four on one quadratic"),
        say=Text(
            ko=(
                "같은 이차 함수에서 뉴턴법은 한 스텝, 켤레 기울기법은 두 스텝 만에 최솟값에 도달하고, 경사 하강법은 "
                "마흔네 스텝이 걸립니다."
            ),
            en=(
                "On the same quadratic Newton's method reaches the minimum in one step, conjugate gradient in two, "
                "and gradient descent takes forty-four."
            ),
        ),
        why=Text(
            ko=(
                "이차 함수의 기울기는 ∇f = Ax − b입니다. 뉴턴법의 한 스텝은 A x = b를 풀고, 켤레 기울기법은 변수의 "
                "개수만큼의 방향으로 끝냅니다. 경사 하강법은 A를 모른 채 매 스텝 같은 비율로만 줄입니다. 대신 뉴턴법은 "
                "헤세 행렬을 계산해야 하며, 이차 함수가 아니면 한 스텝으로 끝나지 않습니다."
            ),
            en=(
                "A quadratic's gradient is ∇f = Ax − b. One step of Newton solves A x = b; conjugate gradient is done "
                "after as many directions as there are variables; gradient descent does not know A and shrinks the "
                "distance by a factor per step. The price: Newton needs a Hessian, and where f is no quadratic one "
                "step is not enough."
            ),
        ),
        setting={"surface": "class-ravine", "algorithms": "gd,newton,cg,bfgs"},
        ask="fewest",
        expects=(
            IsThereAfter("newton", 1),
            IsThereAfter("cg", 2),
            NeedsMoreThan("bfgs", 2),
            IsThereAfter("gd", 44),
            AsksFor("newton", 0, 2, 1),
            AsksFor("cg", 5, 3, 0),
        ),
    ),
    AlgorithmsScene(
        key="newton-saddle",
        slide=9,
        claim="C6",
        title=Text(ko="안장점으로 가는 뉴턴법", en="Newton goes to the saddle"),
        topic=Text(ko="안장점 가까이의 뉴턴법", en="Newton near a saddle"),
        say=Text(
            ko=(
                "뉴턴법은 기울기가 0인 점을 찾습니다. 안장점 가까이에서 출발하면 한 스텝 만에 안장점으로 가서 머물고, "
                "f가 줄어야 움직이는 BFGS와 경사 하강법은 최솟값에 도달합니다."
            ),
            en=(
                "Newton's method looks for a point of gradient 0: started near a saddle it is there after one step and "
                "stays, while BFGS and gradient descent, which go down, reach a minimum."
            ),
        ),
        why=Text(
            ko=(
                "뉴턴법의 스텝은 각 방향의 기울기를 그 방향의 곡률로 나눕니다. y 방향의 곡률은 음수라서 스텝의 부호가 "
                "뒤집히고, 내려가야 할 방향으로 올라가 안장점에 닿습니다. 안장점에서는 기울기가 0이라 더 움직이지 "
                "않습니다. 감쇠 λ를 2보다 크게 하면 벗어납니다."
            ),
            en=(
                "Newton divides the slope along each direction by the curvature there. Along y that curvature is "
                "negative, so the step's sign turns around: it climbs to the saddle, where the gradient is 0 and "
                "nothing moves any more. A damping λ above 2 makes it leave."
            ),
        ),
        setting={
            "surface": "bounded-saddle",
            "x": "1",
            "y": "0.001",
            "rate": "0.03",
            "steps": "150",
            "algorithms": "gd,newton,bfgs",
        },
        ask="fate.newton",
        expects=(
            ComesToSaddle("newton"),
            AsksFor("newton", 0, 2, 1),
            IsThereAfter("bfgs", 8),
            NeedsMoreThan("gd", 100),
        ),
    ),
    AlgorithmsScene(
        key="newton-damped",
        slide=9,
        claim="C6",
        title=Text(ko="감쇠로 안장점을 벗어나는 뉴턴법", en="Damped, Newton leaves the saddle"),
        topic=Text(ko="감쇠 λ = 5인 뉴턴법", en="Newton, damped by λ = 5"),
        say=Text(
            ko="헤세 행렬에 λI를 더해 음의 곡률보다 크게 하면, 뉴턴법도 안장점을 벗어나 최솟값에 도달합니다.",
            en="With λI added to the Hessian, λ above the negative curvature, Newton too leaves and reaches a minimum.",
        ),
        why=Text(
            ko=(
                "안장점의 음의 곡률은 −2입니다. λ = 5를 더하면 모든 곡률이 양수가 되어 스텝이 언제나 내려가는 "
                "방향입니다. 그 대신 스텝이 짧아져, 최솟값 근처에서도 한 스텝으로 끝나지 않습니다."
            ),
            en=(
                "The negative curvature at the saddle is −2. With λ = 5 added all curvatures are positive and every "
                "step leads downhill. In return steps are shorter, and even beside the minimum one is not enough."
            ),
        ),
        setting={
            "surface": "bounded-saddle",
            "x": "1",
            "y": "0.001",
            "rate": "0.03",
            "steps": "150",
            "algorithms": "gd,newton",
            "newton.damping": "5",
        },
        ask="fate.newton",
        expects=(IsThereAfter("newton", 18), NeedsMoreThan("gd", 100)),
    ),
)
