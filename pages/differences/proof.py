"""A scene of numerical differentiation: both gradients, or what they cost as networks grow, and what is asked of it."""

from math import log

from address import Address
from pages.differences.choice import DifferencesChoice, read_differences
from pages.differences.gradients import gradients
from pages.differences.timings import COSTS, SIZES, Costs, unmeasured
from pages.differences.view import growing_grid, race_grid
from scenes.of_differences import TwoWays
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

TIMES = "times"
"""Asks by how much numerical differentiation multiplies more often."""

_EVALUATIONS = Text(
    ko="매개변수가 N = {count}개입니다. 수치 미분은 기울기 하나에 손실을 몇 번 계산할까요?",
    en="The network has N = {count} parameters. How many loss evaluations does one numerical gradient take?",
)
_TIMES = Text(
    ko="매개변수가 {count}개면, 수치 미분의 곱셈은 역전파의 약 몇 배일까요?",
    en="With {count} parameters, roughly how many times as many multiplications as backpropagation?",
)
_TIMES_OPTIONS = (3, 100, 8000, 20_000_000)


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The picture of what is asked, and what was measured of all."""
    choice = read_differences(address)
    if ask == TIMES:
        costs = yield from COSTS.ask(choice.activation)
        ways = two_ways(choice, costs)
        return SceneResult(growing_grid(choice, costs, language), ways, _asking_times(ways))
    ways = two_ways(choice, unmeasured(choice.activation))  # no times are shown
    return SceneResult(race_grid(choice, language), ways, _asking_evaluations(choice, ways))


def two_ways(choice: DifferencesChoice, costs: Costs) -> TwoWays:
    """What was counted of both ways."""
    found = gradients(choice)
    return TwoWays(
        parameters=len(found.exact),
        evaluations=found.evaluations,
        error=found.error,
        passes=found.backpropagation / found.forward_pass,
        largest=SIZES[-1],
        times=float(costs.numerical[-1] / costs.backpropagation[-1]),
    )


def _asking_evaluations(choice: DifferencesChoice, ways: TwoWays) -> Asking:
    """How often the loss is asked for, whichever differences are taken."""
    count = ways.parameters
    options = {
        "two": Text(ko="2번", en="2"),
        "as-many": Text(ko="N = {count}번", en="N = {count}").format(count=count),
        "one-more": Text(ko="N + 1 = {count}번", en="N + 1 = {count}").format(count=count + 1),
        "twice": Text(ko="2N = {count}번", en="2N = {count}").format(count=2 * count),
    }
    right = "twice" if choice.difference == "central" else "one-more"
    return Asking(_EVALUATIONS.format(count=count), options, [right])


def _asking_times(ways: TwoWays) -> Asking:
    """The option that is nearest in proportion is right."""
    options = {str(each): Text(ko="{times}배", en="{times} times").format(times=f"{each:,}") for each in _TIMES_OPTIONS}
    right = min(_TIMES_OPTIONS, key=lambda each: abs(log(each / ways.times)))
    return Asking(_TIMES.format(count=f"{ways.largest:,}"), options, [str(right)])
