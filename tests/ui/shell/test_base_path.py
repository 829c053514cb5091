"""What is below a path of the server, and what within the app."""

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute

from ui.shell.base_path import base_path, below, path_in_app


@pytest.mark.parametrize(
    ("option", "base"),
    [("", ""), ("/", ""), ("descent", "/descent"), ("/descent/", "/descent"), ("a/b", "/a/b"), ("강의", "/강의")],
)
def test_the_option_is_read_however_it_is_written(monkeypatch: pytest.MonkeyPatch, option: str, base: str) -> None:
    monkeypatch.setattr(st, "get_option", lambda _: option)
    assert base_path() == base


@pytest.mark.parametrize(
    ("path", "base", "within"),
    [
        ("/race", "", "/race"),
        ("/", "", "/"),
        ("/a/b/race", "/a/b", "/race"),
        ("/a/b/", "/a/b", "/"),
        ("/a/b", "/a/b", ""),
        ("/a/b/a/b/x", "/a/b", "/a/b/x"),
        ("/a/bc", "/a/b", None),
        ("/a", "/a/b", None),
        ("/race", "/a/b", None),
    ],
)
def test_what_is_asked_for_within_the_app(path: str, base: str, within: str | None) -> None:
    assert path_in_app(path, base) == within


def hello(_: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


def test_routes_stand_below_it_and_answer_as_before() -> None:
    routes = [Route("/", hello), Route("/{name}.json", hello, methods=["GET", "POST"]), Mount("/files", Starlette())]
    moved = below("/a/b", routes)
    assert [getattr(route, "path", None) for route in moved] == ["/a/b/", "/a/b/{name}.json", "/a/b/files"]
    assert [getattr(route, "methods", None) for route in moved[:2]] == [{"GET", "HEAD"}, {"GET", "HEAD", "POST"}]
    assert [getattr(route, "path", None) for route in below("", routes)] == ["/", "/{name}.json", "/files"]


def test_a_route_of_another_kind_is_told_at_the_start() -> None:
    with pytest.raises(TypeError, match="cannot be put below"):
        below("/a", [WebSocketRoute("/", hello)])
