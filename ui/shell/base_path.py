"""Where the app is on its server: at the root, or below the path that `server.baseUrlPath` names."""

from collections.abc import Iterable

import streamlit as st
from starlette.routing import BaseRoute, Mount, Route
from streamlit.url_util import make_url_path


def base_path() -> str:
    """The path, with a slash at its beginning and none at its end; empty at the root."""
    return make_url_path(str(st.get_option("server.baseUrlPath")), "").rstrip("/")


def below(base: str, routes: Iterable[BaseRoute]) -> list[BaseRoute]:
    """The same routes below a path."""
    return [_below(base, route) for route in routes]


def _below(base: str, route: BaseRoute) -> BaseRoute:
    match route:
        case Route():
            return Route(base + route.path, route.endpoint, methods=route.methods)
        case Mount():
            return Mount(base + route.path, route.app)
        case _:
            raise TypeError(f"{route!r} cannot be put below {base!r}; only a Route or a Mount can")


def path_in_app(path: str, base: str) -> str | None:
    """What is asked for within the app: from its slash on, or nothing at all; None for what is outside."""
    return path.removeprefix(base) if path == base or path.startswith(f"{base}/") else None
