"""What a viewer types, read as a formula in x and y.

    sum      product (("+" | "-") product)*
    product  signed (("*" | "/") signed)*
    signed   ("+" | "-") signed  |  power
    power    atom ("**" signed)?
    atom     number  |  x  |  y  |  pi  |  e  |  function "(" sum ")"  |  "(" sum ")"

which is Python's grammar without everything else; other spellings are written out before (`formulas.spelling`). The
text is read sign by sign into a tree of our own and is never given to Python, so nothing that is typed can be run.
Length, depth, numbers and exponents are bounded, so that reading and computing take no longer than that. What can't be
read raises a `WrongFormula`, which knows the sign.
"""

import re
import unicodedata
from typing import NamedTuple

import numpy as np

from cache import remembered
from formulas.spelling import LETTERS, NUMBER, spelled
from formulas.tree import FUNCTIONS, HIGHEST_POWER, Lines, Operation, Tree, constant, is_constant, straightened
from text import Text

LONGEST = 160
"""Signs of a formula: Goldstein and Price's has 150."""
DEEPEST = 24
"""Brackets, signs and powers within each other."""
LARGEST = 1e9
"""Numbers lie between 0 and this."""

LONGEST_SHOWN = 20
"""So much of an unknown name is repeated."""

NAMED = {"pi": float(np.pi), "e": float(np.e)}
KNOWN = (*LETTERS, *FUNCTIONS, *NAMED)

ALLOWED = Text(
    ko="쓸 수 있는 것은 `x`, `y`, 수, `+ - * / **`, 괄호 `( )`, {functions}, `pi`, `e`입니다.",
    en="Allowed are `x`, `y`, numbers, `+ - * / **`, brackets `( )`, {functions}, `pi` and `e`.",
).format(functions=", ".join(f"`{name}`" for name in FUNCTIONS))
"""All that a formula may hold, in one sentence. What is typed stands between backticks here and below, for Markdown."""

_EMPTY = Text(
    ko="수식이 비어 있습니다. `x**2 + y**2`처럼 입력하세요.",
    en="The formula is empty. Enter one such as `x**2 + y**2`.",
)
_LONG = Text(
    ko="수식이 {count}자로 너무 깁니다. {most}자까지 쓸 수 있습니다.",
    en="The formula has {count} characters; at most {most} are allowed.",
)
_DEEP = Text(
    ko="괄호, 부호, 거듭제곱이 너무 깊이 중첩되어 있습니다. {most}단계까지 쓸 수 있습니다.",
    en="Brackets, signs and powers are nested too deeply; {most} levels are allowed.",
)
_SIGN = Text(ko="`{came}` 기호는 쓸 수 없습니다. {advice}", en="`{came}` is not allowed in a formula. {advice}")
_NAME = Text(ko="알 수 없는 이름입니다: `{came}`. {advice}", en="Unknown name `{came}`. {advice}")
_INSTEAD = Text(ko="대신 이렇게 쓰세요: `{instead}`", en="Write `{instead}`.")
_TIMES = Text(
    ko="곱하기 기호가 빠졌습니다. 이렇게 쓰세요: `{instead}`", en="A multiplication sign is missing. Write `{instead}`."
)
_CALL = Text(
    ko="`{came}` 뒤에는 괄호가 와야 합니다. `{came}(x)`처럼 쓰세요.",
    en="`{came}` needs an argument in brackets, as in `{came}(x)`.",
)
_COMMA = Text(
    ko="함수는 값을 하나만 받고, 소수점은 `.`입니다. 쉼표를 빼세요.",
    en="Functions take one value, and the decimal separator is a point. Remove the comma.",
)
_MISSING = Text(
    ko="여기에는 수, `x`, `y`, 함수나 여는 괄호가 와야 하는데 {came}. 빠진 부분을 채우세요.",
    en="Expected a number, `x`, `y`, a function or a bracket, but {came}.",
)
_COMES_END = Text(ko="수식이 끝났습니다", en="the formula ends")
_COMES = Text(ko="`{came}` 기호가 왔습니다", en="there is `{came}`")
_UNCLOSED = Text(ko="이 괄호가 닫히지 않았습니다. `)`를 넣으세요.", en="This bracket is never closed. Add a `)`.")
_UNOPENED = Text(
    ko="이 괄호에는 짝이 없습니다. 빼거나, 앞에 `(`를 넣으세요.",
    en="This bracket has no partner. Remove it, or put a `(` before it.",
)
_LARGE = Text(
    ko="수가 너무 큽니다. {most}까지 쓸 수 있습니다.", en="This number is too large. Numbers up to {most} are allowed."
)
_POWER = Text(
    ko="지수가 {came}입니다. −{most}부터 {most}까지 쓸 수 있습니다.",
    en="The exponent is {came}; allowed are −{most} to {most}.",
)

_INSTEAD_OF: dict[str, str] = {
    **{"√": "sqrt( )", "∞": "1e9", "[": "(", "]": ")", "{": "(", "}": ")"},
    **{raised: f"**{digit}" for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
}
"""Signs that look right, and how they are written here."""
_OTHER_NAMES = {
    **{"ln": "log", "log10": "log(x)/log(10)", "log2": "log(x)/log(2)", "pow": "x**2", "fabs": "abs", "tg": "tan"},
    **{"X": "x", "Y": "y", "PI": "pi", "Pi": "pi", "E": "e", "th": "tanh", "sinh": "(exp(x) - exp(-x))/2"},
    **{"cosh": "(exp(x) + exp(-x))/2", "sigmoid": "1/(1 + exp(-x))", "cot": "1/tan(x)"},
}
_WORD = re.compile(rf"(?P<number>{NUMBER})|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>\*\*|[-+*/()])|(?P<space> +)")
_PARTS = re.compile("|".join(sorted(KNOWN, key=len, reverse=True)) + "|[0-9]+")


class WrongFormula(ValueError):  # noqa: N818  a formula, not a programme, is wrong
    """What is wrong with a formula: in words, and where."""

    def __init__(self, text: str, column: int, said: Text) -> None:
        super().__init__(f"{said.en} (sign {column + 1} of {text!r})")
        self.text = text
        """What was read, without spaces around it."""
        self.column = column
        """The sign that is wrong, counted from 0; len(text) where something is missing at its end."""
        self.said = said


class _Word(NamedTuple):
    kind: str
    """number, name, sign, or end."""
    text: str
    column: int


def read(text: str) -> Tree:
    """The formula that the text means; raises WrongFormula."""
    text = text.strip()
    if not text:
        raise WrongFormula(text, 0, _EMPTY)
    if len(text) > LONGEST:
        raise WrongFormula(text[: LONGEST + 1], LONGEST, _LONG.format(count=len(text), most=LONGEST))
    written, columns = spelled(text)
    if len(written) > LONGEST:
        raise WrongFormula(text, len(text), _LONG.format(count=len(written), most=LONGEST))
    try:
        return _Reader(written, _words(written)).formula()
    except WrongFormula as wrong:
        raise WrongFormula(text, columns[wrong.column], wrong.said) from None


@remembered(most_bytes=2_000_000)
def lines_of(text: str) -> Lines:
    """The formula that the text means, to be carried out line by line; raises WrongFormula."""
    return straightened(read(text))


def _words(text: str) -> list[_Word]:
    """The text in numbers, names and signs, and an end."""
    words: list[_Word] = []
    at = 0
    while at < len(text):
        found = _WORD.match(text, at)
        if found is None:
            raise WrongFormula(text, at, _strange(text[at]))
        if found.lastgroup != "space":
            words.append(_Word(str(found.lastgroup), found.group(), at))
        at = found.end()
    return [*words, _Word("end", "", len(text))]


def _strange(sign: str) -> Text:
    """What to say of a sign that no formula has."""
    usual = unicodedata.normalize("NFKC", sign)
    if sign in ",;":
        advice = _COMMA
    elif sign in _INSTEAD_OF:
        advice = _INSTEAD.format(instead=_INSTEAD_OF[sign])
    elif usual != sign and _WORD.fullmatch(usual):
        advice = _INSTEAD.format(instead=usual)
    else:
        advice = ALLOWED
    came = sign if sign.isprintable() and sign not in " `" else f"U+{ord(sign):04X}"
    return _SIGN.format(came=came, advice=advice)


class _Reader:
    """Reads words from left to right; each method reads one rule of the grammar."""

    def __init__(self, text: str, words: list[_Word]) -> None:
        self._text = text
        self._words = words
        self._at = 0
        self._depth = 0

    def formula(self) -> Tree:
        """All of it."""
        for word in self._words:
            if word.kind == "name" and word.text not in KNOWN:
                raise self._wrong(word, _unknown(word.text))
        tree = self._sum()
        if self._next.text == ")":
            raise self._wrong(self._next, _UNOPENED)
        if self._next.kind != "end":
            raise self._wrong(self._next, self._glued())
        return tree

    @property
    def _next(self) -> _Word:
        return self._words[self._at]

    def _take(self) -> _Word:
        self._at += 1
        return self._words[self._at - 1]

    def _wrong(self, word: _Word, said: Text) -> WrongFormula:
        return WrongFormula(self._text, word.column, said)

    def _sum(self) -> Tree:
        tree = self._product()
        while self._next.text in {"+", "-"}:
            name = "add" if self._take().text == "+" else "subtract"
            tree = Operation(name, (tree, self._product()))
        return tree

    def _product(self) -> Tree:
        tree = self._signed()
        while self._next.text in {"*", "/"}:
            name = "multiply" if self._take().text == "*" else "divide"
            tree = Operation(name, (tree, self._signed()))
        return tree

    def _signed(self) -> Tree:
        if self._next.text not in {"+", "-"}:
            return self._power()
        sign = self._deeper()
        tree = self._signed()
        self._depth -= 1
        return Operation("negative", (tree,)) if sign.text == "-" else tree

    def _power(self) -> Tree:
        base = self._atom()
        if self._next.text != "**":
            return base
        self._deeper()
        begin = self._next
        exponent = self._signed()
        self._depth -= 1
        if is_constant(exponent):
            value = float(constant(exponent))
            if not abs(value) <= HIGHEST_POWER:
                raise self._wrong(begin, _POWER.format(came=f"{value:.6g}".replace("-", "−"), most=HIGHEST_POWER))
        return Operation("power", (base, exponent))

    def _atom(self) -> Tree:
        word = self._next
        if word.text == "(":
            return self._bracketed()
        if word.kind == "number":
            return self._number()
        if word.kind == "name":
            self._take()
            if word.text in FUNCTIONS:
                if self._next.text != "(":
                    raise self._wrong(word, _CALL.format(came=word.text))
                return Operation(word.text, (self._bracketed(),))
            return NAMED.get(word.text, word.text)
        came = _COMES_END if word.kind == "end" else _COMES.format(came=word.text)
        raise self._wrong(word, _MISSING.format(came=came))

    def _number(self) -> float:
        word = self._take()
        value = float(word.text)
        if value > LARGEST:
            raise self._wrong(word, _LARGE.format(most=f"{LARGEST:g}".replace("e+0", "e")))
        return value

    def _bracketed(self) -> Tree:
        opening = self._deeper()
        tree = self._sum()
        if self._next.kind == "end":
            raise self._wrong(opening, _UNCLOSED)
        if self._next.text != ")":
            raise self._wrong(self._next, self._glued())
        self._take()
        self._depth -= 1
        return tree

    def _deeper(self) -> _Word:
        """Take a word that something lies within."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong(self._next, _DEEP.format(most=DEEPEST))
        return self._take()

    def _glued(self) -> Text:
        """What to say where a value follows another without a sign between them."""
        before, word = self._words[self._at - 1].text, self._next.text
        left = "(…)" if before == ")" else before
        right = f"{word}(…)" if word in FUNCTIONS else "(…)" if word == "(" else word
        return _TIMES.format(instead=f"{left}*{right}")


def _unknown(name: str) -> Text:
    """What to say of a name that no formula has."""
    parts = _PARTS.findall(name)
    if name in _OTHER_NAMES:
        advice = _INSTEAD.format(instead=_OTHER_NAMES[name])
    elif "".join(parts) == name:  # xy, sinx, x2
        advice = _INSTEAD.format(instead=_spaced(parts))
    else:
        advice = ALLOWED
    return _NAME.format(came=name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…", advice=advice)


def _spaced(parts: list[str]) -> str:
    """Names that stand together, as they were meant: xy is x*y, and 2sinx is 2*sin(x)."""
    written, closing = "", ""
    for part in parts:
        times = "*" if written and not written.endswith("(") else ""
        written += times + part + "(" * (part in FUNCTIONS)
        closing += ")" * (part in FUNCTIONS)
    return written + closing.replace(")", "…)", written.endswith("("))
