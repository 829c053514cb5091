"""What was once said and was not so: the run that refutes it, and that no sentence says it any more."""

import re
from typing import Any

import numpy as np
import pytest

from formulas import TypedSurface
from optimizers import OPTIMIZERS, Adam, GradientDescent
from pages.basins.words import lesson
from pages.momentum.view import _NOTE, _READOUT
from scenes import SCENES
from scenes.of_basins import ReachedMore
from simulation import (
    VERDICT_MEANINGS,
    VERDICT_NAMES,
    Entrant,
    Status,
    Verdict,
    basins,
    grid_of_starts,
    race,
    simulate,
    status_of,
)
from simulation.schedules import SCHEDULES
from surfaces import SURFACES
from tests.test_style import texts
from text import LANGUAGES
from ui.common.surface_card import curves
from ui.controls.conditions import _NOISE_HINT
from ui.shell.chapters import CHAPTERS
from work.pieces import finished

LECTURE = [rule() for rule in OPTIMIZERS.values() if not rule.beyond_lecture]


def scene_words(key: str) -> str:
    """Everything that a scene says in English."""
    scene = SCENES[key]
    return f"{scene.title.en} {scene.say.en} {scene.why.en}"


def test_who_falls_outside_the_plot_may_still_converge_there() -> None:
    """(x − 6)² + y² from (−3, 3): falling outside for two hundred steps, then at rest at (6, 0), outside."""
    surface = TypedSurface("(x-6)**2+y**2")
    run = simulate(surface, GradientDescent(), (-3.0, 3.0), 0.01, 2000)
    verdicts = status_of(surface, run).verdict[:, 0]
    assert Verdict.FALLING in verdicts[100:330]
    assert np.hypot(*(run.path[-1, :, 0] - [6, 0])) < 1e-9
    for words in (VERDICT_NAMES[Verdict.FALLING], VERDICT_MEANINGS[Verdict.FALLING]):
        assert not re.search("without end|no bottom|unbounded|endless", words.en)
        assert not re.search("끝없|한없|바닥", words.ko)


@pytest.mark.parametrize(("formula", "rate"), [("x**4+x**2+y**2", 0.5), ("exp(x)+exp(-x)+y**2", 0.5)])
def test_convex_alone_does_not_let_every_start_arrive_below_the_limit(formula: str, rate: float) -> None:
    surface = TypedSurface(formula)
    assert surface.kind == "convex"
    assert rate < surface.stability_edge(surface.minima[0].place)
    ends = finished(basins(surface, GradientDescent(), grid_of_starts(surface, 24), rate, 200))
    assert (ends.reached >= 0).mean() < 0.7
    assert "may not reach it" in lesson(surface).en
    assert "from every start" not in lesson(surface).en
    assert "every start" in lesson(SURFACES["class-ravine"]).en, "of a quadratic it is so"


def test_where_the_curvature_at_the_minimum_is_zero_no_limit_is_named() -> None:
    words = lesson(TypedSurface("x**4+y**4"))
    assert not any("∞" in words[language] or "= inf" in words[language] for language in LANGUAGES)


def test_adam_without_bias_correction_takes_another_path_to_the_end() -> None:
    """Not the first steps alone differ: after twenty the paths are .8 apart."""
    surface = SURFACES["class-ravine"]
    entrants = [Entrant(OPTIMIZERS["rmsprop"](), 0.1), Entrant(Adam(beta1=0.0, beta2=0.9), 0.1)]
    run = race(surface, entrants, surface.start, 200)
    apart = np.hypot(*(run.path[:, :, 0] - run.path[:, :, 1]).T)
    assert apart[5] > 0.5
    assert apart[20] > 0.5
    assert "Only the first steps differ" not in scene_words("adam-without-m")
    assert "different points" in scene_words("adam-without-m")


def test_adam_swings_before_it_rests_and_is_not_said_to_stop_without() -> None:
    surface = SURFACES["class-ravine"]
    y = simulate(surface, Adam(), surface.start, 0.1, 200).path[:, 1, 0]
    assert np.count_nonzero(np.diff(np.sign(y)) != 0) >= 5
    scene = SCENES["adam-is-both"]
    assert "흔들림 없이" not in scene.say.ko + scene.why.ko


def test_a_constant_rate_is_not_later_than_any_other_with_gradient_descent_alone() -> None:
    surface, steps = SURFACES["class-ravine"], 200
    rate = surface.stability_edge((0.0, 0.0)) / 2

    def ran(rule: Any) -> Status:
        columns = [Entrant(rule, SCHEDULES[key](rate, steps)) for key in ("constant", "cosine")]
        return status_of(surface, race(surface, columns, surface.start, steps))

    constant, cosine = ran(GradientDescent()).distance[-1]
    assert constant <= cosine
    constant, cosine = ran(Adam()).arrival[-1]
    assert 0 < cosine < constant, "with Adam the cosine is earlier"
    (said,) = [each.text for each in texts() if "any schedule that never exceeds n" in each.text.en]
    assert "gradient descent with the constant learning rate" in said.en
    assert "at least as fast" in said.en


def test_a_limit_cycle_at_a_minimum_is_not_said_to_have_converged() -> None:
    """On the double well gradient descent hops about the minimum for ever with n a little above 2/λmax = .0947."""
    surface = SURFACES["two-wells"]
    for rate in (0.096, 0.097, 0.098):
        run = simulate(surface, GradientDescent(), surface.start, rate, 4000)
        hops = np.hypot(*np.diff(run.path[-100:, :, 0], axis=0).T)
        assert hops.min() > 0.05
        assert status_of(surface, run).verdict[-1, 0] in (Verdict.HOVERING, Verdict.OSCILLATING)


def test_near_a_saddle_is_not_stuck_at_it() -> None:
    surface = SURFACES["bounded-saddle"]
    run = simulate(surface, GradientDescent(), (1.0, 1e-6), 0.03, 600)
    verdicts = status_of(surface, run).verdict[:, 0]
    assert Verdict.SADDLE in verdicts
    assert verdicts[-1] == Verdict.CONVERGED
    assert "stuck" not in VERDICT_NAMES[Verdict.SADDLE].en + VERDICT_MEANINGS[Verdict.SADDLE].en
    assert "갇" not in VERDICT_NAMES[Verdict.SADDLE].ko + VERDICT_MEANINGS[Verdict.SADDLE].ko


def test_what_oscillates_now_may_die_out_later() -> None:
    """n = .999 on the textbook ravine: a swing that keeps 99.8 % a step, converged in the end."""
    surface = SURFACES["class-ravine"]
    run = simulate(surface, GradientDescent(), surface.start, 0.999, 4000)
    verdicts = status_of(surface, run).verdict[:, 0]
    assert verdicts[500] == Verdict.OSCILLATING
    assert verdicts[-1] == Verdict.CONVERGED
    assert "hardly" in VERDICT_MEANINGS[Verdict.OSCILLATING].en
    assert "does not die out" not in VERDICT_MEANINGS[Verdict.OSCILLATING].en


def test_noise_frees_all_five_from_the_saddle() -> None:
    surface = SURFACES["bounded-saddle"]
    entrants = [Entrant(rule, 0.1) for rule in LECTURE]
    exact = race(surface, entrants, (1.0, 0.0), 400)
    assert not exact.path[:, 1].any()
    noisy = race(surface, entrants, (1.0, 0.0), 400, noise=0.01)
    assert (np.abs(noisy.path[-1, 1]) > 0.5).all()
    assert "as long as the gradient is exact" in scene_words("on-the-line")
    assert "as long as the gradient is exact" in surface.lesson.en


def test_what_vanishes_is_said_with_the_weights() -> None:
    chapter = CHAPTERS["vanishing"]
    assert "tanh's with small weights" in chapter.about.en
    assert "ReLU with He initialization" in chapter.about.en
    assert "wide layers" in scene_words("relu-keeps")


def test_noise_is_called_a_simple_model() -> None:
    assert "a simple model" in _NOISE_HINT.en
    assert "모형" in _NOISE_HINT.ko


def test_adamws_card_says_whose_form_it_is() -> None:
    summary = OPTIMIZERS["adamw"].summary
    assert "As in PyTorch" in summary.en
    assert "schedule's multiplier alone" in summary.en


@pytest.mark.parametrize("key", SURFACES)
def test_a_lesson_that_names_a_winner_says_with_which_setting(key: str) -> None:
    """The lesson stays when the viewer changes the setting."""
    lesson_of = SURFACES[key].lesson
    rules = [rule.name for rule in LECTURE if rule.key != "gd" and rule.name in lesson_of.en]
    if rules:
        assert re.search(r"default settings|learning rate (of )?[(]?\d|With 0\.\d|rate of \d", lesson_of.en), (
            lesson_of.en
        )
        assert re.search(r"기본 설정|학습률(이 작으면\()? ?\(?\d|\(0\.\d|0\.\d+에서는", lesson_of.ko), lesson_of.ko


def test_a_step_can_land_exactly_on_a_kink() -> None:
    surface = TypedSurface("abs(x)+3*abs(y)")
    run = simulate(surface, GradientDescent(), (-3.5, 1.5), 0.125, 200)
    assert not np.diff(run.path[-50:, :, 0], axis=0).any()
    assert "unless a step happens to land exactly on it" in curves(surface, (0.0, 0.0)).en


def test_a_step_of_a_rippling_ball_keeps_root_r_in_the_long_run_alone() -> None:
    """r = .8, n a = .5: .5, .3, 3.97, 1.1 …; over many steps the mean is √.8."""
    distance = [1.0, 0.5]
    for _ in range(400):
        distance.append(1.3 * distance[-1] - 0.8 * distance[-2])
    factors = np.abs(np.divide(distance[1:6], distance[:5]))
    assert factors.max() > 1 > factors.min()
    assert "long run" in _READOUT.en
    assert "장기적으로" in _READOUT.ko
    assert _NOTE.en.startswith("⚑")


def test_percentage_points_are_named() -> None:
    assert "percentage points" in ReachedMore.claim.en
    assert "%p" in ReachedMore.claim.ko
