"""A race as one HTML file that plays by itself: no server, no network, no Python."""

from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template

from address.race import RaceChoice
from address.race_link import race_link
from export.caption import Caption, surface_caption
from export.inline import data_url, import_map, inlined, plotly_js
from export.settings import Racer, facts, racers
from latex.mathml import mathml
from latex.reader import parse
from stage.scene import Scene, scene_message
from stage.style_sheet import style_sheet
from surfaces import Surface
from text import Language, Text

_SETTINGS = Text(ko="이 경주의 설정", en="Settings of this race")
_OPTIMIZER = Text(ko="최적화 기법", en="Optimizer")
_RATE = Text(ko="학습률 n", en="Learning rate n")
_HYPERPARAMETERS = Text(ko="하이퍼파라미터", en="Hyperparameters")
_LINK = Text(
    ko="Descent의 주소 뒤에 붙이면 같은 경주가 열립니다.",
    en="Append this to the Descent URL to open the same race:",
)
_PLACEHOLDER = Text(
    ko=(
        "여기에서 경주가 재생됩니다. 보이지 않으면 JavaScript를 켜고 더 새로운 브라우저로 열어 주세요 "
        "(Chrome 89, Firefox 108, Safari 16.4 이상)."
    ),
    en=(
        "The race plays here. If you do not see it, allow JavaScript and open the file in a newer browser "
        "(Chrome 89, Firefox 108, Safari 16.4 or later)."
    ),
)


def page(choice: RaceChoice, scene: Scene, language: Language, caption: Caption | None = None) -> bytes:
    """The race, its surface, its settings and its address, in one file of about 5 MB, nearly all of it Plotly."""
    caption = caption or surface_caption(choice.surface, language)
    of_the_racers = replace(scene, tracks=[track for track in scene.tracks if track.column is not None])
    message = inlined(scene_message(of_the_racers, language, fixed=True))
    words = {
        "lang": language,
        "title": f"Descent · {caption.title}",
        "heading": caption.title,
        "sentence": caption.sentence,
        "placeholder": _PLACEHOLDER[language],
        "settings_title": _SETTINGS[language],
        "optimizer": _OPTIMIZER[language],
        "rate": _RATE[language],
        "hyperparameters": _HYPERPARAMETERS[language],
        "link_title": _LINK[language],
        "link": race_link(choice),
    }
    here = Path(__file__)
    filled = Template(here.with_name("page.html").read_text(encoding="utf-8")).substitute(
        {name: escape(text) for name, text in words.items()},
        page_css=here.with_name("page.css").read_text(encoding="utf-8"),
        stage_css=style_sheet(),
        import_map=import_map(),
        plotly_js=plotly_js(),
        formula=_formula(choice.surface),
        facts="\n".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts(choice, language)
        ),
        racers="\n".join(map(_row, racers(choice, language))),
        message=data_url(message, "application/octet-stream"),
    )
    return filled.encode()


def _formula(surface: Surface) -> str:
    """Typeset by the browser; in its own letters where that is not known how."""
    try:
        return mathml(parse(f"f(x, y) = {surface.formula}"))
    except ValueError:
        return f"<code>{escape(f'f(x, y) = {surface.formula}')}</code>"


def _row(racer: Racer) -> str:
    """One optimizer's line of the settings."""
    settings = "".join(f"<span>{escape(each)}</span>" for each in racer.settings) or "–"
    return f'<tr><th scope="row">{escape(racer.name)}</th><td>{escape(racer.rate)}</td><td>{settings}</td></tr>'
