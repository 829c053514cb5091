"""A function that remembers works a thing out once, for all who ask before, while and after it is worked out."""

from collections.abc import Callable
from threading import Barrier, Event, Thread

import numpy as np
import pytest

from cache import Remembered, remembered
from parameters import Array


class Counted:
    """Says what it was asked, and how often; an answer can be made to wait."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, float]] = []
        self.begun, self.may_end = Event(), Event()
        self.may_end.set()
        self.fails: list[BaseException] = []
        """What the next calls raise."""

    def __call__(self, x: float, y: float = 0.0) -> Array:
        self.asked.append((x, y))
        self.begun.set()
        self.may_end.wait()
        if self.fails:
            raise self.fails.pop()
        return np.array([x, y])


def remembering(counted: Counted, most_bytes: int = 100_000) -> Remembered[..., Array]:
    @remembered(most_bytes)
    def pair(x: float, y: float = 0.0) -> Array:
        """Both."""
        return counted(x, y)

    return pair


def at_once(count: int, ask: Callable[[], Array]) -> list[Array | BaseException]:
    """What so many get who ask at the same time."""
    together, answers = Barrier(count), list[Array | BaseException]()

    def view() -> None:
        together.wait()
        try:
            answers.append(ask())
        except BaseException as error:  # noqa: BLE001  it is what is asked for
            answers.append(error)

    threads = [Thread(target=view) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_it_is_the_function_and_asks_it_once_for_each_question() -> None:
    counted = Counted()
    pair = remembering(counted)
    assert (pair.__name__, pair.__doc__) == ("pair", "Both.")
    assert pair(1, 2) is pair(1, 2)
    assert pair(1, 3) is not pair(1, 2)
    assert pair(1, y=2).tolist() == [1, 2]
    assert counted.asked == [(1, 2), (1, 3), (1, 2)], "a name is another question, as for functools.lru_cache"
    pair.cache_clear()
    pair(1, 2)
    assert len(counted.asked) == 4


def test_answers_are_read_only_from_the_first_time_on() -> None:
    pair = remembering(Counted())
    for _ in range(2):
        with pytest.raises(ValueError, match="read-only"):
            pair(1, 2)[0] = 5


@pytest.mark.parametrize("count", [2, 3, 8])
def test_those_who_ask_at_the_same_time_get_the_same(count: int) -> None:
    counted = Counted()
    pair = remembering(counted)
    for turn in range(20):
        answers = at_once(count, lambda: pair(turn, 1))  # noqa: B023
        assert all(each is answers[0] for each in answers)
    assert counted.asked == [(turn, 1) for turn in range(20)]


def test_what_has_no_room_is_given_all_the_same() -> None:
    counted = Counted()
    counted.may_end.clear()
    pair = remembering(counted, most_bytes=0)
    answers: list[Array | BaseException] = []
    first = Thread(target=lambda: answers.append(pair(1, 2)))
    first.start()
    counted.begun.wait()
    others = Thread(target=lambda: answers.extend(at_once(3, lambda: pair(1, 2))))
    others.start()
    counted.may_end.set()
    first.join()
    others.join()
    assert [each.tolist() for each in answers if isinstance(each, np.ndarray)] == [[1, 2]] * 4
    assert len(pair.cache) == 0


def test_other_questions_do_not_wait() -> None:
    counted = Counted()
    pair = remembering(counted)
    counted.may_end.clear()
    slow = Thread(target=lambda: pair(1, 1))
    slow.start()
    counted.begun.wait()
    quick = Thread(target=lambda: pair(2, 2))
    quick.start()
    while len(counted.asked) < 2:
        assert slow.is_alive()
    counted.may_end.set()
    slow.join()
    quick.join()
    assert counted.asked == [(1, 1), (2, 2)]


def test_an_error_is_told_to_all_who_wait_and_the_next_tries_again() -> None:
    counted = Counted()
    counted.fails = [ValueError("no")]
    counted.may_end.clear()
    pair = remembering(counted)
    answers: list[Array | BaseException] = []
    asking = Thread(target=lambda: answers.extend(at_once(3, lambda: pair(1, 1))))
    asking.start()
    counted.begun.wait()
    counted.may_end.set()
    asking.join()
    failed = [each for each in answers if isinstance(each, ValueError)]
    assert failed
    assert len(failed) + sum(isinstance(each, np.ndarray) for each in answers) == 3
    assert pair(1, 1).tolist() == [1, 1]
    assert len(pair._under_way) == 0


def test_who_is_broken_off_leaves_the_work_to_those_who_wait() -> None:
    """A script that Streamlit stops ends with an exception that is meant for it alone."""

    class Stopped(BaseException):
        pass

    counted = Counted()
    counted.fails = [Stopped()]
    pair = remembering(counted)
    answers = at_once(3, lambda: pair(1, 1))
    assert sum(isinstance(each, Stopped) for each in answers) == 1
    assert sum(isinstance(each, np.ndarray) for each in answers) == 2
    assert len(pair._under_way) == 0
