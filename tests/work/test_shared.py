"""Work that is shared: done once for all who ask, given up without a trace, and remembered within bounds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Event, Lock, Semaphore, Thread, current_thread
from typing import Any

import pytest

from cache import bytes_of
from cache.store import ENTRY_BYTES
from work import shared as shared_work
from work.crew import Crew
from work.pieces import Pieces, finished, one_after_the_other
from work.shared import SharedWork

PATIENCE = 60
"""Seconds after which a test fails that waits for what does not come."""
ROOM = 100_000


class Workshop:
    """Counts what is begun and what is done. Its pieces wait where they are held up."""

    def __init__(self, pieces: int = 4) -> None:
        self.pieces = pieces
        self.begun: list[str] = []
        self.done: list[str] = []
        self.closed: list[str] = []
        self.threads: list[str] = []
        self.fails: BaseException | None = None
        """What every work ends with, instead of an answer."""
        self.together = self.most_together = 0
        """Pieces under way now, and at most."""
        self._lock = Lock()
        self._open = Event()
        self._open.set()
        self._allowed = Semaphore(0)
        self.at_work = Semaphore(0)
        """One for each piece that was begun."""

    def work(self, question: str) -> Pieces[str]:
        self.begun.append(question)
        try:
            for piece in range(self.pieces):
                with self._one_more():
                    self.done.append(question)
                    self.threads.append(current_thread().name)
                yield (piece + 1) / self.pieces
            if self.fails:
                raise self.fails
        finally:
            self.closed.append(question)
        return question.upper()

    @contextmanager
    def _one_more(self) -> Iterator[None]:
        with self._lock:
            self.together += 1
            self.most_together = max(self.most_together, self.together)
        self.at_work.release()
        if not self._open.is_set():
            assert self._allowed.acquire(timeout=PATIENCE)
        yield
        with self._lock:
            self.together -= 1

    def hold_up(self) -> None:
        """Let no further piece end."""
        self._open.clear()

    def go_on(self) -> None:
        """Let all pieces end."""
        self._open.set()
        self._allowed.release(100)

    def wait_for_a_piece(self) -> None:
        assert self.at_work.acquire(timeout=PATIENCE)


def sharing(shop: Workshop, threads: int = 1, most_bytes: int = ROOM, at_once: float = 0.0) -> SharedWork[str, str]:
    return SharedWork(shop.work, most_bytes, at_once=at_once, crew=Crew(threads))


def run(pieces: Pieces[Any]) -> tuple[list[float], Any]:
    """The shares that were told, and the answer."""
    shares = []
    while True:
        try:
            shares.append(next(pieces))
        except StopIteration as end:
            return shares, end.value


def at_once(*views: Callable[[], Any]) -> list[Any]:
    """What each of them gives or raises, all begun at the same time."""
    together = Barrier(len(views))
    results: list[Any] = [None] * len(views)

    def see(number: int, view: Callable[[], Any]) -> None:
        together.wait()
        try:
            results[number] = view()
        except BaseException as error:  # noqa: BLE001  it is what is asked for
            results[number] = error

    threads = [Thread(target=see, args=each) for each in enumerate(views)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    return results


@pytest.fixture(autouse=True)
def short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who wait look up often, so that no test takes long."""
    monkeypatch.setattr(shared_work, "TURN", 0.005)


def until(happened: Callable[[], bool]) -> None:
    """Wait until the crew has come so far."""
    for _ in range(100 * PATIENCE):
        if happened():
            return
        Event().wait(0.01)
    raise AssertionError("it did not come so far")


# Once for all --------------------------------------------------------------------------------------------------------


def test_the_second_who_asks_gets_what_was_worked_out_for_the_first() -> None:
    shop = Workshop()
    shared = sharing(shop)
    shares, first = run(shared.ask("a"))
    assert shares == sorted(shares)
    again, second = run(shared.ask("a"))
    assert (again, second) == ([], "A"), "without a look up: no bar, no flicker"
    assert second is first
    assert shared.answer("a") is first
    assert shop.begun == ["a"]


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("viewers", [2, 3, 8])
def test_those_who_ask_at_the_same_time_wait_for_the_same(viewers: int, threads: int) -> None:
    shop = Workshop(pieces=20)
    shared = sharing(shop, threads)
    answers = at_once(*[lambda: shared.answer("a")] * viewers)
    assert answers == ["A"] * viewers
    assert all(each is answers[0] for each in answers)
    assert shop.begun == ["a"]
    assert len(shop.done) == 20, "no piece is done twice"


@pytest.mark.parametrize("viewers", [2, 3, 8])
def test_who_leaves_leaves_the_work_to_those_who_wait(viewers: int) -> None:
    shop = Workshop()
    shop.hold_up()
    shared = sharing(shop)
    waiting = [shared.ask("a") for _ in range(viewers)]
    for each in waiting:
        next(each)
    waiting.pop(0).close()
    shop.go_on()
    assert [run(each)[1] for each in waiting] == ["A"] * (viewers - 1)
    assert (shop.begun, len(shop.done)) == (["a"], 4)


def test_what_all_have_left_is_given_up_and_begun_anew() -> None:
    shop = Workshop()
    shop.hold_up()
    shared = sharing(shop)
    waiting = [shared.ask("a"), shared.ask("a")]
    for each in waiting:
        next(each)
    for each in waiting:
        each.close()
    shop.go_on()
    until(lambda: shop.closed == ["a"])
    assert shop.done == ["a"], "the piece that was under way is the last"
    assert run(shared.ask("a"))[1] == "A"
    assert shop.begun == ["a", "a"]


def test_a_question_that_was_never_worked_at_leaves_nothing() -> None:
    shop = Workshop()
    shared = sharing(shop)
    shared.ask("a").close()
    assert shop.begun == []
    assert run(shared.ask("a"))[1] == "A"


@pytest.mark.parametrize("error", [ValueError("no answer"), SystemExit("no answer")])
def test_what_fails_is_told_to_all_who_wait_and_tried_anew(error: BaseException) -> None:
    shop = Workshop()
    shop.fails = error
    shop.hold_up()
    shared = sharing(shop)
    waiting = [shared.ask("a") for _ in range(3)]
    for each in waiting:
        next(each)
    shop.go_on()
    for each in waiting:
        with pytest.raises(type(error), match="no answer"):
            run(each)
    assert shop.begun == ["a"]
    shop.fails = None
    assert run(shared.ask("a"))[1] == "A", "and the crew is still there"


def test_only_so_many_bytes_are_remembered_the_last_ones_asked_for() -> None:
    shop = Workshop()
    shared = sharing(shop, most_bytes=2 * (bytes_of("a", "A") + ENTRY_BYTES))
    for question in "abac":
        run(shared.ask(question))
    assert shop.begun == ["a", "b", "c"]
    run(shared.ask("a"))
    assert shop.begun == ["a", "b", "c"], "it was asked for more recently than b"
    run(shared.ask("b"))
    assert shop.begun == ["a", "b", "c", "b"]


def test_many_viewers_at_once() -> None:
    """Some of them impatient, over works that are under way, remembered, or given up."""
    shop = Workshop(pieces=50)
    shared = sharing(shop, threads=2)

    def view(number: int) -> list[str]:
        answers = []
        for question in "abcd":
            pieces = shared.ask(question)
            if number % 4 == 3:
                next(pieces, None)
                pieces.close()
            else:
                answers.append(run(pieces)[1])
        return answers

    results = at_once(*[lambda number=number: view(number) for number in range(8)])
    assert [each for each in results if each] == [["A", "B", "C", "D"]] * 6
    assert [run(shared.ask(question)) for question in "abcd"] == [([], each) for each in "ABCD"]
    assert len(shared._works) == 0


# In turn -------------------------------------------------------------------------------------------------------------


def test_two_works_and_one_thread_take_turns_and_both_end() -> None:
    shop = Workshop()
    shop.hold_up()
    shared = sharing(shop)
    one, other = shared.ask("a"), shared.ask("b")
    next(one)
    next(other)
    shop.go_on()
    assert (run(one)[1], run(other)[1]) == ("A", "B")
    assert shop.done == ["a", "b"] * 4
    assert shop.most_together == 1


def test_nobody_waits_for_ever_however_many_there_are() -> None:
    """Nor longer than all others that waited have had one turn."""
    shop = Workshop(pieces=10)
    shop.hold_up()
    shared = sharing(shop)
    questions = [f"{number:02}" for number in range(30)]
    waiting = [shared.ask(question) for question in questions]
    for each in waiting:
        next(each)
    shop.go_on()
    assert [run(each)[1] for each in waiting] == questions
    assert shop.done == questions * 10


def test_a_new_work_has_its_turn_before_a_long_one_is_over() -> None:
    shop = Workshop(pieces=200)
    shop.hold_up()
    quick = Workshop(pieces=1)
    quick.done = shop.done
    crew = Crew(1)
    long = SharedWork(shop.work, ROOM, crew=crew).ask("long")
    next(long)
    new = SharedWork(quick.work, ROOM, crew=crew).ask("new")
    next(new)
    shop.go_on()
    assert (run(new)[1], run(long)[1]) == ("NEW", "LONG")
    assert shop.done == ["long", "new"] + ["long"] * 199


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_no_more_pieces_are_under_way_than_there_are_threads(threads: int) -> None:
    shop = Workshop(pieces=5)
    shop.hold_up()
    shared = sharing(shop, threads)
    waiting = [shared.ask(question) for question in "abcdefgh"]
    for each in waiting:
        next(each)
    for _ in range(threads):
        shop.wait_for_a_piece()
    assert shop.together == threads, "but as many as that"
    shop.go_on()
    assert [run(each)[1] for each in waiting] == list("ABCDEFGH")
    assert shop.most_together == threads


def test_who_is_cancelled_while_it_waits_for_its_turn_takes_none() -> None:
    shop = Workshop()
    shop.hold_up()
    shared = sharing(shop)
    under_way, cancelled, after = shared.ask("a"), shared.ask("b"), shared.ask("c")
    for each in (under_way, cancelled, after):
        next(each)
    cancelled.close()
    shop.go_on()
    assert (run(under_way)[1], run(after)[1]) == ("A", "C")
    assert shop.begun == ["a", "c"]
    assert run(shared.ask("b"))[1] == "B"


def test_a_failing_work_costs_the_others_nothing() -> None:
    shop, other = Workshop(), Workshop()
    crew = Crew(1)
    failing, working = SharedWork(shop.work, ROOM, crew=crew), SharedWork(other.work, ROOM, crew=crew)
    shop.fails = ValueError("no answer")
    answers = at_once(lambda: failing.answer("a"), lambda: working.answer("b"), lambda: failing.answer("c"))
    assert [type(answers[0]), answers[1], type(answers[2])] == [ValueError, "B", ValueError]
    assert working.answer("d") == "D"


def test_a_work_may_need_another_even_when_there_is_one_thread() -> None:
    shop = Workshop()
    crew = Crew(1)
    inner = SharedWork(shop.work, ROOM, crew=crew)

    def outer(question: str) -> Pieces[str]:
        first = yield from inner.ask(question)
        return first + inner.answer("b")

    shared = SharedWork(outer, ROOM, crew=crew)
    answers = at_once(lambda: shared.answer("a"), lambda: inner.answer("b"), lambda: inner.answer("a"))
    assert answers == ["AB", "B", "A"]
    assert run(inner.ask("b")) == ([], "B"), "what one work has found, others find"


# Quick work ----------------------------------------------------------------------------------------------------------


def test_quick_work_does_not_wait_for_its_turn() -> None:
    shop = Workshop()
    shared = sharing(shop, threads=0, at_once=PATIENCE)
    assert run(shared.ask("a")) == ([], "A")
    assert set(shop.threads) == {current_thread().name}


def test_what_turns_out_to_be_long_goes_on_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(100))
    monkeypatch.setattr(shared_work, "monotonic", lambda: next(seconds))
    shop = Workshop()
    shared = sharing(shop, at_once=2.5)
    assert finished(shared.ask("a")) == "A"
    assert shop.threads == [current_thread().name] * 2 + ["crew"] * 2
    assert shop.begun == ["a"]


def test_what_fails_at_once_is_told_at_once() -> None:
    shop = Workshop()
    shop.fails = ValueError("no answer")
    with pytest.raises(ValueError, match="no answer"):
        sharing(shop, threads=0, at_once=PATIENCE).answer("a")


# Several works as one ------------------------------------------------------------------------------------------------


def test_giving_up_gives_up_all_of_them() -> None:
    shop = Workshop()
    shop.hold_up()
    shared = sharing(shop)
    works = one_after_the_other([shared.ask("a"), shared.ask("b")])
    next(works)
    works.close()
    shop.go_on()
    until(lambda: shop.closed == ["a"])
    assert shop.begun == ["a"]
    assert len(shared._works) == 0
