"""A function that remembers: who asks it the same again, or at the same time, gets what was worked out once."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import update_wrapper
from threading import RLock
from typing import Any, Generic, ParamSpec, TypeVar

from cache.store import Cache

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def remembered(most_bytes: int) -> Callable[[Callable[Arguments, Answer]], "Remembered[Arguments, Answer]"]:
    """Let a function remember its answers, `most_bytes` of them together; its arguments have to be hashable.

    Who asks while another works it out waits for it, so this is for what takes no longer than a second. What the
    function raises is told to all who wait, and tried again by the next who asks.
    """

    def decorate(compute: Callable[Arguments, Answer]) -> Remembered[Arguments, Answer]:
        return Remembered(compute, most_bytes)

    return decorate


class Remembered(Generic[Arguments, Answer]):
    """See `remembered`. Safe to use from every viewer's thread."""

    __name__: str

    def __init__(self, compute: Callable[Arguments, Answer], most_bytes: int) -> None:
        self.cache: Cache[Any, Answer] = Cache(most_bytes)
        self._work_out = compute
        self._under_way: dict[Any, Future[Answer]] = {}
        self._lock = RLock()
        update_wrapper(self, compute)

    def __call__(self, *args: Arguments.args, **settings: Arguments.kwargs) -> Answer:
        """The answer: remembered, or another's who is working it out, or worked out here."""
        inputs = (args, *sorted(settings.items()))
        while True:
            with self._lock:
                try:
                    return self.cache[inputs]
                except KeyError:
                    others = self._under_way.get(inputs)
                    if others is None:
                        own = self._under_way[inputs] = Future[Answer]()
                        break
            with suppress(CancelledError):  # then the other was broken off, and it is tried here
                return others.result()
        try:
            answer = self.cache.keep(inputs, self._work_out(*args, **settings))
        except Exception as error:
            own.set_exception(error)
            raise
        else:
            own.set_result(answer)
            return answer
        finally:
            own.cancel()  # which does nothing to one that has come out
            with self._lock:
                del self._under_way[inputs]

    def cache_clear(self) -> None:
        """Forget everything, as `functools.lru_cache` does."""
        self.cache.clear()
