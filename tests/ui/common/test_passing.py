"""What is asked for while a hand moves over the map."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode

import numpy as np
import pytest

from address import Address
from address.race import RaceChoice, read_race
from simulation import race
from stage.assets import ASSETS, KINDS, Assets
from stage.scene import scene_message
from stage.words import PROBE_WORDS, WORDS
from surfaces import SURFACES
from surfaces.probe import Shape
from tests.stage.message_reader import read_message
from ui.common.passing import facts_of, probing, race_from
from ui.common.race_view import race_scene


def chosen(**query: str) -> RaceChoice:
    return read_race(Address({name: [value] for name, value in query.items()}))


def asked(address: str, x: str, y: str) -> tuple[str, str]:
    """The kind and the query with other coordinates, as the browser writes them."""
    kind, _, query = address.split("/")[2].partition(".json?")
    return kind, urlencode({**dict(parse_qsl(query)), "x": x, "y": y})


def told(address: str, x: str, y: str) -> dict[str, Any]:
    kind, query = asked(address, x, y)
    return dict(KINDS[kind].made(query))


@pytest.mark.parametrize("query", [{}, {"surface": "himmelblau", "noise": "3"}, {"surface": "own", "f": "x**2+3*y**2"}])
def test_a_race_from_elsewhere_is_the_race_from_there(query: dict[str, str]) -> None:
    found = told(race_from(chosen(**query)), "0.5", "-1")
    there = chosen(**query, x="0.5", y="-1")
    run = race(there.surface, there.entrants, there.start, there.steps, noise=there.noise, seed=there.seed)
    height = run.loss[-1] - (there.surface.lowest or 0.0)
    np.testing.assert_allclose([each[0] for each in found["last"]], height, rtol=1e-5)
    assert [each[0] for each in found["rates"]] == [f"{there.rate_of(key):.4g}" for key in there.chosen]


@pytest.mark.parametrize("key", SURFACES)
def test_a_place_says_how_high_and_how_steep_it_is(key: str) -> None:
    surface = SURFACES[key]
    (x0, x1), (y0, y1) = surface.domain
    place = np.array([x0 + 0.3 * (x1 - x0), y0 + 0.6 * (y1 - y0)])
    found = told(facts_of(surface), *map(str, place))
    assert found["height"] == float(surface.value(place))
    assert found["slope"] == surface.gradient(place).tolist()


def test_what_is_no_number_is_none() -> None:
    surface = chosen(surface="own", f="log(x)+y").surface
    assert told(facts_of(surface), "-1", "0")["height"] is None


def test_they_are_asked_for_as_a_browser_writes_numbers_and_not_kept() -> None:
    kind, query = asked(facts_of(SURFACES["bowl"]), "1", "1e-7")
    assert ASSETS.ask(kind, query).result(10)
    own = Assets()
    own.ask(kind, query).result(10)
    assert f"{kind}?{query}" not in own.kept


def test_a_start_outside_is_the_nearest_inside() -> None:
    assert told(race_from(chosen()), "1e9", "0") == told(race_from(chosen()), "10", "0")


def test_nothing_is_asked_where_no_server_is_and_none_searched_for_every_place() -> None:
    scene = race_scene(chosen(), "en")
    assert scene.race_from
    fixed, _, _ = read_message(scene_message(scene, "en", fixed=True))
    assert (fixed["raceFrom"], fixed["facts"]) == (None, None)
    assert race_scene(chosen(rates="tuned", steps="5", optimizers="gd"), "en").race_from is None


def test_many_hands_on_many_threads_each_get_their_own_place_and_push_no_picture_out() -> None:
    """Beside each other, and beside one who asks for a map that is kept."""
    surface = SURFACES["himmelblau"]
    assets, together = Assets(), Barrier(9)
    map_query = KINDS["map"].address("light", surface, projector=False).partition("?")[2]

    def hand(number: int) -> bool:
        together.wait()
        own = [np.array([number / 10, place / 5]) for place in range(20)]
        answers = [assets.ask(*asked(facts_of(surface), *map(str, each))).result(20) for each in own]
        told_heights = [json.loads(gzip.decompress(answer))["height"] for answer in answers]
        return told_heights == [float(surface.value(each)) for each in own]

    def viewer(_: int) -> bool:
        together.wait()
        return all(assets.ask("map", map_query).result(20) for _ in range(20))

    with ThreadPoolExecutor(9) as threads:
        futures = [threads.submit(hand, number) for number in range(8)] + [threads.submit(viewer, 0)]
        seen = [future.result() for future in futures]
    assert all(seen)
    assert f"map?{map_query}" in assets.kept
    for number in range(8):
        kind, query = asked(facts_of(surface), str(number / 10), "0.0")
        assert f"{kind}?{query}" not in assets.kept


def test_a_probed_place_is_told_as_it_is_and_what_has_no_number_is_none() -> None:
    at_saddle = told(probing(SURFACES["bounded-saddle"]), "0.01", "-0.01")
    assert at_saddle["place"] == (0.0, 0.0)
    assert (at_saddle["slope"], at_saddle["curvatures"]) == ([0.0, 0.0], [2.0, -2.0])
    np.testing.assert_allclose(np.abs(at_saddle["directions"]), np.eye(2))
    assert at_saddle["word"] == "legendSaddle"
    nowhere = told(probing(chosen(surface="own", f="log(x)+y").surface), "-1", "0")
    assert (nowhere["height"], nowhere["word"]) == (None, "probeUnknown")


def test_every_shape_has_a_word() -> None:
    assert set(PROBE_WORDS) == set(get_args(Shape))
    assert set(PROBE_WORDS.values()) <= set(WORDS)
