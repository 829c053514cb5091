"""Every kind of shared work, resumed by another thread at every piece, gives what one thread alone would get."""

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from itertools import cycle
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pytest

from address import Address, fairness
from address.race import read_race
from export import slide as slides
from export.slides import animation, typeface
from formulas import TypedSurface
from networks.depths import Start
from optimizers import OPTIMIZERS
from pages.activations import speeds as speeds_work
from pages.algorithms import compute as algorithms_work
from pages.algorithms.choice import read_algorithms
from pages.basins import compute as basins_work
from pages.depth import compute as depth_work
from pages.depth.choice import read_depth
from pages.differences import timings as differences_work
from pages.representations import compute as representations_work
from pages.scenes.choice import read_scene
from pages.scenes.view import Shown, shown
from pages.scenes.words import finding_words
from pages.training import compute as training_work
from pages.vanishing import compute as vanishing_work
from pages.vanishing import table_compute as table_work
from pages.vanishing.choice import read_vanishing
from scenes import (
    SCENES,
    AlgorithmsScene,
    ArrivalsScene,
    BasinsScene,
    DepthScene,
    RepresentationScene,
    TrainingScene,
    VanishingScene,
)
from simulation import Entrant
from stage.figure_grid import FigureGrid, figure_grid_message
from stage.scene import Scene, scene_message
from surfaces import SURFACES
from tests.test_arrows import ROOT, files
from ui.common import race_compute as race_work
from ui.common import sweep_compute
from ui.common.lesson import TrainingInputs
from ui.common.race_view import race_scene
from work.pieces import Pieces, finished
from work.shared import SharedWork

THREADS = (2, 3, 8)
MADE = re.compile(r"^(\w+) = SharedWork\(", re.MULTILINE)


class Kind(NamedTuple):
    """A kind of shared work."""

    shared: SharedWork[Any, Any]
    alone: Callable[[Any], Pieces[Any]]
    """The same work, shared with nobody."""
    question: Callable[[int], Any]
    """What is asked with so many threads; nobody else in this process asks the same, so that it is not remembered."""


def basins(viewers: int) -> basins_work.BasinInputs:
    return basins_work.BasinInputs(SURFACES["himmelblau"], OPTIMIZERS["gd"](), 0.01 + 1e-6 * viewers, 9)


def conditions(viewers: int) -> fairness.Conditions:
    """Steps enough for some pieces, in noise."""
    return fairness.Conditions(SURFACES["himmelblau"], (-3.0, 1.0 + 1e-6 * viewers), 1500, 0.1, 7)


def search(viewers: int) -> fairness.Search:
    return fairness.Search(OPTIMIZERS["adam"](), conditions(viewers))


def race(viewers: int) -> race_work.RaceInputs:
    """On a surface whose slope is not arithmetic alone: any other race is one piece."""
    wavy = conditions(viewers)._replace(surface=TypedSurface("sin(x)*cos(y) + (x**2 + y**2)/10"))
    return race_work.RaceInputs(wavy, tuple(Entrant(rule(), 0.01) for rule in OPTIMIZERS.values()))


def swept(viewers: int) -> sweep_compute.SweepInputs:
    surface, start, steps, _, _ = conditions(viewers)
    rules = tuple((key, rule()) for key, rule in OPTIMIZERS.items())
    return sweep_compute.SweepInputs(surface, start, steps // 10, rules, "gd", "rate", 0.1)


def algorithms(viewers: int) -> algorithms_work.Inputs:
    """In noise, so that nobody rests."""
    query = {"steps": ["900"], "noise": ["0.1"], "x": [str(-7 + 1e-6 * viewers)], "algorithms": ["gd,newton"]}
    return algorithms_work.inputs_of(read_algorithms(Address(query)))


def training(viewers: int) -> TrainingInputs:
    """Classes that are not trained well anywhere."""
    rules = (OPTIMIZERS["gd"](), OPTIMIZERS["adam"]())
    return TrainingInputs("spiral", 20, 0.1, 1000 + viewers, (2,), "tanh", None, rules, 15, 8)


def represented(viewers: int) -> representations_work.RepresentationInputs:
    return representations_work.RepresentationInputs(training(3000 + viewers)._replace(steps=45), 0.1)


def layers(viewers: int) -> vanishing_work.Training:
    """With an odd number of pieces for each depth, so that two viewers, too, end what the other began."""
    return read_vanishing(Address({"width": ["2"], "steps": ["45"], "seed": [str(1000 + viewers)]})).training("relu")


def signals(viewers: int) -> Start:
    return read_vanishing(Address({"width": ["2"], "seed": [str(2000 + viewers)]})).training("tanh").start


def fits(viewers: int) -> depth_work.Training:
    return read_depth(Address({"width": ["2"], "steps": ["11"], "seed": [str(1000 + viewers)]})).training("relu")


def table(viewers: int) -> table_work.TableInputs:
    return table_work.TableInputs(1.0, 4, 1000 + viewers, "moons")


def costs(viewers: int) -> Any:
    """Each hidden layer with a function of its own, which no address can ask for."""
    return {2: ("tanh", "relu"), 3: ("relu", "tanh"), 8: ("tanh", "sigmoid")}[viewers]


def lengths(viewers: int) -> tuple[int, ...]:
    return (100, 200 + viewers)


def slide(viewers: int) -> slides.Slide:
    query = {"steps": ["9"], "rate": [str(0.01 + 1e-6 * viewers)], "optimizers": ["gd"]}
    choice = read_race(Address(query))
    return slides.race_slide(choice, lambda: race_scene(choice, "en"), "en", "light")


KINDS = {
    "ALGORITHM_RACES": Kind(algorithms_work.ALGORITHM_RACES, algorithms_work.compute, algorithms),
    "BASINS": Kind(basins_work.BASINS, basins_work.compute, basins),
    "TRAININGS": Kind(training_work.TRAININGS, training_work.compute, training),
    "REPRESENTATIONS": Kind(representations_work.REPRESENTATIONS, representations_work.compute, represented),
    "LAYERS": Kind(vanishing_work.LAYERS, vanishing_work.compute, layers),
    "SIGNALS": Kind(vanishing_work.SIGNALS, vanishing_work.signals_of, signals),
    "FITS": Kind(depth_work.FITS, depth_work.compute, fits),
    "TABLES": Kind(table_work.TABLES, table_work.compute, table),
    "SEARCHES": Kind(fairness.SEARCHES, fairness.search, search),
    "RACES": Kind(race_work.RACES, race_work.compute, race),
    "SWEEPS": Kind(sweep_compute.SWEEPS, sweep_compute.compute, swept),
    "COSTS": Kind(differences_work.COSTS, differences_work.compute, costs),
    "SPEEDS": Kind(speeds_work.SPEEDS, speeds_work.compute, lengths),
    "ANIMATIONS": Kind(slides.ANIMATIONS, lambda slide: animation(slide.content(), typeface()), slide),
}

SHARED_BY_SCENES = {
    AlgorithmsScene: ("pages.algorithms.proof.ALGORITHM_RACES", algorithms_work.compute),
    BasinsScene: ("pages.basins.proof.BASINS", basins_work.compute),
    TrainingScene: ("pages.training.proof.TRAININGS", training_work.compute),
    DepthScene: ("pages.depth.proof.FITS", depth_work.compute),
    VanishingScene: ("pages.vanishing.proof.LAYERS", vanishing_work.compute),
    ArrivalsScene: ("pages.vanishing.table_proof.TABLES", table_work.compute),
    RepresentationScene: ("pages.representations.proof.REPRESENTATIONS", representations_work.compute),
}
"""By the kind of scene: where its scenes find the work that they share, and that work, shared with nobody.

One scene of `differences` shares the costs, too; it has no settings for which they are quick.
"""


@pytest.fixture(autouse=True)
def _small_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured of large networks takes seconds."""
    monkeypatch.setattr(differences_work, "WIDTHS", differences_work.WIDTHS[:6])


def in_turn(work: Pieces[Any], threads: int) -> tuple[Any, int]:
    """The answer of a work whose every piece is done by the next of so many threads, and how many pieces there were."""
    with ExitStack() as all_threads:
        hands = [all_threads.enter_context(ThreadPoolExecutor(1)) for _ in range(threads)]
        for pieces, hand in enumerate(cycle(hands), 1):
            over, answer = hand.submit(_did_piece, work).result()
            if over:
                return answer, pieces
    raise AssertionError("threads come round for ever")


def _did_piece(work: Pieces[Any]) -> tuple[bool, Any]:
    """Whether the work is over, and its answer then."""
    try:
        next(work)
    except StopIteration as end:
        return True, end.value
    return False, None


def together(ask: Callable[[], Pieces[Any]], viewers: int) -> list[Any]:
    """The answers to so many viewers who ask at the same time."""
    with ThreadPoolExecutor(viewers) as threads:
        return list(threads.map(lambda _: finished(ask()), range(viewers)))


def told(answer: Any) -> Any:
    """Everything in an answer, with nothing but arrays and numbers in dictionaries and lists, to be compared."""
    if isinstance(answer, differences_work.Costs):  # seconds differ from one measurement to the next
        return [answer.numerical, answer.backpropagation, np.isfinite(answer.numerical_seconds)]
    if isinstance(answer, speeds_work.Speeds):
        return answer.seconds > 0
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


@pytest.mark.parametrize("threads", THREADS)
@pytest.mark.parametrize("name", KINDS)
def test_threads_that_resume_it_in_turn_make_what_one_makes_alone(name: str, threads: int) -> None:
    kind = KINDS[name]
    question = kind.question(threads)
    answer, pieces = in_turn(kind.alone(question), threads)
    assert pieces > min(threads, 2), "a piece by another thread than the first one's"
    alone = told(finished(kind.alone(question)))
    np.testing.assert_equal(told(answer), alone)
    shared = together(lambda: kind.shared.ask(question), threads)
    assert all(each is shared[0] for each in shared)
    np.testing.assert_equal(told(shared[0]), alone)


@pytest.mark.parametrize("key", [key for key, scene in SCENES.items() if type(scene) in SHARED_BY_SCENES])
def test_a_scene_that_threads_resume_in_turn_is_that_of_one_alone(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = 1000 + list(SCENES).index(key)  # two scenes would ask the same
    small = {"steps": ["44"], "samples": ["20"], "width": ["8"]}
    choice = read_scene({"scene": [key], **small, "seed": [str(seed)]})
    scenes = together(lambda: shown(choice, "en"), 3)
    shared, compute = SHARED_BY_SCENES[type(SCENES[key])]
    monkeypatch.setattr(shared, SimpleNamespace(ask=compute))
    resumed, pieces = in_turn(shown(choice, "en"), 3)
    assert pieces > 3, "each of the threads does a part"
    alone = sent(finished(shown(choice, "en")))
    assert [sent(scene) == alone for scene in (*scenes, resumed)] == [True] * 4


def sent(scene: Shown) -> tuple[bytes, list[str]]:
    """What its page gets of it."""
    assert isinstance(scene.picture, FigureGrid | Scene)
    picture = scene.picture
    message = scene_message(picture, "en") if isinstance(picture, Scene) else figure_grid_message(picture, "en")
    return message, [finding_words(each).en for each in scene.findings]
