"""Runs for slides: their last step as a picture, or the whole of them as a film that is worth waiting for."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import streamlit as st

from figures.loss import loss_scale
from figures.theme import Theme, style
from optimizers import OPTIMIZERS, Optimizer
from parameters import parameters
from pieces import Pieces
from simulation import Entrant, Run, standing
from slides import FULL_HD, Content, Racer, Words, film, still, typeface
from surfaces import Surface
from text import Language, Text
from ui.fairness import Conditions
from ui.progress import with_progress
from ui.race_choice import RaceChoice
from ui.race_scene import RATE_WORDS
from ui.race_work import raced
from ui.shared_work import SharedWork
from ui.stage.words import WORDS
from ui.take_away.plain import plain
from ui.take_away.saying import Saying, said_of
from ui.take_away.settings import numeral_of

_MAKE = Text(ko="슬라이드용 애니메이션 (.gif)", en="A film for slides (.gif)")
_HINT = Text(
    ko="1280×720 크기의 움직이는 그림으로 만듭니다. 만드는 데 몇 초 걸리며, 약 1MB입니다.",
    en="A moving picture of 1280 × 720. It takes some seconds to make; about 1 MB.",
)
_WORKING = Text(ko="애니메이션을 만들고 있습니다.", en="Making the film.")
_TAKE = Text(ko="애니메이션 내려받기 (.gif)", en="Download the film (.gif)")
_TAKE_HINT = Text(
    ko="다 되었습니다: {size}MB. 발표 자료에 그림처럼 넣으면 저절로 되풀이됩니다.",
    en="It is ready: {size} MB. Put it on a slide like a picture; it plays over and over by itself.",
)
NO_HANGUL = Text(
    ko="이 서버에는 한글 글꼴이 없어, 슬라이드용 그림과 애니메이션 안의 글은 영어입니다.",
    en="This server has no Korean typeface, so the words in pictures and films for slides are English.",
)


@dataclass(frozen=True)
class Slide:
    """What the picture and the film show, drawn when one of them is asked for."""

    key: Hashable
    """Everything that they depend on."""
    content: Callable[[], Content] = field(compare=False)


class Question(NamedTuple):
    """Everything that the pictures of one race depend on."""

    conditions: Conditions
    racers: tuple[tuple[str, Optimizer[Any], float], ...]
    """The key, the rule and the learning rate of each."""
    rate_word: str
    language: Language
    theme: Theme


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


def race_slide(choice: RaceChoice, language: Language, theme: Theme) -> Slide:
    """This race on a slide."""
    racers = tuple((key, choice.rules[key], choice.rate_of(key)) for key in choice.chosen)
    question = Question(choice.conditions, racers, RATE_WORDS[choice.fairness], written(language), theme)
    return Slide(question, lambda: _raced(question))


def _raced(question: Question) -> Content:
    """The race, run, and what a slide says of it."""
    conditions, racers, rate_word, language, theme = question
    run = raced(conditions, [Entrant(rule, rate) for _, rule, rate in racers]).run
    drawn = [Racer(rule.name, rate_words(rate), style(key, tuple(OPTIMIZERS))) for key, rule, rate in racers]
    runs = Runs(conditions.surface, run, drawn, Heads(WORDS["optimizer"], WORDS[rate_word]))
    return content_of(runs, said_of(conditions.surface, language), language, theme)


def content_of(runs: Runs, saying: Saying, language: Language, theme: Theme) -> Content:
    """What a slide shows of runs and says of them."""
    surface, run, racers, heads = runs
    signs = ("loss", "standing", "leftAt", "legendStart", "legendGlobal", "legendLocal", "legendSaddle")
    return Content(
        surface=surface,
        run=run,
        standing=standing(surface, run),
        racers=racers,
        scale=loss_scale(run.loss, surface.lowest),
        words=Words(heads.racer[language], heads.rate[language], *(WORDS[name][language] for name in signs)),
        language=language,
        theme=theme,
        title=saying.title,
        formula=_formula(surface),
        sentence=saying.sentence,
    )


def rate_words(rate: float) -> str:
    """A learning rate on the board."""
    return f"{rate:.4g}"


def _formula(surface: Surface) -> str:
    """f(x, y) = (x² + κy²)/2, κ = 50; the name alone has to do where it is not known how to write it."""
    chosen = "".join(f", {each.symbol} = {numeral_of(getattr(surface, each.key))}" for each in parameters(surface))
    try:
        return f"f(x, y) = {plain(surface.formula)}{chosen}"
    except ValueError:
        return ""


def picture(slide: Slide) -> bytes:
    """The last step as a PNG."""
    return still(slide.content(), FULL_HD, typeface())


def film_of(slide: Slide) -> Pieces[bytes]:
    """The whole run as a GIF, in pieces."""
    content = slide.content()
    yield 0.0
    return (yield from film(content, typeface()))


FILMS = SharedWork(film_of, 12_000_000)
"""One for the process: 1 to 3 MB a film."""


@st.fragment
def film_button(slide: Slide, name: str, language: Language) -> None:
    """A button that makes the film, and then gives it away from the same place.

    A fragment, so that the rest of the page is neither made anew nor greyed; a new choice breaks the work off.
    """
    place = st.empty()
    if place.button(_MAKE[language], key="make_film", help=_HINT[language], icon=":material/movie:"):
        made = with_progress(FILMS.ask(slide), _WORKING[language], key="progress_film")
        place.download_button(
            _TAKE[language],
            lambda: made,
            file_name=f"{name}.gif",
            mime="image/gif",
            key="take_away_gif",
            help=_TAKE_HINT.format(size=f"{len(made) / 1e6:.1f}")[language],
            on_click="ignore",
            icon=":material/download:",
        )
