"""The link out of a frame."""

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from ui.shell.chapters import CHAPTERS
from ui.shell.embedding import link


@pytest.mark.parametrize("path", ["race", "start"])
def test_the_link_says_all_that_the_address_says(path: str) -> None:
    query = {"f": ["(x^2 + y)*[2]"], "lang": ["ko"], "name": ["a & b", "c"]}
    words, _, target = link(CHAPTERS[path], query, "Open").removesuffix(")").partition("](")
    assert words == "[Open"
    assert not set("()[] ") & set(target), "else Markdown would end it there"
    found = urlsplit(urljoin(f"http://here/app/{path}", target))
    assert found.path == ("/app/race" if path == "race" else "/app/")
    assert parse_qs(found.query) == query


def test_an_address_that_says_nothing_has_no_question_mark() -> None:
    assert link(CHAPTERS["guide"], {}, "Open") == "[Open](./guide)"
