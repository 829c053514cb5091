"""The guide says what the stage does: every fact in it is the one that the stage itself uses."""

import re
from typing import get_args

import pytest

from figures.theme import Dash, Marker
from pages.guide.words import KEYS, RULES, key_table, sign_list, verdict_table
from simulation import VERDICT_MEANINGS, VERDICT_NAMES, Verdict
from simulation.status import ARRIVED, FAR, GONE, STEADY, STILL, TURNS, WINDOW
from stage.swatches import DASH_NAMES, MARKER_NAMES
from stage.words import SIGNS, WORDS
from text import LANGUAGES, Language
from ui.common.tables import markdown_table


def rows(markdown: str) -> list[list[str]]:
    """The cells of a Markdown table, without its head."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines()[2:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_is_told_in_the_order_in_which_it_is_tried(language: Language) -> None:
    readout = rows(verdict_table(language))
    assert [name for name, _, _ in readout] == [f"**{VERDICT_NAMES[each][language]}**" for each in Verdict]
    assert [meaning for _, meaning, _ in readout] == [VERDICT_MEANINGS[each][language] for each in Verdict]
    assert all(rule and not re.search("[{}]", rule) for _, _, rule in readout)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_thresholds_are_those_of_the_verdicts(language: Language) -> None:
    readout = dict(zip(Verdict, (rule for _, _, rule in rows(verdict_table(language))), strict=True))

    def numbers(verdict: Verdict) -> set[float]:
        return {float(number) for number in re.findall(r"\d+(?:\.\d+)?", readout[verdict])}

    for arrived in (Verdict.CONVERGED, Verdict.LOCAL, Verdict.SADDLE):
        assert numbers(arrived) == {WINDOW, 100 * ARRIVED, round(100 * GONE, 9)}
    assert numbers(Verdict.STALLED) == {WINDOW, 100 * STILL}
    assert numbers(Verdict.OSCILLATING) == {TURNS, WINDOW, 2 * WINDOW, 100 * STEADY}
    assert numbers(Verdict.DIVERGED) == {WINDOW, FAR}
    assert set(RULES) == set(Verdict)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_and_every_key_has_its_line(language: Language) -> None:
    signs = sign_list(language)
    for word, sign in SIGNS.items():
        assert f"**{sign}** {WORDS[word][language]}" in signs
    assert [row[0] for row in rows(key_table(language))] == [key[language] for key, _ in KEYS]


def test_every_way_to_draw_has_a_name_of_its_own() -> None:
    assert set(DASH_NAMES) == set(get_args(Dash))
    assert set(MARKER_NAMES) == set(get_args(Marker))
    for names in (DASH_NAMES, MARKER_NAMES):
        for language in LANGUAGES:
            assert len({name[language] for name in names.values()}) == len(names)


def test_a_table_in_markdown() -> None:
    assert markdown_table(["a", "b"], [["1", "2"], ["3", "4"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"
