"""The formula cards: every fact is there, in both languages, and the curvatures are those of the surface."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from numerals import numeral
from optimizers import OPTIMIZERS, Adam, Momentum, Optimizer
from parameters import Array, parameters
from surfaces import KIND_NAMES, SURFACES, Minimum, Saddle, Surface
from surfaces.base import symmetric
from surfaces.booth import Booth
from surfaces.ravine import Ravine
from text import LANGUAGES, Language, read
from ui.common.cards import ON_SLIDERS, memory_in_words, optimizer_card
from ui.common.surface_card import CURVATURE_DIGITS, FEW, PLACE_DIGITS, curves, surface_card

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_rule = pytest.mark.parametrize("rule", [rule() for rule in OPTIMIZERS.values()], ids=list(OPTIMIZERS))
every_surface = pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))


@every_language
@every_rule
def test_an_optimizers_card_says_everything_about_it(rule: Optimizer[Any], language: Language) -> None:
    card = optimizer_card(rule, language)
    assert card.startswith(f"- ### {rule.name} · {rule.year}\n")
    assert rule.formula in card
    assert rule.summary[language] in card
    assert rule.source in card
    assert f"{' + '.join(rule.memory)} ({memory_in_words(rule.memory)[language]})" in card
    for each in parameters(rule):
        shown = numeral(each.default, 6)
        assert f"**{each.symbol} = {shown}**, {each.label[language]}. {each.meaning[language]}" in card
    said = {"ko": "강의에서 다루지 않은", "en": "Not in the lecture"}[language]
    assert (said in card) == rule.beyond_lecture


@every_language
@every_rule
def test_a_card_is_one_item_of_a_list_with_a_list_of_facts_in_it(rule: Optimizer[Any], language: Language) -> None:
    first, *others = optimizer_card(rule, language).splitlines()
    assert first.startswith("- ###")
    assert all(line.startswith("  ") or not line for line in others)
    assert sum(line.startswith("  - ") for line in others) == 2 + len(parameters(rule)) + rule.beyond_lecture


@pytest.mark.parametrize(
    ("key", "ko", "en"),
    [
        ("gd", "x (추가로 저장하는 값 없음)", "x (no further state)"),
        ("momentum", "x + v (경사 하강법의 2배)", "x + v (twice gradient descent's)"),
        ("adagrad", "x + g (경사 하강법의 2배)", "x + g (twice gradient descent's)"),
        ("rmsprop", "x + g (경사 하강법의 2배)", "x + g (twice gradient descent's)"),
        ("adam", "x + m + g (경사 하강법의 3배)", "x + m + g (three times gradient descent's)"),
        ("lion", "x + m (경사 하강법의 2배)", "x + m (twice gradient descent's)"),
    ],
)
def test_memory_is_told_in_letters_and_in_words(key: str, ko: str, en: str) -> None:
    """C8 of the lecture."""
    assert f"**매개변수당 메모리** {ko}\n" in optimizer_card(OPTIMIZERS[key](), "ko")
    assert f"**Memory per parameter** {en}\n" in optimizer_card(OPTIMIZERS[key](), "en")


def test_a_rule_that_keeps_more_is_told_too() -> None:
    words = memory_in_words(("x", "m", "g", "v"))
    assert (words.ko, words.en) == ("경사 하강법의 4배", "4 times gradient descent's")


def test_the_values_are_those_of_now() -> None:
    assert "**r = 0.25**" in optimizer_card(Momentum(momentum=0.25), "en")
    assert "**r**, " in optimizer_card(Momentum(momentum=0.25), "en", ON_SLIDERS)
    card = optimizer_card(Adam(beta1=0.0, beta2=0.8991, eps=1e-12), "ko")
    assert all(words in card for words in ("**β₁ = 0**", "**β₂ = 0.8991**", "**ε = 1×10⁻¹²**"))


@every_language
@every_surface
def test_a_surfaces_card_says_everything_about_it(surface: Surface, language: Language) -> None:
    card = surface_card(surface, language)
    assert card.startswith({"ko": "## 곡면\n", "en": "## Surface\n"}[language])
    for fact in (
        surface.formula,
        surface.lesson[language],
        str(read(surface.source, language)),
        KIND_NAMES[surface.kind][language],
    ):
        assert fact in card
    for axis, (low, high) in zip("xy", surface.domain, strict=True):
        assert f"{numeral(low, PLACE_DIGITS)} ≤ {axis} ≤ {numeral(high, PLACE_DIGITS)}" in card
    assert ({"ko": "f가 한없이 작아집니다", "en": "decreases without bound"}[language] in card) == (not surface.minima)
    named = {
        "ko": ("전역 최솟값", "지역 최솟값", "안장점"),
        "en": ("Global minimum", "Local minimum", "Saddle point"),
    }[language]
    lowest, local = ([each for each in surface.minima if each.is_global is kind] for kind in (True, False))
    listed = len(surface.minima) <= FEW
    marks: tuple[Sequence[Minimum | Saddle], ...] = (lowest, local if listed else [], surface.saddles)
    for name, marked in zip(named, marks, strict=True):
        lines = [line for line in card.splitlines() if line.startswith(f"- **{name}**")]
        assert len(lines) == len(marked)
        for line, each in zip(lines, marked, strict=True):
            x, y = (numeral(number, PLACE_DIGITS) for number in each.place)
            assert f"({x}, {y})" in line
            assert f"f = {numeral(each.value, PLACE_DIGITS)}" in line
            assert (curves(surface, each.place)[language] in line) == isinstance(each, Minimum)
    counted = {"ko": f"**지역 최솟값 {len(local)}개**", "en": f"**{len(local)} local minima**"}[language]
    assert (counted in card) == (not listed)


def said(words: str, name: str) -> float:
    """The number that stands after `name = `."""
    found = re.search(rf"{name}\s=\s([0-9.]+)(?:×10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?", words)
    assert found, words
    power = (found[2] or "⁰").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{found[1]}e{power}")


@every_language
@every_surface
def test_the_curvatures_are_those_of_the_hessian(surface: Surface, language: Language) -> None:
    smooth = [each.place for each in surface.minima if np.isfinite(surface.hessian(np.array(each.place))).all()]
    for place in smooth:
        flattest, steepest = np.linalg.eigvalsh(surface.hessian(np.array(place)))
        words = curves(surface, place)[language]
        assert said(words, "κ") == pytest.approx(steepest / flattest, rel=10.0 ** (1 - CURVATURE_DIGITS))
        assert said(words, "2/λmax") == pytest.approx(2 / steepest, rel=10.0 ** (1 - CURVATURE_DIGITS))


@pytest.mark.parametrize(
    ("key", "condition_number", "edges"),
    [
        ("bowl", 1, [1]),
        ("class-ravine", 20, [1]),
        ("ravine", 50, [0.04]),
        ("matyas", 25, [2]),
        ("booth", 9, [0.111]),
        ("bounded-saddle", None, [0.5, 0.5]),
        ("two-wells", None, [0.064, 0.095]),
        ("himmelblau", None, [0.0243, 0.0248, 0.0150, 0.0190]),
        ("three-hump-camel", None, [0.453, 0.163, 0.163]),
        ("six-hump-camel", None, [0.121, 0.121]),
        ("styblinski-tang", None, [0.058]),
        ("rastrigin", None, [0.0050]),
        ("levy", None, [0.89]),
        ("goldstein-price", None, [0.0021]),
        ("rosenbrock", 2508, [0.0020]),
        ("beale", None, [0.041]),
        ("gaussian-plateau", None, [2]),
    ],
)
def test_the_curvatures_are_those_that_are_known(key: str, condition_number: float | None, edges: list[float]) -> None:
    """Worked out elsewhere, to two digits or three, in the order of the marked minima."""
    words = [curves(SURFACES[key], minimum.place).en for minimum in SURFACES[key].minima[: len(edges)]]
    assert [said(each, "2/λmax") for each in words] == pytest.approx(edges, rel=0.04)
    assert condition_number in (None, pytest.approx(said(words[0], "κ"), rel=1e-3))


@every_language
def test_a_kink_is_told_in_words(language: Language) -> None:
    words = curves(SURFACES["ackley"], (0.0, 0.0))[language]
    assert {"ko": "꺾인 점", "en": "a kink"}[language] in words
    assert not re.search(r"[0-9]|\b(inf|None|nan)\b", words)
    assert words in surface_card(SURFACES["ackley"], language)


@dataclass(frozen=True)
class Trough(Booth):
    """Along y = −2x it is flat; with no depth it is flat everywhere."""

    depth: float = 1.0

    def hessian(self, p: Array) -> Array:
        return self.depth * symmetric(np.full_like(p[0], 8.0), 4.0, 2.0)


@every_language
def test_what_is_flat_is_told_in_words(language: Language) -> None:
    flat_direction, flat = curves(Trough(), (0.0, 0.0))[language], curves(Trough(0.0), (0.0, 0.0))[language]
    assert {"ko": "평평한 방향", "en": "a flat direction"}[language] in flat_direction
    assert said(flat_direction, "2/λmax") == 0.2
    assert {"ko": "굽지 않아", "en": "zero curvature in every direction"}[language] in flat
    assert not any(word in flat_direction + flat for word in ("inf,", "None", "nan", "∞"))


def test_the_knob_of_the_ravine_changes_its_card() -> None:
    for value in (1.0, 7.0, 1000.0):
        words = surface_card(Ravine(condition_number=value), "en")
        assert said(words, "κ") == value
        assert said(words, "2/λmax") == pytest.approx(2 / value, rel=1e-3)


def test_many_local_minima_lie_between_the_ends_that_are_told() -> None:
    rastrigin = SURFACES["rastrigin"]
    local = [each for each in rastrigin.minima if not each.is_global]
    (line,) = [line for line in surface_card(rastrigin, "en").splitlines() if "local minima" in line]
    low, high = (numeral(end, CURVATURE_DIGITS) for end in (local[0].value, local[-1].value))
    assert f"f = {low} to {high}:" in line
    assert len(local) == 120


def test_two_surfaces_of_one_kind_have_cards_of_their_own() -> None:
    ravine = SURFACES["ravine"]
    assert surface_card(ravine, "ko") != surface_card(replace(ravine, condition_number=51.0), "ko")  # type: ignore[type-var]
