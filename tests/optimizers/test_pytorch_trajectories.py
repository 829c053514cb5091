"""200 steps of each rule against torch.optim, as stored by make_pytorch_trajectories.py (which says how ε is matched).

The largest difference measured when the file was written is 3·10⁻¹⁵ in a coordinate of up to 7: rounding.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from parameters import parameters
from simulation import simulate
from simulation.protocols import Landscape
from tests.simulation.landscapes import Quadratic, Rosenbrock

LANDSCAPES: dict[str, Landscape] = {"class-ravine": Quadratic(0.1, 2.0), "rosenbrock": Rosenbrock()}
STORED = json.loads(Path(__file__).with_name("pytorch_trajectories.json").read_text())
RUNS: list[dict[str, Any]] = STORED["runs"]


def test_the_file_holds_every_rule_of_the_lecture_on_both_surfaces() -> None:
    assert STORED["torch"].startswith("2.13.0")
    stored = {(run["surface"], run["rule"]) for run in RUNS}
    assert stored == {(s, r) for s in LANDSCAPES for r in ("gd", "momentum", "adagrad", "rmsprop", "adam")}
    for run in RUNS:
        path = np.array(run["path"])
        assert path.shape == (201, 2)
        assert (path[1:] != path[:-1]).any(axis=1).all(), "a stored run that stands still compares nothing"


@pytest.mark.parametrize("stored", RUNS, ids=[f"{run['surface']}-{run['rule']}" for run in RUNS])
def test_agrees_with_pytorch_for_200_steps(stored: dict[str, Any]) -> None:
    rule = OPTIMIZERS[stored["rule"]]
    without_eps = {each.key: 0.0 for each in parameters(rule) if each.key == "eps"}
    expected = np.array(stored["path"])
    run = simulate(
        LANDSCAPES[stored["surface"]], rule(**without_eps), expected[0], stored["learning_rate"], len(expected) - 1
    )
    np.testing.assert_allclose(run.path[..., 0], expected, rtol=0, atol=1e-12)
