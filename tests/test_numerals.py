"""Numbers as people read them."""

import pytest

from numerals import amount, duration, numeral, power_of_ten, score, tick


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        *((0.0, 4, "0"), (-0.0, 4, "0"), (1.0, 4, "1"), (-10.0, 5, "−10"), (2508.009, 4, "2508")),
        *((-2.805118, 5, "−2.8051"), (7.6293e-5, 3, "7.63×10⁻⁵"), (-1.5e20, 4, "−1.5×10²⁰")),
        *((1e-17, 4, "0"), (1e-12, 6, "1×10⁻¹²"), (float("inf"), 4, "∞"), (float("-inf"), 4, "−∞")),
    ],
)
def test_numbers_are_written_as_one_writes_them(value: float, digits: int, written: str) -> None:
    assert numeral(value, digits) == written


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.9, "0.9"), (-7.0, "−7"), (1e-8, "1×10⁻⁸"), (1.5e-12, "1.5×10⁻¹²"), (0.0, "0"), (2e15, "2×10¹⁵")],
)
def test_all_digits_of_the_address_are_written(value: float, words: str) -> None:
    assert numeral(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (0.00115, "0.00115"),
        (-0.25, "−0.250"),
        (100.0, "100"),
        (999.7, "1000"),
        (28946.2, "28946"),
        (1.58e-8, "1.58×10⁻⁸"),
        (-2e107, "−2.00×10¹⁰⁷"),
        (float("nan"), "–"),
        (float("-inf"), "−∞"),
    ],
)
def test_numbers_are_the_scoreboards(value: float, words: str) -> None:
    assert score(value) == words


def test_numbers_beside_an_axis_are_short() -> None:
    assert [tick(each) for each in (0.0, -0.5, 2000.0, 1e7)] == ["0", "−0.5", "2000", "1.00×10⁷"]


def test_a_power_stands_above() -> None:
    assert [power_of_ten(each) for each in (-3, 0, 12)] == ["10⁻³", "10⁰", "10¹²"]


def test_amounts_and_durations_are_written_as_one_reads_them() -> None:
    said = [amount(each) for each in (2.44, 36.2, 5234, 96_123_456.0)]
    assert said == ["2.4", "36", "5,200", "9.6×10⁷"]
    assert [duration(each) for each in (2.5, 0.0521, 43e-6)] == ["2.5 s", "52 ms", "43 µs"]
