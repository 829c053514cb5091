"""How a schedule goes, in three numbers."""

from cache import remembered
from numerals import numeral
from simulation import RateSchedule

DIGITS = 3


def course(schedule: RateSchedule, rate: float | None = None) -> str:
    """The first rate, the highest where it comes later, and the last: 0.45 → 0.9 → 0.0045; with another base rate."""
    base = schedule.rate if rate is None else rate
    readout = [numeral(base * share, DIGITS) for share in _shares(schedule)]
    return " → ".join(word for word, before in zip(readout, ["", *readout], strict=False) if word != before)


@remembered(most_bytes=50_000)
def _shares(schedule: RateSchedule) -> tuple[float, float, float]:
    """The first, the highest and the last rate, in base rates."""
    rates = [schedule(t) / schedule.rate for t in range(1, schedule.steps + 1)]
    return rates[0], max(rates), rates[-1]
