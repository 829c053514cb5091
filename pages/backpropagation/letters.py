"""The letters of a small network: in words, and as MathML."""

from collections.abc import Iterable

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NAMESPACE = "http://www.w3.org/1998/Math/MathML"


def letter(key: str) -> str:
    """h1 → h₁, yhat → ŷ."""
    return "ŷ" if key == "yhat" else key.translate(_LOWERED)


def letter_mathml(key: str) -> str:
    """The same, to be set."""
    if key == "yhat":
        return '<mover accent="true"><mi>y</mi><mo stretchy="false">^</mo></mover>'
    name, number = key[0], key[1:]
    return f"<msub><mi>{name}</mi><mn>{number}</mn></msub>" if number else f"<mi>{name}</mi>"


def derivative(of: str, to: str) -> str:
    """∂L/∂w₁ in a line of words."""
    return f"∂{letter(of)}/∂{letter(to)}"


def derivative_mathml(of: str, to: str) -> str:
    """∂L over ∂w₁."""
    above, below = (f"<mrow><mi>∂</mi>{letter_mathml(key)}</mrow>" for key in (of, to))
    return f'<mfrac displaystyle="true">{above}{below}</mfrac>'


def math(parts: Iterable[str]) -> str:
    """A formula out of pieces: what begins with < stands as it is, signs and numbers are set."""
    row = "".join(part if part.startswith("<") else _set(part) for part in parts)
    return f'<math xmlns="{_NAMESPACE}"><mrow>{row}</mrow></math>'


def _set(part: str) -> str:
    return f"<mo>{part}</mo>" if part in {"=", "·", "+", "−", "←", "≈", "×"} else f"<mn>{part}</mn>"
