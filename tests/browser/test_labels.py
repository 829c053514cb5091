"""What Streamlit says in English only is said in the language of the page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from algorithms import ALGORITHMS
from networks import ACTIVATIONS, INITIALISATIONS
from networks.pieces import SOURCE
from networks.softmax import SOURCE as OF_SOFTMAX
from optimizers import OPTIMIZERS
from simulation import SCHEDULES
from surfaces import SURFACES
from tests.browser.viewer import Viewer
from ui.shell.streamlit_words import STREAMLITS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

NAMES = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.checkVisibility() && !each.closest("svg, math, .katex, [data-testid=stIconMaterial]"))
    .flatMap((each) => [each.ariaLabel, each.title, each.placeholder,
        ...[...each.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map(({ data }) => data)])
    .map((words) => words?.trim()).filter(Boolean)"""
ENGLISH = re.compile("[a-z]{3,}", re.IGNORECASE)
WRITTEN_SO = re.compile(
    r"Descent|English|Language|script|PyTorch|Keras|PageDown|PageUp|Home|End|Tab|Enter|Delete|\.html|\.csv|\.gif|\.png"
    r"|(?:sin|exp|log|abs)(?=\()"
    r"|λmax|λmin|log(?= ŷ)|max(?=\(0)|MSE|Leaky ReLU|ReLU|tanh|Xavier|NumPy|nn\.Linear|out(?=은 출력)"
)
"""Names, keys and files, and what the lecture, too, writes in Latin letters."""


def english_names(viewer: Viewer) -> list[str]:
    """What is said in English on a Korean page; tests/browser/test_accessibility.py asks every chapter."""
    said = [words for words in viewer.page.evaluate(NAMES) if ENGLISH.search(words)]
    return [left for left in map(_without_names, said) if ENGLISH.search(left)]


def _without_names(words: str) -> str:
    """What is left without names and sources, without keys, files and symbols."""
    sources = [
        *(rule.source for rule in OPTIMIZERS.values()),
        *(algorithm.source for algorithm in ALGORITHMS.values()),
        *(each.source for each in SURFACES.values() if isinstance(each.source, str)),
    ]
    sources += [*(schedule.source or "" for schedule in SCHEDULES.values()), SOURCE, OF_SOFTMAX]
    sources += [each.source for kinds in (ACTIVATIONS, INITIALISATIONS) for each in kinds.values()]
    if any(words in source for source in sources):  # Streamlit parts a source at its colons
        return ""
    for source in filter(None, sources):  # several in one line
        words = words.replace(source, "")
    names = [name for rule in OPTIMIZERS.values() for name in (rule.spelled_out, rule.name)]
    names += [rule.name.ko for rule in ALGORITHMS.values()]
    for name in sorted(names, key=len, reverse=True):  # one may hold another
        words = words.replace(name, "")
    return WRITTEN_SO.sub("", words)


def test_the_names_follow_the_language_there_and_back_and_come_with_later_words(visit: Visit) -> None:
    viewer = visit().open("?lang=en")
    sidebar = viewer.page.get_by_test_id("stSidebar")
    korean = {words.en: words.ko for words in STREAMLITS}
    for language in ("en", "ko", "en", "ko"):
        viewer.switch("한국어" if language == "ko" else "English").click()
        viewer.until("document.documentElement.lang === what", language)
        name = korean["Sidebar"] if language == "ko" else "Sidebar"
        expect(sidebar).to_have_attribute("aria-label", name)
        skip = korean["Skip to main content"] if language == "ko" else "Skip to main content"
        expect(viewer.page.get_by_test_id("stSkipToContent")).to_have_text(skip)
        help_name = "학습률 맞추기 도움말" if language == "ko" else "Help for Learning rates"
        expect(sidebar.get_by_role("button", name=help_name, exact=True)).to_have_count(1)

    viewer.page.get_by_text("기법별 설정").click()
    box = viewer.page.get_by_label("학습률 n (이 기법만)").first
    box.fill("0.25")
    expect(viewer.page.get_by_text("Enter를 누르면 적용됩니다")).to_be_visible()
    expect(viewer.page.get_by_role("button", name="늘리기").first).to_be_attached()
    box.press("Enter")
    viewer.until("new URL(location.href).searchParams.get('rate.gd') === '0.25'")
