"""A scene, worked out: its picture and what is measured of it are the same run, made by the chapters' own readers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from address import Address
from address.race import RaceChoice, read_race
from numerals import numeral
from pages.basins.choice import SIDES, BasinsChoice, Side, read_basins
from pages.basins.compute import BASINS, Answer
from pages.basins.view import basins_grid
from pages.choosing.choice import ChoosingChoice, read_choosing
from pages.choosing.compute import LEVEL_NAMES, LEVELS, SIZE_NAMES, SIZES, four_rates
from pages.choosing.view import choosing_grid
from pages.scenes.choice import SceneChoice
from pages.scenes.provers import PROVERS
from pages.scenes.question import asking_of, scene_question
from scenes import (
    BasinsScene,
    CurvesScene,
    Finding,
    LectureScene,
    Mapped,
    Raced,
    Racer,
    RaceScene,
    RatesScene,
    Shares,
    SideBySide,
)
from simulation import RateRegime
from stage.figure_grid import FigureGrid, Row
from stage.graph import ComputationalGraph
from stage.question import Question
from stage.scene import Scene
from text import Language, Text
from ui.common.prediction import FIRST, Asked, read_asked
from ui.common.race_compute import races
from ui.common.race_view import race_scene
from ui.common.scene_result import SceneResult
from work.pieces import Pieces, one_after_the_other

Picture = Scene | FigureGrid | ComputationalGraph

CURVES = ("exact", "noisy")
"""The subplots of the loss curves."""
_SIDES: dict[Side, Text] = {
    "left": Text(ko="왼쪽 지도({name}, n = {rate})", en="Left map ({name}, n = {rate})"),
    "right": Text(ko="오른쪽 지도({name}, n = {rate})", en="Right map ({name}, n = {rate})"),
}


class TwoMaps(NamedTuple):
    """Where every start ends, on either side."""

    choice: BasinsChoice
    answers: Mapping[Side, Answer]


Worked = RaceChoice | ChoosingChoice | TwoMaps | SceneResult
"""What was worked out: with it the runs on the picture are told once more."""


class Shown(NamedTuple):
    """What there is to see, and whether it is what the scene expects."""

    picture: Picture
    findings: Sequence[Finding]
    worked: Worked

    @property
    def is_open(self) -> bool:
        """Whether the viewer may know: nothing is asked, or it has been answered or skipped."""
        return self.picture.question is None or bool(self.picture.question.answer)


def shown(choice: SceneChoice, language: Language) -> Pieces[Shown]:
    """Work a scene out, and name it so that it starts over when another one on the same surface was there before."""
    scene = choice.scene
    picture, evidence, worked = yield from _worked_out(scene, choice.address, language)
    key = f"{scene.key} {picture.key}"
    if not isinstance(picture, Scene):
        asking = worked.asking if isinstance(worked, SceneResult) else asking_of(scene, evidence)
        asked = read_asked(choice.address, FIRST)
        picture = replace(picture, question=scene_question(choice, asking, asked, language))
    elif picture.question and not choice.changed:
        picture = replace(picture, question=_explained(picture.question, scene, language))
    return Shown(replace(picture, key=key), [each.found(evidence) for each in scene.expects], worked)


def _explained(question: Question, scene: LectureScene[Any], language: Language) -> Question:
    """With the scene's own reason, which speaks of its setting; after the arrivals, where who is first was asked."""
    measured = [question.why] if scene.ask == FIRST else []
    return question._replace(why=" ".join([*measured, scene.why[language]]))


def _worked_out(scene: LectureScene[Any], address: Address, language: Language) -> Pieces[tuple[Picture, Any, Worked]]:
    """Each kind of scene has its reader, its picture and its evidence; another kind is another case here.

    Raises TypeError for a kind that has none.
    """
    match scene:
        case RaceScene():
            return (yield from _race(address, read_asked(address, scene.ask), language))
        case RatesScene() | CurvesScene():
            choice = read_choosing(address)
            grid = _part(choosing_grid(choice, language), curves=isinstance(scene, CurvesScene))
            return grid, side_by_side(choice), choice
        case BasinsScene():
            return (yield from _basins(read_basins(address), language))
        case LectureScene(chapter=chapter, ask=ask) if chapter in PROVERS:
            proven = yield from PROVERS[chapter](address, ask, language)
            return proven.picture, proven.evidence, proven
    raise TypeError(f"{type(scene).__name__} is no kind of scene that can be shown")


def _race(address: Address, asked: Asked, language: Language) -> Pieces[tuple[Scene, Raced, RaceChoice]]:
    choice = read_race(address)
    yield from races(choice)
    scene = replace(race_scene(choice, language, asked), pinnable=False)
    racers = {key: Racer(choice.rules[key], choice.rate_of(key)) for key in choice.chosen}
    return scene, Raced(choice.surface, racers, scene.run, scene.standing), choice


def _part(grid: FigureGrid, *, curves: bool) -> FigureGrid:
    """Of the page of four rates its loss curves alone, or everything else, with all of the window's room."""
    subplots = [subplot for subplot in grid.subplots if (subplot.key in CURVES) == curves]
    rows = [Row(CURVES, share=1.0)] if curves else [row for row in grid.rows if row.share]
    return replace(grid, subplots=subplots, rows=rows)


def side_by_side(choice: ChoosingChoice) -> SideBySide:
    """What the four rates, and those of the loss curves, do."""
    four = four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    regimes = [*zip(SIZES, four.regimes, strict=True), *zip(LEVELS, four.levels, strict=True)]
    heights = four.at_last - (four.lowest or 0.0)
    names = [*SIZE_NAMES.items(), *LEVEL_NAMES.items()]
    return SideBySide(
        names=dict[str, Text](names),
        regimes={key: RateRegime(int(regime)) for key, regime in regimes},
        at_last=dict(zip(LEVELS, map(float, heights), strict=True)),
    )


def _basins(choice: BasinsChoice, language: Language) -> Pieces[tuple[FigureGrid, Mapped, TwoMaps]]:
    asked = one_after_the_other([BASINS.ask(choice.inputs(side)) for side in SIDES])
    answers = dict(zip(SIDES, (yield from asked), strict=True))
    grid = basins_grid(choice, answers, language)
    return grid, Mapped({side: _shares(choice, side, answers[side]) for side in SIDES}), TwoMaps(choice, answers)


def _shares(choice: BasinsChoice, side: Side, answer: Answer) -> Shares:
    rule, rate = choice.runners[side]
    name = _SIDES[side].format(name=rule.name, rate=numeral(rate, 3))
    return Shares(name, [float(share) for share in answer.shares[: len(choice.surface.minima)]])
