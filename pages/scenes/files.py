"""What can be exported of a scene: the very runs that are on its picture, under its title and its sentence."""

from export.bundle import Bundle, Labels
from export.caption import Caption
from export.slide import written
from figures.theme import Theme
from pages.scenes.choice import SceneChoice
from pages.scenes.view import Shown
from text import Language, Text

_CHANGED = Text(ko="{title} (설정을 바꿈)", en="{title} (settings changed)")


def scene_bundle(choice: SceneChoice, shown: Shown, language: Language, theme: Theme) -> Bundle | None:
    """As it is set now, and once the viewer may know how it ends; None where it is not made of runs on a surface."""
    if shown.bundle is None:
        return None
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
    return shown.bundle(labels)


def caption_of(choice: SceneChoice, language: Language) -> Caption:
    """The claim and the title, and the sentence to say; where the viewer has changed something, that it is so."""
    scene = choice.scene
    title = scene.heading(is_open=True)[language]
    return Caption(_CHANGED.format(title=title)[language] if choice.changed else title, scene.say[language])
