"""Formulas as MathML: well-formed, and with everything at its place."""

from xml.etree import ElementTree

import pytest

from latex.mathml import mathml
from latex.reader import Node, parse
from surfaces import SURFACES

SPACE = "{http://www.w3.org/1998/Math/MathML}"


def told(latex: str) -> str:
    """What is inside the outermost row, without its name space."""
    whole = mathml(parse(latex))
    ElementTree.fromstring(whole)
    return whole.partition("<mrow>")[2].removesuffix("</mrow></math>")


@pytest.mark.parametrize("surface", SURFACES.values(), ids=list(SURFACES))
def test_every_surfaces_formula_is_known(surface: object) -> None:
    formula: str = surface.formula  # type: ignore[attr-defined]
    tree = ElementTree.fromstring(mathml(parse(formula)))
    shown = "".join(tree.itertext())
    assert not set(shown) & set(r"\{}^$&_")
    for sign, count in ((r"\frac", "mfrac"), (r"\sqrt", "msqrt")):
        assert len(list(tree.iter(SPACE + count))) == formula.count(sign) + formula.count(r"\tfrac") * (
            count == "mfrac"
        )
    assert shown.count("(") == formula.count("(")
    assert shown.count("−") == formula.count("-")
    assert {"x", "y"} <= set(shown) or "i" in shown


@pytest.mark.parametrize(
    ("latex", "inside"),
    [
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("x^23", "<msup><mi>x</mi><mn>2</mn></msup><mn>3</mn>"),
        ("x_i^4", "<msubsup><mi>x</mi><mi>i</mi><mn>4</mn></msubsup>"),
        ("x^4_i", "<msubsup><mi>x</mi><mi>i</mi><mn>4</mn></msubsup>"),
        (r"\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        (r"\frac{x}{20}", "<mfrac><mrow><mi>x</mi></mrow><mrow><mn>20</mn></mrow></mfrac>"),
        (r"\sum_i^2x", '<munderover><mo stretchy="false">∑</mo><mi>i</mi><mn>2</mn></munderover><mi>x</mi>'),
        (r"\left(x\right)", "<mrow><mo>(</mo><mrow><mi>x</mi></mrow><mo>)</mo></mrow>"),
        ("-1.05", '<mo stretchy="false">−</mo><mn>1.05</mn>'),
        (r"\sin(x)", '<mi>sin</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>'),
        (r"\sin^2 x", '<msup><mi>sin</mi><mn>2</mn></msup><mspace width="0.17em"/><mi>x</mi>'),
        (r"2\pi", "<mn>2</mn><mi>π</mi>"),
    ],
)  # fmt: skip
def test_signs_stand_where_latex_puts_them(latex: str, inside: str) -> None:
    assert told(latex) == inside


def test_letters_of_optimizers_are_known() -> None:
    written = mathml(parse(r"\hat m - n\,\dfrac{\nabla f(x_{t-1})}{\operatorname{sign}(c_t)}"))
    assert '<mover accent="true"><mi>m</mi><mo stretchy="false">^</mo></mover>' in written
    assert '<mfrac displaystyle="true"><mrow><mi>∇</mi>' in written
    assert "<mi>sign</mi>" in written


def test_a_place_keeps_its_name_and_what_stands_in_it() -> None:
    kept = Node("place", "m_hat-1", (parse("{m}"),))
    assert '<mrow data-place="m_hat-1"><mrow><mi>m</mi></mrow></mrow>' in mathml((*parse("2"), kept))
    assert '<mrow data-place="&lt;b&gt;"></mrow>' in mathml((Node("place", "<b>", ((),)),))
