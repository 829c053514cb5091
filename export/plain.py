r"""A formula in LaTeX as plain signs in one line, for pictures: \frac{x^2}{20} + y^2 becomes x²/20 + y².

It knows what the surfaces' formulas are made of, as mathml.py does, and reads the same tokens.
"""

import re

from export.mathml import FUNCTIONS, LETTERS, SIGNS, SPACES, TOKEN

_RAISED = str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LOWERED = {"1": "₁", "2": "₂", "i": "ᵢ"}
_SPACED = {"+", "-", "="}
_CLOSING = {")", "]", "}", r"\right"}


def plain(latex: str) -> str:
    """The formula in signs, powers raised. Raises ValueError for LaTeX that is not known here."""
    return _Reader(TOKEN.findall(latex)).row(until=None)


class _Reader:
    """Reads tokens from left to right; each method gives the signs of what it has read."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]

    def row(self, until: str | None) -> str:
        """Everything up to a closing token, which is read too."""
        words = ""
        while self._next() != until:
            token = self._take()
            between = words and words[-1] not in "([ "
            if token in _SPACED and between:
                words += f" {SIGNS.get(token, token)} "
            elif token in FUNCTIONS:
                words += f"{' ' if between else ''}{self._function(token)}"
            else:
                words += self._scripted(token)
        if until is not None:
            self._take()
        return re.sub(" +", " ", words).strip()

    def _next(self) -> str | None:
        return self._tokens[-1] if self._tokens else None

    def _take(self) -> str:
        if not self._tokens:
            raise ValueError("the formula ends where something has to follow")
        return self._tokens.pop()

    def _function(self, token: str) -> str:
        """sin²(πw₁): what a function is of stands in brackets, up to the next sign that parts terms."""
        name = token[1:] + self._scripts()
        if self._next() in {"(", r"\left"}:
            return name
        inside = ""
        while self._next() is not None and self._next() not in _SPACED | _CLOSING | {",", r"\quad"}:
            inside += self._scripted(self._take())
        return f"{name}({inside.strip()})"

    def _scripted(self, token: str) -> str:
        """An atom with what stands below and above it."""
        if token == r"\sum":
            return f"Σ{self._limits()}"
        return self._atom(token) + self._scripts()

    def _limits(self) -> str:
        """A sum's own limits: all there are here go over both coordinates."""
        while self._next() in {"^", "_"}:
            self._take()
            self._argument()
        return "ᵢ "

    def _scripts(self) -> str:
        words = ""
        while self._next() in {"^", "_"}:
            sign, script = self._take(), self._argument()
            if sign == "^":
                words += script.translate(_RAISED) if re.fullmatch(r"−?\d+", script) else f"^{_bracketed(script)}"
            elif script in _LOWERED:
                words += _LOWERED[script]
            else:
                raise ValueError(f"the index {script} is not known here")
        return words

    def _argument(self) -> str:
        r"""A group in braces, or one sign: \tfrac12 is one half."""
        token = self._take()
        if token[0].isdigit() and len(token) > 1:
            self._tokens.append(token[1:])
            token = token[0]
        return self._atom(token)

    def _atom(self, token: str) -> str:
        if token == "{":
            return self.row(until="}")
        if token in {r"\frac", r"\tfrac"}:
            above, below = _bracketed(self._argument()), _bracketed(self._argument())
            return f"{above}/{below}" if self._next() in _CLOSING | _SPACED | {None} else f"{above}/{below} "
        if token == r"\sqrt":
            return f"√{_bracketed(self._argument())}"
        if token in {r"\left", r"\right"}:
            return self._take()
        return _leaf(token)


def _leaf(token: str) -> str:
    """One sign."""
    if token in SPACES:
        return " "
    if token in FUNCTIONS:
        return token[1:]
    known = SIGNS.get(token) or LETTERS.get(token)
    if known or len(token) == 1 or token[0].isdigit():
        return known or token
    raise ValueError(f"{token} is not known here")


def _bracketed(words: str) -> str:
    """In brackets where it is more than one sign with its power."""
    return words if re.fullmatch(r"\d+|−?\d*[^\W\d_]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*", words) else f"({words})"
