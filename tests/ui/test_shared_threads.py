"""Every kind of shared work, with viewers on threads that take turns at every piece, gives what one alone would get."""

import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from scenes import SCENES
from slides import film, typeface
from surfaces import SURFACES
from tests.scenes.shown import finished
from tests.test_arrows import ROOT, files
from ui import basins_work, differences_work, training_work, vanishing_work
from ui.address import Address
from ui.race_choice import read_race
from ui.scene_choice import read_scene
from ui.scene_shown import Shown, shown
from ui.scene_words import finding_words
from ui.shared_work import Pieces, SharedWork
from ui.stage.sheet import Sheet, sheet_message
from ui.take_away import slides
from ui.vanishing_choice import read_vanishing

VIEWERS = (2, 3, 8)
MADE = re.compile(r"^(\w+) = SharedWork\(", re.MULTILINE)


class Kind(NamedTuple):
    """A kind of shared work."""

    shared: SharedWork[Any, Any]
    alone: Callable[[Any], Pieces[Any]]
    """The same work, shared with nobody."""
    question: Callable[[int], Any]
    """What so many viewers ask; nobody else in this process asks the same, so that it is not remembered."""


def basins(viewers: int) -> basins_work.Question:
    return basins_work.Question(SURFACES["himmelblau"], OPTIMIZERS["gd"](), 0.01 + 1e-6 * viewers, 9)


def training(viewers: int) -> training_work.Question:
    """Classes that are not trained well anywhere."""
    rules = (OPTIMIZERS["gd"](), OPTIMIZERS["adam"]())
    return training_work.Question("spiral", 20, 0.1, 1000 + viewers, (2,), "tanh", None, rules, 15, 8)


def layers(viewers: int) -> vanishing_work.Training:
    """With an odd number of pieces for each depth, so that two viewers, too, end what the other began."""
    return read_vanishing(Address({"width": ["2"], "steps": ["45"], "seed": [str(1000 + viewers)]})).training("relu")


def costs(viewers: int) -> Any:
    """Each hidden layer with a function of its own, which no address can ask for."""
    return {2: ("tanh", "relu"), 3: ("relu", "tanh"), 8: ("tanh", "sigmoid")}[viewers]


def slide(viewers: int) -> slides.Slide:
    query = {"steps": ["9"], "rate": [str(0.01 + 1e-6 * viewers)], "optimizers": ["gd"]}
    return slides.race_slide(read_race(Address(query)), "en", "light")


KINDS = {
    "BASINS": Kind(basins_work.BASINS, basins_work.work_out, basins),
    "TRAININGS": Kind(training_work.TRAININGS, training_work.work_out, training),
    "LAYERS": Kind(vanishing_work.LAYERS, vanishing_work.work_out, layers),
    "COSTS": Kind(differences_work.COSTS, differences_work.work_out, costs),
    "FILMS": Kind(slides.FILMS, lambda slide: film(slide.content(), typeface()), slide),
}

SHARED_BY_SCENES = {
    "basins": ("ui.scene_shown.BASINS", basins_work.work_out),
    "training": ("ui.training_scene.TRAININGS", training_work.work_out),
    "vanishing": ("ui.vanishing_scene.LAYERS", vanishing_work.work_out),
}
"""By the chapter: where its scenes find the work that they share, and that work, shared with nobody.

One scene of `differences` shares the costs, too; it has no settings for which they are quick.
"""


@pytest.fixture(autouse=True)
def _small_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured of large networks takes seconds."""
    monkeypatch.setattr(differences_work, "WIDTHS", differences_work.WIDTHS[:6])


def in_turn(works: Sequence[Pieces[Any]]) -> tuple[list[Any], list[int]]:
    """The answers to as many viewers as works, each on a thread of its own that does one piece when it is its turn.

    Also how many pieces each one saw.
    """
    answers: dict[int, Any] = {}
    pieces = [0] * len(works)
    with ExitStack() as all_threads:
        threads = [all_threads.enter_context(ThreadPoolExecutor(1)) for _ in works]
        while len(answers) < len(works):
            for at, (thread, work) in enumerate(zip(threads, works, strict=True)):
                if at not in answers and thread.submit(_did_piece, work, answers, at).result():
                    pieces[at] += 1
    return [answers[at] for at in range(len(works))], pieces


def _did_piece(work: Pieces[Any], answers: dict[int, Any], at: int) -> bool:
    """Whether there was another piece to do; else the answer is put in its place."""
    try:
        next(work)
    except StopIteration as end:
        answers[at] = end.value
        return False
    return True


def told(answer: Any) -> Any:
    """Everything in an answer, with nothing but arrays and numbers in dictionaries and lists, to be compared."""
    if isinstance(answer, differences_work.Costs):  # seconds differ from one measurement to the next
        return [answer.numerical, answer.backpropagation, np.isfinite(answer.numerical_seconds)]
    if is_dataclass(answer):
        return {each.name: told(getattr(answer, each.name)) for each in fields(answer)}
    if isinstance(answer, Mapping):
        return {key: told(each) for key, each in answer.items()}
    if isinstance(answer, list | tuple):
        return [told(each) for each in answer]
    return answer


def test_every_shared_work_is_here() -> None:
    made = [name for path in files() for name in MADE.findall((ROOT / path).read_text())]
    assert sorted(made) == sorted(KINDS)


@pytest.mark.parametrize("viewers", VIEWERS)
@pytest.mark.parametrize("name", KINDS)
def test_viewers_who_take_turns_get_what_one_alone_gets(name: str, viewers: int) -> None:
    kind = KINDS[name]
    question = kind.question(viewers)
    answers, pieces = in_turn([kind.shared.ask(question) for _ in range(viewers)])
    assert min(pieces) >= 1, "each of them does a part"
    assert all(answer is answers[0] for answer in answers)
    np.testing.assert_equal(told(answers[0]), told(finished(kind.alone(question))))


@pytest.mark.parametrize("key", [key for key, scene in SCENES.items() if scene.chapter in SHARED_BY_SCENES])
def test_a_scene_for_viewers_who_take_turns_is_that_for_one_alone(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = 1000 + list(SCENES).index(key)  # two scenes would ask the same
    choice = read_scene({"scene": [key], "steps": ["44"], "samples": ["20"], "seed": [str(seed)]})
    scenes, pieces = in_turn([shown(choice, "en") for _ in range(3)])
    assert min(pieces) >= 1, "each of them does a part"
    shared, work_out = SHARED_BY_SCENES[SCENES[key].chapter]
    monkeypatch.setattr(shared, SimpleNamespace(ask=work_out))
    alone = sent(finished(shown(choice, "en")))
    assert [sent(scene) == alone for scene in scenes] == [True] * 3


def sent(scene: Shown) -> tuple[bytes, list[str]]:
    """What its page gets of it."""
    assert isinstance(scene.picture, Sheet)
    return sheet_message(scene.picture, "en"), [finding_words(each).en for each in scene.findings]
