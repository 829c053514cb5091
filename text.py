"""Words in both languages of the classroom: a missing translation is a type error."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, label or paragraph in Korean and English.

    `text["ko"]` reads one language; `text.format(name=…)` fills the same places in both.
    A place may itself be a `Text`: each language then gets its own words.
    """

    ko: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.ko if language == "ko" else self.en

    def format(self, **places: object) -> "Text":
        """The same text with its `{places}` filled, language by language."""
        return Text(
            **{
                language: self[language].format(**{name: read(value, language) for name, value in places.items()})
                for language in LANGUAGES
            }
        )


def joined(by: str, parts: Iterable[Text]) -> Text:
    """The parts one after the other in each language, with `by` between them."""
    all_parts = list(parts)
    return Text(**{language: by.join(each[language] for each in all_parts) for language in LANGUAGES})


def read(value: object, language: Language) -> object:
    """`value` itself, or its words in `language` where it is a `Text`."""
    return value[language] if isinstance(value, Text) else value
