"""Empty axes for functions and bars."""

import pytest

from figures.functions import function_axes
from figures.sweep import Ticks
from figures.theme import FUNCTIONS, LOOKS, LOSSES, Style, Theme


@pytest.mark.parametrize("theme", list(LOOKS))
def test_words_stand_at_their_places_and_lines_through_zero(theme: Theme) -> None:
    figure = function_axes(theme, "x", Ticks((0.0, 2.0), ("a", "b")), 1.0)
    assert figure.layout.xaxis.ticktext == ("a", "b")
    assert figure.layout.xaxis.tickvals == (0.0, 2.0)
    assert figure.layout.xaxis.title.text == "x"
    assert [(line.x0, line.y0) for line in figure.layout.shapes] == [(0, 0), (1.0, 0)]
    assert {line.line.color for line in figure.layout.shapes} == {LOOKS[theme].text}
    assert not figure.data


def test_without_a_title_there_is_more_room() -> None:
    bare, titled = function_axes("light"), function_axes("light", "x")
    assert bare.layout.margin.b < titled.layout.margin.b
    assert len(bare.layout.shapes) == 1


@pytest.mark.parametrize("styles", [LOSSES, FUNCTIONS], ids=["losses", "functions"])
def test_no_two_are_told_apart_by_colour_alone(styles: dict[str, Style]) -> None:
    drawn = [style for key, style in styles.items() if key not in {"target", "before", "tangent"}]
    assert len({(style.light, style.dark) for style in drawn}) == len(drawn)
    assert len({style.marker for style in drawn}) == len(drawn)
