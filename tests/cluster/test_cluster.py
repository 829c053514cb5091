"""Two processes behind HAProxy are one server: who is at the one that ends goes on at the other."""

import asyncio
import gzip
import json
import re
from time import perf_counter, sleep

import pytest

from tests.awaited import awaited
from tests.cluster.conftest import ask
from tools.cluster import COOKIE, Cluster
from tools.comeback import Comeback, come_back, sight
from tools.seat import Seat

pytestmark = pytest.mark.cluster

VIEWERS = 20
RATES = (0.001, 0.005, 0.01, 0.02, 0.05)


async def sit_down(url: str, count: int) -> list[Seat]:
    """Viewers of one class: each opens a race of its own, one after the other, so that the balancer sees those who are
    seated; and changes the rate.
    """
    seats = [Seat(url, f"race?lang={'ko' if i % 2 else 'en'}&steps={100 + i}") for i in range(count)]
    for seat in seats:
        assert (await seat.open()).failures == ()
    changes = (seat.tell("race", "turned", {"rate": str(RATES[i % len(RATES)])}) for i, seat in enumerate(seats))
    for changed in await asyncio.gather(*changes):
        assert changed.failures == ()
    return seats


def by_process(seats: list[Seat]) -> dict[str, list[Seat]]:
    return {name: [seat for seat in seats if seat.cookies[COOKIE] == name] for name in ("01", "02")}


async def leave(seats: list[Seat]) -> None:
    await asyncio.gather(*(seat.leave() for seat in seats))


def test_who_sits_at_a_killed_process_is_back_at_the_same_picture(whole: Cluster) -> None:
    async def act() -> list[Comeback]:
        seats = await sit_down(whole.url, VIEWERS)
        before, sessions = [sight(seat) for seat in seats], [seat.session for seat in seats]
        at = by_process(seats)
        assert min(len(each) for each in at.values()) >= VIEWERS // 4, "one process has nearly everybody"
        killed = perf_counter()
        whole.processes["01"].kill()
        backs = await asyncio.gather(*(come_back(seat, killed) for seat in at["01"]))
        undisturbed = await asyncio.gather(*(seat.rerun() for seat in at["02"]))
        assert [answer.failures for answer in (*undisturbed, *(each.answer for each in backs))] == [()] * VIEWERS
        assert [sight(seat) for seat in seats] == before
        assert {seat.cookies[COOKIE] for seat in seats} == {"02"}
        same_session = [seat.session == session for seat, session in zip(seats, sessions, strict=True)]
        assert same_session == [seat in at["02"] for seat in seats]
        await leave(seats)
        return backs

    backs = awaited(act())
    assert {each.attempts for each in backs} == {1}, "somebody was sent to the process that is no more"
    assert max(each.milliseconds for each in backs) < 30_000


def test_a_viewer_stays_at_one_process(whole: Cluster) -> None:
    """Else a download, which lies in one process, would be missing half of the time."""
    first = whole.seat_given()
    assert first in whole.processes
    for _ in range(10):
        assert whole.seat_given({"Cookie": f"{COOKIE}={first}"}) is None
    assert {whole.seat_given({"Cookie": f"{COOKIE}=nobody"}) for _ in range(4)} == set(whole.processes)


def test_nobody_is_sent_to_a_process_that_starts(whole: Cluster) -> None:
    whole.processes["02"].kill()
    until_said(whole, "Server descent/02 is DOWN", "01")
    whole.start("02")
    until_said(whole, "Server descent/02 is UP", "01")
    assert {whole.seat_given() for _ in range(4)} == set(whole.processes)


def until_said(cluster: Cluster, words: str, seat: str) -> None:
    """Wait until HAProxy's log says these words; until then everybody is seated at one process, and well there."""
    already = cluster.log.read_text().count(words)
    while cluster.log.read_text().count(words) == already:
        assert cluster.seat_given() == seat
        sleep(0.02)


def test_who_sits_at_a_hanging_process_is_sent_to_another(whole: Cluster) -> None:
    async def act() -> None:
        seats = await sit_down(whole.url, 4)
        before = [sight(seat) for seat in seats]
        at = by_process(seats)
        with whole.processes["01"].hanging():
            hung = perf_counter()
            backs = await asyncio.gather(*(come_back(seat, hung) for seat in at["01"]))
            assert [each.answer.failures for each in backs] == [()] * len(at["01"])
            assert len(at["01"]) > 0
            assert {seat.cookies[COOKIE] for seat in seats} == {"02"}
        assert [sight(seat) for seat in seats] == before
        await leave(seats)

    awaited(act())


def test_while_nothing_runs_a_page_says_so_and_then_everybody_is_back(whole: Cluster) -> None:
    async def act() -> None:
        seats = await sit_down(whole.url, 2)
        before = [sight(seat) for seat in seats]
        killed = perf_counter()
        for each in whole.processes.values():
            each.kill()
        answer, body = ask(whole.url, "/race")
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "2"
        assert "서버가 시작하는 중입니다" in body.decode()
        assert "The server is starting" in body.decode()
        whole.start("01")
        backs = await asyncio.gather(*(come_back(seat, killed) for seat in seats))
        assert [each.answer.failures for each in backs] == [(), ()]
        assert [sight(seat) for seat in seats] == before
        await leave(seats)

    awaited(act())


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/metrics?names=x",
        "/_stcore/%6detrics",
        "/%5Fstcore%2Fmetrics",
        "/_STCORE/METRICS",
        "/descent/_stcore/metrics",
    ],
)
def test_metrics_are_not_public(whole: Cluster, path: str) -> None:
    answer, body = ask(whole.url, path)
    assert (answer.status, body) == (404, b"There is no such file.")


def test_metrics_are_there_for_operators(whole: Cluster) -> None:
    answer, body = ask(whole.processes["01"].url, "/_stcore/metrics")
    assert answer.status == 200
    assert b"# TYPE" in body


@pytest.mark.parametrize("kind", ["the page", "Streamlit's script", "the player"])
def test_what_compresses_is_compressed_once(whole: Cluster, kind: str) -> None:
    _, page = ask(whole.url, "/race")
    script = {"Streamlit's script": r"static/js/index[^\"]*\.js", "the player": r"stage-player/[^\"]*/page\.js"}
    path = "/race" if kind == "the page" else "/" + re.findall(script[kind], page.decode())[0]
    plain, expected = ask(whole.url, path)
    assert "Content-Encoding" not in plain.headers
    answer, body = ask(whole.url, path, {"Accept-Encoding": "gzip"})
    assert answer.headers.get_all("Content-Encoding") == ["gzip"]
    assert gzip.decompress(body) == expected


def test_any_process_has_any_still_picture(whole: Cluster) -> None:
    """A viewer of one process may be shown what another one has made."""

    async def act() -> set[str]:
        async with Seat(whole.url, "race?surface=himmelblau&lang=en") as seat:
            return set(re.findall(r"stage-assets/[^\"]+", json.dumps(seat.page.header("race"))))

    assets = [still.replace("{theme}", "light") for still in awaited(act())]
    assert len(assets) > 2
    for still in assets:
        answers = [ask(each.url, f"/{still}") for each in whole.processes.values()]
        assert [answer.status for answer, _ in answers] == [200, 200], still
        assert answers[0][1] == answers[1][1], still


def test_a_long_link_gets_through(whole: Cluster) -> None:
    """As long as the longest typed formula with everything else that a link may say."""
    answer, _ = ask(whole.url, "/race?f=" + "x" * 8000)
    assert answer.status == 200
