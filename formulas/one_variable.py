"""A function of one letter, as a viewer types it: read safely, differentiated exactly."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from formulas.jets import jet
from formulas.latex import latex
from formulas.parser import WrongFormula, lines_of, read
from formulas.spelling import spelled
from parameters import Array
from text import Text

Letter = Literal["x", "y"]

_ALONE = Text(
    ko="여기서는 {letter}만 쓸 수 있습니다. {other}을(를) {letter}(으)로 바꾸세요.",
    en="Only {letter} may stand here. Write {letter} for {other}.",
)


class ValueAndSlope(NamedTuple):
    """Both shaped like the places; nan where there is none."""

    value: Array
    slope: Array


@dataclass(frozen=True)
class OneVariable:
    """f(x), or g(y). Raises WrongFormula for what cannot be read, or has the other letter in it."""

    text: str
    letter: Letter

    def __post_init__(self) -> None:
        read(self.text)
        other = "y" if self.letter == "x" else "x"
        written, columns = spelled(self.text)
        if found := re.search(rf"(?<![A-Za-z]){other}(?![A-Za-z])", written):
            raise WrongFormula(self.text, columns[found.start()], _ALONE.format(letter=self.letter, other=other))

    @property
    def formula(self) -> str:
        """In LaTeX."""
        return latex(read(self.text))

    def at(self, places: Array) -> ValueAndSlope:
        """f and f′ at places of any shape; f′ is exact, by automatic differentiation."""
        nothing = np.zeros_like(places)
        x, y = (places, nothing) if self.letter == "x" else (nothing, places)
        with np.errstate(all="ignore"):
            found = jet(lines_of(self.text), x, y, curved=False)
        slope = found.x if self.letter == "x" else found.y
        value, slope = (np.broadcast_to(0.0 if part is None else part, places.shape) for part in (found.value, slope))
        return ValueAndSlope(_finite(value), np.where(np.isfinite(value), _finite(slope), np.nan))


def _finite(numbers: Array) -> Array:
    return np.where(np.isfinite(numbers), numbers, np.nan)
