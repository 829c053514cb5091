"""Numbers as the scoreboard and the axes write them."""

import math

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float) -> str:
    """Three digits, with a power of ten where the number is very large or very small."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    size = abs(value)
    if 1e-3 <= size < 1e5:
        digits = f"{value:#.3g}" if size < 999.5 else f"{value:.0f}"
        return digits.rstrip(".").replace("-", "−")
    mantissa, _, power = f"{value:.2e}".partition("e")
    return f"{mantissa}×{power_of_ten(int(power))}".replace("-", "−")


def power_of_ten(power: int) -> str:
    """10⁻³"""
    return f"10{str(power).translate(_RAISED)}"


def label(value: float) -> str:
    """A number beside an axis."""
    return f"{value:.6g}".replace("-", "−") if 1e-4 <= abs(value) < 1e6 or value == 0 else number(value)
