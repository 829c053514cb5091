"""A scene to be taken away: the very runs that are on its picture, under its title and its sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from address.race import RaceChoice
from export.bundle import Bundle, bundle_of
from export.caption import Caption
from export.slide import Heads, Runs, Slide, content_of, race_content, rate_words, written
from export.slides import Content, Racer
from export.table import table
from figures.basins import cells, palette
from figures.theme import Style, Theme, look_of, style
from numerals import numeral
from optimizers import OPTIMIZERS, GradientDescent
from pages.basins.choice import SIDES, BasinsChoice, Side
from pages.basins.compute import Answer
from pages.basins.view import run_of
from pages.choosing.choice import ChoosingChoice
from pages.choosing.compute import FRACTIONS, LEVEL_FRACTIONS, LEVEL_NAMES, SIZE_NAMES, four_rates
from pages.choosing.view import STYLES
from pages.scenes.choice import SceneChoice
from pages.scenes.view import Shown, TwoMaps
from scenes import CurvesScene
from stage.scene import Scene
from stage.words import WORDS
from text import Language, Text
from ui.common.scene_result import SceneResult

_CHANGED = Text(ko="{title} (설정을 바꿈)", en="{title} (settings changed)")
_OF_SIDES = Heads(WORDS["optimizer"], WORDS["rate"])
_OF_RATES = Heads(Text(ko="크기", en="Size"), WORDS["rate"])
_GROUND = Text(
    ko="바탕색은 {name}, n = {rate}일 때 각 출발점이 도착하는 최솟값입니다.",
    en="The ground shows which minimum each start reaches with {name}, n = {rate}.",
)
_HATCHES = (
    Text(ko="줄무늬는 머물지 못한 곳({share} %)입니다.", en="Stripes: never settled ({share} %)."),
    Text(ko="점무늬는 그림을 벗어난 곳({share} %)입니다.", en="Dots: left the picture ({share} %)."),
)
"""In the order of the shares of an answer."""


_Columns = Sequence[tuple[str, float]]
"""The optimizer and the learning rate of each run."""


def can_be_exported(shown: Shown) -> bool:
    """Whether the scene is made of runs on a surface, which slide, film and table can show."""
    return not isinstance(shown.worked, SceneResult)


def scene_bundle(choice: SceneChoice, shown: Shown, language: Language, theme: Theme) -> Bundle:
    """What can be taken away of a scene, as it is set now and once the viewer may know how it ends.

    Raises TypeError for a kind of scene that cannot be.
    """
    name, on_slide = f"descent-scene-{choice.scene.key}", written(language)
    caption = caption_of(choice, on_slide)
    key = choice.scene.key, tuple(sorted(choice.setting.items())), on_slide, theme
    match shown:
        case Shown(picture=Scene() as picture, worked=RaceChoice() as race):
            unasked = replace(picture, question=None)
            slide = Slide(key, lambda: race_content(race.surface, picture, caption, on_slide, theme))
            return bundle_of(
                race, lambda: unasked, name, slide, language=language, caption=caption_of(choice, language)
            )
        case Shown(worked=ChoosingChoice() as four):
            runs, columns = _of_rates(four, on_slide, curves=isinstance(choice.scene, CurvesScene))
            answer = None
        case Shown(worked=TwoMaps() as maps):
            runs, columns = _of_sides(maps.choice)
            answer = maps.answers[cast(Side, choice.scene.ask)]
        case _:
            raise TypeError(f"{type(choice.scene).__name__} is no kind of scene that can be taken away")
    return Bundle(
        name=name,
        slide=Slide(key, lambda: _drawn(runs, caption, answer, on_slide, theme)),
        table=lambda: table(runs.surface, runs.run, columns),
    )


def caption_of(choice: SceneChoice, language: Language) -> Caption:
    """The claim and the title, and the sentence to say; where the viewer has changed something, that it is so."""
    scene = choice.scene
    title = f"{scene.claim} · {scene.title[language]}"
    return Caption(_CHANGED.format(title=title)[language] if choice.changed else title, scene.say[language])


def _of_rates(choice: ChoosingChoice, language: Language, *, curves: bool) -> tuple[Runs, _Columns]:
    """Gradient descent with the four rates of the maps, or in noise with those of the loss curves."""
    four = four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    names: Sequence[Text] = [*(LEVEL_NAMES if curves else SIZE_NAMES).values()]
    rates = [four.edge * share for share in (LEVEL_FRACTIONS if curves else FRACTIONS).values()]
    racers = [
        Racer(name[language], rate_words(rate), each) for name, rate, each in zip(names, rates, STYLES, strict=True)
    ]
    runs = Runs(choice.surface, four.in_noise if curves else four.run, racers, _OF_RATES)
    return runs, [(GradientDescent.name, rate) for rate in rates]


def _of_sides(choice: BasinsChoice) -> tuple[Runs, _Columns]:
    """The run on either map, side by side on one."""
    styles = [style(choice.runners[side].rule.key, tuple(OPTIMIZERS)) for side in SIDES]
    if styles[0] == styles[1]:
        styles[1] = _other(styles[1])
    columns = [(choice.runners[side].rule.name, choice.runners[side].rate) for side in SIDES]
    racers = [Racer(name, rate_words(rate), each) for (name, rate), each in zip(columns, styles, strict=True)]
    return Runs(choice.surface, run_of(choice), racers, _OF_SIDES), columns


def _other(own: Style) -> Style:
    """The same rule's ink once more: on a ground of many colours black stays the plainest, so the dashes differ."""
    return own._replace(dash="dash" if own.dash == "solid" else "solid", marker="square")


def _drawn(runs: Runs, caption: Caption, answer: Answer | None, language: Language, theme: Theme) -> Content:
    """Runs on the surface, coloured by where every start ends where that is known."""
    content = replace(content_of(runs, caption, language, theme), leavers_below=True)
    if answer is None:
        return content
    numbers = cells(answer.ends, answer.inputs.steps)
    sentence = f"{caption.sentence} {_ground_words(answer, language)}"
    return replace(content, cells=palette(look_of(theme, projector=True))[numbers], sentence=sentence)


def _ground_words(answer: Answer, language: Language) -> str:
    """What the ground's colours mean, and its hatches where there are some."""
    _, rule, rate, _ = answer.inputs
    shares = [(words, f"{share:.1f}") for words, share in zip(_HATCHES, answer.shares[-2:], strict=True) if share > 0]
    ground = _GROUND.format(name=rule.name, rate=numeral(rate, 3))[language]
    return " ".join([ground, *(words.format(share=share)[language] for words, share in shares)])
