"""The thread that does the pieces of all long work, so that nobody's sliders wait and every work has its turn."""

from collections import deque
from collections.abc import Callable
from threading import Lock, Thread, current_thread

Piece = Callable[[], bool]
"""Does the next piece of a work, and says whether there is another. It raises nothing."""


class Crew:
    """At most so many threads, which come with the work and go when it is done.

    A work has one piece done, and the next when every other that waits has had its turn. So none has to wait for ever,
    however many there are, and no more pieces are under way than there are threads.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._waiting: deque[Piece] = deque()
        self._threads = 0
        self._lock = Lock()

    def take_on(self, piece: Piece) -> None:
        """Have it called, in turn with all others, until there is no other piece."""
        with self._lock:
            self._waiting.append(piece)
            if self._threads < self.most:
                self._threads += 1
                _Hand(target=self._work, name="crew", daemon=True).start()

    def _work(self) -> None:
        while piece := self._next():
            if piece():
                with self._lock:
                    self._waiting.append(piece)

    def _next(self) -> Piece | None:
        """Whose turn it is; None sends the thread home."""
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._threads -= 1
            return None


class _Hand(Thread):
    """One of them."""


def is_crew() -> bool:
    """Whether this is called from one of these threads."""
    return isinstance(current_thread(), _Hand)


CREW = Crew(1)
"""One for the process. A second thread would bring nothing: pieces hold Python's lock for nearly all of their time, so
on two processors two threads end the same work no sooner than one. More processors are for more processes."""
