"""A scene, worked out: its picture and what is measured of it are the same run, made by the chapter's own readers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from address.race import LECTURE
from export.bundle import Bundle, Labels
from pages.scenes.choice import SceneChoice
from pages.scenes.provers import PROVERS
from pages.scenes.question import scene_question
from scenes import Finding, LectureScene
from stage.question import Question
from stage.scene import Scene, Track
from text import Language
from ui.common.prediction import FIRST, read_asked
from ui.common.scene_result import Picture
from work.pieces import Pieces

FEW = 2
"""As many race in a scene whose scoreboard has no rows for those who do not."""


class Shown(NamedTuple):
    """What there is to see, and whether it is what the scene expects."""

    picture: Picture
    findings: Sequence[Finding]
    bundle: Callable[[Labels], Bundle] | None
    """What can be exported."""

    @property
    def is_open(self) -> bool:
        """Whether the viewer may know: nothing is asked, or it has been answered or skipped."""
        return self.picture.question is None or not self.picture.question.waits


def shown(choice: SceneChoice, language: Language) -> Pieces[Shown]:
    """Work a scene out, and name it so that it starts over when another one on the same surface was there before.

    Raises TypeError for a scene of no chapter that shows any.
    """
    scene = choice.scene
    prove = PROVERS.get(getattr(scene, "chapter", ""))
    if prove is None:
        raise TypeError(
            f"{type(scene).__name__} is no kind of scene that can be shown; its chapter is to be one of {[*PROVERS]}"
        )
    result = yield from prove(choice.address, scene.ask, language)
    picture = result.picture
    key = f"{scene.key} {picture.key}"
    if isinstance(picture, Scene):
        picture = replace(picture, tracks=_those_of(choice, picture.tracks))
    if result.asking or not isinstance(picture, Scene):
        asked = read_asked(choice.address, FIRST)
        picture = replace(picture, question=scene_question(choice, result.asking, asked, language))
    elif picture.question and not choice.changed:
        picture = replace(picture, question=_explained(picture.question, scene, language))
    findings = [each.found(result.evidence) for each in scene.expects]
    return Shown(replace(picture, key=key), findings, result.bundle)


def _those_of(choice: SceneChoice, tracks: Sequence[Track]) -> Sequence[Track]:
    """Those who race, and those whom the viewer has switched off; where the scene shows a few, the rest has no rows."""
    own = choice.scene.setting.get(choice.scene.racers, ",".join(LECTURE)).split(",")
    return [track for track in tracks if track.column is not None or track.key in own] if len(own) <= FEW else tracks


def _explained(question: Question, scene: LectureScene[Any], language: Language) -> Question:
    """With the scene's own reason, which speaks of its setting; after the arrivals, where who is first was asked."""
    measured = [question.why] if scene.ask == FIRST else []
    return question._replace(why=" ".join([*measured, scene.why[language]]))
