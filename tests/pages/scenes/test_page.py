"""The page of the lecture's scenes as a script: what it shows for an address, its links, and what turning writes."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from pages.scenes.choice import KEYS
from pages.scenes.controls import CONTENTS
from scenes import SCENES
from tests.pages.linked import linked
from tests.pages.test_chapters import address, opened, run
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language


def message(page: Any) -> dict[str, Any]:
    """What the player was given."""
    _, player = page.main.get("bidi_component")
    header, _, _ = read_message(player.proto.bytes)
    return header


def said(page: Any) -> str:
    return "\n".join(each.value for each in page.main.markdown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_scene_says_its_sentence_and_all_is_as_expected(key: str, language: Language) -> None:
    scene = SCENES[key]
    page = opened("scenes", {"scene": key, "lang": language, "ask": "off"})
    words = said(page)
    for readout in (scene.claim, scene.title[language], scene.say[language], scene.why[language]):
        assert readout in words
    assert words.count("✓") == len(scene.expects)
    assert "✗" not in words
    assert not page.warning
    pager, _ = page.main.get("bidi_component")
    assert json.loads(pager.proto.json) == {"number": KEYS.index(key), "count": len(KEYS)}


@pytest.mark.parametrize("key", KEYS)
def test_every_scene_asks_first_and_tells_after_the_answer(key: str) -> None:
    page = opened("scenes", {"scene": key, "lang": "en"})
    question = message(page)["question"]
    assert question["right"]
    assert question["answer"] == ""
    assert "✓" not in said(page)
    assert SCENES[key].why.en not in said(page)
    assert SCENES[key].say.en not in said(page)
    assert SCENES[key].heading(is_open=False).en in said(page)
    for given in ("skip", question["right"][0]):
        page.query_params["answer"] = f"{given}-{question['key']}"
        run(page)
        assert message(page)["question"]["answer"] == given
        assert said(page).count("✓") == len(SCENES[key].expects)
        assert SCENES[key].say.en in said(page)
        assert SCENES[key].heading(is_open=True).en in said(page)
        assert SCENES[key].why.en in message(page)["question"]["why"]


@pytest.mark.parametrize(
    ("key", "chosen", "rows"),
    [
        ("too-small", None, ["gd"]),
        ("out-of-the-well", None, ["gd", "momentum"]),
        ("out-of-the-well", "momentum", ["gd", "momentum"]),  # switched off, but one can switch it on again
        ("adam-is-both", None, ["gd", "momentum", "adagrad", "rmsprop", "adam"]),
    ],
)
def test_where_one_or_two_race_the_scoreboard_has_no_rows_for_the_others(
    key: str, chosen: str | None, rows: list[str]
) -> None:
    query = {"scene": key, **({"optimizers": chosen} if chosen else {})}
    assert [track["key"] for track in message(opened("scenes", query))["tracks"]] == rows


def test_another_setting_is_explained_by_what_was_measured_of_it() -> None:
    """The scene's own reason speaks of a rate of 1.05."""
    page = opened("scenes", {"scene": "blow-up", "lang": "en", "rate": "0.5"})
    why = message(page)["question"]["why"]
    assert SCENES["blow-up"].why.en not in why
    assert "n = 0.5 is below" in why


def test_the_first_scene_is_shown_where_the_address_names_none() -> None:
    page = opened("scenes", {"lang": "en", "ask": "off"})
    assert SCENES[KEYS[0]].say.en in said(page)
    assert page.button(key="turn:Previous scene").disabled
    assert not page.button(key="turn:Next scene").disabled


def test_the_buttons_turn_and_forget_what_was_changed() -> None:
    page = opened("scenes", {"scene": "bounce", "rate": "0.5", "lang": "en", "theme": "dark"})
    page.button(key="turn:Next scene").click()
    run(page)
    assert address(page) == {"scene": ["blow-up"], "lang": ["en"], "theme": ["dark"]}
    page.button(key="turn:Previous scene").click()
    run(page)
    assert address(page)["scene"] == ["bounce"]
    assert opened("scenes", {"scene": KEYS[-1], "lang": "en"}).button(key="turn:Next scene").disabled


def test_the_contents_lead_to_every_scene_with_language_and_look() -> None:
    page = opened("scenes", {"scene": "zigzag", "x": "3", "lang": "ko", "projector": "on"})
    _, found = linked(page, CONTENTS["ko"])
    assert [link.query["scene"] for link in found] == [[key] for key in KEYS]
    for key, link in zip(KEYS, found, strict=True):
        assert urlsplit(link.address).path == "./scenes"
        assert link.query == {"scene": [key], "lang": ["ko"], "projector": ["on"]}
        assert link.words == SCENES[key].heading(is_open=False).ko
        assert link.here == (key == "zigzag"), "the one that is shown is marked"


def test_it_opens_in_its_chapter_as_it_is_set_now() -> None:
    page = opened("scenes", {"scene": "two-wells", "rate": "0.03", "lang": "en"})
    link, _slide, _back = (each.proto for each in page.main.get("page_link"))
    assert link.page == "basins"
    readout = {name: values[0] for name, values in parse_qs(link.query_string).items()}
    assert readout == {**SCENES["two-wells"].setting, "rate": "0.03", "lang": "en"}


def test_a_changed_setting_is_measured_anew_and_leads_back() -> None:
    page = opened(
        "scenes", {"scene": "out-of-the-well", "momentum.momentum": "0.5", "view": "map", "lang": "en", "ask": "off"}
    )
    words = said(page)
    assert words.count("✗") == 2
    assert "does not hold with these settings" in words
    _, _slide, back = (each.proto for each in page.main.get("page_link"))
    assert parse_qs(back.query_string) == {"scene": ["out-of-the-well"], "lang": ["en"], "ask": ["off"]}
    assert len(page.main.caption) == 1
    looked_at = opened("scenes", {"scene": "out-of-the-well", "view": "relief", "turn": "30"})
    assert len(looked_at.main.get("page_link")) == 2, "to look at it otherwise changes nothing"


def test_what_cannot_be_used_is_told_and_the_scene_s_own_setting_stands() -> None:
    page = opened(
        "scenes", {"scene": "bounce", "surface": "bowl", "rate": "fast", "planet": "mars", "lang": "en", "ask": "off"}
    )
    (warning,) = page.warning
    for words in ("surface=bowl", "class-ravine", "rate=fast", "planet=mars"):
        assert words in warning.value
    assert "✗" not in said(page)
    assert message(page)["tracks"][0]["rate"] == "1"
    (warning,) = opened("scenes", {"scene": "moonwalk", "lang": "en"}).warning
    assert "scene=moonwalk" in warning.value


@pytest.mark.parametrize(("number", "turned"), [(7, KEYS[7]), (0, KEYS[0]), (-1, KEYS[0]), (10_000, KEYS[-1])])
def test_the_remote_writes_the_scene_whose_number_it_reports(number: int, turned: str) -> None:
    """Whatever number comes, it is one of them."""
    page = AppTest.from_function(reported, args=(number,))
    for name, value in {"scene": "bounce", "x": "1", "lang": "en"}.items():
        page.query_params[name] = value
    assert address(run(page)) == {"scene": [turned], "lang": ["en"]}


def reported(number: int) -> None:
    """A script that hears the player."""
    from pages.scenes.controls import turn_to_number  # noqa: PLC0415  a script of its own, as AppTest runs it

    turn_to_number(number)
