"""The map: a pure function of the surface and the theme, true to the heights, with every known point marked."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import numpy as np
import plotly.graph_objects as go
import pytest

from figures.contour import contour
from figures.theme import LOOKS, Theme
from surfaces import SURFACES, Surface
from surfaces.ravine import Ravine

THEMES: tuple[Theme, ...] = get_args(Theme)

every_surface = pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))
every_theme = pytest.mark.parametrize("theme", THEMES)


def heights(figure: go.Figure) -> Any:
    (trace,) = [each for each in figure.data if each.type == "contour"]
    return trace


def marks(figure: go.Figure) -> dict[str, set[tuple[float, float]]]:
    """Where each sign stands."""
    return {
        each.marker.symbol: set(zip(map(float, each.x), map(float, each.y), strict=True))
        for each in figure.data
        if each.type == "scatter"
    }


@every_surface
@every_theme
def test_the_grid_covers_the_domain_and_carries_the_heights(surface: Surface, theme: Theme) -> None:
    trace = heights(contour(surface, theme))
    (x0, x1), (y0, y1) = surface.domain
    x, y, z = (np.asarray(each, dtype=np.float64) for each in (trace.x, trace.y, trace.z))
    assert z.shape == (len(y), len(x))
    assert len(x) == len(y) >= 100
    assert (x[0], x[-1], y[0], y[-1]) == pytest.approx((x0, x1, y0, y1))
    assert np.diff(x) == pytest.approx((x1 - x0) / (len(x) - 1), rel=1e-3)
    assert np.isfinite(z).all()

    rng = np.random.default_rng(0)
    across, up = rng.integers(len(x), size=400), rng.integers(len(y), size=400)
    computed = surface.value(np.array([np.linspace(x0, x1, len(x))[across], np.linspace(y0, y1, len(y))[up]]))
    drawn = z[up, across]
    if surface.logarithmic:
        order = np.argsort(computed)
        assert (np.diff(drawn[order]) >= -1e-6 * np.ptp(drawn)).all(), "what is higher is drawn higher"
        apart = np.diff(computed[order]) > 1e-3 * np.abs(computed[order][1:])
        assert (np.diff(drawn[order])[apart] > 0).all(), "and not as high"
        assert apart.sum() > 20
    else:
        np.testing.assert_allclose(drawn, computed, rtol=1e-5, atol=1e-6 * float(np.ptp(computed)))


@every_surface
def test_the_levels_span_all_heights(surface: Surface) -> None:
    trace = heights(contour(surface, "light"))
    z = np.asarray(trace.z, dtype=np.float64)
    levels = trace.contours
    assert levels.start == pytest.approx(z.min(), abs=1e-5 * np.ptp(z))
    assert levels.end == pytest.approx(z.max(), abs=1e-5 * np.ptp(z))
    assert 10 <= (levels.end - levels.start) / levels.size <= 40


@every_surface
@every_theme
def test_every_minimum_and_saddle_is_marked_and_nothing_else(surface: Surface, theme: Theme) -> None:
    figure = contour(surface, theme)
    expected = {
        "star": {each.place for each in surface.minima if each.is_global},
        "star-open": {each.place for each in surface.minima if not each.is_global},
        "x-thin-open": {each.place for each in surface.saddles},
    }
    assert marks(figure) == {symbol: places for symbol, places in expected.items() if places}


def test_the_signs_are_there_to_be_told_apart() -> None:
    """Of each sign there is at least one on some map; else the test above would hold nothing."""
    seen = {symbol for surface in SURFACES.values() for symbol in marks(contour(surface, "light"))}
    assert seen == {"star", "star-open", "x-thin-open"}


@every_surface
def test_the_axes_are_the_domain(surface: Surface) -> None:
    layout = contour(surface, "light").layout
    assert tuple(layout.xaxis.range) == surface.domain[0]
    assert tuple(layout.yaxis.range) == surface.domain[1]


@every_theme
def test_the_map_has_the_colours_of_its_theme(theme: Theme) -> None:
    figure = contour(SURFACES["six-hump-camel"], theme)
    look = LOOKS[theme]
    assert [color for _, color in heights(figure).colorscale] == list(look.depths)
    assert {each.marker.color for each in figure.data if each.type == "scatter"} == {look.text}
    assert figure.layout.font.color == look.text
    other = contour(SURFACES["six-hump-camel"], "dark" if theme == "light" else "light")
    assert other.to_json() != figure.to_json()


@every_surface
def test_it_is_pure(surface: Surface) -> None:
    assert contour(surface, "dark").to_json() == contour(surface, "dark").to_json()


def test_a_knob_changes_the_map() -> None:
    narrow, wide = (contour(replace(Ravine(), condition_number=each), "light") for each in (1000.0, 2.0))
    assert narrow.to_json() != wide.to_json()


@every_surface
def test_it_is_json_without_holes(surface: Surface) -> None:
    """Plotly writes nan and inf as null: none must be there, and the whole must stay small enough to send."""
    text = contour(surface, "light").to_json()

    def holes(value: Any) -> Iterator[Any]:
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if each is None:
                yield value
            yield from holes(each)

    figure = json.loads(text)
    assert list(holes(figure["data"])) == []
    assert len(text) < 150_000
