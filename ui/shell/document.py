"""The HTML that every chapter begins with: Streamlit's own, with the page's style, its first words and its files.

It depends on the address, names files by their content and has no validators, so that no browser keeps an old one.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from address.carried import LANGUAGE
from address.projector import KEY as PROJECTOR
from address.theme import KEY as THEME
from text import LANGUAGES, Language, Text
from ui.shell.chapters import CHAPTERS, FIRST, NAME, Chapter
from ui.shell.connection_words import CONNECTION
from ui.shell.first_files import INDEX, frame, links
from ui.shell.gzipped import Gzipped, gzipped
from ui.shell.navigation import CONTENTS, SETTINGS
from ui.shell.older_links import RACE, means_race
from ui.shell.streamlit_words import STREAMLITS

SHEETS = {
    name: Path(__file__).with_name(f"{name}.css")
    for name in ("loading", "shell", "scenes", "projector", "embedded", "full_screen")
}
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
"""What a style sheet says to its readers, which no browser needs."""
_HTML = '<html lang="en">'
_FIRST_MODULE = '<script type="module"'
_TITLE = "<title>Streamlit</title>"
_HEAD_END = "</head>"
_NO_SCRIPT = re.compile("<noscript>.*</noscript>", re.DOTALL)
_BOTH = "light dark"

LOADING = Text(ko="불러오는 중입니다…", en="Loading…")
NEEDS_SCRIPTS = Text(
    ko="Descent는 브라우저에서 그림을 그리므로 JavaScript가 필요합니다. JavaScript를 켜고 페이지를 새로 고쳐 주세요.",
    en="Descent draws in your browser and needs JavaScript for it. Please allow JavaScript, then reload the page.",
)


class Look(NamedTuple):
    """What of a request makes a document another one."""

    scheme: str
    """A CSS colour scheme; the first paint has its ground already."""
    language: Language
    projected: bool


@cache
def document(chapter: Chapter, look: Look) -> Gzipped:
    """A chapter's document, made once for everybody who sees it alike."""
    return Gzipped(gzipped(html(chapter, look).encode()), "text/html")


def html(chapter: Chapter, look: Look) -> str:
    """Streamlit's page with ours put in.

    Raises RuntimeError where this Streamlit's page has no place for it.
    """
    index = INDEX.read_text(encoding="utf-8")
    for part, ours in {
        _HTML: f'<html lang="{look.language}"{" data-projector" * look.projected}>',
        _TITLE: "<title>Descent</title>",
        _FIRST_MODULE: "\n    ".join((_style(look.scheme), *_read_by_page(), frame(), _FIRST_MODULE)),
        _HEAD_END: f"  {links(chapter.script)}\n  {_HEAD_END}",
    }.items():
        if index.count(part) != 1:
            raise RuntimeError(f"{INDEX} should have {part} once; this Streamlit is not one that Descent knows")
        index = index.replace(part, ours)
    return _NO_SCRIPT.sub(f"{_loading(chapter, look.language)}\n    {_without_scripts()}", index)


def _style(scheme: str) -> str:
    light, dark = (st.get_option(f"theme.{each}.backgroundColor") for each in ("light", "dark"))
    ground = f"color-scheme: {scheme}; background: light-dark({light}, {dark});"
    words = "\n".join(f'&:lang({each}) {{ --descent-loading: "{LOADING[each]}" }}' for each in LANGUAGES)
    grids = {name: _COMMENT.sub("", grid.read_text(encoding="utf-8")) for name, grid in SHEETS.items()}
    loading, always = grids["loading"], "\n".join((grids["shell"], grids["scenes"]))
    looks = "\n".join(f"&[data-{name}] {{ {grids[name]} }}" for name in ("projector", "embedded"))
    ours = f"{ground}\n{words}\n{always}\n{looks}\n{grids['full_screen']}"
    return f"<style>{loading}\n:root {{ {ours} }}</style>"


def _read_by_page() -> Iterator[str]:
    """What the player's page.js and its modules find by its name."""
    read: dict[str, object] = {
        "words": [asdict(words) for words in STREAMLITS],
        "connection": {key: asdict(words) for key, words in CONNECTION.items()},
        "doors": {"contents": asdict(CONTENTS), "settings": asdict(SETTINGS)},
    }
    for name, content in read.items():
        words = json.dumps(content, ensure_ascii=False)
        yield f'<script type="application/json" id="descent-{name}">{words}</script>'


def _loading(chapter: Chapter, language: Language) -> str:
    """What stands there before anything runs; stage/player/page/loading.js takes it away."""
    title = NAME if chapter is FIRST else chapter.title
    words = (title[language], LOADING[language])
    return '<div id="descent-loading" role="status">' + "".join(f"<p>{escape(each)}</p>" for each in words) + "</div>"


def _without_scripts() -> str:
    words = "".join(f'<p lang="{each}">{NEEDS_SCRIPTS[each]}</p>' for each in LANGUAGES)
    return f"<noscript><style>#descent-loading {{ display: none }}</style>{words}</noscript>"


def any_document() -> str:
    """One of them; they differ in their words, their style and the files that they name."""
    return html(FIRST, Look(_BOTH, "en", projected=False))


def pages() -> list[Route]:
    """A route for each chapter."""
    any_document()  # a Streamlit that is not known is told now, not to the first viewer
    others = [Route(f"/{path}", _answering(chapter)) for path, chapter in CHAPTERS.items() if chapter is not FIRST]
    return [Route("/", _opening), *others]


def _opening(request: Request) -> Response:
    """The opening page, or the way to the race that an older link means."""
    if not means_race(request.query_params):
        return _answer(FIRST, request)
    return RedirectResponse(f"./{RACE}?{request.url.query}", status_code=307, headers={"Cache-Control": "no-store"})


def _answering(chapter: Chapter) -> Callable[[Request], Response]:
    return lambda request: _answer(chapter, request)


def _answer(chapter: Chapter, request: Request) -> Response:
    answer = document(chapter, _look(request)).answer(request, {"Cache-Control": "no-cache"})
    answer.headers.add_vary_header("Accept-Language")
    return answer


def _look(request: Request) -> Look:
    """As the page itself reads its address (stage/player/page/page.js)."""
    scheme = _said(request, THEME, ("light", "dark")) or _BOTH
    language = _said(request, LANGUAGE, LANGUAGES) or _preferred(request.headers.get("accept-language", ""))
    return Look(scheme, "ko" if language == "ko" else "en", _said(request, PROJECTOR, ("on",)) is not None)


def _said(request: Request, name: str, allowed: Collection[str]) -> str | None:
    """The one value of a name in the address; a name that stands there twice says nothing."""
    values = request.query_params.getlist(name)
    return values[0] if len(values) == 1 and values[0] in allowed else None


def _preferred(accepted: str) -> Language:
    """The language that the browser names first, which is what a script of the page would hear."""
    return "ko" if accepted.lower().startswith("ko") else "en"
