"""What is remembered is bounded in bytes, each cache and all of them together."""

import ast
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from cache import Cache, Remembered
from tests.test_arrows import ROOT, files, room
from ui.shared_work import SharedWork

MOST_BYTES = 256_000_000
"""That all caches of a process together may keep."""

RUN_WHEN_IMPORTED = {"pages", "app", "tools"}
COUNTED_ALONE = {
    "slides/letters.py",  # typefaces at the sizes of the layout
    "ui/document.py",  # Streamlit's own page
    "ui/stage/served.py",  # files of the player
    "ui/stage/stills.py",
    "ui/step_formula.py",  # one entry for each optimizer
    "ui/take_away/inline.py",  # files of the player
}
"""Who may use caches of Python's own, which count entries: no viewer chooses how many different ones there are."""


def caches() -> dict[str, Cache[Any, Any]]:
    """Every cache that stands in a module, by its place."""
    found: dict[str, Cache[Any, Any]] = {}
    for path in files():
        if room(path) not in RUN_WHEN_IMPORTED:
            module = import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
            for name, each in vars(module).items():
                kept = each.cache if isinstance(each, Remembered | SharedWork) else each
                if isinstance(kept, Cache) and kept not in found.values():
                    found[f"{module.__name__}.{name}"] = kept
    return found


def test_all_caches_together_keep_no_more_than_a_process_can_spare() -> None:
    budgets = {name: cache.most_bytes for name, cache in caches().items()}
    assert {"ui.sweep.SWEEPS", "ui.fairness.SEARCHES", "simulation.replay.compiled"} <= set(budgets)
    told = "\n".join(f"{budget / 1e6:8.2f} MB  {name}" for name, budget in sorted(budgets.items(), key=lambda b: -b[1]))
    assert sum(budgets.values()) <= MOST_BYTES, f"{sum(budgets.values()) / 1e6:.1f} MB:\n{told}"


def imported_names(source: str) -> Iterator[str]:
    """What is taken from `functools`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "functools":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "functools":
            yield node.attr


def test_nobody_counts_entries_whose_number_a_viewer_chooses() -> None:
    users = {str(path) for path in files() if {"cache", "lru_cache"} & {*imported_names((ROOT / path).read_text())}}
    assert users <= COUNTED_ALONE
    assert set(imported_names("from functools import lru_cache\nfunctools.cache")) == {"cache", "lru_cache"}
