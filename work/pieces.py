"""Work in pieces: between two of them it tells how far it is, and can be given up."""

from collections.abc import Generator
from typing import TypeVar

import numpy as np

Answer = TypeVar("Answer")

Pieces = Generator[float, None, Answer]
"""It yields the share that is done, from 0 to 1, and returns its answer. Another thread may do each piece, so nothing
that belongs to a thread is held over a yield."""


def finished(work: Pieces[Answer]) -> Answer:
    """Do all of the work at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def stretch(work: Pieces[Answer], begin: float, end: float) -> Pieces[Answer]:
    """A work that is one part of a longer one: from this share of it to that."""
    while True:
        try:
            yield begin + next(work) * (end - begin)
        except StopIteration as over:
            answer: Answer = over.value
            return answer


def quiet(work: Pieces[Answer]) -> Pieces[Answer]:
    """The same work; that numbers leave the range of floats is a result there, not an accident."""
    while True:
        with np.errstate(all="ignore"):
            try:
                share = next(work)
            except StopIteration as end:
                answer: Answer = end.value
                return answer
        yield share


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
