"""What is packed for the player, read back by a reader of its own; and columns told by their changes."""

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from stage.message import beyond, pack
from stage.scene import changes
from tests.stage.message_reader import read_message


def test_header_and_arrays_come_back() -> None:
    path = np.arange(12.0).reshape(2, 3, 2) / 7
    loss = np.array([[1.0, 2.0, 3.0]])
    header, blocks, _ = read_message(pack({"steps": 2, "words": "스텝 t"}, {"path": path, "loss": loss}))
    assert header == {"steps": 2, "words": "스텝 t"}
    np.testing.assert_array_equal(blocks["path"], path.astype(np.float32))
    np.testing.assert_array_equal(blocks["loss"], loss.astype(np.float32))


def test_arrays_may_lie_in_any_order_in_memory() -> None:
    path = np.arange(24.0).reshape(4, 2, 3)
    _, blocks, _ = read_message(pack({}, {"path": path.transpose(2, 0, 1), "back": path[::-1, :, ::2]}))
    np.testing.assert_array_equal(blocks["path"], path.transpose(2, 0, 1))
    np.testing.assert_array_equal(blocks["back"], path[::-1, :, ::2])


def test_inf_and_nan_survive_in_arrays() -> None:
    values = np.array([np.inf, -np.inf, np.nan, -0.0, 1e-45])
    _, blocks, _ = read_message(pack({}, {"loss": values}))
    np.testing.assert_array_equal(blocks["loss"], values.astype(np.float32))
    assert np.signbit(blocks["loss"][3])


def test_what_is_exact_keeps_every_bit_and_stands_where_a_browser_can_read_it() -> None:
    exact, drawn = np.array([[1e300, 1 / 3], [5e-324, np.nan]]), np.array([1.0, 2.0, 3.0])
    packed = pack({}, {"drawn": drawn}, {"exact": exact})
    _, blocks, begin = read_message(packed)
    np.testing.assert_array_equal(blocks["exact"], exact)
    np.testing.assert_array_equal(blocks["drawn"], drawn)
    assert json.loads(packed[4:begin])["arrays"]["exact"]["at"] % 8 == 0, "a Float64Array begins at a multiple of 8"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [1, -float("inf")]])
def test_a_header_that_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="JSON"):
        pack({"value": value}, {})


@given(
    st.dictionaries(st.text(max_size=9), st.text(max_size=30) | st.integers() | st.none(), max_size=4).map(
        lambda header: {name: value for name, value in header.items() if name not in ("arrays", "together")}
    ),
    st.dictionaries(
        st.text(max_size=5),
        arrays(np.float32, array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=5)),
        max_size=4,
    ),
)
def test_anything_comes_back_and_stands_where_a_browser_can_read_it(
    header: dict[str, object], blocks: dict[str, np.ndarray]
) -> None:
    packed = pack(header, blocks)
    read, back, begin = read_message(packed)
    assert read == header
    assert list(back) == list(blocks)
    for name, block in blocks.items():
        np.testing.assert_array_equal(back[name], block)
    told = json.loads(packed[4:begin])
    first, size = told["together"]
    assert (first, begin + size) == (0, len(packed))
    sizes = [block.nbytes for block in blocks.values()]
    assert [each["at"] for each in told["arrays"].values()] == [sum(sizes[:i]) for i in range(len(sizes))]


def test_a_path_travels_in_fewer_bytes_and_nothing_of_it_is_lost() -> None:
    turn = np.linspace(0, 20, 301)
    path = np.stack([np.exp(-turn / 5) * np.cos(turn), 2 + np.exp(-turn / 5) * np.sin(turn)], axis=1)
    packed = pack({}, {"path": path[None], "loss": np.exp(-turn)})
    _, blocks, begin = read_message(packed)
    np.testing.assert_array_equal(blocks["path"][0], path.astype(np.float32))
    assert len(packed) - begin < 0.75 * sum(block.nbytes for block in blocks.values())


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ([7], [[0, 7]]),
        ([7, 7, 7], [[0, 7]]),
        ([7, 1, 1, 5], [[0, 7], [1, 1], [3, 5]]),
        ([1, 7, 1], [[0, 1], [1, 7], [2, 1]]),
        ([0, 0, 1], [[0, 0], [2, 1]]),
        ([255, 0], [[0, 255], [1, 0]]),
    ],
)
@pytest.mark.parametrize("kind", [np.uint8, np.int64])
def test_a_column_is_told_by_its_changes(column: list[int], told: list[list[int]], kind: type) -> None:
    assert changes(np.array(column, dtype=kind)) == told


def test_what_was_left_is_told_too() -> None:
    assert changes(np.array([-1, -1, 10, 10, -1])) == [[0, -1], [2, 10], [4, -1]]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.sampled_from([np.uint8, np.int64]))
def test_a_column_can_be_made_anew_from_its_changes(column: list[int], kind: type) -> None:
    told = changes(np.array(column, dtype=kind))
    anew = [next(value for since, value in reversed(told) if since <= step) for step in range(len(column))]
    assert anew == column
    assert all(a[1] != b[1] for a, b in pairwise(told)), "and only changes are told"


def test_what_is_beyond_32_bits_travels_as_a_power_of_ten() -> None:
    values = {"height": np.array([1.0, 1e60, -1e300, 1e-60, 0.0, np.inf, np.nan]), "slope": np.array([1.0, 2.0])}
    found = beyond(values)
    assert list(found) == ["height.beyond"]
    np.testing.assert_allclose(found["height.beyond"], [np.nan, 60, 300, -60, np.nan, np.nan, np.nan])
