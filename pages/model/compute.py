"""The fitting of a curve from where its sliders stand, and what the loss looks like along every parameter."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from networks import LETTERS, Fit
from pages.model.choice import SPAN, ModelChoice, Theta
from parameters import Array
from simulation import Entrant, Run, race

FINE = 49
"""Points of the curve."""
BEYOND = 1.15
"""The curve is drawn so many times as far as the data reach."""
SLICED = 31
"""Points of the loss along one parameter."""


class Fitted(NamedTuple):
    """Everything that came of it."""

    fit: Fit
    theta: Array
    """(steps + 1, 4)"""
    loss: Array
    """(steps + 1,)"""
    slopes: Array
    """(steps + 1, 4): each parameter's own ∂L/∂θ."""
    moves: Array
    """(steps + 1, 4): what the next step adds."""
    following: Array
    """(steps + 1,): the loss after it."""


def fitted(choice: ModelChoice) -> Fitted:
    """Run from where the sliders stand, with one step more than is shown, so that the last row knows where it leads."""
    fit = Fit(choice.curve, *choice.curve.data(choice.seed))
    run = _run(fit, choice)
    return _found(fit, run.path[:-1, :, 0], run.path[1:, :, 0], run.loss[:-1, 0], run.loss[1:, 0])


def at_values(choice: ModelChoice, letter: str, values: Sequence[float]) -> Fitted:
    """One step from everywhere that one parameter may stand, the others where they are: a row for each value of it."""
    fit = Fit(choice.curve, *choice.curve.data(choice.seed))
    theta = np.repeat(np.array(choice.theta)[:, None], len(values), axis=1)
    theta[LETTERS.index(letter)] = values
    run = race(fit, [Entrant(choice.rule, choice.rate)], theta, 1)
    return _found(fit, run.path[0].T, run.path[1].T, run.loss[0], run.loss[1])


def _found(fit: Fit, theta: Array, then: Array, loss: Array, following: Array) -> Fitted:
    """What stands at these parameters (rows, 4) and what one step makes of them."""
    with np.errstate(all="ignore"):  # a run that diverges leaves the range of numbers
        return Fitted(fit, theta, loss, slopes=fit.gradient(theta.T).T, moves=then - theta, following=following)


def _run(fit: Fit, choice: ModelChoice) -> Run:
    return race(fit, [Entrant(choice.rule, choice.rate)], choice.theta, choice.steps + 1)


def after_one_step(choice: ModelChoice) -> Theta | None:
    """Where one step leads from the sliders; None where that is beyond them."""
    fit = Fit(choice.curve, *choice.curve.data(choice.seed))
    a, b, c, d = (float(each) for each in race(fit, [Entrant(choice.rule, choice.rate)], choice.theta, 1).path[1, :, 0])
    inside = all(SPAN[0] <= each <= SPAN[1] for each in (a, b, c, d))
    return (a, b, c, d) if inside else None


def sharpness(fit: Fit, theta: Theta | Array) -> float:
    """λmax: the largest curvature of the loss there."""
    return float(np.linalg.eigvalsh(fit.hessian(np.array(theta)))[-1])


def curve_points(found: Fitted) -> Array:
    """The curve at every step: (steps + 1, FINE, 2)."""
    x = BEYOND * np.linspace(found.fit.x[0], found.fit.x[-1], FINE)
    with np.errstate(all="ignore"):
        y = found.fit.curve.value(found.theta.T, x)
    return np.stack([np.broadcast_to(x, y.shape), y], axis=-1)


def residual_points(found: Fitted) -> Array:
    """From every data point straight to the curve, the pen lifted after each: (steps + 1, 3 S, 2)."""
    fit = found.fit
    with np.errstate(all="ignore"):
        predicted = fit.curve.value(found.theta.T, fit.x)
    x, y = np.broadcast_to(fit.x, predicted.shape), np.broadcast_to(fit.y, predicted.shape)
    lifted = np.full((*predicted.shape, 2), np.nan)
    ends = [np.stack([x, each], axis=-1) for each in (y, predicted)]
    return np.stack([*ends, lifted], axis=2).reshape(len(predicted), -1, 2)


def slice_points(found: Fitted, which: int) -> Array:
    """The loss over one parameter while the others stand where they are: (steps + 1, SLICED, 2)."""
    at = np.linspace(*SPAN, SLICED)
    theta: Any = np.repeat(found.theta.T[:, :, None], SLICED, axis=2)
    theta[which] = at
    with np.errstate(all="ignore"):
        loss = found.fit.value(theta)
    return np.stack([np.broadcast_to(at, loss.shape), loss], axis=-1)


def tangent_points(found: Fitted, which: int, half: float) -> Array:
    """The slope of that curve where the parameter stands: (steps + 1, 2, 2)."""
    at, slope = found.theta[:, which], found.slopes[:, which]
    ends = np.array([-half, half])
    with np.errstate(all="ignore"):
        return np.stack([at[:, None] + ends, found.loss[:, None] + slope[:, None] * ends], axis=-1)
