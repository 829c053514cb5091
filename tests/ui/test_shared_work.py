"""Work that is shared: done once for all who ask, given up without a trace, and remembered within bounds."""

from collections.abc import Iterator
from threading import Barrier, Thread
from typing import Any

import pytest

from ui.shared_work import Pieces, SharedWork, one_after_the_other


class Workshop:
    """Counts what is begun and what is done."""

    def __init__(self, pieces: int = 4) -> None:
        self.pieces = pieces
        self.begun: list[str] = []
        self.done: list[str] = []
        self.closed: list[str] = []

    def work(self, question: str) -> Pieces[str]:
        self.begun.append(question)
        try:
            for piece in range(self.pieces):
                yield piece / self.pieces
                self.done.append(question)
            if question == "impossible":
                raise ValueError("there is no answer")
        finally:
            self.closed.append(question)
        return question.upper()


def run(pieces: Pieces[Any]) -> tuple[list[float], Any]:
    """The shares that were told, and the answer."""
    shares = []
    while True:
        try:
            shares.append(next(pieces))
        except StopIteration as end:
            return shares, end.value


def take(pieces: Iterator[float], count: int) -> list[float]:
    return [next(pieces) for _ in range(count)]


def test_the_second_who_asks_gets_what_was_worked_out_for_the_first() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    shares, first = run(shared.ask("a"))
    assert shares == sorted(shares)
    assert len(shares) >= shop.pieces
    again, second = run(shared.ask("a"))
    assert (again, second) == ([], "A")
    assert second is first
    assert shop.begun == ["a"]


def test_those_who_wait_for_the_same_do_it_together() -> None:
    shop = Workshop(pieces=6)
    shared = SharedWork(shop.work, most=2)
    one, other = shared.ask("a"), shared.ask("a")
    assert take(one, 2) == [0, 1 / 6]
    assert take(other, 1) == [2 / 6], "it goes on where the other is"
    assert take(one, 1) == [3 / 6]
    assert run(other)[1] == "A"
    assert run(one)[1] == "A"
    assert shop.begun == ["a"]
    assert len(shop.done) == 6, "no piece is done twice"


def test_who_leaves_leaves_the_work_to_those_who_wait() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    one, other = shared.ask("a"), shared.ask("a")
    take(one, 2)
    take(other, 1)
    one.close()
    assert run(other)[1] == "A"
    assert shop.begun == ["a"]


def test_what_all_have_left_is_dropped_and_begun_anew() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    left = shared.ask("a")
    take(left, 3)
    left.close()
    assert shop.closed == ["a"], "what it held is let go of"
    assert shop.done == ["a", "a"]
    shares, answer = run(shared.ask("a"))
    assert (shares[0], answer) == (0, "A")
    assert shop.begun == ["a", "a"]


def test_a_question_that_was_never_worked_at_leaves_nothing() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    shared.ask("a").close()
    assert shop.begun == []
    assert run(shared.ask("a"))[1] == "A"


def test_what_fails_is_told_to_all_who_wait_and_tried_anew() -> None:
    shop = Workshop(pieces=2)
    shared = SharedWork(shop.work, most=2)
    one, other = shared.ask("impossible"), shared.ask("impossible")
    take(one, 1)
    take(other, 1)
    for waiting in (one, other):
        with pytest.raises(ValueError, match="no answer"):
            run(waiting)
    with pytest.raises(ValueError, match="no answer"):
        run(shared.ask("impossible"))
    assert shop.begun == ["impossible", "impossible"]


def test_only_the_last_answers_are_remembered() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    for question in "abac":
        run(shared.ask(question))
    assert shop.begun == ["a", "b", "c"]
    run(shared.ask("a"))
    assert shop.begun == ["a", "b", "c"], "it was asked for more recently than b"
    run(shared.ask("b"))
    assert shop.begun == ["a", "b", "c", "b"]


def test_many_viewers_at_once() -> None:
    shop = Workshop(pieces=50)
    shared = SharedWork(shop.work, most=4)
    together = Barrier(8)
    answers: list[str] = []

    def view(number: int) -> None:
        together.wait()
        for question in "abcd":
            pieces = shared.ask(question)
            if number % 4 == 3:  # an impatient one
                next(pieces, None)
                pieces.close()
            else:
                answers.append(run(pieces)[1])

    threads = [Thread(target=view, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == sorted("ABCD" * 6)
    assert [run(shared.ask(question)) for question in "abcd"] == [([], each) for each in "ABCD"]


def test_works_one_after_the_other_are_one_work() -> None:
    shop = Workshop(pieces=2)
    shares, answers = run(one_after_the_other([shop.work("a"), shop.work("b")]))
    assert (shares, answers) == ([0, 0.25, 0.5, 0.75], ["A", "B"])


def test_giving_up_gives_up_all_of_them() -> None:
    shop = Workshop()
    shared = SharedWork(shop.work, most=2)
    works = one_after_the_other([shared.ask("a"), shared.ask("b")])
    take(works, 6)
    works.close()
    assert shop.closed == ["a", "b"]
    assert run(shared.ask("a")) == ([], "A"), "what was finished stays"
