"""The player, and what it plays, without a server: everything that it would fetch, put in where its address stands."""

import json
import re
from base64 import b64encode
from functools import cache
from posixpath import dirname, join, normpath
from typing import Any

from figures.theme import LOOKS
from stage.assets import ANY_THEME, ASSETS_PATH, content_of
from stage.message import with_header
from stage.plotly_script import plotly_script
from stage.served import PLAYER

_IMPORT = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.{1,2}/[\w./-]+\.js)\2""")
_BARE = "descent/"
"""Modules in a page have no folder to be found in; the page's import map finds them by bare names."""


def inlined(message: bytes) -> bytes:
    """The message with every asset that it names in the place of that asset's address: one for each theme of the page
    where they differ.
    """
    return with_header(message, _inlined)


def _inlined(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _inlined(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_inlined(each) for each in value]
    if isinstance(value, str) and value.startswith(f"{ASSETS_PATH}/"):
        if ANY_THEME in value:
            return {theme: _still(value.replace(ANY_THEME, theme)) for theme in LOOKS}
        return _still(value)
    return value


def _still(address: str) -> str:
    return data_url(content_of(address), "application/json")


def data_url(content: bytes, kind: str) -> str:
    """An address that is its own content."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


@cache
def import_map() -> str:
    """The player's modules as a JSON import map from bare names to data URLs."""
    modules = {
        _BARE + name: data_url(_with_bare_names(name).encode(), "text/javascript")
        for name in (file.relative_to(PLAYER).as_posix() for file in sorted(PLAYER.rglob("*.js")))
    }
    return json.dumps({"imports": modules}, separators=(",", ":"))


def _with_bare_names(name: str) -> str:
    """A module of the player, where a data URL has no neighbours: "./map.js" would lead nowhere."""

    def bare(found: re.Match[str]) -> str:
        before, quote, path = found.groups()
        return f"{before}{quote}{_BARE}{normpath(join(dirname(name), path))}{quote}"

    return _IMPORT.sub(bare, (PLAYER / name).read_text(encoding="utf-8"))


@cache
def plotly_js() -> str:
    """Plotly, such that no string in it ends the script element it stands in."""
    return harmless(plotly_script().decode())


def harmless(script: str) -> str:
    r"""The same JavaScript without the signs that HTML reads inside a script element.

    They can stand only in strings, patterns and comments, where \/ is / and \! is !.
    """
    return re.sub(r"<(/script)", r"<\\\1", script, flags=re.IGNORECASE).replace("<!--", r"<\!--")
