"""What can be exported of a scene: the very numbers that are on its picture, under its title and its sentence."""

from dataclasses import replace

from address.race_link import query_of
from export.bundle import Bundle, Labels
from export.caption import Caption
from export.picture_page import picture_page
from export.picture_table import picture_table
from export.slide import written
from export.standing import standing
from figures.theme import Theme
from pages.scenes.choice import KEY, SceneChoice
from pages.scenes.view import Shown
from stage.figure_grid import FigureGrid
from stage.graph import ComputationalGraph
from stage.scene import Scene
from text import Language, Text

_CHANGED = Text(ko="{title} (설정을 바꿈)", en="{title} (settings changed)")


def scene_bundle(choice: SceneChoice, shown: Shown, language: Language, theme: Theme) -> Bundle:
    """As it is set now, and once the viewer may know how it ends."""
    on_slide = written(language)
    labels = Labels(
        name=f"descent-scene-{choice.scene.key}",
        key=(choice.scene.key, tuple(sorted(choice.setting.items())), on_slide, theme),
        on_slide=caption_of(choice, on_slide),
        on_page=caption_of(choice, language),
        slide_language=on_slide,
        language=language,
        theme=theme,
    )
    if isinstance(shown.picture, Scene):
        assert shown.bundle, "a race is always made of runs"
        return shown.bundle(labels)
    picture = shown.picture
    if isinstance(picture, FigureGrid):
        picture = standing(picture, choice.query)
    link = f"scenes{query_of({KEY: choice.scene.key, **choice.changed})}"
    bundle = shown.bundle(labels) if shown.bundle else _of_picture(picture, labels)
    return replace(bundle, page=lambda: picture_page(picture, labels.on_page, link, language))


def _of_picture(picture: FigureGrid | ComputationalGraph, labels: Labels) -> Bundle:
    """What is drawn, where it is not made of runs on a surface."""
    return Bundle(labels.name, slide=None, table=lambda: picture_table(picture), of_runs=False)


def caption_of(choice: SceneChoice, language: Language) -> Caption:
    """The claim and the title, and the sentence to say; where the viewer has changed something, that it is so."""
    scene = choice.scene
    title = scene.heading(is_open=True)[language]
    return Caption(_CHANGED.format(title=title)[language] if choice.changed else title, scene.say[language])
