"""Long work that several viewers may ask for: done once for all of them, in pieces, and remembered."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from functools import partial
from threading import RLock
from time import monotonic
from typing import Generic, TypeVar

from cache import Cache
from work.crew import CREW, Crew, is_crew
from work.pieces import Pieces, finished

Inputs = TypeVar("Inputs", bound=Hashable)
Answer = TypeVar("Answer")

TURN = 0.05
"""Seconds until one who waits looks up, to be told to stop."""
QUICK = 0.03
"""Seconds that a work may take from a viewer's own thread before it has to wait for its turn."""


class SharedWork(Generic[Inputs, Answer]):
    """The answers most recently asked for, and the work under way. Safe to use from every viewer's thread.

    All who ask for the same answer wait for the same work. It goes on while one of them waits; what nobody waits for
    any more is given up. Its pieces are done by the crew. With `at_once`, the first who asks does pieces himself for
    so many seconds before: what is quick, as a change of a slider has to be, then never waits for its turn.
    """

    def __init__(
        self,
        begin: Callable[[Inputs], Pieces[Answer]],
        most_bytes: int,
        *,
        at_once: float = 0.0,
        crew: Crew = CREW,
    ) -> None:
        self.cache: Cache[Inputs, Answer] = Cache(most_bytes)
        self._begin = begin
        self._at_once = at_once
        self._crew = crew
        self._works: dict[Inputs, _Work[Answer]] = {}
        self._lock = RLock()

    def ask(self, inputs: Inputs) -> Pieces[Answer]:
        """Wait for the answer, and look up every `TURN`. Close the generator to wait no longer.

        Raises what the work raises, for everybody who waits for it; the next to ask starts over.
        """
        if is_crew():  # one work needs another: it must not wait for the thread that it is done by itself
            return (yield from self._done_here(inputs))
        with self._lock:
            try:
                return self.cache[inputs]
            except KeyError:
                work = self._works.get(inputs)
            is_first = work is None
            if work is None:
                work = self._works[inputs] = _Work(self._begin(inputs), partial(self.cache.keep, inputs))
            work.waiting += 1
        try:
            if is_first:
                self._set_going(work)
            while not work.outcome.done():
                wait([work.outcome], TURN)
                yield work.share
            return work.outcome.result()
        finally:
            with self._lock:
                work.waiting -= 1
                if self._works.get(inputs) is work and (work.outcome.done() or not work.waiting):
                    del self._works[inputs]

    def answer(self, inputs: Inputs) -> Answer:
        """The answer, however long it takes: for what is there already, or quick."""
        return finished(self.ask(inputs))

    def _set_going(self, work: "_Work[Answer]") -> None:
        until = monotonic() + self._at_once
        goes_on = True
        while goes_on and monotonic() < until:
            goes_on = work.piece()
        if goes_on:
            self._crew.take_on(work.piece)

    def _done_here(self, inputs: Inputs) -> Pieces[Answer]:
        try:
            return self.cache[inputs]
        except KeyError:
            return self.cache.keep(inputs, (yield from self._begin(inputs)))


class _Work(Generic[Answer]):
    """One work under way; one thread at a time does a piece of it."""

    def __init__(self, pieces: Pieces[Answer], keep: Callable[[Answer], Answer]) -> None:
        self._pieces = pieces
        self._keep = keep
        self.share = 0.0
        self.outcome: Future[Answer] = Future()
        self.waiting = 0
        """How many wait for it; who changes it holds the lock of all works."""

    def piece(self) -> bool:
        """Do the next piece; whether there is another. What nobody waits for any more is given up."""
        try:
            if not self.waiting:
                self._pieces.close()
                return False
            try:
                self.share = next(self._pieces)
                return True
            except StopIteration as end:
                self.outcome.set_result(self._keep(end.value))
        except BaseException as error:  # noqa: BLE001  everybody who waits is told, and the crew goes on
            self.outcome.set_exception(error)
        return False
