"""The training race as it is worked out and shown: honest pictures, the best of the ladder, and bounded messages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from address import Address
from networks import DATASETS, softmax
from optimizers import OPTIMIZERS
from pages.training.choice import read_training
from pages.training.compute import CELLS, FINER, GROUND_CELLS, LEVELS, Answer, _finer, compute
from pages.training.view import row_of, rows_of, training_grid
from simulation import Entrant, Learning, learning, train
from stage.figure_grid import figure_grid_message
from stage.message import deflated, pack
from tests.stage.message_reader import read_message
from tests.work.test_shared import run
from text import LANGUAGES, Language
from ui.common.lesson import RATES, Lesson, TrainingInputs, classifies, lesson_of
from ui.common.lesson_choice import LAYERS_SPAN, MOST_BATCH, SAMPLES_SPAN, STEPS_SPAN, LessonChoice

SMALL = {"samples": "30", "width": "4", "layers": "1", "steps": "25", "optimizers": "gd,adam"}
MOST_BYTES = 2_000_000
"""What the largest training race may send; the usual one stays below half of it."""


def chosen(query: Mapping[str, str]) -> LessonChoice:
    return read_training(Address({name: [value] for name, value in query.items()}))


@cache
def answer(question: TrainingInputs) -> Answer:
    found: Answer = run(compute(question))[1]
    return found


def shown(query: Mapping[str, str], language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    choice = chosen(query)
    message = figure_grid_message(training_grid(choice, answer(choice.inputs), language), language)
    header, arrays, _ = read_message(message)
    return header, arrays


def subplots(header: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {subplot["key"]: subplot for subplot in header["subplots"]}


def test_the_work_is_the_same_wherever_the_dial_stands_and_on_whichever_terms() -> None:
    questions = {chosen({**SMALL, **more}).inputs for more in ({}, {"rate": "1"}, {"rates": "tuned"}, {"lang": "ko"})}
    assert len(questions) == 1
    others = [{"data": "xor"}, {"samples": "31"}, {"noise": "0.3"}, {"seed": "1"}, {"layers": "2"}, {"width": "5"}]
    others += [{"activation": "tanh"}, {"init": "plain"}, {"steps": "26"}, {"batch": "8"}, {"adam.beta1": "0.5"}]
    for other in others:
        assert chosen({**SMALL, **other}).inputs not in questions, other


def test_everybody_learns_the_same_from_the_same_weights() -> None:
    found = answer(chosen({**SMALL, "batch": "7"}).inputs)
    assert len(np.unique(found.loss[:, 0])) == 1
    assert len(np.unique(found.right[:, 0])) == 1
    assert len(np.unique(found.slope[:, 0])) == 1, "the first batch is the same for all"
    assert len(np.unique(found.loss[:, 1])) == found.loss[:, 1].size


@pytest.mark.parametrize("batch", ["0", "8"])
def test_the_numbers_are_those_of_the_training(batch: str) -> None:
    question = chosen({**SMALL, "batch": batch}).inputs
    found = answer(question)
    lesson, start = lesson_of(question)
    entrants = [Entrant(question.rules[1], RATES[4])]
    _, alone = run(train(lesson, entrants, start, question.steps, 3))
    np.testing.assert_allclose(found.loss[4, :, 1], alone.loss[:, 0], rtol=1e-9)
    theta = alone.snapshots[-1].astype(np.float64)
    data = lesson.data
    assert found.loss[4, -1, 1] == pytest.approx(float(lesson.net.loss(theta, data.X, data.y)[0]), rel=1e-4)
    right = lesson.net.forward(theta, data.X)[0].argmax(axis=1) == data.labels
    assert found.right[4, -1, 1] == pytest.approx(right.mean(), abs=1.5 / len(right))
    np.testing.assert_array_equal(found.words[4], learning(found.loss[4]))


def test_batches_show_every_sample_once_before_any_twice() -> None:
    lesson, _ = lesson_of(chosen({**SMALL, "batch": "10"}).inputs)
    assert lesson.batches is not None
    assert lesson.batches.shape == (26, 10)
    for first in range(0, 24, 3):
        assert sorted(lesson.batches[first : first + 3].ravel()) == list(range(30))
    assert (lesson.batches[:3] != lesson.batches[3:6]).any(), "in another order the next time"
    whole, _ = lesson_of(chosen({**SMALL, "batch": "64"}).inputs)
    assert whole.batches is None, "a batch as large as the data is all of them"


def test_the_best_rate_has_the_lowest_last_loss_and_is_what_tuned_shows() -> None:
    choice = chosen({**SMALL, "rates": "tuned"})
    found = answer(choice.inputs)
    for entry, best in enumerate(found.best):
        losses = np.where(np.isfinite(found.loss[:, -1, entry]), found.loss[:, -1, entry], np.inf)
        assert losses[best] == losses.min()
    (row,) = rows_of(choice, found, found.loss)
    for entry, best in enumerate(found.best):
        np.testing.assert_array_equal(row[:, entry], found.loss[best, :, entry])
    header, arrays = shown({**SMALL, "rates": "tuned"})
    assert header["dials"] == []
    board = arrays[header["board"]["array"]]
    np.testing.assert_allclose(board[0, -1, :, 0], RATES[list(found.best)], rtol=1e-6)


def test_a_picture_shows_what_the_network_answers() -> None:
    """At the places that were asked, and in between by straight lines of what goes into the softmax."""
    question = chosen({**SMALL, "data": "blobs", "activation": "tanh"}).inputs
    found = answer(question)
    lesson, start = lesson_of(question)
    assert found.pictures is not None
    size = CELLS * FINER
    every, best = (each.codes for each in found.pictures[1])
    assert every.shape == (len(RATES), 26, size, size)
    np.testing.assert_array_equal(best[0], every[found.best[1]])
    (x0, x1), (y0, y1) = found.box
    along = (np.arange(size) + 0.5) / size
    places = np.stack(np.meshgrid(x0 + (x1 - x0) * along, y0 + (y1 - y0) * along), axis=-1).reshape(-1, 2)
    answers = lesson.net.forward(start[:, None], places)[0]
    inner = np.zeros((size, size), bool)
    inner[1:-1, 1:-1] = True
    drawn = every[3, 0]
    assert ((drawn // LEVELS).ravel() == answers.argmax(axis=1))[inner.ravel()].mean() > 0.98
    sure = (answers.max(axis=1) * 3 - 1) / 2 * LEVELS
    assert np.abs((drawn % LEVELS).ravel() + 0.5 - sure)[inner.ravel()].max() < 1.2
    assert lesson.data.X[:, 0].min() > x0
    assert lesson.data.X[:, 1].max() < y1


def test_finer_cells_are_straight_between_the_middles() -> None:
    line = np.arange(6.0)
    cells = line[:, None] + 10 * line[None, :]
    fine = _finer(cells, 2)
    at = np.clip((np.arange(12) + 0.5) / 2 - 0.5, 0, 5)
    np.testing.assert_allclose(fine, at[:, None] + 10 * at[None, :], atol=1e-12)


def test_a_curve_shows_what_the_network_answers() -> None:
    question = chosen({**SMALL, "data": "regression"}).inputs
    found = answer(question)
    lesson, start = lesson_of(question)
    assert found.pictures is None
    assert found.curves is not None
    x = np.linspace(*found.box[0], found.curves.shape[-1])[:, None]
    np.testing.assert_allclose(found.curves[0, 5, 0], lesson.net.forward(start[:, None], x)[0, :, 0], atol=1e-5)
    assert np.isnan(found.right).all()


def test_the_ground_of_the_plane_is_the_loss_there() -> None:
    question = chosen(SMALL).inputs
    lesson, _ = lesson_of(question)
    for each in (*answer(question).common[1:5], answer(question).tuned):
        grid = each.plane.grid(GROUND_CELLS)
        losses = lesson.net.loss(each.plane.lifted(grid), lesson.data.X, lesson.data.y).reshape(GROUND_CELLS, -1)
        times = len(each.ground) // GROUND_CELLS
        coarse = each.ground.reshape(GROUND_CELLS, times, GROUND_CELLS, times).mean(axis=(1, 3))
        assert np.corrcoef(coarse.ravel(), np.log(losses).ravel())[0, 1] > 0.98
        assert each.ground.min() == 0
        (x0, x1), (y0, y1) = each.plane.domain
        assert (x0 < 0 < x1) and (y0 < 0 < y1)  # noqa: PT018  the first weights are in the picture


def test_who_diverges_has_no_say_in_the_plane() -> None:
    found = answer(chosen({**SMALL, "steps": "60", "optimizers": "gd,momentum,adam", "width": "16"}).inputs)
    worst = found.loss[-1, -1] > found.loss[-1, 0]
    assert worst.any(), "with n = 10 somebody ends higher than it began"
    np.testing.assert_array_equal(np.isnan(found.common[-1].held), worst | ~np.isfinite(found.loss[-1]).all(axis=0))
    assert not np.isnan(found.common[0].held).any()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", list(DATASETS))
def test_the_grid_shows_everybody_and_everything(data: str, language: Language) -> None:
    query = {**SMALL, "data": data}
    header, arrays = shown(query, language)
    found = answer(chosen(query).inputs)
    known = subplots(header)
    assert [key for row in header["rows"] for key in row["subplots"]] == list(known)
    assert {"network.gd", "network.adam", "loss", "plane", "sweep"} <= set(known)
    assert ("right" in known) == classifies(found.data)
    for entry, trail in enumerate(known["loss"]["trails"]):
        expected = found.loss[:, :, entry]
        usable = np.isfinite(expected) & (expected < 1e30)
        np.testing.assert_allclose(arrays[trail["array"]][usable], expected[usable], rtol=1e-6)
    dots = [shape for shape in known["network.gd"]["shapes"] if shape["kind"] == "dots"]
    assert sum(arrays[shape["array"]].shape[2] for shape in dots) == 30
    assert len(header["readout"]) == len(header["dials"][0]["values"]) == len(RATES)
    for rate, written in zip(RATES, header["dials"][0]["written"], strict=True):
        assert row_of(float(written)) == row_of(rate) == list(RATES).index(rate)
    for curve, best in zip(known["sweep"]["curves"], found.best, strict=True):
        assert curve["best"] == best
        assert curve["mark"] == "flag"
    board = arrays[header["board"]["array"]]
    assert board.shape == (9, 26, 2, 4 if classifies(found.data) else 3)
    assert len(header["board"]["sayings"]) == len(Learning)
    paths = arrays[known["plane"]["trails"][1]["array"]]
    assert (np.abs(paths[2]) <= 1).all(), "what does not diverge is inside the picture"
    np.testing.assert_allclose(paths[:, 0], arrays[known["plane"]["shapes"][0]["array"]][:, 0, 0], atol=1e-6)
    assert ("frames" in known["loss"]) and known["loss"]["frames"] is None  # noqa: PT018


def test_wherever_the_dial_stands_the_message_is_the_same() -> None:
    found = answer(chosen(SMALL).inputs)
    one, other = (
        figure_grid_message(training_grid(chosen({**SMALL, "rate": rate}), found, "ko"), "ko") for rate in "13"
    )
    assert one == other


@pytest.mark.parametrize(("count", "lines"), [(1, [1]), (5, [5]), (6, [6]), (7, [4, 3]), (9, [5, 4])])
def test_small_pictures_stand_in_even_rows(count: int, lines: list[int]) -> None:
    header, _ = shown({**SMALL, "optimizers": ",".join(list(OPTIMIZERS)[:count]), "steps": "3"})
    assert [len(row["subplots"]) for row in header["rows"][:-1]] == lines


def test_the_usual_message_and_the_largest_are_bounded() -> None:
    choice = chosen({**SMALL, "optimizers": ",".join(OPTIMIZERS), "steps": str(STEPS_SPAN[1]), "samples": "20"})
    found = answer(choice.inputs)
    assert len(figure_grid_message(training_grid(choice, found, "ko"), "ko")) < MOST_BYTES
    usual = chosen({})
    assert len(figure_grid_message(training_grid(usual, answer(usual.inputs), "ko"), "ko")) < MOST_BYTES / 2


def test_codes_travel_deflated_and_come_back() -> None:
    codes = np.arange(24, dtype=np.uint8).reshape(2, 3, 4).repeat(50, axis=2)
    packed = pack(
        {}, {"drawn": np.array([1.0, 2.0, 3.0])}, codes={"codes": deflated(codes), "more": deflated(codes[:1] + 1)}
    )
    assert len(packed) < codes.nbytes
    _, arrays, _ = read_message(packed)
    np.testing.assert_array_equal(arrays["codes"], codes)
    np.testing.assert_array_equal(deflated(codes).codes, codes)
    np.testing.assert_array_equal(arrays["more"], codes[:1] + 1)
    np.testing.assert_array_equal(arrays["drawn"], [1, 2, 3])


@pytest.mark.parametrize(
    ("query", "rejected"),
    [
        ({"samples": str(SAMPLES_SPAN[1] + 1)}, "samples"),
        ({"layers": str(LAYERS_SPAN[1] + 1)}, "layers"),
        ({"steps": str(STEPS_SPAN[1] + 1)}, "steps"),
        ({"batch": str(MOST_BATCH + 1)}, "batch"),
        ({"width": "0"}, "width"),
        ({"data": "moon"}, "data"),
        ({"activation": "softmax"}, "activation"),
        ({"rate": "abc"}, "rate"),
        ({"rates": "first-step"}, "rates"),
    ],
)
def test_what_cannot_be_used_is_left_out(query: dict[str, str], rejected: str) -> None:
    address = Address({name: [value] for name, value in query.items()})
    assert read_training(address) == read_training(Address({}))
    assert address.rejected == (rejected,)


def test_a_lesson_without_classes_has_no_accuracy() -> None:
    lesson, start = lesson_of(chosen({**SMALL, "data": "regression"}).inputs)
    assert isinstance(lesson, Lesson)
    assert np.isnan(lesson.seen(start[:, None], 1).score).all()
    lesson, start = lesson_of(chosen(SMALL).inputs)
    seen = lesson.seen(start[:, None], 1)
    assert 0 <= seen.score[0] <= 1
    logits = lesson.net.logits(start[:, None], lesson.data.X)
    assert seen.score[0] == (softmax(logits).argmax(axis=-1)[0] == lesson.data.labels).mean()
