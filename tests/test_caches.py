"""What is remembered is bounded in bytes, each cache and all of them together."""

import ast
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from cache import Cache
from tests.test_arrows import ALLOWED, ROOT, files
from ui.four_rates import four_rates
from ui.stage.stills import STILLS
from ui.sweep import SWEEPS

MOST_BYTES = 300_000_000
"""That all caches of a process together may keep."""

RUN_WHEN_IMPORTED = {"pages", "app.py", "tools", "ui/shell.py"}
"""Rooms and files that are scripts; they hold nothing."""
COUNTED_ALONE = {
    "parameters.py",  # classes
    "slides/letters.py",  # typefaces at the sizes of the layout
    "ui/controls.py",  # spans of sliders
    "ui/document.py",  # Streamlit's own page
    "ui/first_files.py",  # modules of the player
    "ui/navigation.py",  # languages
    "ui/older_links.py",  # one answer
    "ui/stage/plotly_script.py",  # one answer
    "ui/stage/served.py",  # files of the player
    "ui/stage/stills.py",  # one answer
    "ui/step_formula.py",  # optimizers
    "ui/surface_choice.py",  # surfaces
    "ui/take_away/inline.py",  # files of the player
}
"""Who may use caches of Python's own, which count entries: no viewer chooses how many different ones there are."""


def caches() -> dict[str, Cache[Any, Any]]:
    """Every cache that stands in a module, by its place."""
    found: dict[str, Cache[Any, Any]] = {}
    for path in files():
        if not RUN_WHEN_IMPORTED & {path.parts[0], str(path)}:
            module = import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
            for name, each in vars(module).items():
                is_ours = type(each).__module__.partition(".")[0] in ALLOWED
                for kept in (each, *(vars(each).values() if is_ours and hasattr(each, "__dict__") else ())):
                    if isinstance(kept, Cache) and kept not in found.values():
                        found[f"{module.__name__}.{name}"] = kept
    return found


def test_all_caches_together_keep_no_more_than_a_process_can_spare() -> None:
    found = caches()
    budgets = {name: cache.most_bytes for name, cache in found.items()}
    assert {SWEEPS.cache, four_rates.cache, STILLS.kept} <= set(found.values())
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
