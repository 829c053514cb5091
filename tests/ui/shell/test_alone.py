"""A slider of the stage makes the stage alone again; what others show makes the whole page."""

import asyncio
from urllib.parse import parse_qs

from tests.awaited import awaited
from tools.seat import Seat
from tools.server import Server

FEW, ALL = 14, 30
"""Messages of a change of the stage alone are no more than these; of the whole page, no fewer than those."""


async def turned(seat: Seat, **values: str) -> int:
    """The messages of a change that the stage tells."""
    answer = await seat.tell("race", "turned", values)
    assert answer.failures == ()
    said = parse_qs(seat.query)
    assert {name: said[name] for name in values} == {name: [value] for name, value in values.items()}
    return answer.messages


def test_a_rate_that_only_the_stage_shows_is_told_in_a_few_messages(app: Server) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en&theme=dark") as seat:
            for rate in ("0.3", "0.31", "0.32"):
                assert await turned(seat, rate=rate) <= FEW
                assert seat.page.header("race")["axes"][0]["value"] == float(rate)
            assert await turned(seat, **{"momentum.momentum": "0.5"}) <= FEW
            assert seat.page.header("race")["axes"][1]["value"] == 0.5
            assert "**r**, momentum" in " ".join(seat.page.texts()), "the cards below do not say where it stands"
            assert parse_qs(seat.query)["theme"] == ["dark"], "what every page has stays"

    awaited(watch())


def test_what_others_show_makes_the_page(app: Server) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en") as seat:
            answer = await seat.tell("race", "start", [1.0, 1.0])
            assert answer.messages >= ALL
            assert await turned(seat, rate="0.2") <= FEW
            answer = await seat.tell("race", "turned", {"rate": "fast"})
            assert any("rate=fast" in text for text in seat.page.texts()), "the notice stands above the stage"
            assert await turned(seat, rate="0.25") >= ALL
            assert not any("rate=fast" in text for text in seat.page.texts())
            assert await turned(seat, rate="0.26") <= FEW

    awaited(watch())


def test_the_optimizers_settings_show_it_too_while_they_are_open(app: Server) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en") as seat:
            assert await turned(seat, rate="0.2") <= FEW
            await seat.unfold("settings")
            assert await turned(seat, rate="0.3") >= ALL
            assert "0.3" in seat.page.widget("Learning rate n (this one)").placeholder

    awaited(watch())


def test_viewers_who_let_go_at_once_each_have_their_own_race(app: Server) -> None:
    async def watch() -> None:
        seats = [Seat(app.url, f"race?lang=en&steps={50 + number}") for number in range(8)]
        await asyncio.gather(*(seat.open() for seat in seats))
        for turn in range(3):
            rates = [f"0.{1 + number}{turn}1" for number in range(8)]
            await asyncio.gather(*(turned(seat, rate=rate) for seat, rate in zip(seats, rates, strict=True)))
            for number, (seat, rate) in enumerate(zip(seats, rates, strict=True)):
                header = seat.page.header("race")
                assert (header["axes"][0]["value"], header["steps"]) == (float(rate), 50 + number)
        await asyncio.gather(*(seat.leave() for seat in seats))

    awaited(watch())
