"""The surface that a viewer writes, as the address tells it."""

from collections.abc import Callable
from typing import NamedTuple

from address import Address
from formulas import USUAL_DOMAIN, TypedSurface, WrongFormula, read, spelled
from surfaces.base import Place
from text import Text

TEXT = "f"
AXES = {"x": ("x.from", "x.to"), "y": ("y.from", "y.to")}
OWN_NAMES = (TEXT, *(key for keys in AXES.values() for key in keys))
"""The names in the address."""
FARTHEST, NARROWEST = 1000.0, 0.01
"""The picture reaches to ±this, and each of its sides is at least so long."""


TITLE = Text(ko="직접 쓰기 · f(x, y)", en="Your own f(x, y)")
_AT = Text(ko="{column}번째 글자: {said}", en="Column {column}: {said}")


class Example(NamedTuple):
    """Something to begin with."""

    name: Text
    text: str
    domain: tuple[Place, Place] = USUAL_DOMAIN


EXAMPLES: dict[str, Example] = {
    "bumps": Example(Text(ko="울퉁불퉁한 그릇", en="Bumpy bowl"), "(x**2 + y**2)/10 + sin(x)*cos(y)"),
    "logistic": Example(
        Text(ko="로지스틱 회귀", en="Logistic regression"),
        "log(1 + exp(-x - y)) + log(1 + exp(x - 2*y)) + (x**2 + y**2)/20",
    ),
    "net": Example(
        Text(ko="가중치 둘인 신경망", en="Network with two weights"),
        "(tanh(x*y) - 0.5)**2 + (x**2 + y**2)/50",
        ((-3.0, 3.0), (-2.0, 2.0)),
    ),
    "kinks": Example(Text(ko="꺾인 골짜기", en="Kinked valley"), "abs(x) + 3*abs(y)", ((-5.0, 5.0), (-3.0, 3.0))),
}
FIRST = EXAMPLES["bumps"]
"""What stands there until something else is written."""


def read_own(address: Address) -> TypedSurface:
    """The surface that the address tells."""
    text = spelled(address.text(TEXT, wrong, FIRST.text).strip()).text
    x, y = (
        address.span(keys, -FARTHEST, FARTHEST, NARROWEST, usual)
        for keys, usual in zip(AXES.values(), USUAL_DOMAIN, strict=True)
    )
    return TypedSurface(text, (x, y))


def own_values(text: str, domain: tuple[Place, Place]) -> dict[str, str | float]:
    """What the address says of such a surface."""
    ends = {
        key: end for keys, span in zip(AXES.values(), domain, strict=True) for key, end in zip(keys, span, strict=True)
    }
    return {TEXT: text, **ends}


def wrong(text: str, meant: Callable[[str], object] = read) -> Text | None:
    """What is wrong with a formula, and where; None where nothing is."""
    found = found_in(text, meant)
    return _AT.format(column=found.column + 1, said=found.said) if found else None


def found_in(text: str, meant: Callable[[str], object] = read) -> WrongFormula | None:
    """What is wrong with a formula, which `meant` reads; None where nothing is."""
    try:
        meant(text)
    except WrongFormula as found:
        return found
    return None
