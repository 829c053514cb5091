"""A race as one HTML file that plays by itself: no server, no network, no Python."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

from address.race import RaceChoice
from address.race_link import race_link
from export.caption import Caption, surface_caption
from export.inline import inlined
from export.settings import Racer, facts, racers
from export.standalone import Played, standalone
from latex.mathml import mathml
from latex.reader import parse
from stage.scene import Scene, scene_message
from stage.words import WORDS
from surfaces import Surface
from text import Language, Text

_SETTINGS = Text(ko="이 경주의 설정", en="Settings of this race")
_RATE = Text(ko="학습률 n", en="Learning rate n")
_HYPERPARAMETERS = Text(ko="하이퍼파라미터", en="Hyperparameters")
_LINK = Text(
    ko="Descent의 주소 뒤에 붙이면 같은 경주가 열립니다.",
    en="Append this to the Descent URL to open the same race:",
)


class Settings(NamedTuple):
    """What a race is to be set up with again."""

    facts: Sequence[tuple[str, str]]
    racers: Sequence[Racer]
    link: str


def page(choice: RaceChoice, scene: Scene, language: Language, caption: Caption | None = None) -> bytes:
    """A race of optimizers. See `race_page`."""
    settings = Settings(facts(choice.conditions, language), racers(choice, language), race_link(choice))
    return race_page(choice.surface, settings, scene, language, caption)


def race_page(
    surface: Surface, settings: Settings, scene: Scene, language: Language, caption: Caption | None = None
) -> bytes:
    """The race, its surface, its settings and its address, in one file of about 5 MB, nearly all of it Plotly."""
    caption = caption or surface_caption(surface, language)
    of_the_racers = replace(scene, tracks=[track for track in scene.tracks if track.column is not None])
    message = inlined(scene_message(of_the_racers, language, fixed=True))
    words = {
        "settings_title": _SETTINGS[language],
        "optimizer": WORDS[scene.racers_word][language],
        "rate": _RATE[language],
        "hyperparameters": _HYPERPARAMETERS[language],
        "link_title": _LINK[language],
        "link": settings.link,
    }
    details = Template(Path(__file__).with_name("race_settings.html").read_text(encoding="utf-8")).substitute(
        {name: escape(text) for name, text in words.items()},
        facts="\n".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in settings.facts
        ),
        racers="\n".join(map(_row, settings.racers)),
    )
    return standalone(Played("race/race", message), caption, language, details, _formula(surface))


def _formula(surface: Surface) -> str:
    """Typeset by the browser; in its own letters where that is not known how."""
    try:
        formula = mathml(parse(f"f(x, y) = {surface.formula}"))
    except ValueError:
        formula = f"<code>{escape(f'f(x, y) = {surface.formula}')}</code>"
    return f'<p class="formula">{formula}</p>'


def _row(racer: Racer) -> str:
    """One optimizer's line of the settings."""
    settings = "".join(f"<span>{escape(each)}</span>" for each in racer.settings) or "–"
    return f'<tr><th scope="row">{escape(racer.name)}</th><td>{escape(racer.rate)}</td><td>{settings}</td></tr>'
