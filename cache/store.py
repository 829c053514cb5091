"""Answers by their questions, within so many bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import RLock
from typing import Generic, TypeVar

from cache.contents import bytes_of, sealed

Inputs = TypeVar("Inputs", bound=Hashable)
Answer = TypeVar("Answer")

ENTRY_BYTES = 200
"""That a place in the store takes, whatever stands there."""


class Cache(Generic[Inputs, Answer]):
    """The answers most recently asked for. Safe to use from every viewer's thread.

    Their bytes, with those of the questions, are at most `most_bytes` together: what nobody has asked for the longest
    is let go of first, and what is larger by itself is not kept. The arrays of a kept answer are read-only.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[Inputs, tuple[Answer, int]] = OrderedDict()
        self._lock = RLock()  # what is let go of may end something that asks here

    def __len__(self) -> int:
        return len(self._answers)

    def __contains__(self, inputs: Inputs) -> bool:
        return inputs in self._answers

    @property
    def bytes(self) -> int:
        """That are kept now."""
        return self._bytes

    def __getitem__(self, inputs: Inputs) -> Answer:
        """The answer; raises KeyError where there is none."""
        with self._lock:
            answer, _ = self._answers[inputs]
            self._answers.move_to_end(inputs)
            return answer

    def keep(self, inputs: Inputs, answer: Answer) -> Answer:
        """Remember it, as far as there is room; gives the answer, read-only in any case."""
        size = bytes_of(inputs, sealed(answer)) + ENTRY_BYTES
        with self._lock:
            self._drop(inputs)
            if size <= self.most_bytes:
                self._answers[inputs] = answer, size
                self._bytes += size
                while self._bytes > self.most_bytes:
                    self._drop(next(iter(self._answers)))
        return answer

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._answers.clear()
            self._bytes = 0

    def _drop(self, inputs: Inputs) -> None:
        _, size = self._answers.pop(inputs, (None, 0))
        self._bytes -= size
