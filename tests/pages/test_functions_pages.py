"""The pages of loss and activation functions as scripts: what they show for an address, and what controls write."""

from collections.abc import Mapping

import pytest

from pages.activations.choice import SHOWS as ACTIVATIONS_SHOWS
from pages.activations.choice import TEMPERATURES
from pages.losses.choice import SHOWS as LOSSES_SHOWS
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from tests.pages.test_rates_pages import said
from text import LANGUAGES, Language

PICTURES = [*(("losses", show) for show in LOSSES_SHOWS), *(("activations", show) for show in ACTIVATIONS_SHOWS)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("path", "show"), PICTURES)
def test_every_picture_has_its_title_its_lesson_and_its_notes(path: str, show: str, language: Language) -> None:
    page = opened(path, {"show": show, "lang": language})
    assert not page.warning
    header, _ = message(page)
    assert len(header["subplots"]) >= 2
    lines = said(page)
    assert any(line.startswith("# ") for line in lines.splitlines())
    assert lines.count("- **") >= 2
    others = [other for one, other in PICTURES if one == path and other != show]
    assert all(said(opened(path, {"show": other, "lang": language})) != lines for other in others)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("losses", {"prediction": "abc"}),
        ("losses", {"prediction": "1.2"}),
        ("losses", {"error": "-3.1"}),
        ("losses", {"logit": "nan"}),
        ("losses", {"classes": "2"}),
        ("losses", {"rest": "two"}),
        ("losses", {"rate": "0"}),
        ("losses", {"show": "mse"}),
        ("activations", {"x": "7"}),
        ("activations", {"functions": "step"}),
        ("activations", {"classes": "1e9"}),
        ("activations", {"z3": "inf"}),
        ("activations", {"shift": "-6"}),
        ("activations", {"added": "none"}),
        ("activations", {"temperature": "0"}),
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(path: str, query: Mapping[str, str]) -> None:
    page = opened(path, query)
    (warning,) = page.warning
    assert next(iter(query)) in warning.value
    other = {"losses": "sigmoid", "activations": "softmax"}[path]
    page.selectbox(key="choice:show").set_value(other)
    assert changed(page) == {"show": other}
    assert not page.warning


def test_the_controls_of_losses_write_what_is_then_shown() -> None:
    page = opened("losses", {"show": "classes"})
    page.slider(key="slider:classes").set_value(5)
    assert changed(page) == {"show": "classes", "classes": "5"}
    header, arrays = message(page)
    assert arrays[header["subplots"][0]["shapes"][1]["array"]].shape[2:] == (5, 2)
    page.selectbox(key="choice:rest").set_value("one")
    assert changed(page) == {"show": "classes", "classes": "5", "rest": "one"}
    assert message(page)[0]["steps"] == 0
    page.selectbox(key="choice:show").set_value("sigmoid")
    changed(page)
    page.select_slider(key="slider:rate").set_value(2.0)
    assert changed(page)["rate"] == "2"
    assert "n = 2" in message(page)[0]["subplots"][2]["title"]


def test_the_controls_of_softmax_write_what_is_then_shown() -> None:
    page = opened("activations", {"show": "softmax", "classes": "2"})
    assert {each.key for each in page.slider} == {"slider:shift", "slider:classes", "slider:z1", "slider:z2"}
    page.slider(key="slider:z2").set_value(-4.0)
    assert changed(page)["z2"] == "-4"
    header, arrays = message(page)
    inputs = arrays[header["subplots"][0]["shapes"][1]["array"]]
    assert inputs[0, [0, -1], :, 1].tolist() == [[2, -4], [5, -1]]
    page.slider(key="slider:shift").set_value(0.0)
    assert changed(page)["shift"] == "0"
    header, _ = message(page)
    assert header["steps"] == 0
    assert len(header["readout"]) == len(TEMPERATURES)
    page.selectbox(key="choice:added").set_value("first")
    before = said(page)
    assert changed(page)["added"] == "first"
    assert said(page) != before, "the lesson says what is added to what"


def test_without_a_choice_of_pictures_to_make_there_are_no_other_controls() -> None:
    assert not opened("activations", {}).slider
    assert not opened("activations", {"show": "pair"}).slider
