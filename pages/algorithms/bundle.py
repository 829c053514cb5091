"""What can be exported of a race of algorithms."""

from collections.abc import Callable
from dataclasses import replace

from algorithms import ALGORITHMS
from export.bundle import Bundle, Labels
from export.caption import Caption
from export.page import Settings, race_page
from export.settings import Racer, facts, settings_in_words
from export.slide import Slide, race_content, seen, written
from export.slides import Content
from export.table import table
from figures.theme import Theme
from numerals import numeral
from pages.algorithms.choice import AlgorithmChoice, algorithms_link
from pages.algorithms.view import plain_name
from pages.algorithms.words import title_and_lesson
from stage.scene import Scene
from text import Language

COUNTS = ("values", "gradients", "hessians")
"""Further columns of the table."""


def algorithms_bundle(choice: AlgorithmChoice, scene: Callable[[Language], Scene], labels: Labels) -> Bundle:
    """The race as a scene of a language shows it, made when it is asked for."""
    surface, language = choice.conditions.surface, labels.language

    def content() -> Content:
        counted = _with_counts(scene(labels.slide_language))
        return race_content(surface, counted, labels.on_slide, labels.slide_language, labels.theme)

    return Bundle(
        name=labels.name,
        slide=Slide((labels.key, seen(choice.setting)), content),
        table=lambda: _table(choice, scene(language)),
        page=lambda: race_page(surface, _settings(choice, language), scene(language), language, labels.on_page),
    )


def _with_counts(scene: Scene) -> Scene:
    """On a slide the counts of the last step stand where a race has its learning rates."""
    assert scene.spent, "in a race of algorithms it is always counted"
    last = scene.spent.asked[-1]
    tracks = [
        track if track.column is None else replace(track, rate=" · ".join(map(str, last[:, track.column])))
        for track in scene.tracks
    ]
    return replace(scene, tracks=tracks)


def _table(choice: AlgorithmChoice, scene: Scene) -> bytes:
    assert scene.spent, "in a race of algorithms it is always counted"
    racers = [(plain_name(key, "en"), None if key in ALGORITHMS else choice.rate) for key in choice.chosen]
    counts = {name: scene.spent.asked[:, kind] for kind, name in enumerate(COUNTS)}
    return table(choice.conditions.surface, scene.run, racers, {**counts, "cost": scene.spent.cost})


def _settings(choice: AlgorithmChoice, language: Language) -> Settings:
    racers = [
        Racer(
            plain_name(key, language),
            "–" if key in ALGORITHMS else numeral(choice.rate),
            settings_in_words(choice.owner(key), language),
        )
        for key in choice.chosen
    ]
    return Settings(facts(choice.conditions, language), racers, algorithms_link(choice))


def labels_of(choice: AlgorithmChoice, language: Language, theme: Theme) -> Labels:
    """What the files of the chapter itself are called and say."""
    slide_language = written(language)
    on_slide, on_page = (Caption(*title_and_lesson(choice, each)) for each in (slide_language, language))
    return Labels(
        name=f"descent-algorithms-{choice.conditions.surface.key}",
        key=(choice.conditions, choice.racers, on_slide, slide_language, theme),
        on_slide=on_slide,
        on_page=on_page,
        slide_language=slide_language,
        language=language,
        theme=theme,
    )
