"""Everything a person reads is there in Korean and in English."""

import re
import string
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from parameters import Parameter, parameters
from text import LANGUAGES, Text

ROOT = Path(__file__).parent.parent.parent
ROOMS = (
    *("optimizers", "surfaces", "networks", "simulation", "formulas", "figures", "address", "scenes", "lecture"),
    *("stage", "export", "ui", "pages"),
)
RUNS_WHEN_IMPORTED = {"ui.shell.shell"}
HANGUL = re.compile("[가-힣]")
WORD = re.compile("[A-Za-z]{2,}")


def modules() -> list[str]:
    """Every module of the rooms that speak; the shell runs when it is imported, so it is read as a file."""
    paths = (path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    names = (".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths)
    return sorted(name for name in names if name not in RUNS_WHEN_IMPORTED and not name.endswith(".page"))


def texts_in(value: Any) -> Iterator[Text]:
    """The texts in a value: itself, or inside a table, a parameter or a class."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, tuple | list):  # named tuples, too: a slide, a scene
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, Parameter):
        yield from (value.label, value.meaning)


def texts_of(module: str) -> Iterator[Text]:
    """Every text that a module states, in its own names and in those of its classes."""
    found = import_module(module)
    for value in vars(found).values():
        yield from texts_in(value)
        if isinstance(value, type) and value.__module__ == module:
            yield from (text for fact in vars(value).values() for text in texts_in(fact))
            if hasattr(value, "__dataclass_fields__"):
                yield from texts_in(parameters(value))


SAID = {module: list(texts_of(module)) for module in modules()}
every_module = pytest.mark.parametrize("module", [module for module, texts in SAID.items() if texts])


def test_the_texts_are_found() -> None:
    """A walk that finds nothing would prove nothing."""
    said = {text.en for texts in SAID.values() for text in texts}
    assert {"diverged", "Steps", "step t", "left the plot at step {step}"} <= said
    assert any("Rosenbrock" in words for words in said)
    assert len(said) > 100


@every_module
def test_it_is_said_in_both_languages(module: str) -> None:
    for text in SAID[module]:
        assert text.ko.strip() == text.ko != ""
        assert text.en.strip() == text.en != ""
        assert not HANGUL.search(text.en.replace("한국어", "")), text.en
        without_places = re.sub(r"\{[^}]*\}", "", text.ko)
        assert HANGUL.search(without_places) or not WORD.search(without_places), f"{text.ko!r} has no Korean word"


@every_module
def test_both_languages_have_the_same_places_to_fill(module: str) -> None:
    for text in SAID[module]:
        ko, en = (places(text[each]) for each in LANGUAGES)
        assert ko == en, text.en


def test_the_shell_speaks_both_languages() -> None:
    source = (ROOT / "ui" / "shell" / "shell.py").read_text()
    pairs = re.findall(r'Text\(ko="([^"]*)", en="([^"]*)"\)', source)
    assert len(pairs) == source.count("Text(")
    assert all(HANGUL.search(ko) and not HANGUL.search(en) for ko, en in pairs)


def places(words: str) -> set[str]:
    """The names of what is filled in; braces that belong to a formula are no place."""
    without_formulas = re.sub(r"\\?\{[^}a-z]*\}|\\[a-z]+\{[^}]*\}", "", words)
    return {name for _, name, _, _ in string.Formatter().parse(without_formulas) if name is not None}
