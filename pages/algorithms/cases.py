"""Objectives by their form: on each of them another algorithm is at home, and another one fails."""

from collections.abc import Mapping
from typing import NamedTuple

from address import Address
from pages.algorithms.choice import AlgorithmChoice, read_algorithms
from text import Text


class Case(NamedTuple):
    """One form of an objective."""

    title: Text
    lesson: Text
    """What is seen, with its condition."""
    setting: Mapping[str, str]
    """The address that shows it."""


CASES: dict[str, Case] = {
    "quadratic": Case(
        Text(ko="이차 함수", en="A quadratic"),
        Text(
            ko=(
                "이차 함수의 기울기는 ∇f = Ax − b이므로 A x = b를 풀면 스텝 없이 최솟값을 얻습니다(닫힌 해). 뉴턴법은 "
                "한 스텝, 켤레 기울기법은 변수의 개수인 두 스텝 만에 같은 곳에 도달하고, 경사 하강법은 매 스텝 조금씩 "
                "다가갑니다."
            ),
            en=(
                "A quadratic's gradient is ∇f = Ax − b: solving A x = b gives the minimum without a step (closed "
                "form). Newton is there in one step, conjugate gradient in two, as many as variables; gradient "
                "descent gets a little nearer with every step."
            ),
        ),
        {"surface": "class-ravine"},
    ),
    "saddle": Case(
        Text(ko="안장점", en="A saddle point"),
        Text(
            ko=(
                "뉴턴법은 기울기가 0인 점을 찾을 뿐이라, 안장점 가까이에서 출발하면 안장점으로 갑니다. 감쇠 λ를 음의 "
                "곡률의 크기(여기서는 2)보다 크게 하면 내려가는 방향이 되어 벗어납니다. 직선 탐색을 쓰는 방법은 f가 "
                "줄어야만 움직입니다."
            ),
            en=(
                "Newton looks for a point of gradient 0, so near a saddle it goes to the saddle. With a damping λ "
                "above the size of the negative curvature (2 here) its step leads downhill and away. A line search "
                "only moves where f gets smaller."
            ),
        ),
        {"surface": "bounded-saddle"},
    ),
    "valley": Case(
        Text(ko="굽은 골짜기", en="A curved valley"),
        Text(
            ko=(
                "이차 함수가 아니므로 어느 방법도 한두 스텝에 끝나지 않습니다. 곡률을 아는 뉴턴법은 몇 스텝, 곡률을 "
                "배우는 BFGS와 켤레 기울기법은 수십 스텝이 걸리고, 기울기만 따르면 골짜기를 아주 느리게 나아갑니다."
            ),
            en=(
                "It is no quadratic, so nothing ends in a step or two. Newton, which knows the curvature, takes a few "
                "steps; BFGS and conjugate gradient, which learn of it on the way, take tens; along the gradient alone "
                "the valley is very long."
            ),
        ),
        {"surface": "rosenbrock", "rate": "0.001"},
    ),
    "kink": Case(
        Text(ko="꺾인 골", en="A kink"),
        Text(
            ko=(
                "x = y에서 꺾여 기울기가 없습니다. 뉴턴법은 꺾인 줄 모르고 양쪽을 오가고, 학습률이 일정한 경사 "
                "하강법은 골을 넘나들며, 기울기 방향의 직선 탐색은 최솟값이 아닌 곳에서 멈춥니다. BFGS는 여기서 "
                "도달하지만 보장은 없습니다. 꺾인 함수에는 줄어드는 학습률(열미분 방법) 같은 다른 방법이 필요합니다."
            ),
            en=(
                "Along x = y there is a kink and no gradient. Newton does not know of it and jumps from side to side, "
                "gradient descent with a constant rate keeps crossing it, and a line search along the gradient stops "
                "away from the minimum. BFGS arrives here, without a guarantee. A kink asks for something else, such "
                "as a decreasing rate (subgradient method)."
            ),
        ),
        {
            "surface": "own",
            "f": "2*abs(x - y) + (x**2 + y**2)/10",
            "x.from": "-5",
            "x.to": "5",
            "y.from": "-3",
            "y.to": "3",
            "x": "-4",
            "y": "1.3",
            "rate": "0.1",
            "steps": "100",
        },
    ),
    "minima": Case(
        Text(ko="여러 최솟값", en="Several minima"),
        Text(
            ko=(
                "어느 방법도 가장 낮은 최솟값을 찾지는 않습니다. 기울기가 0인 곳에서 멈출 뿐이고, 그곳이 어디인지는 "
                "출발점과 처음 몇 스텝이 정합니다. 여기서는 처음에 길게 움직인 방법이 다른 최솟값에 도달합니다."
            ),
            en=(
                "None of them looks for the lowest minimum: each stops where the gradient is 0, and the start and its "
                "first steps decide where that is. Here those whose first steps are long reach another minimum."
            ),
        ),
        {"surface": "three-hump-camel", "steps": "100"},
    ),
    "noise": Case(
        Text(ko="잡음", en="Noise"),
        Text(
            ko=(
                "함숫값, 기울기, 헤세 행렬의 모든 수에 표준편차 σ의 잡음이 더해집니다. 직선 탐색은 잡음 섞인 두 값을 "
                "비교하다가 더 낮은 곳을 찾지 못해 멈추고, BFGS는 잡음의 차이를 곡률로 배웁니다. 경사 하강법은 계속 "
                "나아가며, 학습률을 줄이면 더 낮은 곳에 머무릅니다."
            ),
            en=(
                "Noise of standard deviation σ is added to every number of a value, a gradient and a Hessian. A line "
                "search compares two noisy values, finds nothing lower and stops; BFGS takes differences of noise for "
                "curvature. Gradient descent goes on, and with a decreasing rate it settles lower."
            ),
        ),
        {"surface": "class-ravine", "rate": "0.5", "steps": "200", "noise": "0.1"},
    ),
}


def case_of(choice: AlgorithmChoice) -> str:
    """The case whose objective this is; empty where it is none of them."""
    shown = _objective(choice)
    return next((key for key, case in CASES.items() if _objective(_chosen(case)) == shown), "")


def _objective(choice: AlgorithmChoice) -> tuple[object, bool]:
    return choice.conditions.surface, choice.conditions.noise > 0


def _chosen(case: Case) -> AlgorithmChoice:
    return read_algorithms(Address({name: [value] for name, value in case.setting.items()}))
