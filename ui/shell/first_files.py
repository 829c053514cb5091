"""The files that a page is going to ask for, named in its HTML, so that they are fetched while Streamlit starts.

A browser would otherwise learn of them one after the other: of Streamlit's part that mounts a player when the page's
script has spoken, of the player from that, of the modules that it imports from it, of Plotly from those.
"""

import ast
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import streamlit as st

from stage.served import PLAYER, player_path

STREAMLIT_SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
INDEX = STREAMLIT_SCRIPTS.parent.parent / "index.html"
MOUNTS_PLAYERS = "BidiComponent"
"""Streamlit's script that does."""
PLAYERS = {
    "stage.scene": "race/race",
    "stage.figure_grid": "figure_grid/figure_grid",
    "stage.graph": "graph/graph",
    "stage.inside": "inside/inside",
}
"""The player's module for what is shown, by where that is described."""
_COMPONENT, _PLAY = "stage.component", "play"
_OUR_IMPORT = re.compile(r'^(?:import|export)\b[\w\s{},*]*\(?"(\.{1,2}/[\w./-]+)\.js"', re.MULTILINE)
_STREAMLITS_IMPORT = re.compile(r'(?:\bfrom|\bimport)"\./([^"]+)"')


def frame() -> str:
    """The lines of HTML for what is around every page and has to run before Streamlit."""
    first, *others = _reached(("page/page",), our_imports)
    return "\n    ".join((*map(_module, others), f'<script type="module" src="./{player_path()}/{first}.js"></script>'))


def links(page: Path) -> str:
    """The lines of HTML for the page's file: first what is small and asked for soon, Plotly last and without haste."""
    modules = _reached(players(page), our_imports)
    lines = [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in _streamlits()]
    lines += map(_module, modules)
    lines.append(f'<link rel="preload" as="style" href="./{player_path()}/stage.css">')
    if "plotly" in modules:
        plotly = f"./{player_path()}/plotly.min.js"
        lines.append(f'<link rel="preload" as="script" fetchpriority="low" href="{plotly}">')
    return "\n    ".join(lines)


def _module(name: str) -> str:
    return f'<link rel="modulepreload" href="./{player_path()}/{name}.js">'


def players(page: Path) -> tuple[str, ...]:
    """The modules that the page mounts: those of what its folder imports from the stage."""
    imported = [
        node
        for file in sorted(page.parent.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    played = {PLAYERS[node.module] for node in imported if node.module in PLAYERS}
    mounted = {each.name for node in imported if node.module == _COMPONENT for each in node.names}
    return tuple(sorted(played | mounted - {_PLAY}))


@cache
def our_imports(module: str) -> tuple[str, ...]:
    """The modules of the player that one of them imports, by their paths in its folder."""
    imported = _OUR_IMPORT.findall((PLAYER / f"{module}.js").read_text(encoding="utf-8"))
    return tuple(normpath(join(dirname(module), path)) for path in imported)


@cache
def _streamlits() -> tuple[str, ...]:
    """Streamlit's scripts that mount a player, without those that its own page names.

    Raises RuntimeError where this Streamlit has another way.
    """
    mounts = [file.name for file in STREAMLIT_SCRIPTS.glob(f"{MOUNTS_PLAYERS}.*.js")]
    if len(mounts) != 1:
        raise RuntimeError(f"{STREAMLIT_SCRIPTS} should have {MOUNTS_PLAYERS} once; it has {mounts}")
    named = INDEX.read_text(encoding="utf-8")

    def unnamed(script: str) -> list[str]:
        imported = _STREAMLITS_IMPORT.findall((STREAMLIT_SCRIPTS / script).read_text(encoding="utf-8"))
        return [each for each in imported if each not in named]

    return _reached(mounts, unnamed)


def _reached(first: Iterable[str], imports: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """All that is imported from `first` on, nearest first."""
    found = dict.fromkeys(first)
    waiting = list(found)
    for name in waiting:
        new = [each for each in dict.fromkeys(imports(name)) if each not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)
