"""A viewer without a browser sees, sets and loses what one with a browser does."""

import json
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.awaited import awaited
from tools.seat import Seat
from tools.server import serve
from tools.shown_page import ShownPage

APP = Path(__file__).with_name("small_app.py")
FIRST = [3, 0.01, None, "a", ["y"], False, "first"]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(APP, tmp_path_factory.mktemp("server") / "log.txt") as url:
        yield url


@pytest.fixture
def seated(url: str) -> Callable[[Callable[[Seat], Coroutine[Any, Any, None]]], None]:
    """Runs what is done at an open seat."""

    def run(act: Callable[[Seat], Coroutine[Any, Any, None]]) -> None:
        async def sit() -> None:
            async with Seat(url, "?lang=en") as seat:
                await act(seat)

        awaited(sit())

    return run


def values(page: ShownPage) -> list[Any]:
    """What the script says its widgets are set to."""
    return next(json.loads(each) for each in page.texts() if each.startswith("["))


def test_widgets_are_set_by_label_and_by_key(seated: Callable[..., None]) -> None:
    async def act(seat: Seat) -> None:
        assert seat.opened
        assert seat.opened.failures == ()
        assert "Everything" in seat.page.texts()
        assert values(seat.page) == FIRST
        changes: dict[str, Any] = {"Whole": 7, "List": 0.1, "number": 2.5, "Chosen": "b"}
        changes |= {"chips": ["x", "z"], "On": True, "Text": "é"}
        for count, (name, value) in enumerate(changes.items()):
            answer = await seat.set(name, value)
            assert answer.failures == ()
            assert values(seat.page) == [*changes.values()][: count + 1] + FIRST[count + 1 :]
        assert seat.page.header("said") == {"whole": 7}

    seated(act)


def test_what_a_browser_keeps_does_not_travel_again(seated: Callable[..., None]) -> None:
    async def act(seat: Seat) -> None:
        assert seat.opened
        again = await seat.rerun()
        assert 1000 < seat.opened.bytes - again.bytes < 4000
        assert seat.received == seat.opened.bytes + again.bytes
        assert any(each.startswith("A long text") for each in seat.page.texts())

    seated(act)


def test_a_component_is_told_and_the_address_follows(seated: Callable[..., None]) -> None:
    async def act(seat: Seat) -> None:
        await seat.tell("said", "told", [1, 2])
        assert "heard [1, 2]" in seat.page.texts()
        await seat.press("Write")
        assert seat.query == "lang=en&written=yes"
        await seat.go("other", "lang=ko")
        assert seat.page.texts() == ["Other ko"]
        await seat.go_back("lang=en")
        assert seat.page.texts() == ["Other en"]

    seated(act)


def test_failures_are_told(seated: Callable[..., None]) -> None:
    async def act(seat: Seat) -> None:
        broken = await seat.press("Break")
        assert len(broken.failures) == 1
        assert (await seat.rerun()).failures == ()
        with pytest.raises(LookupError, match="no widget 'Wholly' on the page; there are Whole, Listed"):
            await seat.set("Wholly", 1)
        with pytest.raises(ValueError, match=r"Listed has no '0.5'; it has 0.001, 0.01, 0.1"):
            await seat.set("Listed", 0.5)

    seated(act)


def test_a_viewer_who_was_cut_off_finds_the_session_again(seated: Callable[..., None]) -> None:
    async def act(seat: Seat) -> None:
        await seat.set("Whole", 5)
        session = seat.session
        seat.cut()
        await seat.wait_until_cut()
        await seat.connect()
        assert (await seat.rerun()).failures == ()
        assert seat.session == session
        assert values(seat.page)[0] == 5

    seated(act)


def test_a_page_that_is_not_there_fails(url: str) -> None:
    async def act() -> None:
        async with Seat(url, "nowhere") as seat:
            assert seat.opened
            assert seat.opened.failures == (f"page not found: {url}/nowhere",)
            assert "_streamlit_xsrf" in seat.cookies

    awaited(act())
