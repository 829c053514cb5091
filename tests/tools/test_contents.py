"""The README lists the chapters that there are, each with a picture."""

import pytest
from PIL import Image

from scenes import SCENES
from tools.contents import PICTURES, README, WIDTH, contents, with_contents
from ui.shell.chapters import CHAPTERS


def test_the_readme_lists_the_chapters_of_today() -> None:
    """When this fails: `python -m tools.contents`."""
    readme = README.read_text(encoding="utf-8")
    assert with_contents(readme) == readme


def test_it_counts_the_scenes_of_today() -> None:
    assert f"claims as {len(SCENES)} scenes" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", list(CHAPTERS))
def test_every_chapter_has_its_picture_and_its_words(path: str) -> None:
    chapter = CHAPTERS[path]
    with Image.open(PICTURES / f"{path}.png") as picture:
        assert picture.width == WIDTH
    for words in (chapter.title, chapter.about):
        assert words.ko in contents()
        assert words.en in contents()


def test_a_readme_without_marks_is_told() -> None:
    with pytest.raises(ValueError, match="once, around the chapters"):
        with_contents("# Descent")
