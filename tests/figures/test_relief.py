"""The relief: the map's heights, raised; what the player lays on it knows them from this figure alone."""

from typing import Any, get_args

import numpy as np
import pytest

from figures.contour import contour
from figures.relief import relief
from figures.theme import Theme, look_of
from surfaces import SURFACES, Surface

THEMES: tuple[Theme, ...] = get_args(Theme)
every_surface = pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))


def ground(surface: Surface, theme: Theme = "light") -> Any:
    (trace,) = relief(surface, theme).data
    assert trace.type == "surface"
    return trace


@every_surface
def test_it_stands_over_the_domain_and_is_as_high_as_the_map_is_coloured(surface: Surface) -> None:
    trace = ground(surface)
    (x0, x1), (y0, y1) = surface.domain
    x, y, z = (np.asarray(each, dtype=np.float64) for each in (trace.x, trace.y, trace.z))
    assert (x[0], x[-1], y[0], y[-1]) == pytest.approx((x0, x1, y0, y1))
    assert z.shape == (len(y), len(x))
    assert np.isfinite(z).all()
    (colours,) = [each for each in contour(surface, "light").data if each.type == "contour"]
    on_the_map = np.asarray(colours.z, dtype=np.float64)
    fine, coarse = len(on_the_map), len(z)
    shared = np.gcd(fine - 1, coarse - 1)
    assert shared >= 20, "places that both grids have"
    here, there = z[:: (coarse - 1) // shared, :: (coarse - 1) // shared], on_the_map[:: (fine - 1) // shared]
    there = there[:, :: (fine - 1) // shared]
    if surface.logarithmic:  # the lowest place of a grid is the zero of its logarithm: the order is the same
        assert (np.argsort(here, axis=None)[-50:] == np.argsort(there, axis=None)[-50:]).all()
    else:
        np.testing.assert_allclose(here, there, rtol=1e-5, atol=1e-6 * float(np.ptp(there)))


@every_surface
def test_it_carries_every_marked_place_with_its_sign(surface: Surface) -> None:
    marks = {tuple(each) for each in relief(surface, "dark").layout.meta["marks"]}
    expected = {("global" if each.is_global else "local", *each.place) for each in surface.minima}
    expected |= {("saddle", *each.place) for each in surface.saddles}
    assert marks == expected


@every_surface
def test_the_floor_keeps_the_true_proportions_or_is_as_narrow_as_can_be_looked_at(surface: Surface) -> None:
    sides = relief(surface, "light").layout.scene.aspectratio
    (x0, x1), (y0, y1) = surface.domain
    ratio, true = sides.x / sides.y, (x1 - x0) / (y1 - y0)
    if 0.45 <= true <= 1 / 0.45:
        assert ratio == pytest.approx(true)
    else:
        assert min(ratio, 1 / ratio) == pytest.approx(0.45)
        assert (ratio > 1) == (true > 1)


def test_it_has_no_vanishing_point_and_keeps_how_it_was_turned() -> None:
    one, other = (relief(SURFACES[key], "light").layout for key in ("bowl", "himmelblau"))
    assert one.scene.camera.projection.type == "orthographic"
    assert one.uirevision == other.uirevision is not None


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("theme", THEMES)
def test_it_has_the_colours_of_its_theme(theme: Theme, projector: bool) -> None:
    figure = relief(SURFACES["bowl"], theme, projector=projector)
    look = look_of(theme, projector=projector)
    assert [color for _, color in figure.data[0].colorscale] == list(look.depths)
    assert figure.layout.scene.xaxis.color == look.text
    assert figure.data[0].contours.z.color == look.lines


@every_surface
def test_it_is_pure_and_small_enough_to_send(surface: Surface) -> None:
    text = relief(surface, "dark").to_json()
    assert text == relief(surface, "dark").to_json()
    assert len(text) < 80_000
