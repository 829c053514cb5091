from dataclasses import dataclass, field

import numpy as np
import pytest

from parameters import Parameter, Scalar, parameter, parameters
from text import Text

LABEL, MEANING = Text(ko="세로 곡률", en="curvature"), Text(ko="얼마나 가파른지", en="how steep")


@dataclass(frozen=True)
class Ravine:
    kappa: Scalar = parameter(20.0, symbol="κ", low=1.0, high=100.0, label=LABEL, meaning=MEANING, logarithmic=True)
    title: str = field(default="not a number a viewer sets")
    shift: Scalar = parameter(0.0, symbol="s", low=-1.0, high=1.0, label=LABEL, meaning=MEANING)


KAPPA = Parameter("kappa", "κ", 20.0, 1.0, 100.0, LABEL, MEANING, logarithmic=True)
SHIFT = Parameter("shift", "s", 0.0, -1.0, 1.0, LABEL, MEANING, logarithmic=False)


def test_facts_are_read_back_in_the_order_they_are_written() -> None:
    assert parameters(Ravine) == (KAPPA, SHIFT)


def test_an_instance_tells_the_defaults_of_its_class() -> None:
    assert parameters(Ravine(kappa=3.0)) == parameters(Ravine)


def test_the_default_is_the_default_of_the_field() -> None:
    assert Ravine().kappa == 20.0
    assert Ravine(kappa=5.0).kappa == 5.0


def test_a_field_may_hold_one_number_for_each_column() -> None:
    values = np.array([1.0, 2.0])
    assert Ravine(kappa=values).kappa is values


def test_an_owner_without_parameters_has_none() -> None:
    @dataclass(frozen=True)
    class Plain:
        size: float = 1.0

    assert parameters(Plain) == ()


def test_what_is_no_dataclass_is_an_error() -> None:
    with pytest.raises(TypeError, match="dataclass"):
        parameters(object())


def test_a_fact_left_out_is_an_error() -> None:
    with pytest.raises(TypeError, match="meaning"):
        parameter(1.0, symbol="κ", low=0.0, high=2.0, label=LABEL)  # type: ignore[call-arg]
