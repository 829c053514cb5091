"""200 steps of each rule beyond the lecture against Optax, as stored by make_optax_trajectories.py.

The largest difference measured when the file was written is 10⁻¹⁵ in a coordinate of up to 7: rounding. Only where
NAdam rattles across Rosenbrock's valley, which enlarges roundings from step to step, it is 4·10⁻¹³.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from simulation import simulate
from simulation.protocols import Landscape
from tests.simulation.landscapes import Quadratic, Rosenbrock

LANDSCAPES: dict[str, Landscape] = {"class-ravine": Quadratic(0.1, 2.0), "rosenbrock": Rosenbrock()}
STORED = json.loads(Path(__file__).with_name("optax_trajectories.json").read_text())
RUNS: list[dict[str, Any]] = STORED["runs"]


def test_the_file_holds_every_rule_beyond_the_lecture_on_both_surfaces() -> None:
    assert STORED["optax"].startswith("0.2.8")
    beyond = {key for key, rule in OPTIMIZERS.items() if rule.beyond_lecture}
    assert {(run["surface"], run["rule"]) for run in RUNS} == {(s, r) for s in LANDSCAPES for r in beyond}
    for run in RUNS:
        path = np.array(run["path"])
        assert path.shape == (201, 2)
        assert (path[1:] != path[:-1]).any(axis=1).all(), "a stored run that stands still compares nothing"


@pytest.mark.parametrize("stored", RUNS, ids=[f"{run['surface']}-{run['rule']}" for run in RUNS])
def test_agrees_with_optax_for_200_steps(stored: dict[str, Any]) -> None:
    rule = OPTIMIZERS[stored["rule"]](**stored["hyperparameters"])
    expected = np.array(stored["path"])
    run = simulate(LANDSCAPES[stored["surface"]], rule, expected[0], stored["rate"], len(expected) - 1)
    np.testing.assert_allclose(run.path[..., 0], expected, rtol=0, atol=1e-12)
