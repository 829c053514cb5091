"""What each surface's lesson tells a student really happens, with the rates and starts it names."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, AdaGrad, Adam, GradientDescent, Momentum, RMSProp
from parameters import Array
from simulation import Entrant, Run, Verdict, race, simulate, status_of
from surfaces import SURFACES


def _default_race(key: str) -> tuple[dict[str, Verdict], dict[str, Array], Run]:
    """Verdicts and end points by optimizer, after the surface's own race."""
    surface = SURFACES[key]
    names = ("gd", "momentum", "adagrad", "rmsprop", "adam")
    entrants = [Entrant(OPTIMIZERS[name](), surface.learning_rate) for name in names]
    run = race(surface, entrants, surface.start, surface.steps)
    verdicts = [Verdict(int(each)) for each in status_of(surface, run).verdict[-1]]
    return dict(zip(names, verdicts, strict=True)), dict(zip(names, run.path[-1].T, strict=True)), run


def _outside(key: str, place: Array) -> bool:
    (x0, x1), (y0, y1) = SURFACES[key].domain
    return not (x0 <= place[0] <= x1 and y0 <= place[1] <= y1)


def test_class_ravine() -> None:
    verdicts, _, run = _default_race("class-ravine")
    assert verdicts["gd"] is Verdict.CONVERGED
    assert (np.diff(np.sign(run.path[:40, 1, 0])) != 0).all()  # zigzags: every step crosses the valley
    assert verdicts["rmsprop"] is Verdict.OSCILLATING


def test_bowl() -> None:
    bowl = SURFACES["bowl"]
    path = simulate(bowl, GradientDescent(), bowl.start, 0.1, 100).path[..., 0]
    x, y = np.array(bowl.start)
    assert np.abs(path[:, 0] * y - path[:, 1] * x).max() < 1e-12  # a straight line
    assert (simulate(bowl, GradientDescent(), bowl.start, 0.5, 1).path[1] == 0).all()
    assert np.diff(simulate(bowl, GradientDescent(), bowl.start, 1.01, 50).loss[:, 0]).min() > 0


def test_ravine() -> None:
    verdicts, _, _ = _default_race("ravine")
    assert verdicts["gd"] is Verdict.CONVERGED
    # the narrower, the slower, each with its own best rate
    ravine = type(SURFACES["ravine"])
    ends = []
    for condition_number in (2.0, 10.0, 50.0, 250.0):
        surface = ravine(condition_number)  # type: ignore[call-arg]
        ends.append(simulate(surface, GradientDescent(), (-9.0, 2.5), 2 / (1 + condition_number), 100).path[-1, :, 0])
    assert (np.diff(np.hypot(*np.array(ends).T)) > 0).all()


def test_matyas() -> None:
    verdicts, _, run = _default_race("matyas")
    x, y = run.points[..., 0]
    assert abs(x[20] - y[20]) < 1e-2 * abs(x[0] - y[0])  # on y = x soon
    assert np.hypot(x[100], y[100]) > 3  # and still far away
    assert verdicts["gd"] is Verdict.MOVING
    assert verdicts["momentum"] is Verdict.CONVERGED


def test_booth() -> None:
    booth = SURFACES["booth"]
    assert np.linalg.solve([[1, 2], [2, 1]], [7, 5]) == pytest.approx(booth.minima[0].place)
    assert _default_race("booth")[0]["gd"] is Verdict.CONVERGED


def test_bounded_saddle() -> None:
    _, _, run = _default_race("bounded-saddle")
    left = np.argmax(np.abs(run.path[:, 1]) > 0.35, axis=0)
    assert (left > 0).all()
    assert left.argmax() == 0
    surface = SURFACES["bounded-saddle"]
    for rule in OPTIMIZERS.values():
        assert (simulate(surface, rule(), (1.0, 0.0), surface.learning_rate, 500).path[:, 1] == 0).all()


def test_hyperbolic_saddle() -> None:
    verdicts, places, _ = _default_race("hyperbolic-saddle")
    assert np.hypot(*places["gd"]) < 0.1
    assert all(abs(places[name][1]) > 0.5 for name in ("momentum", "adagrad", "rmsprop", "adam"))
    assert {verdicts[name] for name in ("momentum", "rmsprop", "adam")} == {Verdict.FALLING}
    surface = SURFACES["hyperbolic-saddle"]
    loss = simulate(surface, AdaGrad(), surface.start, surface.learning_rate, 2000).loss[:, 0]
    assert loss[-1] < -1
    assert (np.diff(loss) < 0).all()


def test_monkey_saddle() -> None:
    surface = SURFACES["monkey-saddle"]
    run = simulate(surface, GradientDescent(), surface.start, surface.learning_rate, surface.steps)
    assert (np.diff(np.hypot(*run.points)[:, 0]) < 0).all()
    assert (np.diff(np.hypot(*np.diff(run.path[..., 0], axis=0).T)) < 0).all()  # ever shorter steps
    for rule in (AdaGrad(), RMSProp(), Adam()):
        y = simulate(surface, rule, surface.start, surface.learning_rate, surface.steps).path[:, 1, 0]
        assert 0 < np.argmax(np.abs(y) > 0.35) < 50


def test_two_wells() -> None:
    verdicts, _, _ = _default_race("two-wells")
    assert verdicts["gd"] is Verdict.LOCAL
    assert {verdicts[name] for name in ("momentum", "adam")} == {Verdict.CONVERGED}
    assert verdicts["rmsprop"] is Verdict.HOVERING


def test_himmelblau() -> None:
    verdicts, places, _ = _default_race("himmelblau")
    arrived = [name for name, verdict in verdicts.items() if verdict in (Verdict.CONVERGED, Verdict.HOVERING)]
    assert len(arrived) == 4
    minima = np.array([minimum.place for minimum in SURFACES["himmelblau"].minima])
    assert len({int(np.hypot(*(minima - places[name]).T).argmin()) for name in arrived}) == 3
    assert {minimum.is_global for minimum in SURFACES["himmelblau"].minima} == {True}


def test_three_hump_camel() -> None:
    verdicts, places, _ = _default_race("three-hump-camel")
    assert verdicts["gd"] is Verdict.LOCAL
    assert places["gd"][0] > 1
    assert verdicts["momentum"] is Verdict.LOCAL
    assert places["momentum"][0] < -1
    assert verdicts["adam"] is Verdict.CONVERGED


def test_six_hump_camel() -> None:
    _, places, _ = _default_race("six-hump-camel")
    heights = {name: float(SURFACES["six-hump-camel"].value(place)) for name, place in places.items()}
    assert heights["gd"] == pytest.approx(2.104, abs=0.01)
    assert heights["rmsprop"] == pytest.approx(-0.215, abs=0.01)
    assert heights["adam"] == pytest.approx(-0.215, abs=0.01)
    assert heights["momentum"] == pytest.approx(-1.032, abs=0.01)


def test_styblinski_tang() -> None:
    verdicts, places, _ = _default_race("styblinski-tang")
    surface = SURFACES["styblinski-tang"]
    shallowest = max(minimum.value for minimum in surface.minima)
    assert verdicts["momentum"] is Verdict.CONVERGED
    for name in ("gd", "rmsprop"):
        assert verdicts[name] is Verdict.LOCAL
        assert surface.value(places[name]) == pytest.approx(shallowest, abs=0.1)


def test_rastrigin() -> None:
    surface = SURFACES["rastrigin"]
    verdicts, places, run = _default_race("rastrigin")
    assert np.abs(run.path).max() <= 3.5, "nobody jumps about: what is drawn is a way, not a scribble"
    for name in ("gd", "rmsprop", "adam"):
        assert np.hypot(*(places[name] - np.array((-1.99, 2.985)))) < 0.02, name
    assert {verdicts[name] for name in ("gd", "momentum", "adam")} == {Verdict.LOCAL}
    assert surface.value(places["momentum"]) < surface.value(places["gd"]) - 4  # one local minimum farther down
    for steps in (100, surface.steps):
        wild = race(surface, [Entrant(GradientDescent(), 0.5), Entrant(Momentum(), 0.5)], surface.start, steps)
        assert all(_outside("rastrigin", place) for place in wild.path[-1].T)


def test_ackley() -> None:
    surface = SURFACES["ackley"]
    verdicts, places, _ = _default_race("ackley")
    assert [name for name, place in places.items() if np.hypot(*place) < 0.1] == ["momentum"]
    assert verdicts["momentum"] is Verdict.HOVERING  # about the tip
    assert Verdict.CONVERGED not in verdicts.values()
    for rate in (1e-2, 1e-3, 1e-4):
        tip = simulate(surface, GradientDescent(), (0.3 * rate, 0.2 * rate), rate, 2000)
        distance = np.hypot(*tip.points)[-1000:, 0]
        assert distance.max() > rate / 2  # never at rest
        assert distance.max() < 5 * rate  # yet around the tip


def test_levy() -> None:
    verdicts, places, _ = _default_race("levy")
    assert [name for name, verdict in verdicts.items() if verdict is Verdict.CONVERGED] == ["momentum"]
    assert {verdicts[name] for name in ("gd", "adagrad", "adam")} == {Verdict.LOCAL}
    assert len({tuple(np.round(places[name])) for name in ("gd", "adagrad", "adam")}) == 3


def test_goldstein_price() -> None:
    surface = SURFACES["goldstein-price"]
    verdicts, _, run = _default_race("goldstein-price")
    assert {verdicts["gd"], verdicts["momentum"]} == {Verdict.DIVERGED}
    assert (np.abs(run.path[1, :, :2]).max(axis=0) > 10).all()  # at once
    assert verdicts["adam"] is Verdict.CONVERGED
    slow = simulate(surface, Momentum(), surface.start, 0.0001, surface.steps)
    assert Verdict(int(status_of(surface, slow).verdict[-1, 0])) is Verdict.CONVERGED
    still = simulate(surface, Adam(), surface.start, 0.0001, surface.steps)
    assert np.hypot(*(still.path[-1, :, 0] - surface.start)) < 0.05


def test_rosenbrock() -> None:
    _, places, _ = _default_race("rosenbrock")
    assert np.hypot(*(places["momentum"] - 1)) < 0.15
    assert places["gd"][0] < (-1.5 + 1) / 2
    surface = SURFACES["rosenbrock"]
    assert not np.isfinite(simulate(surface, GradientDescent(), surface.start, 0.0025, 20).loss[-1]).all()


def test_beale() -> None:
    verdicts, places, _ = _default_race("beale")
    assert verdicts["gd"] is Verdict.STALLED
    assert np.hypot(*(places["gd"] - (3, 0.5))) < 0.1
    assert verdicts["momentum"] is Verdict.CONVERGED
    wall = simulate(SURFACES["beale"], Momentum(), (1.0, 2.0), 0.01, 10)
    assert not np.isfinite(wall.loss[-1]).all()


def test_gaussian_plateau() -> None:
    verdicts, _, run = _default_race("gaussian-plateau")
    assert verdicts["gd"] is Verdict.STALLED
    loss = dict(zip(("gd", "momentum", "adagrad", "rmsprop", "adam"), run.loss[-1], strict=True))
    assert loss["gd"] > 0.99
    assert max(loss[name] for name in ("adagrad", "rmsprop", "adam")) < 0.01
