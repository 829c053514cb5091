"""The buttons with which a scene is taken away."""

from typing import Any

import pytest

from tests.pages.test_chapters import opened, run
from text import LANGUAGES, Language
from ui.common.export_buttons import OPEN

ENDINGS = {
    "bounce": ["html", "csv", "py", "png"],
    "four-rates": ["html", "csv", "png"],
    "four-curves": ["html", "csv", "png"],
    "two-wells": ["html", "csv", "png"],
}
OF_NETWORKS = {"chain-rule": True, "learning-a-curve": True, "sigmoid-fades": False}
"""Pictures that are made of no runs on a surface, and whether there is anything to animate."""


def endings(page: Any) -> list[str]:
    labels = [each.proto.label for each in page.get("download_button")]
    return [label.rpartition(".")[2].rstrip(")") for label in labels]


def with_files(query: dict[str, str]) -> Any:
    """A scene with its files unfolded."""
    page = opened("scenes", query)
    page.session_state[OPEN] = True
    run(page)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(ENDINGS))
def test_every_kind_of_scene_gives_its_files_and_its_film(key: str, language: Language) -> None:
    page = with_files({"scene": key, "lang": language, "ask": "off", "steps": "3"})
    assert endings(page) == ENDINGS[key]
    for each in page.get("download_button"):
        assert each.proto.deferred_file_id
        assert each.proto.ignore_rerun
        assert not each.proto.disabled
        assert any("가" <= sign <= "힣" for sign in each.proto.help) == (language == "ko")
    page.button(key="make_animation").click()
    run(page)
    assert endings(page) == [*ENDINGS[key], "gif"]
    assert "make_animation" not in [each.key for each in page.button]


@pytest.mark.parametrize("key", list(OF_NETWORKS))
def test_pictures_of_networks_give_theirs(key: str) -> None:
    page = with_files({"scene": key, "lang": "ko", "ask": "off"})
    assert endings(page) == ["html", "csv", "png"]
    assert ("make_animation" in [each.key for each in page.button]) == OF_NETWORKS[key]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(ENDINGS))
def test_nothing_is_given_away_before_the_answer(key: str, language: Language) -> None:
    page = with_files({"scene": key, "lang": language})
    assert endings(page) == []
    assert "make_animation" not in [each.key for each in page.button]


def test_the_next_scene_has_a_film_of_its_own() -> None:
    page = with_files({"scene": "bounce", "lang": "en", "ask": "off", "steps": "3"})
    page.button(key="make_animation").click()
    run(page)
    page.button(key="turn:Next scene").click()
    run(page)
    assert endings(page) == ENDINGS["bounce"]
    assert page.button(key="make_animation")
