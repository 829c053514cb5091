"""A formula with numbers in it is the formula: worked out as it is written, every line gives the term that it shows."""

import re
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from figures.theme import PARTS
from optimizers import OPTIMIZERS, Optimizer
from pages.step.formula import Line, divided, lines_of
from parameters import parameters
from simulation import inside, retrace
from surfaces import SURFACES

Rule = type[Optimizer[Any]]
every_rule = pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=list(OPTIMIZERS))
STEPS, RATE = 12, 0.03
SIGNS = {"−": "-", "·": "*"}


def expression(node: ElementTree.Element) -> str:
    """MathML as Python, written for this test alone."""
    if "data-place" in node.attrib:
        return f"v[{node.attrib['data-place']!r}]"
    tag = node.tag.rpartition("}")[2]
    inner = [expression(child) for child in node]
    if tag == "mfrac":
        return f"(({inner[0]})/({inner[1]}))"
    if tag == "msqrt":
        return f"sqrt({''.join(inner)})"
    if tag == "msup":
        return f"{inner[0]}**({inner[1]})"
    return SIGNS.get(node.text or "", node.text or "") + "".join(inner)


def worked_out(line: Line, values: dict[str, Any]) -> Any:
    return eval(expression(ElementTree.fromstring(line.numbers)), {"v": values, "sqrt": np.sqrt, "sign": np.sign})


def values_at(rule: Rule, t: int, found: dict[str, Any], path: Any) -> dict[str, Any]:
    before = {f"{name}-1": each[t - 1] for name, each in found.items()}
    settings = {each.key: each.default for each in parameters(rule)}
    return {
        **before,
        **{name: each[t] for name, each in found.items()},
        **settings,
        "n": RATE,
        "t": t,
        "x-1": path[t - 1],
    }


@every_rule
def test_every_line_worked_out_gives_its_term(rule: Rule) -> None:
    surface = SURFACES["himmelblau"]
    seen = inside(surface, rule(), surface.start, RATE, STEPS, noise=0.5, seed=2)
    slopes = np.concatenate([np.full((1, 2), np.nan), seen.gradients])
    found = {"gradient": slopes, **retrace(rule(), RATE, seen.path, seen.gradients)}
    first, *lines = lines_of(rule)
    assert (first.name, first.numbers) == ("gradient", "")
    for t in range(1, STEPS + 1):
        values = values_at(rule, t, found, seen.path)
        for line in lines:
            expected = seen.path[t] if line.name == "x" else found[line.name][t]
            np.testing.assert_allclose(worked_out(line, values), expected, rtol=1e-9, atol=1e-12)


@every_rule
def test_the_lines_are_the_slope_the_terms_and_the_new_place(rule: Rule) -> None:
    assert [line.name for line in lines_of(rule)] == ["gradient", *rule.terms, "x"]
    assert {line.part for line in lines_of(rule)} <= {*PARTS, "place"}


@every_rule
def test_a_line_is_made_of_what_was_worked_out_before(rule: Rule) -> None:
    known = {"n", "t", "x-1", *(each.key for each in parameters(rule))}
    known |= {f"{name}-1" for name in rule().init(np.zeros(2))._fields}
    for line in lines_of(rule):
        assert set(line.made_of) <= known, line.name
        known.add(line.name)


@every_rule
def test_letters_and_numbers_have_the_same_places(rule: Rule) -> None:
    for line in lines_of(rule)[1:]:
        letters = re.findall('data-place="([^"]*)"', line.letters)
        assert letters in (list(line.made_of), [line.name, *line.made_of])
        assert re.findall('data-place="([^"]*)"', line.numbers) == list(line.made_of)


def test_what_is_divided_is_found_in_the_formula() -> None:
    found = {key: divided(rule) for key, rule in OPTIMIZERS.items()}
    alike = {"adam": ("m_hat", "root"), "nadam": ("m_hat", "root"), "adamw": ("m_hat", "root")}
    assert found == dict.fromkeys(OPTIMIZERS) | alike | dict.fromkeys(("adagrad", "rmsprop"), ("gradient", "root"))


def test_names_of_arrows_are_letters() -> None:
    labels = {line.label for rule in OPTIMIZERS.values() for line in lines_of(rule)}
    assert {"∇f", "mₜ", "m\u0302", "rvₜ₋₁", "n∇f", "vₜ", ""} <= labels
    assert all(set(label).isdisjoint("\\{}_^") for label in labels)
