"""The picture of the schedules: each line is its schedule, drawn as its track."""

from itertools import combinations
from typing import get_args

import numpy as np
import pytest

from figures.schedules import schedules_figure
from figures.theme import LOOKS, SCHEDULE_STYLES, Theme
from simulation import SCHEDULES
from text import LANGUAGES

THEMES: tuple[Theme, ...] = get_args(Theme)
ALL = {key: schedule(0.5, 120) for key, schedule in SCHEDULES.items()}


@pytest.mark.parametrize("theme", THEMES)
def test_every_line_is_its_schedule_in_its_own_ink(theme: Theme) -> None:
    drawn = schedules_figure(ALL, theme, "en")
    for (key, schedule), line, marks in zip(ALL.items(), drawn.data[::2], drawn.data[1::2], strict=True):
        assert line.x.tolist() == list(range(1, 121))
        assert line.y.tolist() == [schedule(t) for t in range(1, 121)]
        style = SCHEDULE_STYLES[key]
        assert (line.line.color, line.line.dash) == (style.color(theme), style.dash)
        assert marks.marker.color == style.color(theme)
        assert marks.marker.symbol.removesuffix("-up") == style.marker
        assert marks.y.tolist() == [schedule(int(t)) for t in marks.x], "markers lie on their line"


def test_no_marker_hides_another() -> None:
    """Each stands at steps of its own, also where the lines lie on each other."""
    marked = [set(marks.x.tolist()) for marks in schedules_figure(ALL, "light", "ko").data[1::2]]
    assert all(len(each) >= 5 for each in marked)
    assert all(not one & other for one, other in combinations(marked, 2))


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_short_race_has_a_picture(steps: int) -> None:
    drawn = schedules_figure({key: kind(0.5, steps) for key, kind in SCHEDULES.items()}, "dark", "ko")
    assert all(len(line.x) == steps for line in drawn.data[::2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_axes_are_named_in_both_languages(language: str) -> None:
    layout = schedules_figure(ALL, "light", "ko" if language == "ko" else "en").layout
    assert {"ko": "스텝 t", "en": "step t"}[language] == layout.xaxis.title.text
    assert {"ko": "학습률 n", "en": "learning rate n"}[language] == layout.yaxis.title.text


def test_a_projector_gets_stronger_lines_of_the_grid() -> None:
    usual, projected = (schedules_figure(ALL, "light", "en", projector=on).layout for on in (False, True))
    assert usual.xaxis.gridcolor == LOOKS["light"].faint != projected.xaxis.gridcolor


def test_schedules_are_told_apart_in_at_least_two_ways() -> None:
    assert set(SCHEDULE_STYLES) == set(SCHEDULES)
    for one, other in combinations(SCHEDULE_STYLES.values(), 2):
        assert one.marker != other.marker
        assert all(one.color(theme) != other.color(theme) for theme in THEMES)
    dashes = [style.dash for style in SCHEDULE_STYLES.values()]
    assert len(set(dashes)) == 5, "as many as there are"
    assert np.unique([style.light for style in SCHEDULE_STYLES.values()]).size == len(SCHEDULES)
