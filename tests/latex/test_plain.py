"""A surface's formula in plain signs, for pictures."""

import pytest

from latex.plain import plain
from latex.reader import parse
from surfaces import SURFACES

FORMULAS = {
    "class-ravine": "x²/20 + y²",
    "ravine": "(x² + κy²)/2",
    "bowl": "x² + y²",
    "booth": "(x + 2y − 7)² + (2x + y − 5)²",
    "matyas": "0.26 (x² + y²) − 0.48 xy",
    "bounded-saddle": "x² − y² + y⁴",
    "hyperbolic-saddle": "x² − y²",
    "monkey-saddle": "x³ − 3xy²",
    "two-wells": "x² + y² − 2e^(−((x − 1)² + y²)/0.2) − 3e^(−((x + 1)² + y²)/0.2)",
    "himmelblau": "(x² + y − 11)² + (x + y² − 7)²",
    "three-hump-camel": "2x² − 1.05x⁴ + x⁶/6 + xy + y²",
    "six-hump-camel": "(4 − 2.1x² + x⁴/3)x² + xy + (4y² − 4)y²",
    "styblinski-tang": "1/2 Σᵢ (xᵢ⁴ − 16xᵢ² + 5xᵢ)",
    "rastrigin": "20 + Σᵢ (xᵢ² − 10 cos(2πxᵢ))",
    "ackley": "−20 e^(−0.2√((x² + y²)/2)) − e^((cos(2πx) + cos(2πy))/2) + 20 + e",
    "levy": ("sin²(πw₁) + (w₁ − 1)²[1 + 10 sin²(πw₁ + 1)] + (w₂ − 1)²[1 + sin²(2πw₂)], wᵢ = 1 + (xᵢ − 1)/4"),
    "goldstein-price": (
        "[1 + (x + y + 1)²(19 − 14x + 3x² − 14y + 6xy + 3y²)][30 + (2x − 3y)²(18 − 32x + 12x² + 48y − 36xy + 27y²)]"
    ),
    "rosenbrock": "(1 − x)² + 100 (y − x²)²",
    "beale": "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    "gaussian-plateau": "1 − e^(−(x² + y²)/2)",
}


@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_can_be_written_in_plain_signs(key: str) -> None:
    assert plain(parse(SURFACES[key].formula)) == FORMULAS[key]


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        ("x^{10}", "x¹⁰"),
        ("x^{-1}", "x⁻¹"),
        (r"\frac{x+1}{2}y", "(x + 1)/2 y"),
        (r"\hat m\,\dfrac{1}{2}", "m\u0302 1/2"),
        (r"\cos 2\left(x+1\right) + y", "cos(2(x + 1)) + y"),
        (r"\left|\frac{x}{y}\right|", "|x/y|"),
        (r"v_{t-1}\operatorname{sign}(c)", "vₜ₋₁sign(c)"),
    ],
)
def test_signs_stand_where_one_writes_them(latex: str, signs: str) -> None:
    assert plain(parse(latex)) == signs


@pytest.mark.parametrize("latex", ["x_k", r"x_{\pi}", "x_{i+1}"])
def test_an_index_without_a_sign_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match=r"the index .* is not known here"):
        plain(parse(latex))
