"""Runs for slides: their last step as a picture, or the whole of them as an animation that is worth waiting for."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from address.race import RaceChoice
from address.viewpoint import Angles, Setting
from export.caption import Caption, surface_caption
from export.slides import FULL_HD, Content, Racer, Shown, Words, animation, still, typeface
from figures.loss import loss_scale
from figures.theme import Theme
from latex.plain import plain
from latex.reader import parse
from numerals import numeral
from parameters import parameters
from simulation import Run, status_of
from stage.scene import Scene
from stage.words import WORDS
from surfaces import Surface
from text import Language, Text
from work.pieces import Pieces
from work.shared import SharedWork

NO_HANGUL = Text(
    ko="이 서버에는 한글 글꼴이 없어, 슬라이드용 그림과 애니메이션에는 영어로 적습니다.",
    en="This server has no Korean font, so images and animations for slides are in English.",
)


@dataclass(frozen=True)
class Slide:
    """What the picture and the animation show, drawn when one of them is asked for."""

    key: Hashable
    """Everything that they depend on."""
    content: Callable[[], Shown] = field(compare=False)
    moves: bool = True
    """Whether there is anything to animate."""


class Heads(NamedTuple):
    """What stands above the names and above the learning rates."""

    racer: Text
    rate: Text


class Runs(NamedTuple):
    """What is drawn on one map."""

    surface: Surface
    run: Run
    racers: Sequence[Racer]
    """One for each column."""
    heads: Heads


def written(language: Language) -> Language:
    """The language of slides: English where no Korean can be written."""
    return language if typeface().hangul else "en"


def race_slide(choice: RaceChoice, scene: Callable[[], Scene], language: Language, theme: Theme) -> Slide:
    """This race on a slide, as the scene of the stage has it."""
    on_slide = written(language)
    racers = tuple((key, choice.rules[key], choice.rate_of(key)) for key in choice.chosen)
    key = choice.conditions, racers, choice.fairness, seen(choice.setting), on_slide, theme
    caption = surface_caption(choice.surface, on_slide)
    return Slide(key, lambda: race_content(choice.surface, scene(), caption, on_slide, theme))


def seen(setting: Setting) -> Angles | None:
    """From where a relief is looked at; None where it is the map that is seen."""
    return setting.camera if setting.view == "relief" else None


def race_content(surface: Surface, scene: Scene, caption: Caption, language: Language, theme: Theme) -> Content:
    """What a slide shows of the race on the stage."""
    racing = {track.column: Racer(track.name, track.rate, track.style) for track in scene.tracks}
    racers = [racing[column] for column in range(scene.run.loss.shape[1])]
    heads = Heads(WORDS[scene.racers_word], WORDS[scene.rate_word])
    content = content_of(Runs(surface, scene.run, racers, heads), caption, language, theme)
    return replace(content, camera=seen(scene.setting))


def content_of(runs: Runs, caption: Caption, language: Language, theme: Theme) -> Content:
    """What a slide shows of runs and says of them."""
    surface, run, racers, heads = runs
    signs = ("loss", "status", "leftAt", "legendStart", "legendGlobal", "legendLocal", "legendSaddle")
    return Content(
        surface=surface,
        run=run,
        status=status_of(surface, run),
        racers=racers,
        scale=loss_scale(run.loss, surface.lowest),
        words=Words(heads.racer[language], heads.rate[language], *(WORDS[name][language] for name in signs)),
        language=language,
        theme=theme,
        title=caption.title,
        formula=_formula(surface),
        sentence=caption.sentence,
    )


def rate_words(rate: float) -> str:
    """A learning rate on the board."""
    return f"{rate:.4g}"


def _formula(surface: Surface) -> str:
    """f(x, y) = (x² + κy²)/2, κ = 50; the name alone has to do where it is not known how to write it."""
    chosen = "".join(f", {each.symbol} = {numeral(getattr(surface, each.key))}" for each in parameters(surface))
    try:
        return f"f(x, y) = {plain(parse(surface.formula))}{chosen}"
    except ValueError:
        return ""


def picture(slide: Slide) -> bytes:
    """The last step as a PNG."""
    return still(slide.content(), FULL_HD, typeface())


def animation_of(slide: Slide) -> Pieces[bytes]:
    """The whole run as a GIF, in pieces."""
    content = slide.content()
    yield 0.0
    return (yield from animation(content, typeface()))


ANIMATIONS = SharedWork(animation_of, 12_000_000)
"""One for the process: 1 to 3 MB a film."""
