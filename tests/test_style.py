"""How every text is written: docs/style.md and the words that docs/glossary.md retires, held against all texts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from text import Language, Text

ROOT = Path(__file__).parent.parent
ROOMS = (
    *("address", "export", "figures", "formulas", "latex", "networks", "optimizers", "pages", "scenes", "simulation"),
    *("stage", "surfaces", "ui"),
)


class Said(NamedTuple):
    """A text where it is written; what a running program fills in stands as {…}."""

    where: str
    text: Text


class Retired(NamedTuple):
    """A word that no text says any more."""

    language: Language
    pattern: re.Pattern[str]
    instead: str


def _words(node: ast.expr) -> str:
    """A string as it is written, whatever it is put together of."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "{" + ast.unparse(node.value) + "}"
    return str(node.value) if isinstance(node, ast.Constant) else "{" + ast.unparse(node) + "}"


def texts() -> Iterator[Said]:
    """Every Text that the product states, pages and the shell included."""
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                given = {each.arg: each.value for each in node.keywords}
                if given.keys() == {"ko", "en"}:
                    yield Said(
                        f"{path.relative_to(ROOT)}:{node.lineno}", Text(_words(given["ko"]), _words(given["en"]))
                    )


def retired() -> Iterator[Retired]:
    """The table of docs/glossary.md."""
    table = (ROOT / "docs/glossary.md").read_text().split("## Retired words")[1]
    for line in table.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<= )\|(?= )|^\||\|$", line) if cell.strip()]
        if len(cells) == 3 and cells[0] in ("ko", "en"):
            word = cells[1]
            pattern = word[1:-1] if word.startswith("/") else re.escape(word)
            yield Retired("ko" if cells[0] == "ko" else "en", re.compile(pattern), cells[2])


TEXTS = list(texts())
RETIRED = list(retired())
every_retired_word = pytest.mark.parametrize("word", RETIRED, ids=[each.pattern.pattern for each in RETIRED])


def test_the_texts_and_the_retired_words_are_found() -> None:
    """A walk that finds nothing would prove nothing."""
    assert len(TEXTS) > 1300
    assert len(RETIRED) > 40
    assert {"내려받기", "스텝 수"} <= {each.text.ko for each in TEXTS}
    assert next(each for each in RETIRED if each.instead == "스텝").pattern.search("한 걸음 뒤로")
    assert next(each for each in RETIRED if each.instead == "제약 조건").pattern.search("최솟값을 막는 제약")


@every_retired_word
def test_no_text_says_a_retired_word(word: Retired) -> None:
    found = [(each.where, each.text[word.language]) for each in TEXTS if word.pattern.search(each.text[word.language])]
    assert not found, f"say {word.instead}: {found}"


@every_retired_word
def test_the_readme_and_the_picture_in_it_say_no_retired_word(word: Retired) -> None:
    """Its prose is in English, its Korean sentences in the same file."""
    prose = re.sub(r"```.*?```|<img [^>]*>|`[^`]*`", "", (ROOT / "README.md").read_text(), flags=re.DOTALL)
    found = [line for line in prose.splitlines() if word.pattern.search(line)]
    assert not found, f"say {word.instead}: {found}"


def test_no_particle_follows_a_number_that_changes() -> None:
    """은/는, 이/가, 을/를, 로/으로 and 와/과 depend on the last sound, and that is not known."""
    after_a_place = re.compile(r"\}\$?(은|는|이|가|을|를|으로|로|과|와)(?=[\s.,)])")
    assert after_a_place.search("2/λmax = {edge}는 경계")
    assert not [each for each in TEXTS if after_a_place.search(each.text.ko)]


def test_percent_stands_without_a_space() -> None:
    spaced = re.compile(r"[\d}] %")
    assert not [each for each in TEXTS if spaced.search(each.text.ko) or spaced.search(each.text.en)]


def test_korean_is_formal_to_the_end() -> None:
    """합니다체, with 세요 where something is asked for and 까요 where something is asked."""
    informal = re.compile(r"(?<![세까])요[.!?]|(?<!니)다\.(?=\s|$)")
    assert informal.search("도착해요.")
    assert informal.search("도착한다.")
    assert not [each for each in TEXTS if informal.search(each.text.ko)]


def test_straight_quotes_mark_what_is_left_out() -> None:
    """One apostrophe in English, the one that the keyboard has; Korean quotes come in pairs."""
    assert not [each for each in TEXTS if re.search(r"\w’\w", each.text.en)]
    assert not [each for each in TEXTS if each.text.ko.count("‘") != each.text.ko.count("’")]


def test_lambda_max_is_explained_where_it_first_stands() -> None:
    """In the sentences above and below a chapter; a label or a readout has room for the symbol alone."""
    explained = re.compile(r"largest curvature|condition number")
    sentences = [each for each in TEXTS if "λmax" in each.text.en and len(each.text.en) > 70]
    assert len(sentences) > 10
    open_ones = [
        each for each in sentences if not explained.search(each.text.en) and "stability limit" not in each.text.en
    ]
    assert not [(each.where, each.text.en) for each in open_ones]
