"""What an optimizer says of torch.optim can be filled with its own numbers."""

import ast
from typing import Any

import pytest

from optimizers import OPTIMIZERS, Optimizer
from parameters import parameters

NAMED = {key: rule for key, rule in OPTIMIZERS.items() if rule.pytorch is not None}
LECTURE = {"gd": "SGD", "momentum": "SGD", "adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam"}


def test_those_of_the_lecture_name_theirs() -> None:
    assert {key: str(NAMED[key].pytorch).partition("(")[0] for key in LECTURE} == LECTURE


def test_a_rule_that_says_nothing_has_none() -> None:
    assert Optimizer.pytorch is None


@pytest.mark.parametrize("rule", NAMED.values(), ids=list(NAMED))
def test_it_is_a_call_with_every_number_of_the_rule(rule: type[Optimizer[Any]]) -> None:
    numbers = {each.key: f"{17 + i}.25" for i, each in enumerate(parameters(rule))}
    text = str(rule.pytorch).format(n="0.125", **numbers)
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    assert ast.unparse(call.args[0]) == "[x]"
    given = {each.arg: ast.unparse(each.value) for each in call.keywords}
    assert given["lr"] == "0.125"
    for number in numbers.values():
        assert number in text, "a hyperparameter that is not handed on is lost"
