"""The chapter of what depth expresses: what is trained and known, what is sent, and what is said and asked of it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from address import Address
from address.race import LECTURE
from networks import ACTIVATIONS
from networks.pieces import pieces
from networks.zigzag import zigzag
from optimizers import OPTIMIZERS
from pages.depth.choice import CHOOSABLE, MOST_STEPS, USUAL_ACTIVATIONS, WIDTHS, DepthChoice, read_depth
from pages.depth.compute import DEPTHS, FITS, INPUTS, MOMENTS, RESTARTS, SAMPLES, Answer, X, bounds, compute
from pages.depth.proof import GROUPS, asking, fits_of
from pages.depth.view import depth_grid
from pages.depth.words import depth_words
from scenes.of_depth import Fits
from stage.figure_grid import figure_grid_message
from tests.pages.controls import control
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from work.pieces import finished

QUICK = {"steps": "40", "width": "3"}
MOST_BYTES = 700_000
"""What a change may send."""


def chosen(**query: str) -> DepthChoice:
    address = Address({name: [value] for name, value in query.items()})
    choice = read_depth(address)
    assert [notice.en for notice in address.notices()] == []
    return choice


def answers_of(choice: DepthChoice) -> dict[str, Answer]:
    return {key: finished(FITS.ask(choice.training(key))) for key in choice.activations}


def sent(choice: DepthChoice, language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    block = figure_grid_message(depth_grid(choice, answers_of(choice), language), language)
    assert len(block) < MOST_BYTES
    header, arrays, _ = read_message(block)
    return header, arrays


@pytest.mark.parametrize("activation", CHOOSABLE)
@pytest.mark.parametrize("optimizer", ["gd", "adam"])
def test_every_restart_learns_as_it_would_alone(activation: str, optimizer: str) -> None:
    """A plain loop over one network."""
    choice = chosen(activations=activation, optimizer=optimizer, steps="12", width="3", seed="4")
    training = choice.training(activation)
    answer = finished(compute(training))
    depth, restart = 2, 5
    network, rule = training.network(depth), OPTIMIZERS[optimizer]()
    theta = network.init(4 * RESTARTS + restart)
    np.testing.assert_array_equal(training.starts(depth)[:, restart : restart + 1], theta)
    state, losses = rule.init(theta), []
    for step in range(1, 14):
        loss, gradient = network.loss_and_gradient(theta, INPUTS, zigzag(X, choice.folds)[:, None])
        losses.append(float(loss[0]))
        change, state = rule.update(gradient, state, step, choice.rate)
        theta = theta - change
    np.testing.assert_allclose(answer.loss[DEPTHS.index(depth), :, restart], losses, rtol=1e-9)


def test_the_best_is_the_one_that_ends_lowest_and_its_fit_has_that_loss() -> None:
    choice = chosen(**QUICK, activations="relu")
    answer = answers_of(choice)["relu"]
    assert answer.loss.shape == (len(DEPTHS), MOMENTS, RESTARTS)
    assert answer.fit.shape == (*answer.loss.shape[:2], SAMPLES)
    np.testing.assert_array_equal(answer.lowest[:, -1], answer.loss[:, -1].min(axis=1))
    errors = np.mean((answer.fit - zigzag(X, choice.folds)) ** 2, axis=2)
    np.testing.assert_allclose(errors, answer.lowest, rtol=1e-4)  # snapshots have half the digits


def test_what_is_known_bounds_what_is_found() -> None:
    for folds, width in ((2, 2), (3, 4), (4, 3)):
        known = bounds(folds, width)
        assert known.folded < 1e-24
        assert (np.diff(known.floor) <= 0).all()
        assert ((known.floor < 1e-15) == (known.most >= 2**folds)).all()
        answer = finished(FITS.ask(chosen(folds=str(folds), width=str(width), steps="200").training("relu")))
        assert (answer.loss >= known.floor[:, None, None] - 1e-12).all()
        assert (answer.pieces <= known.most).all()
        assert (answer.pieces >= 1).all()


def test_pieces_are_counted_where_there_are_any() -> None:
    answers = answers_of(chosen(**QUICK, activations="relu,tanh"))
    assert np.isnan(answers["tanh"].pieces).all()
    training = chosen(**QUICK).training("relu")
    network = training.network(1)
    first = finished(compute(training._replace(steps=1)))
    theta = training.starts(1)[:, first.best[0] : first.best[0] + 1]
    assert first.pieces[0] <= 4
    assert pieces(network, theta, -1.0, 1.0) <= 2, "with biases of 0 all bend at the same place"


def test_work_tells_its_share_and_ends() -> None:
    shares = list(compute(chosen(**QUICK).training("relu")))
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_training_that_leaves_the_floats_is_an_answer(language: Language) -> None:
    choice = chosen(activations="relu,sigmoid", rate="100", steps="300", optimizer="gd", width="2")
    header, _ = sent(choice, language)
    assert all("nan" not in words for words in header["readout"])
    assert header["board"]["sayings"]


def test_a_dial_leads_through_the_depths_and_is_not_in_the_message() -> None:
    one, other = (chosen(**QUICK, depth=depth) for depth in ("1", "6"))
    blocks = [figure_grid_message(depth_grid(each, answers_of(each), "ko"), "ko") for each in (one, other)]
    assert blocks[0] == blocks[1]
    header, arrays = sent(one)
    (dial,) = header["dials"]
    assert (dial["key"], dial["written"]) == ("depth", [str(depth) for depth in DEPTHS])
    assert len(header["readout"]) == len(DEPTHS)
    fit, losses = header["subplots"]
    learned = [arrays[shape["array"]] for shape in fit["shapes"] if shape["style"] in ACTIVATIONS]
    assert [each.shape[0] for each in learned] == [len(DEPTHS)] * len(USUAL_ACTIVATIONS)
    dots = [arrays[shape["array"]] for shape in losses["shapes"] if shape["kind"] == "dots"]
    assert [each.shape[2] for each in dots] == [len(DEPTHS) * RESTARTS] * len(USUAL_ACTIVATIONS)


def test_at_its_bounds_the_message_stays_small() -> None:
    sent(chosen(activations=",".join(CHOOSABLE), steps=str(MOST_STEPS), width=str(WIDTHS[0])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_so_few_layers_cannot_is_said_of_relu_alone(language: Language) -> None:
    both, curved = chosen(**QUICK), chosen(**QUICK, activations="sigmoid")
    for choice, said in ((both, True), (curved, False)):
        known = bounds(choice.folds, choice.width)
        words = [depth_words(choice, known, answers_of(choice), row)[language] for row in range(len(DEPTHS))]
        assert ("4" in words[0].split("·")[1]) == said
        assert all(len(each.split("·")) == 2 for each in words[1:])


def test_each_optimizer_begins_with_a_rate_of_its_own() -> None:
    assert {chosen(optimizer=key).rule for key in LECTURE} == {OPTIMIZERS[key]() for key in LECTURE}
    page = opened("depth", {**QUICK, "rate": "0.5", "depth": "2"})
    page.selectbox(key="choice:optimizer").set_value("gd")
    assert changed(page) == {**QUICK, "depth": "2", "optimizer": "gd"}
    assert control(page.select_slider, "slider:rate").value == 0.3


@pytest.mark.parametrize(
    "query",
    [{"depth": "0"}, {"depth": "8"}, {"folds": "9"}, {"width": "1"}, {"activations": "identity"}, {"steps": "1e9"}],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("depth", {**QUICK, **query})
    assert page.warning
    page.number_input(key="box:seed").set_value(2)
    assert changed(page) == {**{name: value for name, value in QUICK.items() if name not in query}, "seed": "2"}
    assert message(page)[0]["subplots"][0]["key"] == "fit"


def test_what_is_asked_is_what_was_measured() -> None:
    lowest = {"relu": dict.fromkeys(DEPTHS, 0.05) | {4: 0.01}, "tanh": dict.fromkeys(DEPTHS, np.inf)}
    fits = Fits(3, 4, 0.09, 0.0, {}, {}, lowest)
    asked = asking(fits, "lowest.relu")
    assert asked is not None
    assert asked.right == ["4-5"]
    assert asking(fits, "lowest.sigmoid") is None
    assert asking(fits, "lowest.tanh") is None, "of what is no number nothing is lowest"
    assert sorted(depth for depths in GROUPS.values() for depth in depths) == sorted(DEPTHS)


def test_the_evidence_is_by_the_number_of_layers() -> None:
    choice = chosen(**QUICK)
    answers = answers_of(choice)
    fits = fits_of(choice, answers)
    assert list(fits.floor) == list(fits.most) == list(fits.lowest["relu"]) == list(DEPTHS)
    assert fits.lowest["sigmoid"][3] == answers["sigmoid"].loss[2, -1].min()
    assert fits.most[2] == 16
