"""The store of still figures: each under a name of its content, never more than so many, from any thread."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from figures.contour import contour
from surfaces import SURFACES
from ui.stage.stills import MOST_STILLS, STILLS, STILLS_PATH, Still, Stills, published


def name_of(address: str) -> str:
    return address.removeprefix(f"{STILLS_PATH}/").removesuffix(".json")


def test_what_is_published_is_found_under_its_address() -> None:
    stills = Stills()
    address = stills.publish({"낱말": ["a", 1.5, None]})
    assert address == f"{STILLS_PATH}/{name_of(address)}.json"
    content = stills.find(name_of(address))
    assert content is not None
    assert json.loads(content) == {"낱말": ["a", 1.5, None]}


def test_a_figure_is_published_as_plotly_writes_it() -> None:
    stills = Stills()
    figure = contour(SURFACES["bowl"], "light")
    content = stills.find(name_of(stills.publish(figure)))
    assert content is not None
    read = json.loads(content)
    assert set(read) >= {"data", "layout"}
    assert read["data"][0]["type"] == "contour"
    assert read == json.loads(figure.to_json())


def test_the_address_names_the_content() -> None:
    stills = Stills()
    first = stills.publish({"a": 1})
    assert stills.publish({"a": 1}) == first
    assert Stills().publish({"a": 1}) == first, "in every process the same"
    assert stills.publish({"a": 2}) != first


def test_what_nobody_knows_is_not_found() -> None:
    assert Stills().find("0" * 24) is None


def test_it_keeps_the_most_recently_asked_for() -> None:
    stills = Stills(most=3)
    names = [name_of(stills.publish({"number": i})) for i in range(3)]
    assert stills.find(names[0]) is not None  # asked for: now the most recent
    stills.publish({"number": 1})  # published again: so is this
    newest = name_of(stills.publish({"number": 3}))
    assert [stills.find(name) is not None for name in names] == [True, True, False]
    assert stills.find(newest) is not None


def test_a_remembered_address_can_always_be_followed() -> None:
    """Also when so many others were published since that its content was let go of; and it is made once."""
    made: list[str] = []

    @published(most=2)
    def greeting(name: str) -> Still:
        made.append(name)
        return {"hello": name}

    address = greeting("한글")
    for i in range(MOST_STILLS):
        STILLS.publish({"another": i})
    assert STILLS.find(name_of(address)) is None
    assert greeting("한글") == address
    content = STILLS.find(name_of(address))
    assert content is not None
    assert json.loads(content) == {"hello": "한글"}
    assert made == ["한글"]
    for name in ("b", "c", "한글"):
        greeting(name)
    assert made == ["한글", "b", "c", "한글"], "no more are remembered than it says"


@pytest.mark.parametrize("most", [1, 8, MOST_STILLS])
def test_it_never_keeps_more_than_its_bound(most: int) -> None:
    stills = Stills(most)
    names = [name_of(stills.publish({"number": i})) for i in range(3 * most)]
    assert sum(stills.find(name) is not None for name in names) == most


def test_many_threads_at_once() -> None:
    """Every viewer publishes and asks from a thread of his own."""
    stills = Stills(most=16)
    together = Barrier(8)

    def view(viewer: int) -> int:
        together.wait()
        wrong = 0
        for i in range(400):
            number = (viewer * 7 + i * 13) % 40
            content = stills.find(name_of(stills.publish({"number": number})))
            wrong += content is not None and json.loads(content) != {"number": number}
        return wrong

    with ThreadPoolExecutor(8) as viewers:
        assert sum(viewers.map(view, range(8))) == 0
    kept = [stills.find(name_of(Stills().publish({"number": i}))) for i in range(40)]
    assert sum(content is not None for content in kept) == 16
