"""Write pytorch_races.json: the scripts that the page gives away, and what they printed under PyTorch. Run by hand.

    python3 -m venv /tmp/venv-torch
    /tmp/venv-torch/bin/pip install torch==2.13.0 numpy
    .venv/bin/python -m tests.export.make_pytorch_races /tmp/venv-torch/bin/python

Needed again whenever the script or a surface's opening race changes; test_script.py then says so.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from address import Address
from address.race import RaceChoice, read_race
from export.script import script
from simulation import Run, race
from surfaces import SURFACES

FILE = "descent.py"
LECTURE = "gd,momentum,adagrad,rmsprop,adam"
WILDER = {"rastrigin": {"steps": "100", "rate": "0.5"}}
"""A race in which runs jump about, instead of a surface's opening one."""
RACES: list[dict[str, Any]] = [
    *({"query": {"surface": key, "optimizers": LECTURE, **WILDER.get(key, {})}} for key in SURFACES),
    {"query": {"optimizers": LECTURE, "steps": "150", "noise": "0.3", "seed": "7"}},
    {
        "query": {
            **{"surface": "ravine", "condition_number": "200", "rate": "0.005", "rate.adam": "0.3", "x": "8"},
            **{"momentum.momentum": "0.5", "adam.beta1": "0.8", "adam.eps": "0.0001", "rmsprop.decay": "0.99"},
            **{"optimizers": LECTURE, "steps": "60"},
        }
    },
    {"query": {"surface": "rosenbrock", "rate": "1", "optimizers": "gd", "steps": "30"}},
    {"query": {"surface": "class-ravine", "rate": "0.1", "optimizers": "nesterov,adamw,nadam,lion"}},
]
"""The opening race of every surface; then one with noise, one with other numbers, one that leaves all range, and one
of those beyond the lecture, of which PyTorch has two."""


def choice_of(query: Mapping[str, str]) -> RaceChoice:
    """The race at an address."""
    return read_race(Address({name: [value] for name, value in query.items()}))


def run_of(choice: RaceChoice) -> Run:
    """The race, run."""
    return race(choice.surface, choice.entrants, choice.start, choice.steps, noise=choice.noise, seed=choice.seed)


def main(python: str) -> None:
    """Run every script with that Python."""
    stored = []
    with TemporaryDirectory() as folder:
        for each in RACES:
            choice = choice_of(each["query"])
            text = script(choice, run_of(choice), FILE, "en")
            (Path(folder) / FILE).write_bytes(text)
            answer = subprocess.run([python, FILE], cwd=folder, capture_output=True, text=True, check=True)
            stored.append({**each, "script": text.decode().splitlines(), "printed": answer.stdout.splitlines()})
    version = subprocess.run(
        [python, "-c", "import torch; print(torch.__version__)"], capture_output=True, text=True, check=True
    )
    whole = {"torch": version.stdout.strip(), "races": stored}
    text_of_all = json.dumps(whole, ensure_ascii=False, indent=1)
    Path(__file__).with_name("pytorch_races.json").write_text(text_of_all + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
