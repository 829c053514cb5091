"""A viewer without a browser who was cut off comes back as a browser does, by Streamlit's own rules."""

import asyncio
import random
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple

from websockets.exceptions import WebSocketException

from tools.seat import Answer, Seat

PATIENCE_SECONDS = 60.0
"""Against hangs: one who is not back by then is taken for lost."""
_FIRST_PAUSE = (0.25, 0.5)
"""Seconds, between these, that a browser waits before it asks for the first time."""
_PINGED = ("_stcore/health", "_stcore/host-config")
"""What it asks for before it opens the websocket."""
_PAUSE, _LONGEST_PAUSE = 0.1, 4.0
"""Seconds between questions; every pause is twice the one before."""


class Comeback(NamedTuple):
    """How a viewer came back."""

    milliseconds: float
    """From the moment that was given to the end of the run that showed the page again."""
    attempts: int
    """How often it asked until somebody answered; 1 is the best."""
    answer: Answer


@dataclass(frozen=True)
class Sight:
    """All that somebody at a race has: nothing of it may be lost."""

    address: str
    header: dict[str, Any]
    picture: bytes
    texts: list[str]
    settings: dict[str, Any]


def sight(seat: Seat) -> Sight:
    """What a viewer sees and has set."""
    page = seat.page
    return Sight(seat.address, page.header("race"), page.block("race"), page.texts(), page.settings())


async def come_back(seat: Seat, since: float) -> Comeback:
    """Notice that the line is cut, wait, ask until somebody is well, connect, and ask for the page as it was.

    `since` is a time of `perf_counter`. Raises TimeoutError where nobody answers.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        await seat.wait_until_cut()
        await asyncio.sleep(random.uniform(*_FIRST_PAUSE))
        attempts, pause = 1, _PAUSE
        while (answer := await _tried(seat)) is None:
            await asyncio.sleep(pause)
            attempts, pause = attempts + 1, min(2 * pause, _LONGEST_PAUSE)
    return Comeback(1000 * (perf_counter() - since), attempts, answer)


async def _tried(seat: Seat) -> Answer | None:
    """What the page showed, or None where somebody on the way was not well."""
    try:
        for asked in _PINGED:
            status, _, _ = await seat.get(seat.url + asked)
            if status != 200:
                return None
        await seat.connect()
        return await seat.rerun()
    except (OSError, WebSocketException):
        return None
