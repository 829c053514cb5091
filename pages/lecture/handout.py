"""The slides as HTML: what is read on the page and what is printed."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from latex.mathml import mathml
from latex.reader import parse
from lecture import PARTS, SLIDES, Letter, Slide, Way
from optimizers import OPTIMIZERS
from pages.lecture import words
from scenes import SCENES
from text import Language, Text, joined, read
from ui.common.handout import card, link, links, section
from ui.shell.chapters import CHAPTERS

Carried = Mapping[str, Sequence[str]]
"""What of the address goes along to wherever a link leads."""


def lecture_html(language: Language, carried: Carried, here: int | None = None) -> str:
    """All parts with their slides; the slide `here` is marked."""
    return "".join(
        section(
            words.PART.format(number=place, title=part.title)[language],
            (
                _slide(number, slide, language, carried, here)
                for number, slide in SLIDES.items()
                if slide in part.slides
            ),
        )
        for place, part in enumerate(PARTS, 1)
    )


def _slide(number: int, slide: Slide, language: Language, carried: Carried, here: int | None) -> str:
    """Its number and title, then each of what there is of it under its name."""
    rows: dict[Text, str] = {
        words.CLAIM: "<br>".join(_claims(slide, language)),
        words.FORMULA: "".join(mathml(parse(line)) for line in _formulas(slide)),
        words.SAY: escape(slide.say[language]),
        words.ASK: f"{escape(slide.ask.asks[language])} <i>{escape(slide.ask.answer[language])}</i>",
        words.LETTERS: "<br>".join(_letters(slide, language)),
        words.CHAPTERS: links(
            link(way.chapter, {**carried, **way.query}, _place(way)[language]) for way in slide.chapters
        ),
        words.SCENES: links(_scenes(number, language, carried)),
    }
    return card(f"slide-{number}", f"{number}. {read(slide.title, language)}", rows, language, here=number == here)


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


def _place(way: Way) -> Text:
    """What a way leads to: the chapter, and what of it where the slide leads to several places of it."""
    title = CHAPTERS[way.chapter].title
    return title if way.part is None else joined(" · ", (title, way.part))


def _letter(letter: Letter) -> Text:
    return words.LETTER.format(theirs=letter.theirs, ours=letter.ours, means=letter.means)


def _scenes(number: int, language: Language, carried: Carried) -> Iterable[str]:
    for scene in SCENES.values():
        if scene.slide == number:
            yield link("scenes", {**carried, "scene": scene.key}, scene.heading(is_open=False)[language])
