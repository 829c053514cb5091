"""The script that is given away, against what it printed under PyTorch (stored by make_pytorch_races.py).

Which rules agree how well, in diagonals of the picture:

- GD, Momentum and Nesterov are the same formulas: 10⁻⁹ at most, and nothing to compare where a run has left the
  range of numbers or bounces so wildly (Rastrigin, with a learning rate of 0.5) that rounding alone moves its end.
- AdaGrad, RMSProp, Adam and AdamW differ by where ε stands, and by nothing else: our own loop with ε outside the root
  gives PyTorch's end to 10⁻⁹.
- With ε inside, a step is changed by √ε/k + 1/(2k²) of its length at most, where k√ε is the smallest root that it is
  divided by. So the ends differ by that share of the whole way, as long as nothing magnifies a difference. AdaGrad,
  Adam and AdamW keep to it on every surface. RMSProp does where its run settles into no bouncing of its own; the
  surfaces on which it bounces are named below, and there the script only says so.
"""

import ast
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from address.race import RaceChoice
from address.race_link import race_link
from address.surface import FIRST_SURFACE
from export.script import obstacle, script
from optimizers import OPTIMIZERS, Optimizer
from optimizers.gradient_descent import GradientDescent
from parameters import Array
from simulation import race
from surfaces import SURFACES
from surfaces.bowl import Bowl
from tests.export.make_pytorch_races import FILE, RACES, WILDER, choice_of, run_of
from text import LANGUAGES, Language

STORED = json.loads(Path(__file__).with_name("pytorch_races.json").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = STORED["races"]
every_case = pytest.mark.parametrize(
    "case", CASES, ids=[f"{i}-{c['query'].get('surface')}" for i, c in enumerate(CASES)]
)

GONE = {("goldstein-price", "gd"), ("goldstein-price", "momentum"), ("monkey-saddle", "momentum"), ("rosenbrock", "gd")}
"""Diverged out of the range of numbers (Rosenbrock in the last race, with a learning rate of 1)."""
WILD = {("rastrigin", "gd"), ("rastrigin", "momentum")}
BOUNCING = {
    *("matyas", "himmelblau", "three-hump-camel", "six-hump-camel", "styblinski-tang", "rastrigin", "ackley"),
    *("goldstein-price", "rosenbrock"),
}
"""Where RMSProp, whose steps never get much shorter than its learning rate, jumps about a minimum without rhythm."""
LECTURE = {key for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture}
INCOMPARABLE = WILD | {(key, "rmsprop") for key in BOUNCING}
SAME = 1e-9


def surface_of(case: dict[str, Any]) -> str:
    return str(case["query"].get("surface", FIRST_SURFACE))


def choice_in(case: dict[str, Any]) -> RaceChoice:
    return choice_of(case["query"])


def diagonal(choice: RaceChoice) -> float:
    (x0, x1), (y0, y1) = choice.surface.domain
    return float(np.hypot(x1 - x0, y1 - y0))


def printed(case: dict[str, Any]) -> dict[str, tuple[Array, Array]]:
    """By name: where PyTorch ended, and where the script says that Descent ended."""
    rows = [line.split() for line in case["printed"][1:]]
    return {row[0]: (np.array(row[1:3], dtype=np.float64), np.array(row[3:5], dtype=np.float64)) for row in rows}


def without_ends(text: str) -> str:
    """The script without the numbers at which Descent ended; they are compared as numbers."""
    return re.sub(r'^(    "[^"]+": )\([^()]*\),$', r"\1(…),", text, flags=re.MULTILINE)


def test_the_file_was_made_with_pytorch_for_every_surface() -> None:
    assert STORED["torch"].startswith("2.13.0")
    assert [
        {name: value for name, value in case.items() if name not in ("script", "printed")} for case in CASES
    ] == RACES
    assert {case["query"].get("surface") for case in CASES} >= set(SURFACES)


@every_case
def test_the_script_is_the_one_that_ran(case: dict[str, Any]) -> None:
    """Run make_pytorch_races.py again if this fails."""
    choice = choice_in(case)
    text = script(choice, run_of(choice), FILE, "en").decode()
    stored = "\n".join(case["script"]) + "\n"
    assert without_ends(text) == without_ends(stored)
    raced = [key for key in choice.chosen if OPTIMIZERS[key].pytorch]
    assert without_ends(text).count("(…)") == len(raced) >= 1, "each that PyTorch knows, once"


def pairs(*keys: str) -> pytest.MarkDecorator:
    """Every stored race with each of these rules that runs in it and can be compared."""
    found = [
        (case, key)
        for case in CASES
        for key in case["query"]["optimizers"].split(",")
        if key in keys and (surface_of(case), key) not in INCOMPARABLE
    ]
    assert {key for _, key in found} == set(keys)
    assert len(found) >= len(LECTURE & set(keys)) * (len(SURFACES) - len(INCOMPARABLE))
    return pytest.mark.parametrize(("case", "key"), found, ids=[f"{surface_of(case)}-{key}" for case, key in found])


@pairs("gd", "momentum", "nesterov")
def test_the_same_formulas_end_at_the_same_place(case: dict[str, Any], key: str) -> None:
    choice = choice_in(case)
    ours = run_of(choice).path[-1, :, choice.chosen.index(key)]
    theirs, said = printed(case)[choice.rules[key].name]
    if np.isfinite(theirs).all():
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=SAME * diagonal(choice))
        np.testing.assert_allclose(said, theirs, rtol=0, atol=SAME * diagonal(choice))
    else:
        assert (choice.surface.key, key) in GONE
        assert not np.isfinite(ours).all()
        assert not np.isfinite(said).all()


@pytest.mark.parametrize(("surface", "key"), sorted(WILD))
def test_the_wild_ones_are_moved_by_less_than_anyone_can_see(surface: str, key: str) -> None:
    """Why they can't be compared: a start that is a billionth of a pixel away leads elsewhere."""
    choice = choice_of({"surface": surface, "optimizers": key, **WILDER[surface]})
    moved = race(choice.surface, choice.entrants, [each * (1 + 1e-14) for each in choice.start], choice.steps)
    assert np.abs(moved.path[-1] - run_of(choice).path[-1]).max() > 1e-3


def outside(rule: Any, choice: RaceChoice, n: float) -> tuple[Array, float]:
    """The end with ε outside the root as in PyTorch, and the smallest root on the way, in √ε."""
    x, g, m, smallest = np.array(choice.start), np.zeros(2), np.zeros(2), np.inf
    noise = choice.noise * np.random.default_rng(choice.seed).standard_normal((choice.steps, 2))
    for t in range(1, choice.steps + 1):
        slope = choice.surface.gradient(x) + noise[t - 1]
        if rule.key in {"adam", "adamw"}:
            m = rule.beta1 * m + (1 - rule.beta1) * slope
            g = rule.beta2 * g + (1 - rule.beta2) * slope**2
            direction, root = m / (1 - rule.beta1**t), np.sqrt(g / (1 - rule.beta2**t))
        else:
            g = g + slope**2 if rule.key == "adagrad" else rule.decay * g + (1 - rule.decay) * slope**2
            direction, root = slope, np.sqrt(g)
        smallest = min(smallest, root.min() / np.sqrt(rule.eps))
        x = x - n * (direction / (root + rule.eps) + vars(rule).get("weight_decay", 0.0) * x)
    return x, smallest


@pairs("adagrad", "rmsprop", "adam", "adamw")
def test_the_place_of_epsilon_is_all_that_differs(case: dict[str, Any], key: str) -> None:
    choice = choice_in(case)
    theirs, _ = printed(case)[choice.rules[key].name]
    run, column, rule = run_of(choice), choice.chosen.index(key), choice.rules[key]
    end, k = outside(rule, choice, choice.rate_of(key))
    np.testing.assert_allclose(end, theirs, rtol=0, atol=SAME * diagonal(choice))
    if choice.surface.key == "beale":
        assert k == 0, "one slope is 0 at its start, so ε decides the first step and there is no bound"
        return
    way = float(np.abs(np.diff(run.path[:, :, column], axis=0)).sum())
    share = np.sqrt(vars(rule)["eps"]) / k + 1 / (2 * k**2)
    assert np.abs(run.path[-1, :, column] - theirs).max() <= share * way
    if k > 1000 and key != "rmsprop":
        assert np.abs(run.path[-1, :, column] - theirs).max() <= 2 * SAME * diagonal(choice)


@pytest.mark.parametrize("language", LANGUAGES)
@every_case
def test_it_is_python_in_both_languages(case: dict[str, Any], language: Language) -> None:
    choice = choice_in(case)
    text = script(choice, run_of(choice), FILE, language).decode()
    tree = ast.parse(text)
    english = ast.parse("\n".join(case["script"]))
    for mine, theirs in zip(tree.body[1:], english.body[1:], strict=True):
        if "ENDED = " not in ast.unparse(mine):
            assert ast.unparse(mine).replace("차이", "difference") == ast.unparse(theirs)
    words = ast.get_docstring(tree) or ""
    assert choice.surface.name[language] in words
    assert race_link(choice) in words
    assert f"python {FILE}" in words
    assert max(len(line) for line in text.splitlines() if not line.startswith("Descent: ")) <= 170
    for sign in ("$", "{names}", "None"):
        assert sign not in text.replace("(f\"{'':10}", "")


def test_noise_is_added_where_there_is_noise() -> None:
    noisy, quiet = (
        script(choice, run_of(choice), FILE, "en").decode()
        for choice in (choice_of({"noise": "0.25", "seed": "11"}), choice_of({"seed": "11"}))
    )
    assert "NOISE = 0.25 * np.random.default_rng(11).standard_normal((STEPS, 2))" in noisy
    assert "x.grad += torch.from_numpy(NOISE[t])" in noisy
    assert "numpy" not in quiet
    assert "NOISE" not in quiet


class _Unheard(GradientDescent):
    """A rule that PyTorch does not have."""

    key = "unheard"
    name = "Unheard"
    pytorch = None  # type: ignore[assignment]


class _Folded(Bowl):
    """A surface that can't be written down."""

    def value(self, p: Array) -> Array:
        return np.maximum(p[0], p[1])


def with_unheard(choice: RaceChoice, *chosen: str) -> RaceChoice:
    rules: dict[str, Optimizer[Any]] = {**choice.rules, "unheard": _Unheard()}
    return RaceChoice(choice.surface, choice.start, choice.steps, chosen, rules, choice.rate, choice.own_rates)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_in_pytorch_is_named(language: Language) -> None:
    choice = with_unheard(choice_of({}), "gd", "unheard", "adam")
    assert obstacle(choice) is None
    text = script(choice, run_of(choice), FILE, language).decode()
    (line,) = [line for line in text.splitlines() if "Unheard" in line]
    assert line.startswith("# Unheard: ")
    assert '"GD"' in text
    assert '"Adam"' in text


def test_where_there_is_no_script_it_is_said_why() -> None:
    alone = with_unheard(choice_of({}), "unheard")
    choice = choice_of({})
    folded = RaceChoice(
        _Folded(), choice.start, choice.steps, choice.chosen, choice.rules, choice.rate, choice.own_rates
    )
    assert obstacle(choice) is None
    for each, words in ((alone, "torch.optim"), (folded, "PyTorch")):
        told = obstacle(each)
        assert told is not None
        assert words in told.en
        assert words in told.ko
        with pytest.raises(ValueError, match="no script"):
            script(each, run_of(each), FILE, "en")


def test_every_rule_of_pytorch_is_called_with_the_numbers_of_the_race() -> None:
    choice = choice_of({"rate": "0.125", "rate.adam": "0.5", "adam.beta2": "0.75", "rmsprop.decay": "0.25"})
    text = script(choice, run_of(choice), FILE, "en").decode()
    for call in (
        "SGD([x], lr=0.125),",
        "SGD([x], lr=0.125, momentum=0.9),",
        "RMSprop([x], lr=0.125, alpha=0.25, eps=1e-08),",
        "Adam([x], lr=0.5, betas=(0.9, 0.75), eps=1e-08),",
    ):
        assert f"torch.optim.{call}" in text
    for key in choice.chosen:
        assert OPTIMIZERS[key].pytorch is None or f'"{OPTIMIZERS[key].name}": lambda x: torch.optim.' in text
