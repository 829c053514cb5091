"""What does not move, figures and words: each under an address that names its content, so it is fetched once."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from hashlib import blake2b
from threading import Lock
from typing import Any, NamedTuple, ParamSpec, TypeAlias

import plotly.graph_objects as go

STILLS_PATH = "stage-stills"
MOST_STILLS = 256


Still: TypeAlias = go.Figure | Mapping[str, Any]
Arguments = ParamSpec("Arguments")


class Packed(NamedTuple):
    """A still as it is sent."""

    name: str
    """Of its content."""
    content: bytes


def packed(still: Still) -> Packed:
    """A figure the way Plotly writes it, anything else as JSON."""
    json_text = still.to_json() if isinstance(still, go.Figure) else json.dumps(still, ensure_ascii=False)
    content = json_text.encode()
    return Packed(blake2b(content, digest_size=12).hexdigest(), content)


class Stills:
    """The figures most recently shown to anyone, as JSON. Safe to use from every viewer's thread."""

    def __init__(self, most: int = MOST_STILLS) -> None:
        self._most = most
        self._by_name: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def publish(self, still: Still) -> str:
        """Keep a figure, or anything else that is JSON, and give its address, relative to the app."""
        return self.keep(packed(still))

    def keep(self, still: Packed) -> str:
        """Keep what is packed, let go of what nobody has asked for the longest, and give its address."""
        with self._lock:
            self._by_name[still.name] = still.content
            self._by_name.move_to_end(still.name)
            while len(self._by_name) > self._most:
                self._by_name.popitem(last=False)
        return f"{STILLS_PATH}/{still.name}.json"

    def find(self, name: str) -> bytes | None:
        """The figure's JSON, or None where it is not kept any more."""
        with self._lock:
            content = self._by_name.get(name)
            if content is not None:
                self._by_name.move_to_end(name)
            return content


STILLS = Stills()
"""One store for the process: it holds only what can be made anew, and never more than `MOST_STILLS`."""


def published(most: int) -> Callable[[Callable[Arguments, Still]], Callable[Arguments, str]]:
    """Let a function that makes stills give their addresses: the last `most` are made once, and kept at every call.

    A remembered address alone would not do: what it names may have been let go of since.
    """

    def decorate(make: Callable[Arguments, Still]) -> Callable[Arguments, str]:
        @lru_cache(maxsize=most)
        def once(*args: Any, **settings: Any) -> Packed:
            return packed(make(*args, **settings))

        made: Callable[..., Packed] = once

        @wraps(make)
        def address(*args: Arguments.args, **settings: Arguments.kwargs) -> str:
            return STILLS.keep(made(*args, **settings))

        return address

    return decorate
