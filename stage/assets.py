"""Assets by request: figures and words that do not move, under addresses that say what they are.

A function that makes one is decorated, and then gives the address of what it would make. Any process that is asked for
that address makes it: it says the kind, what the function is given, and which code wrote it.

    stage-assets/3f9a0c1be2d4/map.json?theme=dark&surface=ravine&condition_number=50.0

In messages `{theme}` stands for the page's theme, which only the browser knows.
"""

import gzip
import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial, wraps
from hashlib import blake2b
from inspect import signature
from pathlib import Path
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeAlias, get_type_hints
from urllib.parse import parse_qsl, quote, urlencode

import numpy as np
import plotly
import plotly.graph_objects as go

from cache import Cache
from figures.theme import Theme
from stage.spelling import Spelling, WrongAddress, spelling
from work.crew import Crew

ASSETS_PATH = "stage-assets"
LONGEST = 2000
"""Signs of what an address says of an asset."""
MOST_BYTES = 16_000_000
"""Of all assets that are kept, compressed: some hundred maps."""
MAKERS = 2
"""Threads: with a second one, an asset that takes long does not hold up the others."""
THEME, ANY_THEME = "theme", "{theme}"
"""The name of the argument that the browser puts in, and what stands for it until then."""
ROOT = Path(__file__).parents[1]

Asset: TypeAlias = go.Figure | Mapping[str, Any]
Arguments = ParamSpec("Arguments")


class UnknownKind(WrongAddress):
    """An address names a kind of asset that there is not."""


@dataclass(frozen=True)
class Kind:
    """A kind of asset: what makes it, and how its arguments are spelled, in their order."""

    name: str
    make: Callable[..., Asset]
    spellings: Mapping[str, Spelling]
    usual: Mapping[str, Any]
    """What arguments are where nothing is said of them."""
    kept: bool = True
    """Whether what is made is kept; else hardly anybody asks for the same again."""

    def address(self, *args: Any, **settings: Any) -> str:
        """Of what would be made of these arguments, relative to the app."""
        values = {**self.usual, **dict(zip(self.spellings, args, strict=False)), **settings}
        return f"{ASSETS_PATH}/{version()}/{self.name}.json?{self._query(values)}"

    def asked(self, query: str) -> dict[str, Any]:
        """The arguments that the query of such an address says. Raises WrongAddress where no address says it so."""
        pairs = parse_qsl(query, keep_blank_values=True)
        said: dict[str, list[str]] = {}
        for name, value in pairs:
            said.setdefault(name, []).append(value)
        values = {name: each.read(name, said) for name, each in self.spellings.items()}
        if self.kept and parse_qsl(self._query(values), keep_blank_values=True) != pairs:
            raise WrongAddress(f"this is not how {self.name} is asked for; it would be ?{self._query(values)[:200]}")
        return values

    def made(self, query: str) -> Asset:
        """What the query of such an address asks for."""
        values = self.asked(query)
        with np.errstate(all="ignore"):  # what can't be drawn is left out of the figure
            return self.make(**values)

    def _query(self, values: Mapping[str, Any]) -> str:
        pairs = [pair for name, each in self.spellings.items() for pair in each.write(name, values[name])]
        return urlencode(pairs, safe="{}*(),:/", quote_via=quote)


KINDS: dict[str, Kind] = {}
"""Every kind of asset of the modules that have been imported; `server.start` imports them all."""


def asset(kind: str, *, kept: bool = True) -> Callable[[Callable[Arguments, Asset]], Callable[Arguments, str]]:
    """Let a function that makes assets give their addresses. Its types say what may be asked for.

    What is not `kept` may be asked for in any spelling: a browser puts its own numbers into the address.
    """

    def decorate(make: Callable[Arguments, Asset]) -> Callable[Arguments, str]:
        address = _registered(kind, make, kept=kept).address

        @wraps(make)
        def addressed(*args: Arguments.args, **settings: Arguments.kwargs) -> str:
            return address(*args, **settings)

        return addressed

    return decorate


def themed(kind: str) -> Callable[[Callable[Concatenate[Theme, Arguments], Asset]], Callable[Arguments, str]]:
    """The same for one that is given the page's theme first: one address then serves light and dark pages."""

    def decorate(make: Callable[Concatenate[Theme, Arguments], Asset]) -> Callable[Arguments, str]:
        address = _registered(kind, make).address

        @wraps(make)
        def addressed(*args: Arguments.args, **settings: Arguments.kwargs) -> str:
            return address(ANY_THEME, *args, **settings)

        return addressed

    return decorate


def _registered(name: str, make: Callable[..., Asset], *, kept: bool = True) -> Kind:
    """Raises ValueError where another function has that name already."""
    hints = get_type_hints(make, include_extras=True)
    parameters = signature(make).parameters
    usual = {each.name: each.default for each in parameters.values() if each.default is not each.empty}
    kind = Kind(name, make, {each: spelling(hints[each]) for each in parameters}, usual, kept)
    if KINDS.setdefault(name, kind).make.__module__ != make.__module__:
        raise ValueError(f"{make.__module__} and {KINDS[name].make.__module__} both make assets called {name}")
    KINDS[name] = kind
    return kind


class Assets:
    """What was asked for last, compressed. Each is made once for all who wait for it; safe to use from every thread.

    `MAKERS` threads make them, however many are asked for. What is let go of because all together
    would be larger than `most_bytes` is made again for the next who asks.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.kept: Cache[str, bytes] = Cache(most_bytes)
        self._making: dict[str, Future[bytes]] = {}
        self._lock = Lock()
        self._makers = Crew(MAKERS)

    def ask(self, kind: str, query: str) -> "Future[bytes]":
        """The asset that such an address names: JSON, compressed by gzip.

        Raises WrongAddress, now or by its future, where there can't be one.
        """
        if kind not in KINDS:
            raise UnknownKind(f"{kind[:80]!r} is no kind of asset")
        if len(query) > LONGEST:
            raise WrongAddress(f"the address has {len(query)} signs; allowed are up to {LONGEST}")
        key = f"{kind}?{query}"
        with self._lock:
            known: Future[bytes] = Future()
            with suppress(KeyError):  # a maker may let go of it at any time
                known.set_result(self.kept[key])
                return known
            if key not in self._making:
                self._making[key] = Future()
                self._makers.take_on(partial(self._make, key, KINDS[kind], query))
            return self._making[key]

    def _make(self, key: str, kind: Kind, query: str) -> bool:
        """Make it, and tell all who wait; there is never another piece."""
        made = self._making[key]
        try:
            content = gzip.compress(packed(kind.made(query)), mtime=0)
            tell = partial(made.set_result, self.kept.keep(key, content) if kind.kept else content)
        except BaseException as error:  # noqa: BLE001  everybody who waits is told
            tell = partial(made.set_exception, error)
        with self._lock:
            del self._making[key]
        tell()
        return False


ASSETS = Assets()
"""One for the process: it holds only what can be made again."""


def packed(made: Asset) -> bytes:
    """A figure the way Plotly writes it, anything else as JSON."""
    return (made.to_json() if isinstance(made, go.Figure) else json.dumps(made, ensure_ascii=False)).encode()


def content_of(address: str) -> bytes:
    """The asset at an address that this process wrote, as JSON."""
    _, _, asked = address.removeprefix(f"{ASSETS_PATH}/").partition("/")
    kind, _, query = asked.partition(".json?")
    return gzip.decompress(ASSETS.ask(kind, query).result())


@cache
def version() -> str:
    """Names the code that makes assets: all of ours and of the libraries that write figures.

    It is part of every address, so that a browser may keep what it was given for ever.
    """
    digest = blake2b(digest_size=6)
    for library in (np, plotly):
        digest.update(library.__version__.encode())
    rooms = [folder for folder in ROOT.iterdir() if (folder / "__init__.py").exists()]
    for file in sorted([*ROOT.glob("*.py"), *(file for room in rooms for file in room.rglob("*.py"))]):
        digest.update(file.read_bytes())
    return digest.hexdigest()
