"""The slides as HTML: what is read on the page and what is printed."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from latex.mathml import mathml
from latex.reader import parse
from lecture import PARTS, SLIDES, Letter, Part, Slide, Way
from optimizers import OPTIMIZERS
from pages.lecture import words
from scenes import SCENES
from text import Language, Text
from ui.shell.chapters import CHAPTERS

Carried = Mapping[str, Sequence[str]]
"""What of the address goes along to wherever a link leads."""


def lecture_html(language: Language, carried: Carried, here: int | None = None) -> str:
    """All parts with their slides; the slide `here` is marked."""
    numbers = {id(slide): number for number, slide in SLIDES.items()}
    return "".join(
        _part(place, part, [_slide(numbers[id(each)], each, language, carried, here) for each in part.slides], language)
        for place, part in enumerate(PARTS, 1)
    )


def _part(place: int, part: Part, slides: Iterable[str], language: Language) -> str:
    title = words.PART.format(number=place, title=part.title)[language]
    return f"<section><h2>{escape(title)}</h2>{''.join(slides)}</section>"


def _slide(number: int, slide: Slide, language: Language, carried: Carried, here: int | None) -> str:
    """Its number and title, then each of what there is of it under its name."""
    marked = ' aria-current="true"' if number == here else ""
    rows: dict[Text, str] = {
        words.CLAIM: "<br>".join(_claims(slide, language)),
        words.FORMULA: "".join(mathml(parse(line)) for line in _formulas(slide)),
        words.SAY: escape(slide.say[language]),
        words.ASK: f"{escape(slide.ask.asks[language])} <i>{escape(slide.ask.answer[language])}</i>",
        words.LETTERS: "<br>".join(_letters(slide, language)),
        words.CHAPTERS: _links(_way(way, language, carried) for way in slide.chapters),
        words.SCENES: _links(_scenes(number, language, carried)),
    }
    shown = "".join(f"<dt>{name[language]}</dt><dd>{said}</dd>" for name, said in rows.items() if said)
    title = f"<h3>{number}. {escape(slide.title[language])}</h3>"
    return f'<article id="slide-{number}"{marked}>{title}<dl>{shown}</dl></article>'


def _claims(slide: Slide, language: Language) -> Iterable[str]:
    for key, claim in slide.claims.items():
        yield f"<b>{key}</b> {escape(claim[language])}"
    if slide.also:
        yield escape(slide.also[language])


def _formulas(slide: Slide) -> list[str]:
    """The slide's own, and its optimizer's, each line by itself."""
    rule = OPTIMIZERS[slide.optimizer].formula.split(r"\\") if slide.optimizer else []
    return [*slide.formulas, *rule]


def _letters(slide: Slide, language: Language) -> Iterable[str]:
    """What the slide writes otherwise, and what its optimizer's name is short for."""
    for letter in slide.letters:
        yield escape(_letter(letter)[language])
    spelled = OPTIMIZERS[slide.optimizer].spelled_out if slide.optimizer else ""
    if spelled:
        yield escape(words.NAME.format(name=OPTIMIZERS[slide.optimizer].name, spelled=spelled)[language])


def _letter(letter: Letter) -> Text:
    return words.LETTER.format(theirs=letter.theirs, ours=letter.ours, means=letter.means)


def _scenes(number: int, language: Language, carried: Carried) -> Iterable[str]:
    for scene in SCENES.values():
        if scene.slide == number:
            title = scene.heading(is_open=False)[language]
            yield _link(f"./scenes{_said(carried, {'scene': scene.key})}", title)


def _way(way: Way, language: Language, carried: Carried) -> str:
    return _link(f"./{way.chapter}{_said(carried, way.query)}", CHAPTERS[way.chapter].title[language])


def _said(carried: Carried, query: Mapping[str, str]) -> str:
    everything = {**carried, **query}
    return f"?{urlencode(everything, doseq=True)}" if everything else ""


def _link(address: str, title: str) -> str:
    return f'<a href="{escape(address)}">{escape(title)}</a>'


def _links(links: Iterable[str]) -> str:
    shown = "".join(links)
    return f'<span class="descent-links">{shown}</span>' if shown else ""
