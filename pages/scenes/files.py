"""What can be exported of a scene: the very numbers that are on its picture, under its title and its sentence."""

from dataclasses import replace

from address.race_link import query_of
from export.bundle import Bundle, Labels
from export.caption import Caption
from export.picture_page import picture_page
from export.picture_table import picture_table
from export.slide import Slide, written
from export.slides import GraphContent, GridContent
from export.standing import moves, standing
from figures.theme import Theme
from pages.scenes.choice import KEY, SceneChoice
from pages.scenes.view import Shown, shown
from stage.figure_grid import FigureGrid
from stage.graph import ComputationalGraph
from stage.scene import Scene
from text import Language, Text
from work.pieces import finished

_CHANGED = Text(ko="{title} (설정을 바꿈)", en="{title} (settings changed)")


def scene_bundle(choice: SceneChoice, there: Shown, language: Language, theme: Theme) -> Bundle:
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
    if isinstance(there.picture, Scene):
        assert there.bundle, "a race is always made of runs"
        return there.bundle(labels)
    picture = there.picture
    if isinstance(picture, FigureGrid):
        picture = standing(picture, choice.query)
    link = f"scenes{query_of({KEY: choice.scene.key, **choice.changed})}"
    bundle = there.bundle(labels) if there.bundle else _of_picture(choice, picture, labels)
    return replace(bundle, page=lambda: picture_page(picture, labels.on_page, link, language))


def _of_picture(choice: SceneChoice, picture: FigureGrid | ComputationalGraph, labels: Labels) -> Bundle:
    """What is drawn, where it is not made of runs on a surface."""
    dials = [dial.usual for dial in picture.dials] if isinstance(picture, FigureGrid) else picture.path
    slide = Slide((labels.key, str(dials)), lambda: _on_slide(choice, labels), moves=moves(picture))
    return Bundle(labels.name, slide, table=lambda: picture_table(picture), of_runs=False)


def _on_slide(choice: SceneChoice, labels: Labels) -> GridContent | GraphContent:
    """The same once more in the language of slides, which the server may not be able to write on them."""
    picture = finished(shown(choice, labels.slide_language)).picture
    words = labels.on_slide, labels.slide_language, labels.theme
    if isinstance(picture, ComputationalGraph):
        return GraphContent(picture, *words)
    assert isinstance(picture, FigureGrid)
    return GridContent(standing(picture, choice.query), *words)


def caption_of(choice: SceneChoice, language: Language) -> Caption:
    """The claim and the title, and the sentence to say; where the viewer has changed something, that it is so."""
    scene = choice.scene
    title = scene.heading(is_open=True)[language]
    return Caption(_CHANGED.format(title=title)[language] if choice.changed else title, scene.say[language])
