"""What is remembered is bounded in bytes, each cache and all of them together."""

import ast
from collections.abc import Iterator

from pages.choosing.compute import run_four_rates
from stage.assets import ASSETS
from surfaces import SURFACES
from tests.test_arrows import ROOT, files
from tools.caches import caches, forget_everything
from ui.common.axes import sharpness
from ui.common.sweep_compute import SWEEPS

MOST_BYTES = 150_000_000
"""That all caches of a process together may keep."""

COUNTED_ALONE = {
    "parameters.py",  # classes
    "export/slides/letters.py",  # typefaces at the sizes of the layout
    "numerals.py",  # spans of sliders
    "ui/shell/document.py",  # Streamlit's own page
    "ui/shell/first_files.py",  # modules of the player
    "ui/shell/navigation.py",  # languages
    "ui/shell/older_links.py",  # one answer
    "stage/plotly_script.py",  # one answer
    "stage/served.py",  # files of the player
    "stage/style_sheet.py",  # one answer
    "stage/assets.py",  # one answer
    "pages/step/formula.py",  # optimizers
    "ui/controls/surface.py",  # surfaces
    "export/inline.py",  # files of the player
}
"""Who may use caches of Python's own, which count entries: no viewer chooses how many different ones there are."""


def test_all_caches_together_keep_no_more_than_a_process_can_spare() -> None:
    found = caches()
    assert {SWEEPS.cache, run_four_rates.cache, ASSETS.kept} <= set(found.values()), "wherever they are held"
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
