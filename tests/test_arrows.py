"""The arrows between the rooms: who may import whom, read from the files themselves."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_OURS = {".venv", "build", "tests", "bench", "docs", ".git", "node_modules"}

CORE = {"text", "parameters", "discovery", "cache", "pieces"}
ALLOWED: dict[str, set[str]] = {
    "text": set(),
    "discovery": set(),
    "cache": set(),
    "pieces": set(),
    "parameters": {"text"},
    "optimizers": CORE,
    "surfaces": CORE,
    "simulation": CORE,
    "networks": CORE,
    "formulas": CORE | {"surfaces", "simulation"},
    "figures": CORE | {"optimizers", "surfaces", "simulation", "networks"},
    "scenes": CORE | {"optimizers", "surfaces", "simulation", "networks"},
    "slides": CORE | {"simulation", "figures"},
    "ui": CORE | {"optimizers", "surfaces", "simulation", "networks", "formulas", "figures", "scenes", "slides"},
    "pages": CORE | {"optimizers", "surfaces", "simulation", "networks", "formulas", "figures", "scenes", "ui"},
    "server": CORE | {"ui", "pages"},
    "app": {"ui", "server"},
    "tools": {"figures", "optimizers", "scenes", "ui", "server"},
}
"""What each room may import of ours, besides itself. `tools` is for tests and bench only."""

OUTSIDE: dict[str, set[str]] = {
    "figures": {"numpy", "plotly"},
    "slides": {"numpy", "PIL"},
    "ui": {"numpy", "plotly", "streamlit", "starlette"},
    "pages": {"numpy", "plotly", "streamlit"},
    "server": {"anyio", "numpy", "plotly", "streamlit", "starlette", "PIL"},
    "app": {"plotly", "streamlit", "starlette"},
    "tools": {"playwright", "PIL", "streamlit", "websockets", "packaging"},
}
"""What a room may import of others besides the standard library; a room not named here, NumPy alone."""


def files() -> list[Path]:
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
    return sorted(path for path in found if not NOT_OURS & set(path.parts))


def room(path: Path) -> str:
    """optimizers/adam.py → optimizers, text.py → text."""
    return path.parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The first part of every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            assert node.module is not None
            yield node.module.partition(".")[0]


every_file = pytest.mark.parametrize("path", files(), ids=str)


def test_the_files_are_found() -> None:
    """A walk that finds nothing would hold every arrow."""
    assert {"text", "parameters", "discovery", "optimizers", "surfaces", "simulation"} <= {room(p) for p in files()}
    assert Path("optimizers/adam.py") in files()
    assert "parameters" in set(imported(Path("optimizers/adam.py")))


@every_file
def test_every_file_is_in_a_known_room(path: Path) -> None:
    assert room(path) in ALLOWED, f"{path} is in no room of DESIGN.md; put it into one of {', '.join(ALLOWED)}"


@every_file
def test_arrows_run_one_way(path: Path) -> None:
    ours = set(imported(path)) & set(ALLOWED) - {room(path)}
    forbidden = ours - ALLOWED[room(path)]
    assert not forbidden, (
        f"{path} imports {', '.join(forbidden)}; {room(path)} may import {sorted(ALLOWED[room(path)])}"
    )


@every_file
def test_only_the_outer_rooms_know_streamlit_and_plotly(path: Path) -> None:
    others = {name for name in imported(path) if name not in ALLOWED and name not in sys.stdlib_module_names}
    forbidden = others - OUTSIDE.get(room(path), {"numpy"})
    assert not forbidden, f"{path} imports {', '.join(forbidden)}"


def test_the_arrows_themselves_make_no_circle() -> None:
    order = list(ALLOWED)
    for name, allowed in ALLOWED.items():
        assert all(order.index(other) < order.index(name) for other in allowed)


@pytest.mark.parametrize("name", ["optimizers", "surfaces", "simulation", "networks", "formulas"])
def test_the_core_runs_without_streamlit_and_plotly(name: str) -> None:
    """Also by way of something else: what a fresh interpreter has loaded after the import."""
    asks = f"import sys, {name}; print(sorted({{'streamlit', 'plotly'}} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
