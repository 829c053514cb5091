"""Viewers over real websockets while long work is done: they share it, leave it, and change sliders beside it."""

import asyncio
from contextlib import suppress
from urllib.parse import quote, urlencode

from websockets.exceptions import ConnectionClosed

from optimizers import OPTIMIZERS
from tests.awaited import awaited
from tests.ui.common.test_race_compute import LONG
from tools.seat import Seat
from tools.server import Server
from ui.common.lesson_choice import LAYERS_SPAN, SAMPLES_SPAN, STEPS_SPAN, WIDTH_SPAN

LONGEST = {"samples": SAMPLES_SPAN[1], "layers": LAYERS_SPAN[1], "width": WIDTH_SPAN[1], "steps": STEPS_SPAN[1]}
LONG_TRAINING = f"training?{urlencode(LONGEST)}"
TUNED = f"race?lang=en&surface=own&f={quote(LONG)}&rates=tuned&steps=2000&optimizers={','.join(OPTIMIZERS)}"
LOOKS = 6000
"""So often a test looks whether a bar has come, a hundred times a second."""


async def until_it_waits(seat: Seat) -> None:
    """Return when there is a bar."""
    for _ in range(LOOKS):
        if any(each.WhichOneof("type") == "progress" for each in seat.page.elements()):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("no bar came")


async def gone(opening: "asyncio.Task[object]") -> None:
    """Wait for the end of one who is cut off."""
    with suppress(ConnectionClosed):
        await opening


def test_a_slider_beside_a_long_training_does_not_wait_for_it(app: Server) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en") as racer:
            trainee = Seat(app.url, LONG_TRAINING)
            training = asyncio.create_task(trainee.open())
            await until_it_waits(trainee)
            for steps in (50, 60, 70):
                answer = await racer.set("Steps", steps)
                assert answer.failures == ()
                assert racer.page.header("race")["steps"] == steps
            assert not training.done(), "it takes far longer than three changes"
            trainee.cut()
            await gone(training)

    awaited(watch())


def test_a_class_that_opens_one_tuned_race_shares_it_though_one_leaves(app: Server) -> None:
    async def watch() -> None:
        seats = [Seat(app.url, TUNED) for _ in range(6)]
        opening = [asyncio.create_task(seat.open()) for seat in seats]
        await until_it_waits(seats[0])
        seats[0].cut()
        await gone(opening[0])
        answers = await asyncio.gather(*opening[1:])
        assert [answer.failures for answer in answers] == [()] * 5
        assert len({seat.page.block("race") for seat in seats[1:]}) == 1
        for seat in seats[1:]:
            await seat.leave()

    awaited(watch())
