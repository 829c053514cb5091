"""Every kind of expectation can fail: each is held against a picture in which it is not so."""

import inspect
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from pages.scenes.choice import read_scene
from pages.scenes.view import shown
from pages.scenes.words import finding_words
from scenes import (
    SCENES,
    ArrivalsScene,
    BasinsScene,
    ConstraintsScene,
    CurvesScene,
    DepthScene,
    DifferencesScene,
    Expectation,
    GraphScene,
    LectureScene,
    NudgesScene,
    ParametersScene,
    RaceScene,
    RatesScene,
    RepresentationScene,
    VanishingScene,
    of_activations,
    of_algorithms,
    of_arrivals,
    of_basins,
    of_composition,
    of_constraints,
    of_depth,
    of_differences,
    of_graphs,
    of_losses,
    of_nudges,
    of_parameters,
    of_races,
    of_rates,
    of_representations,
    of_steps,
    of_training,
    of_vanishing,
)
from scenes.of_activations import ActivationsScene, IsNot, IsTheFunction, StaysPut, SumsTo
from scenes.of_algorithms import AlgorithmsScene, AsksFor, ComesToSaddle, IsThereAfter, NeedsMoreThan
from scenes.of_arrivals import KeepsWith, LittleArrives, NoneKeeps
from scenes.of_basins import AllArrive, ReachedMore, StartsSplit
from scenes.of_composition import CompositionScene, IsSoEverywhere, IsTheProduct
from scenes.of_constraints import (
    ArrivesAtOptimum,
    ChangesNothing,
    NotTheNearest,
    OptimumMoves,
    SlopesBalance,
    StaysAllowed,
)
from scenes.of_depth import CannotFit, FoldsExactly, TrainingFails, TrainingFits
from scenes.of_differences import CostsMore, FewPasses, OneMoreThanParameters, SameGradient
from scenes.of_graphs import (
    ChangesWhatFollows,
    Multiplications,
    Paths,
    PredictsChange,
    ProductAlongPaths,
    ReachesFurther,
    StepLowersLoss,
    Stores,
)
from scenes.of_losses import GrowsBy, Learns, LossesScene, SeesTrueClassAlone, SeesWrongClasses, SlopeBetween
from scenes.of_nudges import CountsAsTheLecture, QuotientsNear
from scenes.of_parameters import ChangesMost, CurveMoves, FallsTo, FitsBest, GoesTo, StepsByDerivative
from scenes.of_races import (
    AllKeepTo,
    Arrives,
    ArrivesSooner,
    Diverges,
    Frees,
    KeepsChanging,
    OfRunner,
    RollsThrough,
    StandsStill,
    StayedAtSaddle,
    StaysAtSaddle,
    StillFar,
    StopsChanging,
    Swings,
)
from scenes.of_rates import Does, FallsFaster, StaysAbove
from scenes.of_representations import LayerParts, NoLineParts
from scenes.of_steps import (
    EqualFirstStep,
    KeepsMoving,
    LongerSteps,
    Multiplies,
    RatesApart,
    Remembers,
    StepsAsRMSProp,
)
from scenes.of_training import GetsRight, LowerLoss, TrainingScene
from scenes.of_vanishing import FadesToFront, HardlyMoves, KeepsSize, LossFalls, MovesMore, Sinks
from simulation import RateRegime
from text import Text
from work.pieces import finished

UPPER = (0.0, 0.7071)

NOT_SO: list[tuple[Expectation[Any], str, dict[str, str]]] = [
    (Arrives("gd", UPPER, by=10), "until-it-stops", {}),
    (Arrives("gd", (0.0, -0.7071), by=400), "until-it-stops", {}),
    (Arrives("gd", UPPER, by=400), "on-the-line", {}),
    (Arrives("gd", (0.0, 0.0), by=100), "blow-up", {}),
    (StaysAtSaddle("gd", by=150), "a-hair-off", {}),
    (StayedAtSaddle("gd", by=150), "noise-frees", {"pinned": "surface=bounded-saddle&x=1&y=0.1&optimizers=gd"}),
    (StaysAtSaddle("rmsprop", by=150), "on-the-line", {}),
    (Diverges("gd", by=60), "bounce", {}),
    (Diverges("gd", by=15), "blow-up", {}),
    (Swings("gd", by=60), "zigzag", {}),
    (StandsStill("adagrad", by=400, left=0.5), "large-enough", {}),
    (StandsStill("adagrad", by=100, left=0.5), "standing-still", {}),
    (StandsStill("adagrad", by=400, left=0.95), "standing-still", {}),
    (StillFar("gd", left=0.8), "zigzag", {}),
    (StillFar("gd", left=0.1), "blow-up", {}),
    (AllKeepTo("y", 0.0), "a-hair-off", {}),
    (AllKeepTo("y", 0.0), "on-the-line", {"y": "0.0000001"}),
    (Frees("gd", "y", 0.35, by=90), "a-hair-off", {}),
    (Frees("momentum", "y", 0.35, after=90, by=120), "a-hair-off", {}),
    (Frees("gd", "y", 0.35, by=200), "on-the-line", {}),
    (RollsThrough("gd", (0.9053, 0.0), within=0.1), "out-of-the-well", {}),
    (RollsThrough("momentum", (0.9053, 0.0), within=0.01), "out-of-the-well", {}),
    (StopsChanging("rmsprop", by=400), "until-it-stops", {}),
    (StopsChanging("gd", by=2000), "blow-up", {"steps": "2000"}),
    (KeepsChanging("gd", by_at_least=1e-4), "until-it-stops", {}),
    (Multiplies("gd", "y", -1.0), "zigzag", {}),
    (Multiplies("gd", "y", -0.9), "zigzag", {"y": "0"}),
    (Multiplies("adagrad", "y", 0.9), "standing-still", {}),
    (LongerSteps("adagrad", "rmsprop", times=1, at=150), "rmsprop-goes-on", {}),
    (LongerSteps("rmsprop", "adagrad", times=5, at=150), "rmsprop-goes-on", {"steps": "149"}),
    (LongerSteps("rmsprop", "adagrad", times=5), "rmsprop-goes-on", {"optimizers": "rmsprop"}),
    (KeepsMoving("adam", at_least=0.05), "adam-is-both", {}),
    (EqualFirstStep("gd"), "own-rates", {}),
    (EqualFirstStep("adagrad"), "own-rates", {"x": "0", "y": "0"}),
    (RatesApart("gd", times=5), "own-rates", {}),
    (RatesApart("adagrad", times=1), "own-rates", {}),
    (RatesApart("adagrad", times=5), "own-rates", {"y": "0"}),
    (Remembers("adam", ("x", "g")), "memory", {}),
    (Remembers("gd", ("x", "v")), "memory", {}),
    (StepsAsRMSProp("adam"), "adam-without-m", {"adam.beta1": "0.9"}),
    (StepsAsRMSProp("rmsprop"), "adam-without-m", {}),
    (Does("small", RateRegime.CONVERGE), "four-rates", {}),
    (Does("high", RateRegime.DIVERGE), "four-curves", {}),
    (StaysAbove("high", "good", times=3), "four-curves", {"noise": "0"}),
    (FallsFaster("good", "high", steps=5), "four-curves", {}),
    (StaysAbove("good", "high", times=3), "four-curves", {}),
    (AllArrive("left"), "convex", {"rate": "1.05"}),
    (AllArrive("right", percent=0), "convex", {"other.rate": "0.9"}),
    (StartsSplit("left", 4, at_least=20), "start-decides", {"rate": "0.016"}),
    (StartsSplit("left", 3, at_least=20), "start-decides", {}),
    (StartsSplit("left", 4, at_least=25), "start-decides", {}),
    (NoLineParts(70), "hidden-layers", {}),
    (LayerParts("adam", 99, more=60), "hidden-layers", {}),
    (LayerParts("adam", 99, more=0), "hidden-layers", {"steps": "2"}),
    (LayerParts("gd", 10, more=0), "hidden-layers", {}),
    (LowerLoss("momentum", "adam", times=1), "adam-on-a-network", {}),
    (LowerLoss("adam", "momentum", times=1), "adam-on-a-network", {"optimizers": "adam"}),
    (GetsRight("momentum", 90), "adam-on-a-network", {}),
    (GetsRight("adam", 90, at_most=True), "adam-on-a-network", {}),
    (GetsRight("gd", 10), "adam-on-a-network", {"optimizers": "adam"}),
    (ReachedMore("left", "right", minimum=0, by=0), "two-wells", {}),
    (ReachedMore("right", "left", minimum=0, by=20), "two-wells", {}),
    (CountsAsTheLecture(4, 20), "four-and-one", {}),
    (QuotientsNear(0.15), "four-and-one", {"h": "1"}),
    (OneMoreThanParameters(), "nudge-by-nudge", {"difference": "central"}),
    (SameGradient(1e-4), "nudge-by-nudge", {"step": "0.5"}),
    (SameGradient(1e-4), "nudge-by-nudge", {"step": "1e-14"}),
    (FewPasses(2), "nudge-by-nudge", {}),
    (CostsMore(10_000), "as-networks-grow", {}),
    (ProductAlongPaths("w1"), "chain-rule", {"activation": "relu", "w1": "0", "w3": "1"}),  # there is no derivative
    (ProductAlongPaths("w9"), "chain-rule", {}),
    (Paths("w1", paths=1, factors=4), "two-paths", {}),
    (Paths("w1", paths=1, factors=4), "chain-rule", {"layers": "4"}),
    (Paths("w9", paths=1, factors=4), "chain-rule", {}),
    (Multiplications(back=9, each_by_itself=15), "store-to-save", {"layers": "4"}),
    (Stores(stored=5, recomputed=20), "store-to-save", {"layers": "4"}),
    (StepLowersLoss(), "chain-rule", {"activation": "identity", "rate": "10"}),
    (ChangesWhatFollows(), "early-weight", {"activation": "relu", "w1": "-3"}),  # it stays at 0
    (ChangesWhatFollows(), "early-weight", {"change": "none"}),
    (ReachesFurther("w5"), "early-weight", {"change": "w6"}),
    (ReachesFurther("w9"), "early-weight", {}),
    (PredictsChange(0.1), "early-weight", {"by": "1.5"}),
    (FadesToFront("sigmoid", 1e-6), "sigmoid-fades", {"depth": "5"}),
    (FadesToFront("tanh", 1e-6), "sigmoid-fades", {}),
    (Sinks("tanh", 1e-4), "tanh-keeps", {}),
    (Sinks("tanh", 1e-4), "tanh-fades", {"scale": "1.8"}),
    (KeepsSize("tanh", 10), "tanh-fades", {}),
    (KeepsSize("tanh", 10), "tanh-keeps", {"weights": "plain"}),
    (KeepsSize("relu", 10), "relu-too-small", {}),
    (HardlyMoves("sigmoid", 1e-6), "front-layers", {"depth": "2"}),
    (HardlyMoves("relu", 1e-6), "front-layers", {"rate": "100"}),
    (MovesMore("sigmoid", "relu", 1), "front-layers", {}),
    (MovesMore("relu", "tanh", 1), "front-layers", {}),
    (LossFalls("sigmoid", 0.5), "front-layers", {}),
    (LossFalls("relu", 0.5), "front-layers", {"relu.weights": "thumb"}),
    (FoldsExactly(-1.0), "layers-fold", {}),
    (CannotFit(1, 0.03), "layers-fold", {"width": "8"}),
    (CannotFit(2, 0.0), "layers-fold", {"folds": "2"}),
    (TrainingFits("relu", 1, 0.3), "layers-fold", {"width": "2"}),
    (TrainingFits("relu", 5, 0.01), "layers-fold", {"steps": "5"}),
    (TrainingFits("relu", 5, 0.01), "layers-fold", {"activations": "tanh"}),
    (TrainingFails("sigmoid", 5, 0.98), "deep-sigmoids", {"activations": "relu"}),
    (TrainingFails("sigmoid", 3, 0.9), "deep-sigmoids", {}),
    (LittleArrives("sigmoid", "xavier", 1e-10), "on-equal-terms", {"depth": "10"}),
    (LittleArrives("relu", "he", 1e-2), "on-equal-terms", {}),
    (NoneKeeps("sigmoid", 1e-2), "on-equal-terms", {"depth": "5"}),
    (NoneKeeps("tanh", 1e-2), "on-equal-terms", {}),
    (KeepsWith("sigmoid", "he", 10), "on-equal-terms", {}),
    (KeepsWith("tanh", "xavier", 10), "on-equal-terms", {"scale": "0.25"}),
    (OptimumMoves(by=2.0), "constraint-idle", {}),
    (OptimumMoves(by=3.0), "constraint-moves", {}),
    (NotTheNearest(by=1.0), "constraint-idle", {}),
    (NotTheNearest(by=2.0), "constraint-moves", {}),
    (SlopesBalance(), "constraint-idle", {}),
    (SlopesBalance(degrees=-1.0), "constraint-moves", {}),
    (ChangesNothing(), "constraint-moves", {}),
    (ChangesNothing(), "constraint-idle", {"offset": "-1"}),
    (ArrivesAtOptimum(within=1e-3), "constraint-moves", {"optimizer": "adam", "rate": "0.1"}),
    (ArrivesAtOptimum(within=1e-3), "equality", {"steps": "3"}),
    (StaysAllowed(), "constraint-moves", {"rate": "10", "steps": "125"}),
    (CurveMoves(by=2.5), "own-derivative", {}),
    (FallsTo(to=0.05), "learning-a-curve", {"steps": "10"}),
    (FallsTo(to=0.05), "learning-a-curve", {"rate": "1"}),
    (StepsByDerivative(), "learning-a-curve", {"optimizer": "momentum"}),
    (StepsByDerivative(), "learning-a-curve", {"rate": "50"}),
    (GoesTo("d", up=True), "own-derivative", {"d": "2"}),
    (GoesTo("d", up=False), "own-derivative", {}),
    (ChangesMost("d"), "learning-a-curve", {}),
    (FitsBest(times=1.1), "own-derivative", {"model": "wave"}),
    (FitsBest(times=1.1), "own-derivative", {"steps": "2"}),
    (SumsTo(2.0), "sums-to-one", {}),
    (StaysPut(), "sums-to-one", {"added": "first"}),
    (StaysPut(), "sums-to-one", {"shift": "0"}),
    (IsTheFunction("tanh"), "sigmoid-is-softmax", {}),
    (IsNot("sigmoid", at_least=1e-6), "sigmoid-is-softmax", {}),
    (SeesWrongClasses("mse", times=1.2), "true-class-alone", {"prediction": "1"}),
    (SeesWrongClasses("cross-entropy", times=1.01), "true-class-alone", {}),
    (SeesTrueClassAlone("mse"), "true-class-alone", {}),
    (GrowsBy("mse", times=2), "errors-squared", {}),
    (GrowsBy("mse", times=4), "errors-squared", {"error": "0"}),
    (GrowsBy("absolute", times=4), "errors-squared", {}),
    (SlopeBetween("mse", 0.0, 0.01), "dying-slope", {"logit": "-1"}),
    (SlopeBetween("cross-entropy", 0.99, 1.0), "dying-slope", {"logit": "6"}),
    (Learns("mse", 0.01, by=100), "dying-slope", {}),
    (Learns("cross-entropy", 0.9, by=30), "dying-slope", {"rate": "0.1"}),
    (Learns("cross-entropy", 0.9, by=30, reached=False), "dying-slope", {}),
    (Learns("cross-entropy", 0.9, by=1000), "dying-slope", {}),
    (ArrivesSooner("nadam", "adam", times=2), "after-adam", {"rate": "0.05"}),
    (ArrivesSooner("nadam", "adam", times=2), "after-adam", {"steps": "20"}),
    (IsThereAfter("newton", 2), "one-quadratic", {}),
    (IsThereAfter("newton", 1), "newton-saddle", {}),
    (IsThereAfter("newton", 1), "one-quadratic", {"algorithms": "gd"}),
    (NeedsMoreThan("bfgs", 5), "one-quadratic", {}),
    (NeedsMoreThan("gd", 2), "one-quadratic", {"rate": "1.5"}),
    (AsksFor("newton", 0, 2, 1), "one-quadratic", {"newton.damping": "1"}),
    (ComesToSaddle("newton"), "newton-damped", {}),
    (IsTheProduct(), "slopes-multiply", {"g": "log(y)", "x": "-1"}),
    (IsSoEverywhere(), "slopes-multiply", {"f": "sin(10000*x)"}),
    (IsSoEverywhere(), "slopes-multiply", {"f": "-1 - x**2", "g": "log(y)"}),
]


def named(case: tuple[Expectation[Any], str, dict[str, str]]) -> str:
    expectation, key, changes = case
    return f"{type(expectation).__name__}-{key}-{changes}"


def one_of(scene: LectureScene[Any], expectation: Expectation[Any]) -> LectureScene[Any]:
    """The scene, expecting this alone."""
    return replace(scene, expects=(expectation,))


@pytest.mark.parametrize("case", NOT_SO, ids=map(named, NOT_SO))
def test_it_is_told_when_it_is_not_so(case: tuple[Expectation[Any], str, dict[str, str]]) -> None:
    expectation, key, changes = case
    choice = read_scene({"scene": [key], **{name: [value] for name, value in changes.items()}})
    choice = choice._replace(scene=one_of(choice.scene, expectation))
    (finding,) = finished(shown(choice, "en")).findings
    assert not finding.holds
    words = finding_words(finding)
    assert "✗" in words.ko
    assert "✗" in words.en
    assert "{" not in words.ko + words.en


def kinds() -> Iterator[type[Expectation[Any]]]:
    """All that are defined and claim something."""
    for module in (
        of_races,
        of_steps,
        of_rates,
        of_basins,
        of_training,
        of_differences,
        of_graphs,
        of_vanishing,
        of_depth,
        of_arrivals,
        of_losses,
        of_activations,
        of_composition,
        of_constraints,
        of_nudges,
        of_parameters,
        of_algorithms,
        of_representations,
    ):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Expectation) and not inspect.isabstract(kind) and hasattr(kind, "claim"):
                yield kind


def test_every_kind_is_tried_here_and_used_in_a_scene() -> None:
    found = set(kinds())
    assert found == {type(expectation) for expectation, _, _ in NOT_SO}
    assert found == {type(expectation) for scene in SCENES.values() for expectation in scene.expects}


@pytest.mark.parametrize("key", [key for key, scene in SCENES.items() if isinstance(scene, RaceScene)])
def test_an_optimizer_that_is_taken_out_is_missed_and_nothing_breaks(key: str) -> None:
    scene = SCENES[key]
    who = {each.who for each in scene.expects if isinstance(each, OfRunner)}
    choice = read_scene({"scene": [key], "optimizers": ["lion"]})
    findings = finished(shown(choice, "en")).findings
    assert len(findings) == len(scene.expects)
    for each, finding in zip(scene.expects, findings, strict=True):
        if isinstance(each, OfRunner):
            assert each.who in who
            assert "not in the race" in finding_words(finding).en


@pytest.mark.parametrize("steps", ["1", "2"])
@pytest.mark.parametrize("key", list(SCENES))
def test_a_race_of_one_step_breaks_nothing(key: str, steps: str) -> None:
    findings = finished(shown(read_scene({"scene": [key], "steps": [steps], "rate": ["100"]}), "ko")).findings
    assert all(finding_words(each).ko for each in findings)


@pytest.mark.parametrize("key", list(SCENES))
def test_what_leaves_the_range_of_numbers_is_told_without_a_number(key: str) -> None:
    findings = finished(shown(read_scene({"scene": [key], "rate": ["100"], "steps": ["300"]}), "en")).findings
    assert not any("nan" in finding_words(each).en for each in findings)


@pytest.mark.parametrize("key", ["until-it-stops", "too-small", "adam-without-m", "own-rates", "a-hair-off"])
def test_a_start_where_nothing_moves_breaks_nothing(key: str) -> None:
    findings = finished(shown(read_scene({"scene": [key], "x": ["0"], "y": ["0"]}), "en")).findings
    assert not all(each.holds for each in findings)


def test_a_kind_of_scene_that_cannot_be_shown_is_an_error() -> None:
    words = Text(ko="가", en="a")
    stranger: LectureScene[Any] = LectureScene(
        slide=1, key="too-small", claim="C1", title=words, say=words, why=words, setting={}, ask="", expects=()
    )
    choice = read_scene({"scene": ["too-small"]})._replace(scene=stranger)
    with pytest.raises(TypeError, match="no kind of scene"):
        finished(shown(choice, "en"))


def test_every_kind_of_scene_is_there() -> None:
    assert {type(scene) for scene in SCENES.values()} == {
        RaceScene,
        RatesScene,
        CurvesScene,
        BasinsScene,
        DifferencesScene,
        TrainingScene,
        AlgorithmsScene,
        GraphScene,
        VanishingScene,
        ArrivalsScene,
        DepthScene,
        ConstraintsScene,
        NudgesScene,
        ParametersScene,
        ActivationsScene,
        CompositionScene,
        LossesScene,
        RepresentationScene,
    }
