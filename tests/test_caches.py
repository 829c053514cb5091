"""What is remembered is bounded in bytes, each cache and all of them together."""

import ast
from collections.abc import Iterator

from surfaces import SURFACES
from tests.test_arrows import ROOT, files
from tools.caches import caches, forget_everything
from ui.four_rates import four_rates
from ui.stage.stills import STILLS
from ui.sweep import SWEEPS, sharpness

MOST_BYTES = 150_000_000
"""That all caches of a process together may keep."""

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


def test_all_caches_together_keep_no_more_than_a_process_can_spare() -> None:
    found = caches()
    assert {SWEEPS.cache, four_rates.cache, STILLS.kept} <= set(found.values()), "wherever they are held"
    budgets = sorted(((cache.most_bytes, name) for name, cache in found.items()), reverse=True)
    total = sum(budget for budget, _ in budgets)
    assert total <= MOST_BYTES, f"{total / 1e6:.1f} MB: {budgets}"


def test_all_can_be_emptied() -> None:
    sharpness(SURFACES["ravine"], (1.0, 1.0))
    assert len(sharpness.cache) > 0
    forget_everything()
    assert [cache.bytes for cache in caches().values()] == [0] * len(caches())


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
