"""Which addresses mean the race, as the bare address once did."""

from urllib.parse import parse_qs

import pytest

from address import MISSING, Address
from address.carried import CARRIED
from address.race import read_race, setting_key
from address.race_link import race_link
from formulas import TypedSurface
from optimizers import OPTIMIZERS
from parameters import parameters
from surfaces import SURFACES
from ui.shell.older_links import means_race, race_names


@pytest.mark.parametrize("surface", [*SURFACES, "own"])
def test_every_link_to_a_race_means_it(surface: str) -> None:
    choice = read_race(Address({"surface": [surface]}))
    assert set(parse_qs(race_link(choice).removeprefix("?"), keep_blank_values=True)) <= race_names()


def test_so_does_each_name_alone_that_a_race_can_be_told() -> None:
    hyperparameters = {setting_key(key, each) for key, rule in OPTIMIZERS.items() for each in parameters(rule)}
    knobs = {each.key for surface in SURFACES.values() for each in parameters(surface)}
    for name in ("rate", "rates", "noise", "seed", "view", "turn", "pinned", "ask", "answer", "f", "x.from"):
        assert means_race([name])
    assert hyperparameters | knobs <= race_names()
    assert isinstance(read_race(Address({"surface": ["own"]})).surface, TypedSurface), "f and x.from are read from it"


def test_no_other_name_does() -> None:
    for names in ([], CARRIED, [MISSING], ["utm_source", "embed"], ["scene"], ["Rate"], [""], ["path", "step"]):
        assert not means_race(names)
