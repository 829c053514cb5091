"""A race of algorithms as a scene: its picture, what was measured and counted, and what can be exported."""

from functools import partial

from address import Address
from pages.algorithms.bundle import algorithms_bundle
from pages.algorithms.choice import AlgorithmChoice, read_algorithms
from pages.algorithms.compute import ALGORITHM_RACES, Answer, inputs_of
from pages.algorithms.view import algorithms_scene, plain_name
from scenes.of_algorithms import Asked, Went
from text import Language, Text
from ui.common.prediction import FATES
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

FEWEST = "fewest"
_FEWEST = Text(ko="최솟값에 도달하는 데 스텝이 가장 적게 드는 것은?", en="Which needs the fewest steps to a minimum?")
_FATE = Text(ko="{steps}스텝 뒤 {name}, 어떻게 되어 있을까요?", en="What has happened to {name} after {steps} steps?")


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of algorithms."""
    choice = read_algorithms(address)
    answer = yield from ALGORITHM_RACES.ask(inputs_of(choice))
    evidence = Asked({key: _went(answer, column) for column, key in enumerate(choice.chosen)})
    return SceneResult(
        algorithms_scene(choice, answer, language),
        evidence,
        _asking(choice, ask, evidence),
        lambda labels: algorithms_bundle(choice, partial(algorithms_scene, choice, answer), labels),
    )


def _went(answer: Answer, column: int) -> Went:
    return Went(
        verdict=answer.status.verdict[:, column],
        arrival=int(answer.status.arrival[-1, column]),
        asked=answer.asked.asked[:, :, column],
        cost=answer.asked.cost[:, column],
    )


def _asking(choice: AlgorithmChoice, ask: str, evidence: Asked) -> Asking | None:
    """Who needs the fewest steps, or what becomes of one of them; nothing where that is not to be had here."""
    if ask == FEWEST:
        there = {key: went.arrival for key, went in evidence.went.items() if went.arrival >= 0}
        names = {key: _named(key) for key in choice.chosen}
        right = [key for key, arrival in there.items() if arrival == min(there.values())]
        return Asking(_FEWEST, names, right) if right else None
    key = ask.partition(".")[2]
    if key not in evidence.went:
        return None
    fates = {fate: known.label for fate, known in FATES.items()}
    right = [fate for fate, known in FATES.items() if evidence.went[key].last in known.verdicts]
    return Asking(_FATE.format(steps=choice.steps, name=_named(key)), fates, right)


def _named(key: str) -> Text:
    return Text(ko=plain_name(key, "ko"), en=plain_name(key, "en"))
