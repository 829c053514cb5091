"""What is said of what a scene has been found to be."""

from math import isnan

from numerals import numeral
from scenes import Finding, Said
from scenes.expectation import Ratio
from text import Text

DIGITS = 3
WORKING = Text(ko="장면을 준비하는 중입니다", en="Preparing the scene")

_HOLDS = Text(ko="✓ {expected} · **측정값** {measured}", en="✓ {expected} · **measured** {measured}")
_FAILS = Text(
    ko="✗ {expected} · **측정값** {measured} · **이 설정에서는 맞지 않습니다.**",
    en="✗ {expected} · **measured** {measured} · **This does not hold with these settings.**",
)


def finding_words(finding: Finding) -> Text:
    """✓ or ✗, what was expected, what was measured."""
    line = _HOLDS if finding.holds else _FAILS
    return line.format(expected=written(finding.expected), measured=written(finding.measured))


def written(said: Said) -> Text:
    """A sentence with its numbers written."""
    return said.text.format(**{name: _written(value) for name, value in said.places.items()})


def _written(value: object) -> object:
    """A number in few digits, a place as one; words as they are."""
    if isinstance(value, Ratio):
        return numeral(value, DIGITS, nothing=0)
    if isinstance(value, float):
        return "–" if isnan(value) else numeral(value, DIGITS)
    if isinstance(value, tuple):
        return f"({', '.join(numeral(each, DIGITS) for each in value)})"
    return value
