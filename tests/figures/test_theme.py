"""How optimizers are told apart: never by colour alone, and on any ground."""

import re
from itertools import combinations
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from figures.theme import CLASSES, LOOKS, PARTS, PROJECTED, Dash, Marker, Style, Theme, look_of, style
from optimizers import OPTIMIZERS
from parameters import Array

KEYS = tuple(OPTIMIZERS)
THEMES: tuple[Theme, ...] = get_args(Theme)
MORE = (*KEYS, "one-more", "and-another")
"""Optimizers that may be added: they have no style of their own yet."""
MARKERS: tuple[str, ...] = get_args(Marker)


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
    assert drawn.marker in MARKERS
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


def test_a_star_is_a_minimum_and_a_flag_the_best_setting_and_neither_an_optimizer() -> None:
    assert {"star", "flag"}.isdisjoint(style(key, MORE).marker for key in MORE)


def test_the_player_can_draw_every_marker() -> None:
    source = (Path(__file__).parent.parent.parent / "stage" / "player" / "ink.js").read_text()
    polygons = source[source.index("const POLYGONS") :].partition("};")[0]
    drawn = set(re.findall(r'"?([a-z-]+)"?: \[', polygons)) | set(re.findall(r'marker === "([a-z-]+)"', source))
    assert drawn | {"circle"} == set(MARKERS)


# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision
# deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009): what is left of linear RGB.
VISIONS = {
    "of most": np.eye(3),
    "without red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "without green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "without blue": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def seen(color: str, vision: str) -> Array:
    """CIE L*a*b* (1976) of a colour as it is seen."""
    levels = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    x, y, z = TO_XYZ @ np.clip(VISIONS[vision] @ linear, 0, 1) / (0.95047, 1, 1.08883)
    f = [np.cbrt(each) if each > (6 / 29) ** 3 else each / (3 * (6 / 29) ** 2) + 4 / 29 for each in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_colours_are_seen_as_the_standard_says() -> None:
    np.testing.assert_allclose(seen("#ffffff", "of most"), (100, 0, 0), atol=0.01)
    np.testing.assert_allclose(seen("#ff0000", "of most"), (53.24, 80.09, 67.20), atol=0.01)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_colours_differ_for_every_kind_of_vision(theme: Theme, vision: str) -> None:
    """A distance of 2.3 can just be noticed. The lecture's blue and green come nearest, seen without blue."""
    for one, other in combinations(KEYS, 2):
        a, b = (seen(style(key, KEYS).color(theme), vision) for key in (one, other))
        beyond = OPTIMIZERS[one].beyond_lecture or OPTIMIZERS[other].beyond_lecture
        assert np.linalg.norm(a - b) >= (18 if beyond else 10), (one, other)


def test_without_more_optimizers_than_styles_none_is_used_twice() -> None:
    styles: set[Style] = {style(key, MORE) for key in MORE}
    assert len(styles) == len(MORE)
    assert len({(each.dash, each.marker) for each in styles}) == len(MORE)


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


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_parts_of_a_formula_are_told_apart_and_from_its_letters(theme: Theme, vision: str) -> None:
    colors = [*(each.color(theme) for each in PARTS.values()), LOOKS[theme].text]
    for one, other in combinations(colors, 2):
        assert np.linalg.norm(seen(one, vision) - seen(other, vision)) >= 25, (one, other)


@pytest.mark.parametrize("theme", THEMES)
def test_the_parts_of_a_formula_are_read_as_words(theme: Theme) -> None:
    ground = "#ffffff" if theme == "light" else "#181818"
    assert all(contrast(each.color(theme), ground) >= 4.5 for each in PARTS.values())
    assert len({each.dash for each in PARTS.values()}) == len(PARTS)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_classes_are_told_apart_and_by_their_signs_alone(theme: Theme, vision: str) -> None:
    for one, other in combinations(CLASSES, 2):
        assert np.linalg.norm(seen(one.color(theme), vision) - seen(other.color(theme), vision)) >= 30, (one, other)
    for each in CLASSES:
        assert contrast(each.color(theme), LOOKS[theme].halo) >= 3
    assert len({each.marker for each in CLASSES}) == len(CLASSES)
