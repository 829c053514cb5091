"""Writing a surface on the pages: what is right goes into the address, what is wrong stays in the box."""

import pytest

from simulation import Verdict
from tests.formulas.texts import WEIRD
from tests.pages.controls import choose_surface
from tests.pages.test_chapters import address, opened, run
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language

CHOOSING = ("race", "choosing", "dial", "basins", "schedules")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_formula_loses_nothing(language: Language) -> None:
    page = opened("race", {"surface": "own", "f": "x**2 + y**2", "lang": language})
    before = address(page)
    page.text_input(key="text:f").set_value("x^2 + * y**2")
    run(page)
    assert address(page) == before
    assert page.text_input(key="text:f").value == "x^2 + * y**2"
    assert page.code[0].value == "x^2 + * y**2\n      ^"
    assert "`*`" in page.error[0].value
    assert "x^{2} + y^{2}" in page.markdown[0].value
    page.text_input(key="text:f").set_value(" x**4 + y**2 ")
    assert address(run(page))["f"] == ["x**4 + y**2"]
    assert not page.error
    page.text_input(key="text:f").set_value("2(x - 1)² + |y|")
    assert address(run(page))["f"] == ["2*(x - 1)**2 + abs(y)"]
    assert page.text_input(key="text:f").value == "2*(x - 1)**2 + abs(y)"
    assert any("$f(x, y) = 2 (x - 1)^{2}" in each.value for each in page.sidebar.markdown), "typeset under the box"


def test_an_example_is_a_whole_surface() -> None:
    page = opened("race", {"surface": "own"})
    page.button_group(key="examples").set_value("kinks")
    readout = address(run(page))
    assert (readout["f"], readout["y.to"]) == (["abs(x) + 3*abs(y)"], ["3"])
    assert page.text_input(key="text:f").value == "abs(x) + 3*abs(y)"


def test_another_surface_forgets_it() -> None:
    page = opened("race", {"surface": "own", "f": "x**2", "x.from": "-2"})
    choose_surface(page, "bowl")
    assert address(run(page)) == {"surface": ["bowl"]}


@pytest.mark.parametrize("path", CHOOSING)
def test_no_legal_formula_breaks_a_chapter(path: str) -> None:
    for text in WEIRD[:: 1 if path == "race" else 4]:
        assert not opened(path, {"surface": "own", "f": text}).warning, text


@pytest.mark.parametrize("path", ["race", "schedules"])
@pytest.mark.parametrize(("x", "races"), [("-3", False), ("3", True)])
def test_from_where_it_has_no_value_nothing_races(path: str, x: str, *, races: bool) -> None:
    page = opened(path, {"surface": "own", "f": "log(x) + y**2", "x": x, "steps": "200", "lang": "en"})
    header, _, _ = read_message([each.proto.bytes for each in page.main if each.type == "bidi_component"][-1])
    assert header["steps"] == (200 if races else 0)
    assert ("f has no value at the start" in page.markdown[0].value) != races
    assert ("empty=on" in header["figures"]["axes"]) != races, "no numbers where there is no loss"
    assert header["medianOver"] == (25 if path == "schedules" and races else 0)
    assert {axis["data"] is None for axis in header["axes"]} == {not races}
    said = {track["verdicts"][-1][1] for track in header["tracks"] if track["row"] is not None}
    assert (said == {Verdict.NO_VALUE}) != races
