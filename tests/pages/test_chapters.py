"""Every chapter as a script, inside the frame: its links, its switches, and what it makes of the address."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from address.theme import NAMES
from figures.theme import style
from optimizers import OPTIMIZERS
from simulation import VERDICT_NAMES
from tests.pages.chapter import at_chapter
from tests.pages.controls import unfold
from tests.pages.linked import Linked, linked
from text import LANGUAGES, Language
from ui.shell.chapters import CHAPTERS, FIRST, GROUPS
from ui.shell.navigation import CONTENTS

every_chapter = pytest.mark.parametrize("path", list(CHAPTERS))
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_chapter_in_turn = pytest.mark.parametrize(
    ("path", "language"), [(path, LANGUAGES[i % len(LANGUAGES)]) for i, path in enumerate(CHAPTERS)]
)
"""What the frame does alike everywhere: each chapter in one language, the languages in turn."""
UNKNOWN_THEMES: list[str | list[str]] = ["Dark", "system", "", "auto", ["dark", "dark"]]


def opened(path: str, query: Mapping[str, str | list[str]]) -> AppTest:
    """A chapter at this address."""
    page = at_chapter(path)
    for name, value in query.items():
        page.query_params[name] = value
    unfold(page)
    return run(page)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, [each.message for each in page.exception]
    return page


def address(page: AppTest) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in page.query_params.items()}


def links(page: AppTest) -> dict[str, Linked]:
    """The list of chapters: each one's path, and the link."""
    _, found = linked(page, CONTENTS[reading(page)])
    return dict(zip(CHAPTERS, found, strict=True))


def reading(page: AppTest) -> Language:
    """The language that a page is in."""
    return cast(Language, page.button_group(key="lang").value)


@every_chapter_in_turn
def test_every_chapter_lists_all_chapters_under_their_groups(path: str, language: Language) -> None:
    page = opened(path, {"lang": language})
    titles, found = linked(page, CONTENTS[language])
    assert titles == [group.title[language] for group in GROUPS]
    for link, (key, chapter) in zip(found, CHAPTERS.items(), strict=True):
        assert (link.words, f":material/{link.icon}:") == (chapter.title[language], chapter.icon)
        assert link.here == (key == path)
        if key != path:
            assert urlsplit(link.address).path == ("./" if chapter is FIRST else f"./{key}")


@every_chapter
def test_language_and_theme_go_along_and_nothing_else(path: str) -> None:
    page = opened(path, {"lang": "ko", "theme": "dark", "rate": "0.5", "x": "1"})
    for key, link in links(page).items():
        if key == path:  # to where we are: nothing changes
            assert link.address == ""
        else:
            assert link.query == {"lang": ["ko"], "theme": ["dark"]}


@every_chapter
def test_what_cannot_be_used_is_not_passed_on(path: str) -> None:
    page = opened(path, {"lang": "fr", "theme": ["dark", "light"], "missing": "a/b"})
    assert all(link.query == {} for link in links(page).values())


@every_chapter_in_turn
def test_the_theme_is_written_and_system_takes_it_out(path: str, language: Language) -> None:
    page = opened(path, {"lang": language})
    switch = page.button_group(key="theme")
    assert switch.value == "system"
    assert [option.content for option in switch.proto.options] == [name[language] for name in NAMES.values()]
    for choice in ("dark", "light"):
        page.button_group(key="theme").set_value(choice)
        assert address(run(page)) == {"lang": [language], "theme": [choice]}
        assert page.button_group(key="theme").value == choice
    page.button_group(key="theme").set_value("system")
    assert address(run(page)) == {"lang": [language]}


@pytest.mark.parametrize(
    ("path", "language", "written"),
    [
        *(("race", language, written) for language in LANGUAGES for written in UNKNOWN_THEMES),
        *((path, LANGUAGES[i % 2], UNKNOWN_THEMES[i % len(UNKNOWN_THEMES)]) for i, path in enumerate(CHAPTERS)),
    ],
)
def test_a_theme_that_cannot_be_used_is_told(path: str, language: Language, written: str | list[str]) -> None:
    page = opened(path, {"lang": language, "theme": written})
    (warning,) = page.warning
    assert "theme=" in warning.value
    assert page.button_group(key="theme").value == "system"


@every_chapter_in_turn
def test_a_page_that_is_missing_is_named_harmlessly(path: str, language: Language) -> None:
    page = opened(path, {"lang": language, "missing": "<b>`a`/b" + "x" * 500})
    (warning,) = page.warning
    assert "`/<b>·a·/bxxx" in warning.value
    assert len(warning.value) < 120
    assert {"ko": "차례", "en": "contents"}[language] in warning.value
    assert "missing" not in warning.value


@pytest.mark.parametrize("path", ["start", "race", "scenes"])
def test_what_was_added_to_a_link_on_its_way_bothers_nobody(path: str) -> None:
    added: dict[str, str | list[str]] = {"utm_source": "mail", "fbclid": ["a", "b"], "embed": "true"}
    assert not opened(path, {"lang": "en", **added}).warning
    (warning,) = opened(path, {"lang": "en", "planet": "mars", **added}).warning
    assert "planet=mars" in warning.value
    assert "more" not in warning.value


@pytest.mark.parametrize(("key", "value"), [("lang", "en"), ("theme", "dark")])
@every_chapter
def test_what_was_rejected_leaves_the_address_with_the_next_change(path: str, key: str, value: str) -> None:
    page = opened(path, {"lang": "ko", "missing": "a/b", "planet": "mars"})
    page.button_group(key=key).set_value(value)
    assert address(run(page)) == {"lang": ["ko"]} | {key: [value]}
    assert not page.warning


@every_language
def test_the_guide_tells_every_verdict_and_shows_every_optimizer(language: Language) -> None:
    page = opened("guide", {"lang": language})
    said = "\n".join(each.value for each in page.main.markdown)
    assert CHAPTERS["guide"].title[language] in said
    for name in VERDICT_NAMES.values():
        assert f"| **{name[language]}** |" in said
    assert r"\sqrt{g_t + \varepsilon}" in said
    assert len(page.main.get("bidi_component")) == 1
    assert len({style(key, tuple(OPTIMIZERS))[2:] for key in OPTIMIZERS}) == len(OPTIMIZERS), "never by colour alone"
