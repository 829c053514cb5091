"""The registry of chapters: every page is in it once, under an address that can be typed."""

import re

from tools.server import ROOT
from ui.shell.chapters import CHAPTERS, FIRST, GROUPS
from ui.shell.not_found import FILES


def test_every_page_is_a_chapter_and_every_chapter_has_its_page() -> None:
    listed = [chapter.script for group in GROUPS for chapter in group.chapters]
    assert sorted(listed) == sorted((ROOT / "pages").glob("*/page.py"))


def test_every_chapter_has_an_address_of_its_own() -> None:
    assert len(CHAPTERS) == sum(len(group.chapters) for group in GROUPS)
    for path, chapter in CHAPTERS.items():
        assert chapter.path == path
        assert re.fullmatch("[a-z][a-z-]*", path)
        assert path not in FILES, "under this name are files"
    assert CHAPTERS["start"] is FIRST


def test_no_two_chapters_are_called_the_same() -> None:
    for titles in ([each.title.ko for each in CHAPTERS.values()], [each.title.en for each in CHAPTERS.values()]):
        assert len(set(titles)) == len(titles)
