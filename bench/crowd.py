"""A class of viewers without browsers, in a process of its own, so that the server's processor time is its own."""

import asyncio
import os
import random
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any, TypeVar

from tools.seat import Answer, Seat

AS_A_BROWSER = {"Accept-Encoding": "gzip"}
GRACE_SECONDS = 5.0
"""How long changes that are under way at the end are still waited for; then they count with the time so far."""
_OPENING_SECONDS = 20.0
"""A class that is not all seated by then is measured as far as it is."""
_TICKS = os.sysconf("SC_CLK_TCK")

Result = TypeVar("Result")
Change = Callable[[Seat, random.Random], Awaitable[Answer]]
"""What a viewer changes; the answer is that of the page."""


@dataclass(frozen=True)
class Crowd:
    """Viewers of one page, each of whom changes one thing again and again."""

    url: str
    address: str
    """Of the page; `{number}` in it is the viewer's own, from 0."""
    viewers: int
    change: Change
    pause: float
    """Seconds between an answer and the next change, on average; their lengths are those of a Poisson process."""
    seconds: float
    """How long it is measured, after everybody is seated."""
    pids: Sequence[int]
    """Of the processes whose time counts."""


@dataclass
class Seen:
    """What a crowd saw."""

    milliseconds: list[float] = field(default_factory=list)
    """From each change to the end of its run."""
    unanswered: int = 0
    """Changes without an answer at the end; their times so far are among the milliseconds."""
    bytes: list[int] = field(default_factory=list)
    cpu: float = 0.0
    """Milliseconds of the server's processor for each change that was answered."""
    seated: int = 0
    """Viewers who were seated when it began to be measured."""
    failures: list[str] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return median(self.milliseconds) if self.milliseconds else float("nan")

    @property
    def p95(self) -> float:
        return quantiles(self.milliseconds, n=20)[-1] if len(self.milliseconds) > 1 else float("nan")

    @property
    def kilobytes(self) -> float:
        return sum(self.bytes) / len(self.bytes) / 1000 if self.bytes else float("nan")


def apart(what: Callable[..., Result], *given: Any) -> Result:
    """Call it in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(what, *given).result()


def watch(crowd: Crowd) -> Seen:
    """Seat them, let them change, and see; call it `apart`."""
    return asyncio.run(_watch(crowd))


def processor(pids: Sequence[int]) -> float:
    """Milliseconds that these processes have spent so far, with all their threads."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in fields) * 1000 / _TICKS


def another(seat: Seat, name: str, chance: random.Random) -> Any:
    """A value that the control could be moved to, other than the one it has."""
    widget, now = seat.page.widget(name), seat.page.value(name)
    if getattr(widget, "options", None):
        return chance.choice([each for each in widget.options if each not in now])
    count = max(round((widget.max - widget.min) / widget.step), 1)
    places = [widget.min + widget.step * (count * place // min(count, 50)) for place in range(min(count, 50) + 1)]
    return chance.choice([each for each in places if each not in now])


async def move(name: str, seat: Seat, chance: random.Random) -> Answer:
    """Move the control with this key or label to another place."""
    return await seat.set(name, another(seat, name, chance))


async def let_go(seat: Seat, chance: random.Random) -> Answer:
    """Let the race's learning rate go somewhere else, and fetch what every momentum then does, as the player does."""
    answer = await seat.tell("race", "turned", {"rate": f"{10 ** chance.uniform(-3, 0):.3g}"})
    for axis in seat.page.header("race")["axes"]:
        if axis["key"] != "rate":
            await seat.get(axis["data"])
    return answer


async def _watch(crowd: Crowd) -> Seen:
    seen, clock = Seen(), _Clock(crowd)
    tasks = [asyncio.create_task(_viewer(crowd, number, seen, clock)) for number in range(crowd.viewers)]
    await _until(lambda: seen.seated + len(seen.failures) >= crowd.viewers, _OPENING_SECONDS)
    clock.begin = perf_counter()
    seated = seen.seated
    before = processor(crowd.pids)
    await asyncio.sleep(crowd.seconds)
    clock.over = True
    answered, spent = len(seen.milliseconds), processor(crowd.pids) - before
    await _until(lambda: not clock.waiting, GRACE_SECONDS)
    for task in tasks:
        task.cancel()
    seen.cpu = spent / answered if answered else float("nan")
    seen.unanswered, seen.seated = len(clock.waiting), seated
    seen.milliseconds += [1000 * (perf_counter() - since) for since in clock.waiting.values()]
    await asyncio.gather(*tasks, return_exceptions=True)
    return seen


@dataclass
class _Clock:
    """When it is measured, and who waits since when."""

    crowd: Crowd
    begin: float = float("inf")
    over: bool = False
    waiting: dict[int, float] = field(default_factory=dict)


async def _viewer(crowd: Crowd, number: int, seen: Seen, clock: _Clock) -> None:
    """One of them, from the first request to the end."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, min(crowd.viewers / 15, _OPENING_SECONDS / 2)))
    seat = Seat(crowd.url, crowd.address.format(number=number), headers=AS_A_BROWSER)
    try:
        seen.failures += (await seat.open()).failures
        seen.seated += 1
        while not clock.over:
            await asyncio.sleep(chance.expovariate(1 / crowd.pause))
            if not clock.over:
                await _change(seat, chance, number, seen, clock)
    except (OSError, LookupError, TimeoutError) as error:
        seen.failures.append(f"{type(error).__name__}: {error}")
    finally:
        seat.cut()


async def _change(seat: Seat, chance: random.Random, number: int, seen: Seen, clock: _Clock) -> None:
    measured = clock.begin <= perf_counter()
    if measured:
        clock.waiting[number] = perf_counter()
    answer = await clock.crowd.change(seat, chance)
    clock.waiting.pop(number, None)
    seen.failures += answer.failures
    if measured:
        seen.milliseconds.append(answer.milliseconds)
        seen.bytes.append(answer.bytes)


async def _until(done: Callable[[], bool], seconds: float) -> None:
    """Wait for it, but not longer than this."""
    end = perf_counter() + seconds
    while not done() and perf_counter() < end:
        await asyncio.sleep(0.02)


def open_within(url: str, address: str, viewers: int, seconds: float) -> Seen:
    """Viewers who open one page at times of their own within so many seconds, its picture with it; call it `apart`."""
    return asyncio.run(_open_within(url, address, viewers, seconds))


async def _open_within(url: str, address: str, viewers: int, seconds: float) -> Seen:
    seen = Seen()

    async def arrive(number: int) -> None:
        await asyncio.sleep(random.Random(number).uniform(0, seconds))
        begin = perf_counter()
        try:
            async with Seat(url, address, headers=AS_A_BROWSER) as seat:
                assert seat.opened
                await asyncio.gather(*(fetched(seat, each) for each in pictured(seat)))
                seen.milliseconds.append(1000 * (perf_counter() - begin))
                seen.bytes.append(seat.received + seat.received_by_http)
                seen.failures += seat.opened.failures
        except (OSError, TimeoutError) as error:
            seen.failures.append(f"{type(error).__name__}: {error}")

    await asyncio.gather(*(arrive(number) for number in range(viewers)))
    return seen


def pictured(seat: Seat) -> list[str]:
    """The addresses of what a race's picture is made of, beside its message: on a light page, seen as a map."""
    header = seat.page.header("race")
    addresses = [header["words"], header["figures"]["map"], header["figures"]["axes"]]
    return [each.replace("{theme}", "light") for each in addresses]


async def fetched(seat: Seat, address: str) -> None:
    """Ask for a file of the picture."""
    status, _, _ = await seat.get(address)
    if status != 200:
        raise ConnectionError(f"{address} answers {status}")
