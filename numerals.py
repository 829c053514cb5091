"""Numbers as one writes them: few digits, a true minus, powers of ten instead of an e."""

import math
from functools import lru_cache

NOTHING = 1e-12
"""What is nearer to 0 than this is a rounding of 0."""
EXACT = 10
"""As many digits as in the address."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def numeral(value: float, digits: int = EXACT, nothing: float = NOTHING) -> str:
    """`value` with so many significant digits: −0.25, 7.63×10⁻⁵, ∞; – where it is no number.

    What is nearer to 0 than `nothing` is written as 0.
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return _signs(f"{value if abs(value) >= nothing else 0.0:.{digits}g}")


def score(value: float) -> str:
    """Three digits also where they are 0, as on the scoreboard: −0.250, 28946, 1.58×10⁻⁸."""
    if value == 0 or not math.isfinite(value):
        return numeral(value)
    size = abs(value)
    if not 1e-3 <= size < 1e5:
        return _signs(f"{value:.2e}")
    return _signs(f"{value:#.3g}".rstrip(".") if size < 999.5 else f"{value:.0f}")


def tick(value: float) -> str:
    """Beside an axis."""
    return numeral(value, 6, nothing=0) if 1e-4 <= abs(value) < 1e6 or value == 0 else score(value)


def amount(value: float) -> str:
    """Two digits, written out where they are easily read: 2.4, 36, 5,200, 9.6×10⁷."""
    if value < 10 or value >= 1e6:
        return numeral(value, 2)
    return f"{float(f'{value:.2g}'):,.0f}"


def duration(seconds: float) -> str:
    """In the unit in which it is easily read."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{amount(seconds / size)} {unit}"
    return f"{amount(seconds / 1e-6)} µs"


def power_of_ten(power: int) -> str:
    """10⁻³"""
    return f"10{str(power).translate(_RAISED)}"


def _signs(written: str) -> str:
    """-1.5e-07 as −1.5×10⁻⁷."""
    mantissa, _, power = written.partition("e")
    return mantissa.replace("-", "−") + (f"×{power_of_ten(int(power))}" if power else "")


_FINE = (
    *(1.0, 1.05, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.2, 2.5),
    *(2.8, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 9.5),
)
"""Steps of 5 to 15 %, all of them numbers one would say; finest around 1, where the class ravine's edge is."""
_COARSE = (1.0, 2.0, 5.0)


@lru_cache(maxsize=64)
def round_numbers(low: float, high: float, *, fine: bool) -> tuple[float, ...]:
    """1, 2 and 5 times the powers of ten from `low` to `high`, or `fine` steps between them; remembered, for every page
    asks for the same ones.
    """
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    numbers = (float(f"{mantissa}e{decade}") for decade in decades for mantissa in (_FINE if fine else _COARSE))
    return tuple(number for number in numbers if low <= number <= high)
