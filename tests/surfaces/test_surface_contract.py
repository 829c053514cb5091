"""What every surface must hold. The whole registry is tested, so a new file is tested by itself."""

import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, replace

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

import surfaces
from discovery import concrete_subclasses
from optimizers import OPTIMIZERS
from parameters import Array, parameters
from simulation import Entrant, Verdict, race, status_of
from surfaces import KINDS, SURFACES, Minimum, Saddle, Surface
from surfaces.base import symmetric
from surfaces.beale import Beale
from surfaces.booth import Booth
from surfaces.himmelblau import Himmelblau
from surfaces.rosenbrock import Rosenbrock
from surfaces.three_hump_camel import ThreeHumpCamel
from text import LANGUAGES, Text, read


def _at_the_ends_of_its_knobs(surface: Surface) -> list[Surface]:
    """The surface with each of its parameters at its lowest and at its highest."""
    return [
        replace(surface, **{knob.key: value})  # type: ignore[type-var]
        for knob in parameters(surface)
        for value in (knob.low, knob.high)
    ]


def _with_knobs() -> list[Surface]:
    return [each for surface in SURFACES.values() for each in (surface, *_at_the_ends_of_its_knobs(surface))]


every_surface = pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))
every_setting = pytest.mark.parametrize("surface", _with_knobs(), ids=repr)


def _marked(surface: Surface) -> list[Minimum | Saddle]:
    return [*surface.minima, *surface.saddles]


def _points(surface: Surface, count: int = 500) -> Array:
    """Random points (2, count): half of them anywhere, half of them near marked places."""
    rng = np.random.default_rng(20)
    (x0, x1), (y0, y1) = surface.domain
    anywhere = rng.uniform([[x0], [y0]], [[x1], [y1]], (2, count))
    near = rng.choice(np.array([each.place for each in _marked(surface)]), count).T + rng.normal(
        0, 0.02 * (x1 - x0), (2, count)
    )
    return np.concatenate([anywhere, near], axis=1)


def _is_kink(surface: Surface, place: tuple[float, float]) -> bool:
    return not np.isfinite(surface.hessian(np.array(place))).all()


def _newton_step(surface: Surface, place: tuple[float, float]) -> float:
    """How far Newton's method would still move: the distance to the exact stationary point."""
    p = np.array(place)
    return float(np.linalg.norm(np.linalg.solve(surface.hessian(p), surface.gradient(p))))


def _circle(place: tuple[float, float], radius: float) -> Array:
    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False) + 0.01
    return np.array(place)[:, None] + radius * np.array([np.cos(angle), np.sin(angle)])


# Derivatives


@every_setting
def test_gradient_is_the_slope_of_the_value(surface: Surface) -> None:
    p = _points(surface)
    h = 1e-5
    numerical = np.array(
        [(surface.value(p + step) - surface.value(p - step)) / (2 * h) for step in h * np.eye(2)[..., None]]
    )
    exact = surface.gradient(p)
    assert_allclose(numerical, exact, rtol=2e-6, atol=2e-6 * float(np.median(np.abs(exact))))


@every_setting
def test_hessian_is_the_slope_of_the_gradient(surface: Surface) -> None:
    p = _points(surface)
    h = 1e-5
    numerical = np.array(
        [(surface.gradient(p + step) - surface.gradient(p - step)) / (2 * h) for step in h * np.eye(2)[..., None]]
    )
    exact = surface.hessian(p)
    assert_allclose(numerical, exact, rtol=2e-6, atol=2e-6 * float(np.median(np.abs(exact))))
    assert_array_equal(exact[0, 1], exact[1, 0])


# Arrays


@every_surface
@pytest.mark.parametrize("shape", [(), (1,), (7,), (4, 5), (2, 3, 4)], ids=str)
def test_shapes_follow_the_points(surface: Surface, shape: tuple[int, ...]) -> None:
    p = np.random.default_rng(1).uniform(-1, 1, (2, *shape))
    assert np.shape(surface.value(p)) == shape
    assert surface.gradient(p).shape == (2, *shape)
    assert surface.hessian(p).shape == (2, 2, *shape)
    assert {surface.value(p).dtype, surface.gradient(p).dtype, surface.hessian(p).dtype} == {np.dtype(np.float64)}


@every_surface
def test_a_batch_is_its_columns(surface: Surface) -> None:
    p = _points(surface, 20)
    for function in (surface.value, surface.gradient, surface.hessian):
        columns = np.stack([function(p[:, b]) for b in range(p.shape[1])], axis=-1)
        assert_allclose(function(p), columns, rtol=1e-12, atol=1e-12 * float(np.abs(columns).max()))


@every_surface
def test_points_are_not_changed(surface: Surface) -> None:
    p = _points(surface, 20)
    before = p.copy()
    surface.value(p)
    surface.gradient(p)
    surface.hessian(p)
    assert_array_equal(p, before)


@every_surface
def test_results_are_not_views_of_each_other_or_of_the_points(surface: Surface) -> None:
    p = _points(surface, 20)
    first = surface.gradient(p)
    kept = first.copy()
    surface.gradient(p)[...] = 0
    assert not np.shares_memory(first, p)
    assert_array_equal(first, kept)


@every_surface
@pytest.mark.parametrize("lost", [np.inf, -np.inf, np.nan, 1e200])
def test_a_lost_column_leaves_the_others_alone(surface: Surface, lost: float) -> None:
    p = _points(surface, 20)
    with_lost = p.copy()
    with_lost[:, 3] = lost
    others = np.arange(p.shape[1]) != 3
    with np.errstate(all="ignore"):
        for function in (surface.value, surface.gradient, surface.hessian):
            assert_allclose(function(with_lost)[..., others], function(p)[..., others], rtol=1e-13)


@every_surface
def test_nan_is_never_hidden(surface: Surface) -> None:
    p = np.full((2, 3), np.nan)
    with np.errstate(all="ignore"):
        assert np.isnan(surface.value(p)).all()


# Marked places


@every_setting
def test_minima_are_stationary_and_curve_upwards(surface: Surface) -> None:
    for minimum in surface.minima:
        p = np.array(minimum.place)
        if _is_kink(surface, minimum.place):
            assert_array_equal(surface.gradient(p), 0)
            assert (surface.value(_circle(minimum.place, 1e-6)) > minimum.value + 1e-7).all()
        else:
            assert _newton_step(surface, minimum.place) < 1e-12
            assert np.linalg.eigvalsh(surface.hessian(p))[0] > 0


@every_setting
def test_marked_values_are_the_surface_there(surface: Surface) -> None:
    for marked in _marked(surface):
        assert surface.value(np.array(marked.place)) == pytest.approx(marked.value, rel=1e-13, abs=1e-13)


@every_setting
def test_saddles_are_stationary_with_higher_and_lower_ground_around(surface: Surface) -> None:
    for saddle in surface.saddles:
        p = np.array(saddle.place)
        around = surface.value(_circle(saddle.place, 1e-3))
        assert around.min() < saddle.value < around.max()
        if surface.hessian(p).any():
            low, high = np.linalg.eigvalsh(surface.hessian(p))
            assert low < 0 < high
            assert _newton_step(surface, saddle.place) < 1e-12
        else:
            assert_array_equal(surface.gradient(p), 0)


@every_setting
def test_global_minima_are_the_lowest_and_come_first(surface: Surface) -> None:
    flags = [minimum.is_global for minimum in surface.minima]
    assert flags == sorted(flags, reverse=True)
    if surface.minima:
        bottom = surface.minima[0].value
        assert flags[0]
        for minimum in surface.minima:
            assert minimum.value == bottom if minimum.is_global else minimum.value > bottom + 1e-6


@every_setting
def test_no_point_of_the_picture_lies_below_the_global_minimum(surface: Surface) -> None:
    (x0, x1), (y0, y1) = surface.domain
    heights = surface.value(np.array(np.meshgrid(np.linspace(x0, x1, 401), np.linspace(y0, y1, 401))))
    assert np.isfinite(heights).all()
    if surface.minima:
        assert heights.min() >= surface.minima[0].value - 1e-12


@every_surface
def test_marked_places_are_inside_the_picture_and_differ(surface: Surface) -> None:
    (x0, x1), (y0, y1) = surface.domain
    places = [each.place for each in _marked(surface)]
    assert all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in places)
    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == len(places)
    assert all(type(number) is float for place in places for number in place)


def _stationary_points(surface: Surface, *, minima_only: bool) -> Array:
    """Where many starts all over the picture end: (2, found), inside the picture.

    Newton's method with short steps; for minima with |λ| in place of λ, and only downhill.
    """
    (x0, x1), (y0, y1) = surface.domain
    longest = 0.02 * np.hypot(x1 - x0, y1 - y0)
    # neither symmetric nor on a lattice, so that no start sits on a ridge
    p = np.array(np.meshgrid(np.linspace(x0, x1, 44) + 0.0123, np.linspace(y0, y1, 45) + 0.0077)).reshape(2, -1)
    with np.errstate(all="ignore"):
        for _ in range(90):
            step = _steps(surface, p, absolute=minima_only)
            length = np.hypot(*step)
            step *= np.minimum(1, longest / np.maximum(length, longest))
            if minima_only:
                step = _shortened(surface, p, step)
            moved = p - step
            p = np.where(np.isfinite(moved) & (np.abs(moved) < 50), moved, p)
        arrived = np.hypot(*_steps(surface, p, absolute=False)) < 1e-9
        if minima_only:
            (xx, xy), (_, yy) = surface.hessian(p)
            arrived &= (xx + yy > 0) & (xx * yy > xy**2)
    x, y = p
    return p[:, arrived & (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)]


def _steps(surface: Surface, p: Array, *, absolute: bool) -> Array:
    """The Newton steps at the points (2, B)."""
    (xx, xy), (_, yy) = surface.hessian(p)
    gx, gy = surface.gradient(p)
    middle, radius = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    angle = np.arctan2(2 * xy, xx - yy) / 2  # of the eigenvector of the larger eigenvalue
    c, s = np.cos(angle), np.sin(angle)
    large, small = middle + radius, middle - radius
    if absolute:
        large, small = np.abs(large), np.abs(small)
    along, across = (c * gx + s * gy) / large, (-s * gx + c * gy) / small
    return np.array([c * along - s * across, s * along + c * across])


def _shortened(surface: Surface, p: Array, step: Array) -> Array:
    """The steps halved, column by column, until they do not lead uphill."""
    before = surface.value(p)
    for _ in range(6):
        uphill = surface.value(p - step) > before
        step = np.where(uphill, step / 2, step)
    return step


def _distance_to_nearest(points: Array, places: list[tuple[float, float]]) -> Array:
    return np.min([np.hypot(points[0] - x, points[1] - y) for x, y in places], axis=0)


@every_surface
def test_a_search_finds_exactly_the_marked_minima(surface: Surface) -> None:
    found = _stationary_points(surface, minima_only=True)
    places = [minimum.place for minimum in surface.minima]
    if places and found.size:
        assert _distance_to_nearest(found, places).max() < 1e-6
        for place in places:
            if not _is_kink(surface, place):
                assert _distance_to_nearest(found, [place]).min() < 1e-6
    else:
        assert found.size == 0
        assert not places


def _marks_no_saddle_on_purpose(surface: Surface) -> bool:
    return "none is marked" in " ".join((inspect.getdoc(surface) or "").split())


@every_surface
def test_a_search_finds_exactly_the_marked_saddles(surface: Surface) -> None:
    found = _stationary_points(surface, minima_only=False)
    with np.errstate(all="ignore"):
        (xx, xy), (_, yy) = surface.hessian(found)
        found = found[:, xx * yy < xy**2]
    if _marks_no_saddle_on_purpose(surface):
        assert found.size
        assert surface.saddles == ()
    elif surface.saddles:
        assert _distance_to_nearest(found, [saddle.place for saddle in surface.saddles]).max() < 1e-6
        for saddle in surface.saddles:
            assert _distance_to_nearest(found, [saddle.place]).min() < 1e-6
    else:
        assert found.size == 0


@every_setting
def test_stability_edge_is_two_over_the_largest_curvature(surface: Surface) -> None:
    for minimum in surface.minima:
        edge = surface.stability_edge(minimum.place)
        if _is_kink(surface, minimum.place):
            assert edge == 0
        else:
            (xx, xy), (_, yy) = surface.hessian(np.array(minimum.place))
            assert edge == pytest.approx(2 / ((xx + yy) / 2 + np.hypot((xx - yy) / 2, xy)), rel=1e-12)


def test_stability_edge_is_infinite_where_nothing_curves_upwards() -> None:
    assert SURFACES["himmelblau"].stability_edge((-0.270845, -0.923039)) == np.inf  # its one maximum
    assert SURFACES["monkey-saddle"].stability_edge((0.0, 0.0)) == np.inf


@every_setting
def test_gradient_descent_settles_below_the_stability_edge_and_not_above(surface: Surface) -> None:
    for minimum in surface.minima:
        edge = surface.stability_edge(minimum.place)
        if edge == 0:
            continue
        place = np.array(minimum.place)
        steepest = np.linalg.eigh(surface.hessian(place))[1][:, 1]
        away = 1e-6 * np.hypot(*steepest)
        for share, settles in ((0.98, True), (1.02, False)):
            p = place + 1e-6 * steepest
            for _ in range(60):
                p = p - share * edge * surface.gradient(p)
            assert (np.linalg.norm(p - place) < away) == settles


# Facts


def test_every_surface_class_is_registered_once() -> None:
    classes = list(concrete_subclasses(sys.modules[surfaces.__name__], Surface))  # type: ignore[type-abstract]
    assert len(classes) == len(SURFACES)
    assert {type(surface) for surface in SURFACES.values()} == set(classes)


def test_surfaces_come_in_the_order_of_kind_and_rank() -> None:
    order = [(KINDS.index(surface.kind), surface.rank) for surface in SURFACES.values()]
    assert order == sorted(order)


@every_surface
def test_key_fits_an_address(surface: Surface) -> None:
    assert SURFACES[surface.key] is surface
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", surface.key)


@every_surface
def test_frozen(surface: Surface) -> None:
    with pytest.raises(FrozenInstanceError):
        surface.start = (0.0, 0.0)
    assert surface == type(surface)()
    assert hash(surface) == hash(type(surface)())


@every_surface
def test_both_languages_are_filled(surface: Surface) -> None:
    texts = [surface.name, surface.lesson]
    for knob in parameters(surface):
        texts += [knob.label, knob.meaning]
    hangul = re.compile("[가-힣]")
    assert all(hangul.search(text.ko) for text in texts)
    assert all(text.en and not hangul.search(text.en) for text in texts)
    assert all(_is_tidy(text) for text in texts)
    assert surface.lesson.ko.endswith("니다.")
    assert surface.lesson.en.endswith(".")


def _is_tidy(text: Text) -> bool:
    return all(words == words.strip() and "  " not in words for words in (text.ko, text.en))


@every_surface
def test_formula_and_source_are_filled(surface: Surface) -> None:
    assert surface.formula.count("{") == surface.formula.count("}")
    assert "x" in surface.formula
    for language in LANGUAGES:
        source = str(read(surface.source, language))
        assert source == source.strip() != ""


@every_surface
def test_domain_is_a_rectangle(surface: Surface) -> None:
    (x0, x1), (y0, y1) = surface.domain
    assert x0 < x1
    assert y0 < y1


@every_surface
def test_start_is_inside_the_picture_and_on_a_slope(surface: Surface) -> None:
    (x0, x1), (y0, y1) = surface.domain
    x, y = surface.start
    assert x0 < x < x1
    assert y0 < y < y1
    assert np.hypot(*surface.gradient(np.array(surface.start))) > 1e-3


@every_surface
def test_edge_and_condition_number_are_those_of_the_curvatures_at_every_minimum(surface: Surface) -> None:
    for minimum in surface.minima:
        hessian = surface.hessian(np.array(minimum.place))
        edge, condition_number = surface.stability_edge(minimum.place), surface.condition_number_at(minimum.place)
        if np.isfinite(hessian).all():
            flattest, steepest = np.linalg.eigvalsh(hessian)
            assert edge == pytest.approx(2 / steepest, rel=1e-12)
            assert condition_number == pytest.approx(steepest / flattest, rel=1e-9)
            assert condition_number is not None
            assert condition_number >= 1
        else:
            assert (surface.key, minimum.place) == ("ackley", (0.0, 0.0)), "the only kink"
            assert (edge, condition_number) == (0.0, None)


@dataclass(frozen=True)
class _Trough(Booth):
    """(2x + y)²: along y = −2x it is flat."""

    depth: float = 1.0

    def hessian(self, p: Array) -> Array:
        return self.depth * symmetric(np.full_like(p[0], 8.0), 4.0, 2.0)


def test_a_flat_direction_has_an_infinite_condition_number_and_a_plain_no_edge() -> None:
    """Up to rounding: the eigenvalues of this one come out as 1e-16 or so, not as 0."""
    for depth in (1.0, 1 / 3, 1e-6):
        assert _Trough(depth).condition_number_at((0.3, -0.6)) == np.inf
        assert _Trough(depth).stability_edge((0.3, -0.6)) == pytest.approx(0.2 / depth)
    assert _Trough(0.0).condition_number_at((0.0, 0.0)) == np.inf
    assert _Trough(0.0).stability_edge((0.0, 0.0)) == np.inf


@every_surface
def test_kind_is_true(surface: Surface) -> None:
    curvatures = np.linalg.eigvalsh(np.moveaxis(surface.hessian(_points(surface)), -1, 0))
    places = [each.place for each in _marked(surface)]
    facts = {
        "convex": bool((curvatures > 0).all()) and len(surface.minima) == 1,
        "saddle": bool(surface.saddles) and all(isinstance(each, Saddle) for each in surface.saddles),
        "multi-minimum": len(surface.minima) > 1,
        "valley": len(surface.minima) == 1 and bool((curvatures.max(axis=1) > 100 * np.abs(curvatures[:, 0])).any()),
        "plateau": np.hypot(*surface.gradient(_points(surface))).min() < 1e-3 and len(places) == 1,
    }
    assert facts[surface.kind]


@every_surface
def test_the_default_race_shows_something(surface: Surface) -> None:
    """The lecture's five, with which every surface opens. Those beyond it are chosen by hand, at any rate."""
    assert surface.learning_rate > 0
    assert 50 <= surface.steps <= 300
    lecture = [rule for rule in OPTIMIZERS.values() if not rule.beyond_lecture]
    entrants = [Entrant(rule(), surface.learning_rate) for rule in lecture]
    run = race(surface, entrants, surface.start, surface.steps)
    verdicts = [Verdict(int(each)) for each in status_of(surface, run).verdict[-1]]
    arrivals = [each.place for each in surface.minima]
    endings = {
        (verdict, int(np.argmin([np.hypot(x - px, y - py) for px, py in arrivals])) if arrivals else 0)
        for verdict, (x, y) in zip(verdicts, run.path[-1].T, strict=True)
    }
    assert len(endings) >= 2
    assert verdicts.count(Verdict.DIVERGED) <= 2


# Mistakes seen in published visualizers: the checks above catch each of them


@dataclass(frozen=True)
class _WrongGradient(Booth):
    """One coefficient is off."""

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([10 * x + 8 * y - 34, 8 * x + 10 * y - 34])


@dataclass(frozen=True)
class _ClippedGradient(Rosenbrock):
    """Divergence cannot be seen."""

    def gradient(self, p: Array) -> Array:
        return np.clip(super().gradient(p), -10, 10)


@dataclass(frozen=True)
class _StarredPlace(Himmelblau):
    """A minimum is starred that is none: the sign of a coordinate is lost."""

    minima = (*Himmelblau.minima[:3], Minimum((3.5844283403304917, 1.8481265269644036), 0.0))


@dataclass(frozen=True)
class _RoundedMinimum(Himmelblau):
    """A minimum copied from a table of three digits."""

    minima = (*Himmelblau.minima[:3], Minimum((3.584, -1.848), 0.0))


@dataclass(frozen=True)
class _StarredSaddle(Beale):
    """The saddle (0, 1) is starred as a minimum."""

    minima = (*Beale.minima, Minimum((0.0, 1.0), 14.203125, is_global=False))  # type: ignore[assignment]


@dataclass(frozen=True)
class _ForgottenMinimum(Himmelblau):
    """One of four minima is missing."""

    minima = Himmelblau.minima[:3]  # type: ignore[assignment]


@dataclass(frozen=True)
class _ForgottenSaddle(Himmelblau):
    """One of four saddles is missing."""

    saddles = Himmelblau.saddles[:3]  # type: ignore[assignment]


@dataclass(frozen=True)
class _SixHumpValue(ThreeHumpCamel):
    """Three-hump's minimum is given as six-hump's value."""

    minima = (Minimum((0.0898, -0.7126), -1.0316), *ThreeHumpCamel.minima[1:])


@dataclass(frozen=True)
class _LocalCalledGlobal(ThreeHumpCamel):
    """A local minimum is given as global."""

    minima = tuple(minimum._replace(is_global=True) for minimum in ThreeHumpCamel.minima)  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("check", "mistake"),
    [
        (test_gradient_is_the_slope_of_the_value, _WrongGradient()),
        (test_gradient_is_the_slope_of_the_value, _ClippedGradient()),
        (test_minima_are_stationary_and_curve_upwards, _StarredPlace()),
        (test_minima_are_stationary_and_curve_upwards, _RoundedMinimum()),
        (test_minima_are_stationary_and_curve_upwards, _StarredSaddle()),
        (test_minima_are_stationary_and_curve_upwards, _SixHumpValue()),
        (test_marked_values_are_the_surface_there, _SixHumpValue()),
        (test_a_search_finds_exactly_the_marked_minima, _ForgottenMinimum()),
        (test_a_search_finds_exactly_the_marked_saddles, _ForgottenSaddle()),
        (test_global_minima_are_the_lowest_and_come_first, _LocalCalledGlobal()),
    ],
)
def test_a_published_mistake_would_be_caught(check: Callable[[Surface], None], mistake: Surface) -> None:
    with pytest.raises(AssertionError):
        check(mistake)
