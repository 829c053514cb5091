"""Work in pieces, put together: shares stay in order, answers are handed on, nothing is held between two pieces."""

from threading import Thread
from typing import Any

import numpy as np
import pytest

from work.pieces import Pieces, finished, one_after_the_other, quiet, stretch


def run(work: Pieces[Any]) -> tuple[list[float], Any]:
    """The shares that were told, and the answer."""
    shares = []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            return shares, end.value


def halves(answer: str, closed: list[str] | None = None) -> Pieces[str]:
    try:
        yield 0.0
        yield 0.5
    finally:
        if closed is not None:
            closed.append(answer)
    return answer


def test_all_at_once() -> None:
    assert finished(halves("a")) == "a"


def test_a_part_of_a_longer_work() -> None:
    assert run(stretch(halves("a"), 0.6, 1.0)) == ([0.6, 0.8], "a")


def test_works_one_after_the_other_are_one_work() -> None:
    assert run(one_after_the_other([halves("a"), halves("b")])) == ([0, 0.25, 0.5, 0.75], ["a", "b"])
    assert run(one_after_the_other([])) == ([], [])


def test_giving_up_gives_up_all_of_them() -> None:
    closed: list[str] = []
    works = [halves("a", closed), halves("b", closed), halves("c", closed)]
    together = one_after_the_other(works)
    assert [next(together) for _ in range(3)] == [0, 1 / 6, 1 / 3]
    together.close()
    assert closed == ["a", "b"], "c was never begun"
    assert [list(work) for work in works] == [[], [], []]


def growing() -> Pieces[float]:
    """It leaves the range of floats in every piece."""
    number = np.float64(1e300)
    for piece in range(4):
        number = number * number
        yield piece / 4
    return float(number)


def test_numbers_may_leave_the_floats_in_quiet_work_and_nowhere_else() -> None:
    before = np.geterr()
    work = quiet(growing())
    for share in work:
        assert np.geterr() == before
        assert 0 <= share < 1
    with pytest.raises(FloatingPointError), np.errstate(all="raise"):
        finished(growing())
    with np.errstate(all="raise"):
        assert run(quiet(growing())) == ([0, 0.25, 0.5, 0.75], np.inf)


@pytest.mark.parametrize("count", [2, 3, 8])
def test_threads_may_take_turns_at_quiet_work(count: int) -> None:
    work = stretch(quiet(growing()), 0.0, 1.0)
    told: list[Any] = []

    def turn() -> None:
        try:
            told.append(next(work, "over"))
        except BaseException as error:  # noqa: BLE001  it is what is asked for
            told.append(error)

    for _ in range(8):
        threads = [Thread(target=turn) for _ in range(count)]
        for thread in threads:
            thread.start()
            thread.join()
    assert told[:5] == [0, 0.25, 0.5, 0.75, "over"]
