"""The scenes of a race: their picture, what was measured of it, and what can be exported."""

from dataclasses import replace

from address import Address
from address.race import RaceChoice, read_race
from export.bundle import Bundle, Labels, bundle_of
from export.slide import Slide, race_content, seen
from scenes import Raced, Racer
from stage.scene import Scene
from text import Language
from ui.common.prediction import read_asked
from ui.common.race_compute import races
from ui.common.race_view import race_scene
from ui.common.scene_result import SceneResult
from work.pieces import Pieces


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of a race, which asks its own question."""
    choice = read_race(address)
    yield from races(choice)
    scene = replace(race_scene(choice, language, read_asked(address, ask)), pinnable=False)
    racers = {key: Racer(choice.rules[key], choice.rate_of(key)) for key in choice.chosen}
    evidence = Raced(choice.surface, racers, scene.run, scene.status)
    return SceneResult(scene, evidence, bundle=lambda labels: _bundle(choice, replace(scene, question=None), labels))


def _bundle(choice: RaceChoice, scene: Scene, labels: Labels) -> Bundle:
    """The very race that the stage shows."""
    slide = Slide(
        (labels.key, seen(scene.setting)),
        lambda: race_content(choice.surface, scene, labels.on_slide, labels.slide_language, labels.theme),
    )
    return bundle_of(choice, lambda: scene, labels.name, slide, language=labels.language, caption=labels.on_page)
