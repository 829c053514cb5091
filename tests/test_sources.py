"""Everything that comes from a paper or a book names it: authors, title, year."""

import re

import pytest

from algorithms import ALGORITHMS
from networks import ACTIVATIONS, INITIALISATIONS
from networks.softmax import SOURCE as OF_SOFTMAX
from optimizers import OPTIMIZERS
from simulation.schedules import SCHEDULES
from surfaces import SURFACES
from text import LANGUAGES, read

SOURCE = re.compile(r"\S.*, \S.*, (18|19|20)\d\d")
OWN = ("an example of Descent: ", "Descent의 예: ")
"""How the source of a surface begins that is the project's own."""
NOBODYS = {"constant", "step", "exponential", "plain", "sigmoid", "tanh", "identity"}
"""Schedules, initial weights and functions that are older than networks, or that nobody claims to have invented."""
SOURCES = {
    f"{key} {language}": str(read(each.source, language) or "")
    for kinds in (OPTIMIZERS, ALGORITHMS, SURFACES, SCHEDULES, INITIALISATIONS, ACTIVATIONS)
    for key, each in kinds.items()
    for language in LANGUAGES
    if key not in NOBODYS
} | {"softmax": OF_SOFTMAX}


@pytest.mark.parametrize("name", list(SOURCES))
def test_it_is_authors_title_and_year(name: str) -> None:
    source = SOURCES[name]
    assert source.startswith(OWN) or all(SOURCE.fullmatch(each) for each in source.split("; ")), source


def test_what_is_nobodys_names_nobody() -> None:
    for kinds in (SCHEDULES, INITIALISATIONS, ACTIVATIONS):
        assert not any(each.source for key, each in kinds.items() if key in NOBODYS)
