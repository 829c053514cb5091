"""The buttons with which a race is taken away."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from export.slide import NO_HANGUL
from export.slides import letters, typeface
from surfaces import SURFACES
from tests.pages.race.test_page import opened
from text import LANGUAGES, Language
from ui.common.export_buttons import OPEN

LABELS = {
    "ko": ["오프라인 재생 페이지 (.html)", "스텝별 수치 (.csv)", "PyTorch 스크립트 (.py)", "슬라이드용 그림 (.png)"],
    "en": [
        "Interactive page (.html)",
        "All steps as numbers (.csv)",
        "PyTorch script (.py)",
        "Image for slides (.png)",
    ],
}


def with_files(query: dict[str, str]) -> AppTest:
    """The page of a race with its files unfolded."""
    page = opened(query)
    page.session_state[OPEN] = True
    page.run()
    assert not page.exception
    return page


def test_what_is_folded_is_not_sent() -> None:
    page = opened({"lang": "en"})
    assert [each.label for each in page.expander if each.label == "Download"] == ["Download"]
    assert not page.get("download_button")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(SURFACES))
def test_buttons_that_make_nothing_before_they_are_pressed(key: str, language: Language) -> None:
    page = with_files({"surface": key, "lang": language})
    title = {"ko": "내려받기", "en": "Download"}[language]
    assert title in [each.label for each in page.expander]
    buttons = [each.proto for each in page.get("download_button")]
    assert [button.label for button in buttons] == LABELS[language]
    for button in buttons:
        assert button.ignore_rerun, "taking something away does not run the page again"
        assert button.deferred_file_id
        assert not button.url, "the file is not there yet"
        assert not button.disabled
        assert button.help
        assert any("가" <= sign <= "힣" for sign in button.help) == (language == "ko")


def test_the_buttons_stay_where_they_are_when_the_race_changes() -> None:
    page = with_files({"lang": "en"})
    before = [each.proto.id for each in page.get("download_button")]
    page.slider(key="slider:steps").set_value(40)
    page.run()
    assert not page.exception
    assert [each.proto.id for each in page.get("download_button")] == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_film_is_made_by_one_press_and_taken_by_the_next(language: Language) -> None:
    page = with_files({"lang": language, "steps": "3", "optimizers": "gd"})
    (make,) = [each for each in page.button if each.key == "make_animation"]
    assert make.proto.help
    make.click().run()
    assert not page.exception
    (take,) = [each.proto for each in page.get("download_button") if each.proto.label.endswith("(.gif)")]
    assert take.deferred_file_id
    assert take.ignore_rerun
    assert not [each for each in page.button if each.key == "make_animation"], "it stands where the button was"
    assert not page.get("progress")
    page.slider(key="slider:steps").set_value(40)
    page.run()
    assert [each.key for each in page.button if each.key == "make_animation"], "another race has another film"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_server_without_korean_letters_says_so(
    language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where no typeface is found, Korean viewers read that the pictures are in English."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for remembered in (typeface, letters._font, letters._knows):
        remembered.cache_clear()
    try:
        found = typeface()
        said = [each.value for each in with_files({"lang": language}).caption]
    finally:
        for remembered in (typeface, letters._font, letters._knows):
            remembered.cache_clear()
    assert (NO_HANGUL[language] in said) == (language == "ko" and not found.hangul)


def test_a_machine_with_korean_letters_says_nothing() -> None:
    said = [each.value for each in with_files({"lang": "ko"}).caption]
    assert (NO_HANGUL["ko"] in said) != typeface().hangul
