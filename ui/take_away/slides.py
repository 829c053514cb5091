"""A race for slides: its last step as a picture, or the whole of it as a film that is worth waiting for."""

from typing import Any, NamedTuple

import streamlit as st

from figures.loss import loss_scale
from figures.theme import Theme, style
from optimizers import OPTIMIZERS, Optimizer
from parameters import parameters
from simulation import Entrant, race, standing
from slides import FULL_HD, Content, Racer, Words, film, still, typeface
from surfaces import Surface
from text import Language, Text
from ui.fairness import Conditions
from ui.progress import with_progress
from ui.race_choice import RaceChoice
from ui.race_scene import RATE_WORDS
from ui.shared_work import Pieces, SharedWork
from ui.stage.words import WORDS
from ui.take_away.plain import plain
from ui.take_away.settings import numeral_of

_MAKE = Text(ko="슬라이드용 애니메이션 (.gif)", en="A film for slides (.gif)")
_HINT = Text(
    ko="이 경주를 1280×720 크기의 움직이는 그림으로 만듭니다. 만드는 데 몇 초 걸리며, 약 1MB입니다.",
    en="This race as a moving picture of 1280 × 720. It takes some seconds to make; about 1 MB.",
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


class Question(NamedTuple):
    """Everything that the pictures of one race depend on."""

    conditions: Conditions
    racers: tuple[tuple[str, Optimizer[Any], float], ...]
    """The key, the rule and the learning rate of each."""
    rate_word: str
    language: Language
    theme: Theme


def question_of(choice: RaceChoice, language: Language, theme: Theme) -> Question:
    """This race; in English where no Korean can be written."""
    racers = tuple((key, choice.rules[key], choice.rate_of(key)) for key in choice.chosen)
    written = language if typeface().hangul else "en"
    return Question(choice.conditions, racers, RATE_WORDS[choice.fairness], written, theme)


def content_of(question: Question) -> Content:
    """The race, run, and what a slide says of it."""
    (surface, start, steps, noise, seed), racers, rate_word, language, theme = question
    run = race(surface, [Entrant(rule, rate) for _, rule, rate in racers], start, steps, noise=noise, seed=seed)
    names = ("optimizer", rate_word, "loss", "standing", "leftAt")
    signs = ("legendStart", "legendGlobal", "legendLocal", "legendSaddle")
    return Content(
        surface=surface,
        run=run,
        standing=standing(surface, run),
        racers=[Racer(rule.name, f"{rate:.4g}", style(key, tuple(OPTIMIZERS))) for key, rule, rate in racers],
        scale=loss_scale(run.loss, surface.lowest),
        words=Words(*(WORDS[name][language] for name in (*names, *signs))),
        language=language,
        theme=theme,
        title=surface.name[language],
        formula=_formula(surface),
        sentence=surface.lesson[language],
    )


def _formula(surface: Surface) -> str:
    """f(x, y) = (x² + κy²)/2, κ = 50; the name alone has to do where it is not known how to write it."""
    chosen = "".join(f", {each.symbol} = {numeral_of(getattr(surface, each.key))}" for each in parameters(surface))
    try:
        return f"f(x, y) = {plain(surface.formula)}{chosen}"
    except ValueError:
        return ""


def picture(question: Question) -> bytes:
    """The last step as a PNG."""
    return still(content_of(question), FULL_HD, typeface())


def _make(question: Question) -> Pieces[bytes]:
    return film(content_of(question), typeface())


FILMS = SharedWork(_make, most=8)
"""One for the process: 1 to 3 MB a film."""


@st.fragment
def film_button(question: Question, name: str, language: Language) -> None:
    """A button that makes the film, and then gives it away from the same place.

    A fragment, so that the rest of the page is neither made anew nor greyed; a new choice breaks the work off.
    """
    place = st.empty()
    if place.button(_MAKE[language], key="make_film", help=_HINT[language], icon=":material/movie:"):
        made = with_progress(FILMS.ask(question), _WORKING[language])
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
