"""What the stage is told of a race of algorithms, and what is exported of it."""

import csv
import io

import numpy as np

from address import Address
from algorithms import ALGORITHMS
from figures.loss import COST, STEP, loss_axes
from pages.algorithms.bundle import algorithms_bundle, labels_of
from pages.algorithms.choice import AlgorithmChoice, read_algorithms
from pages.algorithms.compute import Answer, compute, inputs_of
from pages.algorithms.view import algorithms_scene
from stage.scene import scene_message
from tests.export.test_page import message_in
from tests.stage.message_reader import read_message
from work.pieces import finished


def raced(**query: str) -> tuple[AlgorithmChoice, Answer]:
    """A race and its answer."""
    choice = read_algorithms(Address({name.replace("__", "."): [value] for name, value in query.items()}))
    return choice, finished(compute(inputs_of(choice)))


def test_the_stage_is_told_what_each_has_asked_for_by_each_step() -> None:
    choice, answer = raced(steps="20")
    header, arrays, _ = read_message(scene_message(algorithms_scene(choice, answer, "en"), "en"))
    assert not header["overCost"]
    assert header["rateWord"] == "asked"
    rows = {track["key"]: track["row"] for track in header["tracks"]}
    assert list(rows) == ["gd", *ALGORITHMS]
    for key, row in rows.items():
        np.testing.assert_array_equal(arrays["asked"][row], answer.asked.asked[:, :, row], key)
    np.testing.assert_array_equal(arrays["cost"].T, answer.asked.cost)
    assert arrays["asked"][rows["gd"], -1].tolist() == [0, 20, 0]


def test_over_cost_the_axis_is_another_one() -> None:
    addresses = set()
    for over, title in ((False, STEP), (True, COST)):
        choice, answer = raced(over="cost" if over else "step")
        scene = algorithms_scene(choice, answer, "ko")
        addresses.add(scene.pictures.axes)
        header, _, _ = read_message(scene_message(scene, "ko"))
        assert header["overCost"] == over
        axes = loss_axes("light", "ko", logarithmic=True, over_cost=over)
        assert axes.layout.xaxis.title.text == title.ko
    assert len(addresses) == 2


def test_names_say_the_number_that_decides() -> None:
    choice, answer = raced(newton__damping="2.5", rate="0.3")
    names = {track.key: track.name for track in algorithms_scene(choice, answer, "ko").tracks}
    assert names["newton"] == "뉴턴법 (λ = 2.5)"
    assert names["gd"] == "GD (n = 0.3)"


def test_from_where_f_has_no_value_nothing_races() -> None:
    choice, answer = raced(surface="own", f="log(x)", x="-1", y="0")
    assert answer.asked.run.path.shape[0] == 1
    assert answer.asked.cost.max() == 0
    scene_message(algorithms_scene(choice, answer, "ko"), "ko")


def test_the_table_the_page_and_the_slide_hold_the_race_that_is_shown() -> None:
    choice, answer = raced(steps="12", algorithms="gd,cg", rate="0.2")
    labels = labels_of(choice, "en", "light")
    bundle = algorithms_bundle(choice, lambda language: algorithms_scene(choice, answer, language), labels)
    rows = list(csv.DictReader(io.StringIO(bundle.table().decode())))
    assert [row["learning_rate"] for row in rows[::13]] == ["0.2", ""]
    last = rows[-1]
    asked = answer.asked.asked[-1, :, 1]
    assert [int(last[name]) for name in ("values", "gradients", "hessians")] == asked.tolist()
    assert int(last["cost"]) == answer.asked.cost[-1, 1]
    assert float(last["x"]) == answer.asked.run.path[-1, 0, 1]

    assert bundle.page is not None
    header, arrays, _ = read_message(message_in(bundle.page().decode()))
    assert header["fixed"]
    np.testing.assert_array_equal(arrays["cost"].T, answer.asked.cost)

    content = bundle.slide.content()
    assert [racer.rate for racer in content.racers] == ["0 · 12 · 0", " · ".join(map(str, asked))]  # type: ignore[union-attr]
