"""How what a function is given stands in an address: each argument under its name, in a way that belongs to its type.

    surface: Surface             surface=ravine&condition_number=50.0, or surface=own&f=x**2&x.from=-5.0&…
    theme: Theme                 theme=dark
    logarithmic: bool            logarithmic=on, or nothing
    origin: float | None         origin=0.5, or nothing
    words: tuple[str, ...]       words=1&words=10, once for each

What an argument may be is said by its type: any number that is finite, unless it is `Annotated[float, Between(0, 1)]`.
A surface is what the address of a page may ask for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import partial
from math import isfinite
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, cast, get_args, get_origin
from urllib.parse import parse_qs

from address import Address
from address.surface import read_surface
from address.typed_surface import own_values
from formulas import TypedSurface
from surfaces import Surface

Pair = tuple[str, str]
Said = Mapping[str, Sequence[str]]
"""What an address says, by its names."""

FLAG = "on"


class WrongAddress(ValueError):  # noqa: N818 — like WrongFormula
    """An address asks for what there can't be; the message says what came and what is allowed."""


Choice = TypeVar("Choice")


def said_by(link: str, read: Callable[[Address], Choice]) -> Choice:
    """What a page's reader finds in a link. Raises WrongAddress where the link says what there can't be."""
    address = Address(parse_qs(link.removeprefix("?"), keep_blank_values=True))
    choice = read(address)
    if address.is_wrong:
        raise WrongAddress(address.notices()[0]["en"])
    return choice


class Between(NamedTuple):
    """A number from `low` to `high`."""

    low: float
    high: float

    def allows(self, value: Any) -> bool:
        return bool(self.low <= value <= self.high)

    def __str__(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"


class OneOf(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]

    def allows(self, value: Any) -> bool:
        return value in self.words

    def __str__(self) -> str:
        return f"one of {', '.join(self.words)}"


class Spelling(NamedTuple):
    """Both ways between an argument and what stands under its name."""

    write: Callable[[str, Any], Iterator[Pair]]
    read: Callable[[str, Said], Any]
    """Raises WrongAddress."""


class _Word(NamedTuple):
    """Both ways between a value and its one word."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    """Raises ValueError."""


def spelling(kind: Any) -> Spelling:
    """Of a type. Raises TypeError for one that has none."""
    if isinstance(kind, type) and issubclass(kind, Surface):
        return Spelling(_write_surface, partial(_read_surface, kind))
    if kind is bool:
        return Spelling(_write_flag, _read_flag)
    if get_origin(kind) is tuple:
        first, *others = get_args(kind)
        count = None if others == [...] else 1 + len(others)
        return Spelling(partial(_write_many, _word(first)), partial(_read_many, _word(first), count))
    if get_origin(kind) is UnionType:
        (inner,) = (each for each in get_args(kind) if each is not type(None))
        return Spelling(partial(_write_one, _word(inner)), partial(_read_one, _word(inner), optional=True))
    return Spelling(partial(_write_one, _word(kind)), partial(_read_one, _word(kind), optional=False))


def _word(kind: Any) -> _Word:
    if get_origin(kind) is Literal:
        return _checked(_Word(str, str), OneOf(get_args(kind)))
    if get_origin(kind) is Annotated:
        inner, check = get_args(kind)
        return _checked(_word(inner), check)
    if kind is float:
        return _Word(lambda value: repr(float(value)), _finite)
    if kind is int:
        return _Word(lambda value: str(int(value)), int)
    if kind is str:
        return _Word(str, str)
    raise TypeError(f"nobody has said how {kind} stands in an address")


def _checked(word: _Word, check: Between | OneOf) -> _Word:
    def read(said: str) -> Any:
        value = word.read(said)
        if not check.allows(value):
            raise ValueError(f"allowed is {check}")
        return value

    return word._replace(read=read)


def _finite(said: str) -> float:
    number = float(said)
    if not isfinite(number):
        raise ValueError("allowed is a finite number")
    return number


def _write_one(word: _Word, name: str, value: Any) -> Iterator[Pair]:
    if value is not None:
        yield name, word.write(value)


def _read_one(word: _Word, name: str, said: Said, *, optional: bool) -> Any:
    values = _read_many(word, None, name, said)
    if len(values) > 1 or not (values or optional):
        raise WrongAddress(f"{name} stands there {len(values)} times; allowed is once")
    return values[0] if values else None


def _write_many(word: _Word, name: str, values: Sequence[Any]) -> Iterator[Pair]:
    return ((name, word.write(value)) for value in values)


def _read_many(word: _Word, count: int | None, name: str, said: Said) -> tuple[Any, ...]:
    found = said.get(name, ())
    if count is not None and len(found) != count:
        raise WrongAddress(f"{name} stands there {len(found)} times; allowed is {count} times")
    try:
        return tuple(map(word.read, found))
    except ValueError as wrong:
        raise WrongAddress(f"{name}={', '.join(found)[:80]}: {wrong}") from wrong


def _write_flag(name: str, value: bool) -> Iterator[Pair]:
    if value:
        yield name, FLAG


def _read_flag(name: str, said: Said) -> bool:
    return tuple(said.get(name, ())) == (FLAG,)


def _write_surface(_name: str, surface: Surface) -> Iterator[Pair]:
    """The way the address of a page does; a surface has a name of its own there."""
    yield "surface", surface.key
    if isinstance(surface, TypedSurface):
        values: Mapping[str, str | float] = own_values(surface.text, surface.domain)
    else:
        values = {each.name: getattr(surface, each.name) for each in fields(cast(Any, surface))}
    yield from ((key, value if isinstance(value, str) else repr(float(value))) for key, value in values.items())


def _read_surface(kind: type[Surface], _name: str, said: Said) -> Surface:
    """With the reader, and within the bounds, of every page."""
    address = Address(said)
    surface = read_surface(address)
    if address.is_wrong:
        raise WrongAddress(address.notices()[0]["en"])
    if not isinstance(surface, kind):
        raise WrongAddress(f"surface={surface.key}: allowed is {kind.__name__}")
    return surface
