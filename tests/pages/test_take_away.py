"""The buttons with which a race is taken away."""

import pytest

from surfaces import SURFACES
from tests.pages.test_race_page import opened
from text import LANGUAGES, Language

LABELS = {
    "ko": ["재생되는 페이지 (.html)", "모든 걸음의 수치 (.csv)", "PyTorch 스크립트 (.py)", "슬라이드용 그림 (.png)"],
    "en": [
        "A page that plays (.html)",
        "Every step in numbers (.csv)",
        "A PyTorch script (.py)",
        "A picture for slides (.png)",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(SURFACES))
def test_buttons_that_make_nothing_before_they_are_pressed(key: str, language: Language) -> None:
    page = opened({"surface": key, "lang": language})
    title = {"ko": "가져가기", "en": "Take it away"}[language]
    assert f"##### {title}" in [each.value for each in page.markdown]
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
    page = opened({"lang": "en"})
    before = [each.proto.id for each in page.get("download_button")]
    page.select_slider(key="slider:rate").set_value(1.05)
    page.run()
    assert not page.exception
    assert [each.proto.id for each in page.get("download_button")] == before
