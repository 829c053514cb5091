"""The scenes of a race: their picture, what was measured of it, and what can be exported."""

from dataclasses import replace

from address import Address
from address.pinned import read_pinned
from address.race import RaceChoice, read_race
from export.bundle import Bundle, Labels, bundle_of
from export.slide import Slide, race_content, seen
from scenes import Raced, Racer
from simulation import Run, Status
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
    pinned = read_pinned(address, choice)
    yield from races(choice, *([pinned] if pinned else []))
    scene = replace(race_scene(choice, language, read_asked(address, ask), pinned), pinnable=False, noisy=None)
    evidence = replace(
        _raced(choice, scene.run, scene.status),
        pinned=_raced(pinned, scene.ghost.run, scene.ghost.status) if pinned and scene.ghost else None,
    )
    alone = replace(scene, question=None, ghost=None)
    return SceneResult(scene, evidence, bundle=lambda labels: _bundle(choice, alone, labels))


def _raced(choice: RaceChoice, run: Run, status: Status) -> Raced:
    racers = {key: Racer(choice.rules[key], choice.rate_of(key)) for key in choice.chosen}
    return Raced(choice.surface, racers, run, status)


def _bundle(choice: RaceChoice, scene: Scene, labels: Labels) -> Bundle:
    """The very race that the stage shows."""
    slide = Slide(
        (labels.key, seen(scene.setting)),
        lambda: race_content(choice.surface, scene, labels.on_slide, labels.slide_language, labels.theme),
    )
    return bundle_of(choice, lambda: scene, labels.name, slide, language=labels.language, caption=labels.on_page)
