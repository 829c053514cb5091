"""Where a rule, a function or a constant comes from: authors, title, year."""

from collections.abc import Iterable

from text import Language, Text

SOURCE = Text(ko="출처", en="Source")
FROM_MEMORY = Text(
    ko="**출처의 저자, 제목, 연도**는 원문과 하나하나 대조하지 않고 기억에 따라 적었습니다.",
    en="**Authors, titles and years of sources** are given from memory and were not checked against the papers.",
)


def sources(named: Iterable[tuple[Text, str]], language: Language) -> str:
    """One line for several: each name with what it comes from; whatever nobody claims to have invented is left out."""
    said = (f"{name[language]}: {source}" for name, source in named if source)
    return f"**{SOURCE[language]}** {'; '.join(said)}"
