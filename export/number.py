"""A number that is written for people, read again."""

import re

_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_WRITTEN = re.compile(r"(?P<digits>-?\d+(?:\.\d+)?)(?:×10(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")


def number_in(words: str) -> float | None:
    """−1.5×10⁻⁷ as a number; None where the words are none."""
    found = _WRITTEN.fullmatch(words.replace("−", "-"))
    if not found:
        return None
    return float(f"{found['digits']}e{(found['power'] or '0').translate(_RAISED)}")
