"""The lecture page leads from every slide to all that shows it, and from every scene back."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from address import Address
from address.race import read_race
from lecture import SLIDES
from optimizers import OPTIMIZERS
from pages.activations.choice import read_activations
from pages.backpropagation.choice import read_graph
from pages.lecture.choice import read_slide
from pages.lecture.handout import lecture_html
from pages.losses.choice import read_losses
from pages.step.choice import read_step
from pages.vanishing.choice import read_vanishing
from scenes import SCENES
from tests.pages.chapter import at_chapter
from text import LANGUAGES, Language
from ui.shell.chapters import CHAPTERS

every_language = pytest.mark.parametrize("language", LANGUAGES)


def slides(language: Language, here: int | None = None) -> dict[int, str]:
    """The HTML of each slide."""
    shown = lecture_html(language, {"lang": [language]}, here)
    found = re.findall(r'<article id="slide-(\d+)"(.*?)</article>', shown, re.DOTALL)
    return {int(number): said for number, said in found}


@every_language
def test_every_slide_leads_to_its_scenes_and_chapters_and_the_language_goes_along(language: Language) -> None:
    shown = slides(language)
    assert list(shown) == list(SLIDES)
    scenes: list[str] = []
    for number, said in shown.items():
        links = [urlsplit(unescape(address)) for address in re.findall(r'href="([^"]*)"', said)]
        assert all(parse_qs(link.query)["lang"] == [language] for link in links)
        chapters = [link.path.removeprefix("./") for link in links if link.path != "./scenes"]
        assert chapters, number
        assert set(chapters) <= set(CHAPTERS)
        there = [parse_qs(link.query)["scene"][0] for link in links if link.path == "./scenes"]
        assert all(SCENES[key].slide == number for key in there)
        assert there or number == 14, "its chapter shows it"
        scenes += there
    assert scenes == list(SCENES)


@every_language
def test_every_claim_is_told_and_no_title_tells_the_outcome_of_its_scene(language: Language) -> None:
    for number, said in slides(language).items():
        for key, claim in SLIDES[number].claims.items():
            assert f"<b>{key}</b> {claim[language]}" in unescape(said)
        for scene in SCENES.values():
            if scene.slide == number:
                assert f">{scene.heading(is_open=False)[language]}</a>" in unescape(said)


@pytest.mark.parametrize("read", [read_race, read_step, read_losses, read_activations, read_graph, read_vanishing])
def test_every_setting_of_a_chapter_can_be_used(read: Callable[[Address], object]) -> None:
    own = read.__module__.split(".")[1]
    found = [way.query for slide in SLIDES.values() for way in slide.chapters if way.chapter == own and way.query]
    assert found
    for query in found:
        address = Address({name: [value] for name, value in query.items()})
        read(address)
        assert address.notices() == [], query


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_ways_of_a_slide_are_called_the_same(language: Language) -> None:
    for number, said in slides(language).items():
        names = re.findall(r"<a [^>]*>([^<]*)</a>", said)
        assert len(names) >= len(SLIDES[number].chapters) > 0
        assert len(set(names)) == len(names), number


def test_names_are_spelled_out_once() -> None:
    shown = unescape("".join(slides("en").values()))
    for key, spelled in {"adagrad": "Adaptive Gradient", "adam": "Adaptive Moment Estimation"}.items():
        assert shown.count(f"{OPTIMIZERS[key].name}: short for {spelled}") == 1


def test_the_slide_that_the_address_names_is_marked() -> None:
    assert [number for number, said in slides("ko", 16).items() if said.startswith(' aria-current="true"')] == [16]
    assert read_slide(Address({"slide": ["16"]})) == 16
    wrong = Address({"slide": ["23"]})
    assert read_slide(wrong) is None
    assert "22" in wrong.notices()[0].en


@pytest.mark.parametrize("key", ["chain-rule", "zigzag"])
def test_a_scene_leads_back_to_its_slide(key: str) -> None:
    page = at_chapter("scenes")
    page.query_params["scene"] = key
    page.query_params["lang"] = "en"
    page.run()
    labels = [link.proto.label for link in page.main.get("page_link")]
    assert f"Slide {SCENES[key].slide} of the lecture" in labels
