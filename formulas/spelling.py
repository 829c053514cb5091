"""What a viewer types, written out: x^2, x², 2x, xy, 2(x + 1) and |x| are taken for what they mean.

What is written out already stays as it is, and so does whatever has no meaning: the parser says what is wrong with it.
"""

import re
from typing import NamedTuple

from formulas.tree import FUNCTIONS

LETTERS = ("x", "y")
NUMBER = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_ALIKE = {
    **dict.fromkeys("−–—‒﹣－", "-"),
    **dict.fromkeys("×·⋅∙•∗＊", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **{"^": "**", "π": "pi"},
}
"""Signs that mean another one."""
_VALUES = {*LETTERS, "pi", "e"}
_WORD = re.compile(
    rf"(?P<number>{NUMBER})|(?P<name>[A-Za-z_][A-Za-z_0-9]*|π)|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<space> +)|(?P<bar>\|)|(?P<opening>\()|(?P<closing>\))|(?P<sign>.)",
    re.DOTALL,
)
_TOGETHER = re.compile(rf"([xy]+)((?:{'|'.join(FUNCTIONS)})?)")
"""Letters that are multiplied, and a function of what follows in brackets."""


class Spelling(NamedTuple):
    """A formula written out."""

    text: str
    columns: tuple[int, ...]
    """Of each sign, and of the end: the sign that was typed for it."""


def spelled(text: str) -> Spelling:
    """The formula with every power, product and absolute value written out."""
    return _Speller(text).spelling()


class _Speller:
    """Writes words from left to right, and knows whether a value has just ended."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._written: list[tuple[str, int]] = []
        self._spaces: list[tuple[str, int]] = []
        self._after_value = False
        self._bars: list[bool] = [False]
        """For every bracket that is open, whether a bar is open within it."""

    def spelling(self) -> Spelling:
        for word in _WORD.finditer(self._text):
            self._read(str(word.lastgroup), word.group(), word.start())
        written = [*self._written, *self._spaces]
        columns = (column for words, column in written for _ in words)
        return Spelling("".join(words for words, _ in written), (*columns, len(self._text)))

    def _read(self, kind: str, word: str, column: int) -> None:
        match kind:
            case "space":
                self._spaces.append((word, column))
            case "name":
                self._name(word, column)
            case "bar":
                self._bar(column)
            case "opening":
                self._value("(", column, ends=False)
                self._bars.append(False)
            case "raised" if self._after_value:
                self._write("**" + word.translate(_RAISED), column, ends=True)
            case _:
                if kind == "closing" and len(self._bars) > 1:
                    self._bars.pop()
                self._write(_ALIKE.get(word, word), column, ends=kind in {"number", "closing"})

    def _name(self, name: str, column: int) -> None:
        name = _ALIKE.get(name, name)
        together = _TOGETHER.fullmatch(name)
        if name in FUNCTIONS:
            self._value(name, column, ends=False)
        elif name in _VALUES:
            self._value(name, column, ends=True)
        elif together and (not together[2] or self._text.startswith("(", column + len(name))):
            for at, letter in enumerate(together[1]):
                self._value(letter, column + at, ends=True)
            if together[2]:
                self._value(together[2], column + len(together[1]), ends=False)
        else:
            self._write(name, column, ends=True)

    def _bar(self, column: int) -> None:
        """It closes the one that is open where a value has ended, and else opens another."""
        if self._bars[-1] and self._after_value:
            self._bars.pop()
            self._write(")", column, ends=True)
        else:
            self._value("abs(", column, ends=False)
            self._bars.append(True)

    def _value(self, word: str, column: int, *, ends: bool) -> None:
        """A value begins: after another one it is multiplied."""
        if self._after_value:
            self._spaces.clear()
            self._written.append(("*", column))
        self._write(word, column, ends=ends)

    def _write(self, word: str, column: int, *, ends: bool) -> None:
        self._written += [*self._spaces, (word, column)]
        self._spaces.clear()
        self._after_value = ends
