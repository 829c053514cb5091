"""How optimizers are told apart: never by colour alone, and on any ground."""

from itertools import combinations
from typing import get_args

import pytest

from figures.theme import LOOKS, PROJECTED, Dash, Marker, Style, Theme, look_of, style
from optimizers import OPTIMIZERS

KEYS = tuple(OPTIMIZERS)
THEMES: tuple[Theme, ...] = get_args(Theme)
MORE = (*KEYS, "lion", "nesterov", "adamw")
"""Optimizers that may be added: they have no style of their own yet."""


def luminance(color: str) -> float:
    """WCAG 2.2, relative luminance."""
    levels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio: from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("key", MORE)
def test_every_optimizer_has_a_colour_a_dash_and_a_marker(key: str) -> None:
    drawn = style(key, MORE)
    assert drawn.dash in get_args(Dash)
    assert drawn.marker in get_args(Marker)
    for theme in THEMES:
        assert len(drawn.color(theme)) == 7
        assert luminance(drawn.color(theme)) >= 0
    assert style(key, MORE) is drawn


@pytest.mark.parametrize(("one", "other"), list(combinations(MORE, 2)))
def test_any_two_differ_in_at_least_two_ways(one: str, other: str) -> None:
    """Who sees no colours, or only a short piece of a line, still tells them apart."""
    a, b = style(one, MORE), style(other, MORE)
    for theme in THEMES:
        ways = [a.color(theme) != b.color(theme), a.dash != b.dash, a.marker != b.marker]
        assert sum(ways) >= 2, (a, b)
        assert ways[0]
    assert a.marker != b.marker, "the marker alone is enough"


def test_without_more_optimizers_than_styles_none_is_used_twice() -> None:
    styles: set[Style] = {style(key, MORE) for key in MORE}
    assert len(styles) == len(MORE)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", MORE)
def test_a_line_stands_out_from_its_halo_and_the_quiet_ground(theme: Theme, key: str) -> None:
    """3 : 1 is what WCAG asks of graphics. The halo is around every line, so no ground ever touches it."""
    look, color = LOOKS[theme], style(key, MORE).color(theme)
    assert contrast(color, look.halo) >= 3
    assert contrast(color, look.depths[0]) >= 3, "where the minima are"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", KEYS)
def test_a_line_is_seen_on_the_strongest_ground_too(theme: Theme, key: str) -> None:
    """Nearly 2 : 1 on the highest places of the map, and there the halo parts the line from it."""
    look, color = LOOKS[theme], style(key, KEYS).color(theme)
    assert max(contrast(color, look.depths[-1]), contrast(look.halo, look.depths[-1])) >= 2
    assert contrast(color, look.depths[-1]) >= 1.5


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_easily_read(theme: Theme) -> None:
    look = LOOKS[theme]
    ground = "#ffffff" if theme == "light" else "#0e1117"
    assert contrast(look.text, ground) >= 7
    for depth in look.depths:
        assert contrast(look.text, depth) >= 4.5, "the marks on the map are drawn in it"


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_goes_evenly_from_its_lowest_to_its_highest_place(theme: Theme) -> None:
    levels = [luminance(color) for color in LOOKS[theme].depths]
    assert levels == sorted(levels, reverse=theme == "light")
    assert len(set(levels)) == len(levels)


@pytest.mark.parametrize("theme", THEMES)
def test_a_projector_gets_more_contrast_everywhere(theme: Theme) -> None:
    screen, beam = LOOKS[theme], look_of(theme, projector=True)
    assert beam is PROJECTED[theme]
    assert look_of(theme) is screen
    ground = screen.depths[0] if theme == "light" else "#0e1117"
    assert contrast(beam.text, ground) > contrast(screen.text, ground)
    assert contrast(beam.faint, ground) >= 3 > contrast(screen.faint, ground), "grid lines are seen from the back row"
    for key in KEYS:
        color = style(key, KEYS).color(theme)
        assert contrast(color, beam.depths[-1]) > contrast(color, screen.depths[-1]), "the ground is quieter"
