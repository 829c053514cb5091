"""Every scene of the lecture shows what it claims: on the very run that its page shows."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from address import Address
from address.pinned import read_pinned
from address.race import LECTURE, RaceChoice, read_race
from pages.activations.choice import read_activations
from pages.algorithms.choice import read_algorithms
from pages.backpropagation.choice import read_graph
from pages.basins.choice import read_basins
from pages.choosing.choice import read_choosing
from pages.composition.choice import read_composition
from pages.constraints.choice import read_constraints
from pages.depth.choice import read_depth
from pages.differences.choice import read_differences
from pages.losses.choice import read_losses
from pages.model.choice import read_model
from pages.representations.choice import read_representations
from pages.scenes.choice import read_scene
from pages.scenes.words import finding_words
from pages.training.choice import read_training
from pages.vanishing.choice import read_vanishing
from scenes import SCENES, RaceScene
from stage.figure_grid import figure_grid_message
from stage.graph import ComputationalGraph, graph_message
from stage.scene import Scene, scene_message
from surfaces import SURFACES
from tests.scenes.shown import scene_at
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.shell.chapters import CHAPTERS

SAID = {
    **{"C19": (1,), "C17": (2, 3), "C18": (4,), "C1": (5,), "C2": (6,), "C3": (7,), "C4": (8,), "C5": (8,), "C6": (9,)},
    **{"C7": (10,), "C8": (10,), "C9": (11,), "C10": (12,), "C11": (13,), "C12": (15,), "C13": (16,), "C14": (17,)},
    **{"C15": (18, 19, 20, 21), "C16": (22,)},
}
"""On which slides the lecture says each of its claims, as its plan has them."""
WITH_STEPS = ("race", "algorithms", "choosing", "basins", "constraints", "model", "training", "representations")
"""Chapters whose pictures have steps that an address can change."""


def read_raced(address: Address) -> RaceChoice:
    """The race, and the one behind it."""
    choice = read_race(address)
    read_pinned(address, choice)
    return choice


READERS: dict[str, Callable[[Address], Any]] = {
    "race": read_raced,
    "algorithms": read_algorithms,
    "choosing": read_choosing,
    "basins": read_basins,
    "composition": read_composition,
    "differences": read_differences,
    "training": read_training,
    "backpropagation": read_graph,
    "depth": read_depth,
    "representations": read_representations,
    "vanishing": read_vanishing,
    "activations": read_activations,
    "losses": read_losses,
    "constraints": read_constraints,
    "model": read_model,
}
HANGUL = re.compile("[가-힣]")

every_scene = pytest.mark.parametrize("key", list(SCENES))


@every_scene
def test_it_is_as_expected(key: str) -> None:
    findings = scene_at({"scene": key}).findings
    assert findings
    assert [finding_words(each).en for each in findings if not each.holds] == []


def test_every_claim_has_a_scene_and_they_come_in_the_order_of_the_slides() -> None:
    slides = [scene.slide for scene in SCENES.values()]
    assert slides == sorted(slides)
    told = [scene.claim for scene in SCENES.values()]
    assert list(dict.fromkeys(told)) == list(SAID)
    for key, said in SAID.items():
        assert {scene.slide for scene in SCENES.values() if scene.claim == key} == {*said}, key


def test_mse_is_an_early_scene() -> None:
    """A lecturer who goes by the slides meets it right after those of the first slide."""
    assert list(SCENES).index("errors-squared") == 3


@every_scene
def test_it_can_be_told_in_both_languages(key: str) -> None:
    scene = SCENES[key]
    assert scene.key == key
    assert re.fullmatch("[a-z]+(-[a-z]+)*", key)
    words = [finding_words(each) for each in scene_at({"scene": key}).findings]
    for text in (scene.title, scene.say, scene.why, *words):
        assert HANGUL.search(text.ko), text
        assert not HANGUL.search(text.en), text
        assert not re.search(r"[{}]|\bnan\b", f"{text.ko} {text.en}"), text
    for text in (scene.say, scene.why):
        assert text.ko.endswith("다."), "합니다체"
    topic = scene.topic or scene.title
    assert HANGUL.search(topic.ko)
    assert not HANGUL.search(topic.en)
    assert len(topic.en) < 30, "it stands in a list"


@pytest.mark.parametrize("is_open", [False, True])
def test_no_two_are_called_the_same(is_open: bool) -> None:
    for language in LANGUAGES:
        titles = [scene.heading(is_open=is_open)[language] for scene in SCENES.values()]
        assert len(set(titles)) == len(titles)


OUTCOMES = re.compile(
    "수렴|발산|진동|지그재그|느리|느린|빠르|빠른|도달|갇|벗어나기|정체|멈추|멈춘|계속|소실|지키|않는|옮|저장|정하는|너무|충분히"
    "|converge|diverge|oscillat|zigzag|slow|fast|reach|arrive|trap|escap|stall|keep|going|vanish|hardly|moves|stored"
    "|decides|too |larger|inactive|endless",
    re.IGNORECASE,
)
"""Words of what comes out."""


@every_scene
def test_a_closed_title_does_not_tell_what_is_asked(key: str) -> None:
    heading = SCENES[key].heading(is_open=False)
    for language in LANGUAGES:
        assert not OUTCOMES.search(heading[language])


def asked_axes(query: dict[str, str]) -> list[Any]:
    """The y axes of a picture as the player is told of them."""
    picture = scene_at(query).picture
    match picture:
        case Scene():
            return [read_message(scene_message(picture, "en"))[0]["lossRange"]]
        case ComputationalGraph():
            return []
        case _:
            subplots = read_message(figure_grid_message(picture, "en"))[0]["subplots"]
            return [[subplot["y"], subplot["figure"]] if "figure" in subplot else subplot["y"] for subplot in subplots]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"scene": "zigzag"}, {"scene": "blow-up"}),  # arrives at 1e-12, and leaves the plot
        ({"scene": "on-the-line"}, {"scene": "on-the-line", "rate": "0.3"}),
        ({"scene": "sigmoid-fades"}, {"scene": "relu-keeps"}),
        ({"scene": "constraint-moves"}, {"scene": "constraint-moves", "rate": "1.05"}),
        ({"scene": "adam-on-a-network"}, {"scene": "adam-on-a-network", "optimizers": "gd"}),
    ],
)
def test_a_closed_axis_is_the_same_whatever_comes_out(one: dict[str, str], other: dict[str, str]) -> None:
    """And the true one is shown once nothing is asked any more."""
    axes = [asked_axes(query)[-4:] for query in (one, other)]
    assert axes[0] == axes[1]
    assert asked_axes(one | {"ask": "off"})[-4:] != axes[0]


@every_scene
def test_its_setting_is_one_that_its_chapter_understands(key: str) -> None:
    """Every name and every value, without a notice."""
    scene = SCENES[key]
    address = Address({name: [value] for name, value in scene.setting.items()})
    READERS[scene.chapter](address)
    assert [notice.en for notice in address.notices()] == []
    assert scene.chapter in CHAPTERS


@every_scene
def test_a_viewer_who_says_nothing_sees_the_setting(key: str) -> None:
    scene = SCENES[key]
    asks = read_scene({"scene": [key]})
    READERS[scene.chapter](asks.address)
    assert (asks.changed, asks.setting) == ({}, dict(scene.setting))


@pytest.mark.parametrize("key", [key for key, scene in SCENES.items() if scene.chapter in WITH_STEPS])
def test_a_changed_setting_is_the_chapter_s(key: str) -> None:
    scene = SCENES[key]
    other = read_scene({"scene": [key], "steps": ["7"]})
    assert READERS[scene.chapter](other.address).steps == 7
    assert other.changed == {"steps": "7"}
    assert other.setting == {**scene.setting, "steps": "7"}


@every_scene
def test_what_is_asked_can_be_answered(key: str) -> None:
    scene = SCENES[key]
    if isinstance(scene, RaceScene):
        subject, _, who = scene.ask.partition(".")
        assert subject in {"first", "fate", "goal"}
        assert (who in scene.setting["optimizers"].split(",")) == (subject != "first")
        return
    for language in LANGUAGES:
        question = scene_at({"scene": key}, language).picture.question
        assert question is not None, "every scene asks something"
        assert set(question.right) <= {option.key for option in question.options}
        assert len(question.right) == 1 < len(question.options)
        assert question.why == scene.why[language]


@every_scene
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_message_is_named_after_it(key: str, language: Language) -> None:
    picture = scene_at({"scene": key}, language).picture
    match picture:
        case Scene():
            name, message = "scene", scene_message(picture, language)
        case ComputationalGraph():
            name, message = "graph", graph_message(picture, language)
        case _:
            name, message = "grid", figure_grid_message(picture, language)
    header, _, _ = read_message(message)
    assert str(header[name]).startswith(f"{key} ")


def test_no_two_scenes_are_the_same_picture_so_each_begins_anew() -> None:
    keys = [scene_at({"scene": key}).picture.key for key in SCENES]
    assert len(set(keys)) == len(keys)


NEARBY = [
    ("until-it-stops", {"x": "1.02", "y": "0.49"}),
    ("too-small", {"x": "-6.9", "y": "2.2"}),
    ("method-decides", {"x": "0.52", "y": "3.98"}),
    ("on-the-line", {"x": "0.95", "rate": "0.11"}),
    ("a-hair-off", {"x": "0.9", "y": "0.00105"}),
    ("out-of-the-well", {"x": "1.78", "y": "0.22", "rate": "0.0205"}),
    ("too-little-momentum", {"x": "1.78", "y": "0.22", "rate": "0.0205"}),
    ("own-rates", {"rate": "0.7"}),
    ("standing-still", {"rate": "0.031", "x": "-7.2"}),
    ("large-enough", {"rate": "1.4", "y": "2.1"}),
    ("rmsprop-goes-on", {"rate": "0.031", "x": "-7.2"}),
    ("adam-is-both", {"rate": "0.11", "x": "-6.8"}),
    ("adam-without-m", {"rate": "0.12", "x": "-6.8"}),
    ("adam-on-a-network", {"seed": "1"}),
    ("tuned-on-a-network", {"seed": "1", "width": "13"}),
    ("four-rates", {"x": "-6.5", "y": "1.8"}),
    ("four-curves", {"seed": "1"}),
    ("convex", {"rate": "0.9", "other.rate": "1.1"}),
    ("start-decides", {"rate": "0.011", "other.rate": "0.0197"}),
    ("two-wells", {"rate": "0.022", "other.rate": "0.019"}),
    ("nudge-by-nudge", {"width": "8", "activation": "sigmoid", "step": "0.00001", "seed": "3"}),
    ("as-networks-grow", {"activation": "relu"}),
    ("chain-rule", {"w1": "0.7", "activation": "tanh"}),
    ("two-paths", {"w3": "1.4", "x2": "0.3"}),
    ("store-to-save", {"w2": "1.4", "activation": "relu"}),
    ("layers-fold", {"seed": "1"}),
    ("layers-fold", {"seed": "2"}),
    ("deep-sigmoids", {"seed": "1"}),
    ("on-equal-terms", {"seed": "1", "width": "24", "data": "moons"}),
    ("sigmoid-fades", {"seed": "1", "weights": "he"}),
    ("tanh-fades", {"seed": "2", "data": "moons"}),
    ("tanh-keeps", {"seed": "3"}),
    ("relu-keeps", {"seed": "1", "data": "spiral"}),
    ("relu-too-small", {"seed": "2", "width": "16"}),
    ("front-layers", {"seed": "1", "data": "moons", "rate": "0.04"}),
    ("sums-to-one", {"shift": "-4.3", "classes": "6", "z1": "-3", "temperature": "0.5"}),
    ("sigmoid-is-softmax", {"x": "-4"}),
    ("errors-squared", {"error": "-2.7"}),
    ("true-class-alone", {"prediction": "0.3", "classes": "4"}),
    ("dying-slope", {"logit": "-5.75", "rate": "0.8"}),
    ("constraint-moves", {"x": "-6.8", "y": "2.2", "rate": "0.7"}),
    ("constraint-moves", {"optimizer": "nesterov", "rate": "0.1"}),
    ("constraint-moves", {"angle": "50", "offset": "-1.8"}),
    ("constraint-idle", {"angle": "10", "offset": "3"}),
    ("equality", {"angle": "55", "x": "2", "y": "-3"}),
    ("own-derivative", {"seed": "0", "d": "-1.3", "rate": "0.2"}),
    ("learning-a-curve", {"seed": "1", "rate": "0.2"}),
]


@pytest.mark.parametrize(("key", "changes"), NEARBY)
def test_it_is_no_accident_of_its_setting(key: str, changes: dict[str, str]) -> None:
    findings = scene_at({"scene": key, **changes}).findings
    assert [finding_words(each).en for each in findings if not each.holds] == []


def test_the_lecture_s_facts() -> None:
    """The settings that the lecture itself names."""
    for key, rate in (("zigzag", "0.95"), ("bounce", "1"), ("blow-up", "1.05")):
        assert {"surface": "class-ravine", "rate": rate}.items() <= SCENES[key].setting.items()
    for key, y in (("on-the-line", "0"), ("a-hair-off", "0.001")):
        setting = SCENES[key].setting
        assert (setting["x"], setting["y"]) == ("1", y)
        assert setting["optimizers"].split(",") == list(LECTURE)
    assert SCENES["convex"].setting["surface"] in {key for key, each in SURFACES.items() if each.kind == "convex"}
