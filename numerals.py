"""Numbers as one writes them: few digits, a true minus, powers of ten instead of an e."""

import math

NOTHING = 1e-12
"""What is nearer to 0 than this is a rounding of 0."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def numeral(value: float, digits: int, nothing: float = NOTHING) -> str:
    """`value` with so many significant digits: −0.25, 7.63×10⁻⁵, ∞; – where it is no number.

    What is nearer to 0 than `nothing` is written as 0.
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    mantissa, _, power = f"{value if abs(value) >= nothing else 0.0:.{digits}g}".partition("e")
    raised = f"×10{str(int(power)).translate(_RAISED)}" if power else ""
    return mantissa.replace("-", "−") + raised
