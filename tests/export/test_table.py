"""The race as a table: what is read back from it is what the simulation computed, to the bit."""

import csv
from io import BytesIO, StringIO

import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import pytest

from address.race import RaceChoice
from export.table import COLUMNS, table
from simulation import Run, race
from surfaces import SURFACES
from tests.export.make_pytorch_races import choice_of, run_of

QUERIES: list[dict[str, str]] = [
    {},
    {"surface": "himmelblau", "optimizers": "gd,adam", "rate": "0.0123456789", "rate.adam": "1e-06", "steps": "7"},
    {"surface": "rosenbrock", "rate": "1", "optimizers": "momentum,gd", "steps": "30"},
    {"surface": "goldstein-price", "rate": "100", "steps": "2000"},
]


def made(query: dict[str, str]) -> tuple[RaceChoice, Run, bytes]:
    choice = choice_of(query)
    run = run_of(choice)
    racers = [(choice.rules[key].name, choice.rate_of(key)) for key in choice.chosen]
    return choice, run, table(choice.surface, run, racers)


def expected(choice: RaceChoice, run: Run) -> np.ndarray:
    """step, x, y, loss, gradient_x, gradient_y of every row."""
    with np.errstate(all="ignore"):
        slopes = choice.surface.gradient(np.moveaxis(run.path, 1, 0))
    return np.array(
        [
            [step, *run.path[step, :, column], run.loss[step, column], *slopes[:, step, column]]
            for column in range(len(choice.chosen))
            for step in range(choice.steps + 1)
        ]
    )


@pytest.mark.parametrize("query", QUERIES)
def test_every_reader_reads_what_the_simulation_computed(query: dict[str, str]) -> None:
    choice, run, text = made(query)
    numbers = expected(choice, run)
    names = [choice.rules[key].name for key in choice.chosen for _ in range(choice.steps + 1)]
    rates = [choice.rate_of(key) for key in choice.chosen for _ in range(choice.steps + 1)]

    plain = list(csv.reader(StringIO(text.decode("utf-8"), newline="")))
    assert tuple(plain[0]) == COLUMNS
    assert [row[0] for row in plain[1:]] == names
    assert [float(row[1]) for row in plain[1:]] == rates
    np.testing.assert_array_equal(np.array([row[2:] for row in plain[1:]], dtype=np.float64), numbers)

    structured = np.genfromtxt(BytesIO(text), delimiter=",", names=True, dtype=None, encoding="utf-8")
    assert structured.dtype.names == COLUMNS
    np.testing.assert_array_equal(np.column_stack([structured[name] for name in COLUMNS[2:]]), numbers)

    frame = pd.read_csv(BytesIO(text))
    assert tuple(frame.columns) == COLUMNS
    assert frame["optimizer"].tolist() == names
    np.testing.assert_allclose(frame[list(COLUMNS[2:])].to_numpy(np.float64), numbers, rtol=1e-15)


def test_what_has_left_the_range_of_floats_is_named() -> None:
    _, run, text = made(QUERIES[2])
    assert not np.isfinite(run.path).all()
    words = {cell for row in csv.reader(StringIO(text.decode())) for cell in row}
    assert {"nan"} <= words
    assert words & {"inf", "-inf"}
    assert not words & {"NaN", "Infinity", "None", ""}


def test_the_first_rows() -> None:
    lines = made({"optimizers": "gd,adam", "steps": "3"})[2].decode().splitlines()
    assert lines[:2] == [
        "optimizer,learning_rate,step,x,y,loss,gradient_x,gradient_y",
        "GD,0.9,0,-7.0,2.0,6.45,-0.7,4.0",
    ]
    assert [line.split(",")[0] for line in lines[1:]] == ["GD"] * 4 + ["Adam"] * 4
    assert [line.split(",")[2] for line in lines[1:]] == ["0", "1", "2", "3"] * 2


def test_the_gradient_is_the_surfaces_own_without_noise() -> None:
    choice = choice_of({"optimizers": "gd", "steps": "5", "noise": "1.0", "seed": "2"})
    run = run_of(choice)
    quiet = race(choice.surface, choice.entrants, choice.start, choice.steps)
    assert (run.path[1:] != quiet.path[1:]).all()
    rows = list(csv.DictReader(StringIO(table(choice.surface, run, [("GD", 0.9)]).decode())))
    for row, p in zip(rows, run.path[:, :, 0], strict=True):
        assert [float(row["gradient_x"]), float(row["gradient_y"])] == SURFACES["class-ravine"].gradient(p).tolist()
