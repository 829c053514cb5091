"""A cache holds what was asked for last, never more bytes than it may, and nothing that can be written into."""

from contextlib import suppress
from threading import Barrier, Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache import Cache, bytes_of
from cache.store import ENTRY_BYTES
from parameters import Array


def size(question: object, answer: object) -> int:
    return bytes_of(question, answer) + ENTRY_BYTES


def test_what_was_asked_for_the_longest_ago_goes_first() -> None:
    cache: Cache[str, bytes] = Cache(3 * size("a", b"1234"))
    for question in "abc":
        cache.keep(question, b"1234")
    assert cache["a"] == b"1234"
    cache.keep("d", b"1234")
    assert [each in cache for each in "abcd"] == [True, False, True, True]
    with pytest.raises(KeyError):
        cache["b"]


def test_what_is_too_large_by_itself_is_given_but_not_kept() -> None:
    cache: Cache[str, bytes] = Cache(1000)
    cache.keep("small", b"")
    assert cache.keep("large", bytes(1000)) == bytes(1000)
    assert "large" not in cache
    assert "small" in cache, "and nothing had to go for it"


def test_a_question_counts_too() -> None:
    cache: Cache[str, int] = Cache(1000)
    cache.keep("x" * 1000, 1)
    assert len(cache) == 0


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    cache: Cache[str, bytes] = Cache(2000)
    cache.keep("a", bytes(1000))
    cache.keep("a", bytes(10))
    assert (len(cache), cache.bytes) == (1, size("a", bytes(10)))
    cache.keep("a", bytes(5000))
    assert (len(cache), cache.bytes) == (0, 0), "an old answer is not given in place of one that has no room"


def test_of_a_view_all_that_it_looks_at_counts() -> None:
    cache: Cache[str, Array] = Cache(100_000)
    cache.keep("view", np.zeros(100_000)[:3])
    assert "view" not in cache
    cache.keep("copy", np.zeros(100_000)[:3].copy())
    assert "copy" in cache


def test_arrays_are_read_only_also_where_they_are_not_kept() -> None:
    cache: Cache[int, tuple[Array, Array]] = Cache(10_000)
    for length in (10, 10_000):
        whole = np.zeros(length)
        for answer in (*cache.keep(length, (whole, whole[2:])), whole):
            with pytest.raises(ValueError, match="read-only"):
                answer[0] = 1


def test_it_forgets_everything_when_it_is_told_to() -> None:
    cache: Cache[str, bytes] = Cache(1000)
    cache.keep("a", b"")
    cache.clear()
    assert (len(cache), cache.bytes) == (0, 0)


@given(
    most=st.integers(0, 5000),
    kept=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2000), st.lists(st.integers(0, 9))), max_size=40),
)
def test_the_budget_holds_and_the_last_ones_stay(most: int, kept: list[tuple[int, int, list[int]]]) -> None:
    """Against a plain list of all that was asked for, the last at its end."""
    cache: Cache[int, bytes] = Cache(most)
    order: dict[int, bytes] = {}
    for question, length, asked in kept:
        order.pop(question, None)
        cache.keep(question, bytes(length))
        if size(question, bytes(length)) <= most:
            order[question] = bytes(length)
        while sum(size(*each) for each in order.items()) > most:
            del order[next(iter(order))]
        for each in asked:
            if each in order:
                order[each] = order.pop(each)
                assert cache[each] == order[each]
            else:
                assert each not in cache
        assert cache.bytes == sum(size(*each) for each in order.items()) <= most
        assert len(cache) == len(order)


def test_threads_that_keep_and_ask_at_the_same_time_leave_it_whole() -> None:
    cache: Cache[int, bytes] = Cache(5000)
    together = Barrier(8)

    def work(number: int) -> None:
        together.wait()
        for turn in range(500):
            question = (turn * (number + 1)) % 17
            cache.keep(question, bytes(100 * question))
            with suppress(KeyError):
                assert cache[question] == bytes(100 * question)

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    left = [each for each in range(17) if each in cache]
    assert cache.bytes == sum(size(each, cache[each]) for each in left) <= 5000
