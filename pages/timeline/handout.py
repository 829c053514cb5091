"""The optimizers by their years, as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from lecture.timeline import TIMELINE, Advance
from optimizers import OPTIMIZERS
from pages.timeline import words
from text import Language, Text
from ui.common.handout import card, link, links, section
from ui.common.sources import SOURCE


def timeline_html(language: Language, carried: Mapping[str, Sequence[str]]) -> str:
    """A card for each; `carried` goes along to its race."""
    first, last = (OPTIMIZERS[TIMELINE[place].optimizer].year for place in (0, -1))
    years = words.YEARS.format(first=first, last=last)[language]
    return section(years, (_advance(each, language, carried) for each in TIMELINE))


def _advance(advance: Advance, language: Language, carried: Mapping[str, Sequence[str]]) -> str:
    rule = OPTIMIZERS[advance.optimizer]
    race = {**carried, **advance.race, "optimizers": advance.racers}
    rows: dict[Text, str] = {
        words.SPELLED: escape(rule.spelled_out),
        words.IDEA: escape(advance.idea[language]),
        words.MEMORY: escape(", ".join(rule.memory)),
        words.SEEN: escape(advance.seen[language]),
        words.RACE: links([link("race", race, _names(advance)[language])]),
        SOURCE: escape(rule.source),
    }
    return card(advance.optimizer, f"{rule.year} · {rule.name}", rows, language)


def _names(advance: Advance) -> Text:
    name = OPTIMIZERS[advance.optimizer].name
    if not advance.parent:
        return words.ALONE.format(name=name)
    return words.AGAINST.format(name=name, parent=OPTIMIZERS[advance.parent].name)
