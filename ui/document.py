"""The HTML that every chapter begins with: Streamlit's own, with the page's style and the player's page.js before it.

It depends on the address, names files by their content and has no validators, so that no browser keeps an old one.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from ui.chapters import CHAPTERS, FIRST
from ui.older_links import RACE, means_race
from ui.stage.served import player_path
from ui.streamlit_words import STREAMLITS
from ui.theme import KEY

INDEX = Path(st.__file__).parent / "static" / "index.html"
SHELL, SCENES, PROJECTOR = (Path(__file__).with_name(f"{name}.css") for name in ("shell", "scenes", "projector"))
_FIRST_MODULE = '<script type="module"'
_TITLE = "<title>Streamlit</title>"
_SCHEMES = {"light": "light", "dark": "dark"}
_BOTH = "light dark"


@cache
def html(scheme: str) -> str:
    """The document for one of the CSS colour schemes; its first paint has that ground already."""
    index = INDEX.read_text(encoding="utf-8")
    for part in (_FIRST_MODULE, _TITLE):
        if index.count(part) != 1:
            raise RuntimeError(f"{INDEX} should have {part} once; this Streamlit is not one that Descent knows")
    light, dark = (st.get_option(f"theme.{each}.backgroundColor") for each in ("light", "dark"))
    ground = f"color-scheme: {scheme}; background: light-dark({light}, {dark});"
    shell, scenes, projector = (sheet.read_text(encoding="utf-8") for sheet in (SHELL, SCENES, PROJECTOR))
    style = f"<style>:root {{ {ground}\n{shell}\n{scenes}\n&[data-projector] {{ {projector} }} }}</style>"
    words = json.dumps([asdict(words) for words in STREAMLITS], ensure_ascii=False)
    said = f'<script type="application/json" id="descent-words">{words}</script>'
    page = f'<script type="module" src="./{player_path()}/page.js"></script>'
    head = "\n    ".join((style, said, page, _FIRST_MODULE))
    return index.replace(_FIRST_MODULE, head).replace(_TITLE, "<title>Descent</title>")


def any_document() -> str:
    """One of them; they differ in nothing but their style."""
    return html(_BOTH)


def pages() -> list[Route]:
    """A route for each chapter."""
    any_document()  # a Streamlit that is not known is told now, not to the first viewer
    others = [Route(f"/{path}", _document) for path, chapter in CHAPTERS.items() if chapter is not FIRST]
    return [Route("/", _opening), *others]


def _opening(request: Request) -> Response:
    """The opening page, or the way to the race that an older link means."""
    if not means_race(request.query_params):
        return _document(request)
    return RedirectResponse(f"./{RACE}?{request.url.query}", status_code=307, headers={"Cache-Control": "no-store"})


def _document(request: Request) -> Response:
    said = request.query_params.getlist(KEY)
    scheme = _SCHEMES.get(said[0], _BOTH) if len(said) == 1 else _BOTH
    return HTMLResponse(html(scheme), headers={"Cache-Control": "no-cache"})
