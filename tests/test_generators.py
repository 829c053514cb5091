"""No generator of the product holds over a `yield` what belongs to a thread, read from the files themselves.

Work in pieces is resumed by whichever viewer's thread is next. What one thread has entered another cannot leave:
`np.errstate` is a context variable and says so with an error, a lock stays locked, and what `warnings.catch_warnings`
or a Streamlit container has changed stays changed for somebody else.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_arrows import ROOT, files, room

MAY_BE_HELD = {"closing"}
"""Context managers that any thread may leave."""


def held_over_a_yield(source: str) -> list[str]:
    """Every context manager that is held while a generator waits, as it is written."""
    return [held for held in _held(ast.parse(source), ()) if held.partition("(")[0] not in MAY_BE_HELD]


def _held(node: ast.AST, around: tuple[str, ...]) -> Iterator[str]:
    """What is held at the yields below this node, where these are around it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        around = ()  # it is entered later, when nothing around it is held
    if isinstance(node, ast.Yield | ast.YieldFrom):
        yield from around
    if isinstance(node, ast.With | ast.AsyncWith):
        for item in node.items:
            yield from _held(item, around)
            around = (*around, ast.unparse(item.context_expr))
        for inside in node.body:
            yield from _held(inside, around)
    else:
        for each in ast.iter_child_nodes(node):
            yield from _held(each, around)


@pytest.mark.parametrize("path", [path for path in files() if room(path) != "tools"], ids=str)
def test_no_generator_waits_while_it_holds_what_belongs_to_a_thread(path: Path) -> None:
    assert held_over_a_yield((ROOT / path).read_text()) == []


HELD = """
def steps(count):
    with np.errstate(all="ignore"):
        for step in range(count):
            yield 1 / step
"""
HELD_DEEPER = """
def pieces(work):
    for each in work:
        with closing(each), self._lock:
            if each:
                share = (yield from each) + 1
"""
LEFT_BEFORE = """
def steps(count):
    for step in range(count):
        with np.errstate(all="ignore"):
            share = 1 / step
        yield share
"""
IN_A_FUNCTION_OF_ITS_OWN = """
with np.errstate(all="ignore"):
    def steps(count):
        yield from range(count)
"""


@pytest.mark.parametrize(
    ("source", "held"),
    [
        (HELD, ["np.errstate(all='ignore')"]),
        (HELD_DEEPER, ["self._lock"]),
        (LEFT_BEFORE, []),
        (IN_A_FUNCTION_OF_ITS_OWN, []),
    ],
)
def test_what_is_held_is_found(source: str, held: list[str]) -> None:
    assert held_over_a_yield(source) == held
