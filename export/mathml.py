r"""A formula in LaTeX as MathML, which a browser draws by itself, without a typesetter and without a network.

It knows what the formulas of surfaces and optimizers are made of: numbers, letters, brackets, ^ and _, \frac, \tfrac,
\dfrac, \sqrt, \sum, \hat, \left and \right, functions, Greek letters and spaces. And \place{name}{…}, which is not
LaTeX's: what stands in it, perhaps nothing yet, is marked with the name.
"""

import re
from html import escape

TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S")
SPACES = {r"\,": "0.17em", r"\;": "0.28em", r"\quad": "1em"}
FUNCTIONS = {r"\sin", r"\cos", r"\tan", r"\exp", r"\log", r"\ln", r"\tanh"}
LETTERS = {
    **{r"\pi": "π", r"\kappa": "κ", r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\lambda": "λ", r"\sigma": "σ"},
    **{r"\mu": "μ", r"\theta": "θ", r"\varepsilon": "ε", r"\rho": "ρ", r"\omega": "ω", r"\nabla": "∇"},
}
SIGNS = {"-": "−", r"\cdot": "·", r"\sum": "∑", r"\le": "≤", r"\ge": "≥"}
_OPERATORS = set("+-=,/()[]|") | set(SIGNS)
_THIN = '<mspace width="0.17em"/>'


def mathml(latex: str) -> str:
    """The formula as a <math> element. Raises ValueError for LaTeX that is not known here."""
    reader = _Reader(TOKEN.findall(latex))
    row = reader.row(until=None)
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML" displaystyle="true">{row}</math>'


class _Reader:
    """Reads tokens from left to right; each method gives the MathML of what it has read."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]

    def row(self, until: str | None) -> str:
        """Everything up to a closing token, which is read too."""
        parts: list[str] = []
        while self._next() != until:
            if self._next() is None:
                raise ValueError(f"the formula ends before its {until}")
            if self._next() in FUNCTIONS and parts and not parts[-1].endswith("</mo>"):
                parts.append(_THIN)
            parts.append(self._scripted())
        if until is not None:
            self._take()
        return f"<mrow>{''.join(parts)}</mrow>"

    def _next(self) -> str | None:
        return self._tokens[-1] if self._tokens else None

    def _take(self) -> str:
        if not self._tokens:
            raise ValueError("the formula ends where something has to follow")
        return self._tokens.pop()

    def _scripted(self) -> str:
        """An atom with what stands below and above it, and the gap after a function's name."""
        token = self._take()
        base = self._atom(token)
        scripts: dict[str, str] = {}
        while self._next() in {"^", "_"} - set(scripts):
            sign = self._take()
            scripts[sign] = self._argument()
        gap = _THIN if token in FUNCTIONS and self._next() not in {"(", r"\left"} else ""
        if not scripts:
            return base + gap
        kind = {"_": "sub", "^": "sup", "_^": "subsup"}["".join(sorted(scripts, reverse=True))]
        if token == r"\sum":
            kind = {"sub": "under", "sup": "over", "subsup": "underover"}[kind]
        return f"<m{kind}>{base}{scripts.get('_', '')}{scripts.get('^', '')}</m{kind}>{gap}"

    def _argument(self) -> str:
        r"""A group in braces, or one sign: \tfrac12 is one half."""
        token = self._take()
        if token[0].isdigit() and len(token) > 1:
            self._tokens.append(token[1:])
            token = token[0]
        return self._atom(token)

    def _atom(self, token: str) -> str:
        atoms = {
            "{": lambda: self.row(until="}"),
            r"\frac": self._fraction,
            r"\tfrac": self._fraction,
            r"\dfrac": lambda: self._fraction(' displaystyle="true"'),
            r"\sqrt": lambda: f"<msqrt>{self._argument()}</msqrt>",
            r"\hat": lambda: f'<mover accent="true">{self._argument()}<mo stretchy="false">^</mo></mover>',
            r"\operatorname": lambda: f"<mi>{self._name()}</mi>",
            r"\place": lambda: f'<mrow data-place="{escape(self._name())}">{self._argument()}</mrow>',
            r"\left": self._between_brackets,
        }
        return atoms[token]() if token in atoms else _leaf(token)

    def _fraction(self, style: str = "") -> str:
        return f"<mfrac{style}>{self._argument()}{self._argument()}</mfrac>"

    def _name(self) -> str:
        """What stands in braces, as it is."""
        if self._take() != "{":
            raise ValueError("a name stands in braces")
        signs: list[str] = []
        while (sign := self._take()) != "}":
            signs.append(sign)
        return "".join(signs)

    def _between_brackets(self) -> str:
        """Brackets as high as what they hold."""
        first = escape(self._take())
        inside = self.row(until=r"\right")
        return f"<mrow><mo>{first}</mo>{inside}<mo>{escape(self._take())}</mo></mrow>"


def _leaf(token: str) -> str:
    """One sign."""
    if token in SPACES:
        return f'<mspace width="{SPACES[token]}"/>'
    if token in FUNCTIONS:
        return f"<mi>{token[1:]}</mi>"
    if token[0].isdigit():
        return f"<mn>{token}</mn>"
    if token in _OPERATORS:
        return f'<mo stretchy="false">{SIGNS.get(token, token)}</mo>'
    if token in LETTERS or (len(token) == 1 and token.isalpha()):
        return f"<mi>{LETTERS.get(token, token)}</mi>"
    raise ValueError(f"{token} is not known here")
