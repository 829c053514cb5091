"""An address: every choice that changes the picture is read from its query.

Reading never fails: a value that cannot be used is left out, one by one, and told in a notice.
"""

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from urllib.parse import parse_qs

from address.trackers import is_tracker
from text import Text

LONGEST_SHOWN = 40
LONGEST = 2000
"""Characters of a value that has parts: a list, or an address within the address."""
MOST_NOTICES = 4
_NOTHING: Mapping[str, str] = MappingProxyType({})
MISSING = "missing"
"""Under this name the server notes a page that was asked for and does not exist (ui/shell/not_found.py)."""

_IGNORED = Text(
    ko="주소의 {pair} 값은 쓸 수 없어 무시했습니다. {allowed}",
    en="Ignored {pair} in the URL. {allowed}",
)
NUMBER = Text(ko="{low}부터 {high}까지의 수를 쓸 수 있습니다.", en="Use a number from {low} to {high}.")
WHOLE = Text(ko="{low}부터 {high}까지의 정수를 쓸 수 있습니다.", en="Use a whole number from {low} to {high}.")
_SPAN = Text(
    ko="{second} 값은 {first} 값보다 {least} 이상 커야 합니다.",
    en="{second} must exceed {first} by at least {least}.",
)
_CHOICE = Text(ko="쓸 수 있는 값: {options}.", en="Use one of: {options}.")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*", re.ASCII)
_TOKEN_ALLOWED = Text(
    ko="영문자, 숫자, 점, 붙임표로 된 {most}자까지의 말을 쓸 수 있습니다.",
    en="Use up to {most} letters, digits, dots and hyphens.",
).format(most=LONGEST_SHOWN)
_TOO_LONG = Text(ko="{most}자까지 쓸 수 있습니다.", en="Use up to {most} characters.").format(most=LONGEST)
_ONCE = Text(ko="같은 이름은 한 번만 쓸 수 있습니다.", en="Each name may appear only once.")
_UNKNOWN = Text(
    ko="이 페이지에 없는 이름입니다. 쓸 수 있는 이름: {options}.",
    en="This page has no such name. Known names: {options}.",
)
_NO_PAGE = Text(
    ko="{path} 페이지는 없습니다. 있는 페이지는 차례에 있습니다.",
    en="There is no page {path}. All pages are listed in the contents.",
)
_MORE = Text(ko="그 밖에 쓸 수 없어 무시한 값이 {count}개 더 있습니다.", en="{count} more values were ignored.")

Span = tuple[float, float]
"""The lower and the higher end."""


class Address:
    """A query string being read: what was used, and what was left out and why.

    `usual` stands where the query says nothing that can be used; the names of it in `fast` stand whatever it says.
    """

    def __init__(
        self, query: Mapping[str, Sequence[str]], usual: Mapping[str, str] = _NOTHING, fast: Collection[str] = ()
    ) -> None:
        self._query = query
        self._usual = usual
        self._fast = fast
        self._known: dict[str, None] = {}
        self._rejected: dict[str, None] = {}
        self._left_out: dict[tuple[str, str, Text], None] = {}
        """Name, value, and what is allowed: once each, for a name may be read more than once."""

    def choice(self, key: str, options: Collection[str], default: str) -> str:
        """One of `options`."""
        for value in self._said(key):
            if value in options:
                return value
            self._reject(key, value, _CHOICE.format(options=", ".join(options)))
        return default

    def choices(self, key: str, options: Sequence[str], default: Iterable[str]) -> tuple[str, ...]:
        """Some of `options`, parted by commas, in the order of `options`; at least one."""
        for value in self._bounded(key):
            named = dict.fromkeys(name.strip() for name in value.split(","))
            allowed = _CHOICE.format(options=", ".join(options))
            for name in named:
                if name not in options:
                    self._reject(key, name, allowed)
            if chosen := tuple(option for option in options if option in named):
                return chosen
        return tuple(default)

    def number(self, key: str, low: float, high: float, default: float) -> float:
        """A number from `low` to `high`; 0 is a number like any other."""
        number = self.optional_number(key, low, high)
        return default if number is None else number

    def optional_number(self, key: str, low: float, high: float) -> float | None:
        """A number from `low` to `high`, or None where the address says nothing usable."""
        for value in self._said(key):
            number = _float(value)
            if number is not None and low <= number <= high:
                return number
            self._reject(key, value, NUMBER.format(low=f"{low:g}", high=f"{high:g}"))
        return None

    def span(self, keys: tuple[str, str], low: float, high: float, least: float, default: Span) -> Span:
        """Two numbers from `low` to `high`, the second higher than the first by `least` or more."""
        begin, end = (self.number(key, low, high, usual) for key, usual in zip(keys, default, strict=True))
        if end - begin >= least:
            return begin, end
        for key, value in zip(keys, (begin, end), strict=True):
            if key in self._query:
                self._reject(key, f"{value:g}", _SPAN.format(first=keys[0], second=keys[1], least=f"{least:g}"))
        return default

    def text(self, key: str, wrong: Callable[[str], Text | None], default: str) -> str:
        """A text of which `wrong` finds nothing to say."""
        for value in self._said(key):
            said = wrong(value)
            if said is None:
                return value
            self._reject(key, value, said)
        return default

    def whole(self, key: str, low: int, high: int, default: int) -> int:
        """A whole number from `low` to `high`."""
        for value in self._said(key):
            number = _float(value)
            if number is not None and number.is_integer() and low <= number <= high:
                return int(number)
            self._reject(key, value, WHOLE.format(low=low, high=high))
        return default

    def token(self, key: str) -> str:
        """A word of letters, digits, dots and hyphens; empty where the address says nothing usable."""
        value = self._single(key) or ""
        if len(value) <= LONGEST_SHOWN and _TOKEN.fullmatch(value):
            return value
        self._reject(key, value, _TOKEN_ALLOWED)
        return ""

    def query_within(self, key: str) -> "Address | None":
        """Another address, written as the value of a name; None where there is none."""
        value = next(self._bounded(key), None)
        return None if value is None else Address(parse_qs(value, keep_blank_values=True))

    def leave_out(self, key: str, why: Text) -> None:
        """A reader cannot use what stands there after all."""
        self._reject(key, self._single(key) or "", why)

    def mention(self, key: str, value: str, why: Text) -> None:
        """A part of what stands there cannot be used; the rest is, and stays."""
        self._left_out[key, value[: LONGEST_SHOWN + 1], why] = None

    @property
    def known(self) -> frozenset[str]:
        """The names that a reader has asked for."""
        return frozenset(self._known)

    @property
    def rejected(self) -> tuple[str, ...]:
        """The names whose values were left out, and those that nobody has asked for so far."""
        missing = [MISSING] if MISSING in self._query else []
        return tuple(dict.fromkeys([*missing, *self._rejected, *self._unknown]))

    @property
    def is_wrong(self) -> bool:
        """Whether a value was left out that a reader asked for."""
        return bool(self._rejected)

    @property
    def _unknown(self) -> list[str]:
        return [key for key in self._query if key not in self._known and key != MISSING]

    def notices(self) -> list[Text]:
        """What was left out and what is allowed instead; the names nobody asked for come last, and trackers never.

        However much is left out, only what is shown is put into words; the rest is counted.
        """
        strange = [key for key in self._unknown if not is_tracker(key)]
        known = _UNKNOWN.format(options=", ".join(self._known))
        named = ((key, next(iter(self._query[key]), ""), known) for key in strange)
        notices = [*self._no_page(), *(_ignored(*each) for each in islice(chain(self._left_out, named), MOST_NOTICES))]
        more = len(self._query.get(MISSING, ())) + len(self._left_out) + len(strange) - MOST_NOTICES
        return [*notices[:MOST_NOTICES], _MORE.format(count=more)] if more > 0 else notices

    def _no_page(self) -> Iterator[Text]:
        """The pages that were asked for and do not exist."""
        for path in islice(self._query.get(MISSING, ()), MOST_NOTICES):
            yield _NO_PAGE.format(path=f"`/{_shown(path)}`")

    def _single(self, key: str) -> str | None:
        """The one value of `key`, or the usual one; None where there is neither."""
        return next(self._said(key), None)

    def _said(self, key: str) -> Iterator[str]:
        """The one value of `key`, if it has one, and then the usual one; the first that can be used counts."""
        self._known[key] = None
        values, usual = self._query.get(key, ()), self._usual.get(key)
        if len(values) > 1:
            self._reject(key, ", ".join(values[:MOST_NOTICES]), _ONCE)
        elif values and key in self._fast and values[0] != usual:
            self._reject(key, values[0], _CHOICE.format(options=usual))
        elif values:
            yield values[0]
        if usual is not None:
            yield usual

    def _bounded(self, key: str) -> Iterator[str]:
        """As above, without those that are too long to be taken apart."""
        for value in self._said(key):
            if len(value) <= LONGEST:
                yield value
            else:
                self._reject(key, value, _TOO_LONG)

    def _reject(self, key: str, value: str, allowed: Text) -> None:
        self._rejected[key] = None
        self._left_out[key, value[: LONGEST_SHOWN + 1], allowed] = None


def _ignored(key: str, value: str, allowed: Text) -> Text:
    return _IGNORED.format(pair=f"`{_shown(key)}={_shown(value)}`", allowed=allowed)


def _shown(words: str) -> str:
    """Somebody else's words, short and harmless inside a code span."""
    printable = "".join(sign if sign.isprintable() and sign != "`" else "·" for sign in words[: LONGEST_SHOWN + 1])
    return printable if len(words) <= LONGEST_SHOWN else f"{printable[:LONGEST_SHOWN]}…"


def _float(value: str) -> float | None:
    """The finite number that `value` writes, or None."""
    try:
        number = float(value) if len(value) <= LONGEST_SHOWN else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
