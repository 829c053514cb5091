"""Longer words have room: nothing is cut off in either language, on a laptop, on a phone and for a projector.

In Korean the chapters are measured where axe visits them (test_accessibility.py).
"""

from collections.abc import Callable

import pytest

from tests.browser.cut_off import cut_off, cut_off_at_every_size
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS, FIRST

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


@pytest.mark.parametrize("path", CHAPTERS)
def test_no_word_is_cut_off_in_english(visit: Visit, path: str) -> None:
    viewer = visit().open_chapter("" if path == FIRST.path else path, "?lang=en")
    viewer.until_at_rest()
    assert cut_off_at_every_size(viewer) == {}


def test_what_is_cut_off_is_found(visit: Visit) -> None:
    """Else nothing above proves anything."""
    viewer = visit().open_chapter("guide", "?lang=en")
    viewer.page.evaluate(
        """() => document.querySelector(".st-key-guide").insertAdjacentHTML("afterbegin",
            `<p style="width: 4rem; overflow: hidden; white-space: nowrap">Numerical differentiation</p>`)"""
    )
    assert [words for words, _ in cut_off(viewer.page)] == ["Numerical differentiation"]
