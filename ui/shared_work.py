"""Long work that several viewers may ask for: done once, in pieces, by whoever waits for it, and remembered."""

from collections import OrderedDict
from collections.abc import Callable, Generator, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")

Pieces = Generator[float, None, Answer]
"""Work in pieces: it yields the share that is done, from 0 to 1, and returns its answer."""

TURN = 0.05
"""Seconds until one who waits for another's piece looks up, to be told to stop."""


class SharedWork(Generic[Question, Answer]):
    """The answers most recently asked for, and the work under way. Safe to use from every viewer's thread.

    All who wait for the same answer take turns at the same pieces, so it is worked out once, and goes on when one of
    them leaves. What nobody waits for any more is dropped.
    """

    def __init__(self, begin: Callable[[Question], Pieces[Answer]], most: int) -> None:
        self._begin = begin
        self._most = most
        self._answers: OrderedDict[Question, Answer] = OrderedDict()
        self._works: dict[Question, _Work[Answer]] = {}
        self._lock = Lock()

    def ask(self, question: Question) -> Pieces[Answer]:
        """Work at it until there is an answer. Give it up between two pieces by closing the generator.

        Raises what the work raises, for everybody who waits for it; the next to ask begins anew.
        """
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
            work = self._works.get(question)
            if work is None:
                work = self._works[question] = _Work(self._begin(question))
            work.waiting += 1
        try:
            while not work.outcome.done():
                yield work.piece()
            answer = work.outcome.result()
            self._keep(question, answer)
            return answer
        finally:
            with self._lock:
                work.waiting -= 1
                if self._works.get(question) is work and (work.outcome.done() or not work.waiting):
                    del self._works[question]

    def _keep(self, question: Question, answer: Answer) -> None:
        """Remember it, and let go of what nobody has asked for the longest."""
        with self._lock:
            self._answers[question] = answer
            self._answers.move_to_end(question)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)


class _Work(Generic[Answer]):
    """One piece of work under way."""

    def __init__(self, pieces: Pieces[Answer]) -> None:
        self._pieces = pieces
        self._lock = Lock()
        self._share = 0.0
        self.outcome: Future[Answer] = Future()
        self.waiting = 0
        """How many wait for it; whoever changes it holds the lock of all works."""

    def piece(self) -> float:
        """Do the next piece, unless another is at it for longer than a turn; the share that is done."""
        if self._lock.acquire(timeout=TURN):
            try:
                if not self.outcome.done():
                    self._share = next(self._pieces)
            except StopIteration as end:
                self.outcome.set_result(end.value)
            except Exception as error:  # everybody who waits is told
                self.outcome.set_exception(error)
                raise
            finally:
                self._lock.release()
        return self._share


def one_after_the_other(works: list[Pieces[Answer]]) -> Pieces[list[Answer]]:
    """Several works as one."""
    answers: list[Answer] = []
    try:
        for work in works:
            done = len(answers)
            answers.append((yield from stretch(work, done / len(works), (done + 1) / len(works))))
    finally:
        for work in works:
            work.close()
    return answers


def stretch(work: Pieces[Answer], begin: float, end: float) -> Pieces[Answer]:
    """A work that is one part of a longer one: from this share of it to that."""
    while True:
        try:
            yield begin + next(work) * (end - begin)
        except StopIteration as over:
            answer: Answer = over.value
            return answer
