"""LaTeX as a small tree: what follows what, what holds what, and what is refused."""

import pytest

from latex.reader import Node, opens, parse, scripted


def test_what_stands_above_and_below_follows_in_the_row() -> None:
    x, below, above, plus, one = parse("x_t^{t-1} + 1")
    assert (x, plus, one) == (Node("letter", "x"), Node("operator", "+"), Node("number", "1"))
    assert below == Node("_", rows=((Node("letter", "t"),),))
    assert above == Node("^", rows=(parse("{t-1}"),))
    assert scripted((x, below, above, plus, one)) == (x, (below, above), (plus, one))


def test_a_pair_of_brackets_holds_what_is_between() -> None:
    assert parse(r"\left(x\right]") == (Node("fence", "(]", (parse("x"),)),)
    assert [opens(parse(each)) for each in (r"\left|x\right|", "(x", "x(", "")] == [True, True, False, False]


def test_commands_hold_their_arguments() -> None:
    assert parse(r"\dfrac{x}2") == (Node("tall fraction", rows=(parse("{x}"), parse("2"))),)
    assert parse(r"\tfrac12") == parse(r"\frac12") == (Node("fraction", rows=(parse("1"), parse("2"))),)
    assert parse(r"\sqrt{x}\hat m") == (Node("root", rows=(parse("{x}"),)), Node("hat", rows=(parse("m"),)))
    assert parse(r"\operatorname{sign}") == (Node("letter", "sign"),)


@pytest.mark.parametrize("latex", [r"\unknown x", r"\place{x}{y}", "x}", "x & y", "<b>", "^2", "x^2^3", r"\right)"])
def test_what_is_not_known_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match="is not known here"):
        parse(latex)


@pytest.mark.parametrize("latex", [r"\left{x\right}", r"\left(x\right", r"\left", r"\operatorname{sign"])
def test_brackets_and_names_that_are_none_are_told(latex: str) -> None:
    with pytest.raises(ValueError, match="is not known here"):
        parse(latex)


@pytest.mark.parametrize("latex", ["x^", r"\frac{x}", "{x", r"\left(x", r"\hat", r"\sqrt"])
def test_a_formula_that_ends_too_early_is_refused(latex: str) -> None:
    with pytest.raises(ValueError, match="the formula ends where something has to follow"):
        parse(latex)
