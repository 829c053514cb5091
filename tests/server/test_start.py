"""The first viewer finds everything there: nothing is imported for a viewer, and a class may open a cold server."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from server.start import TURN_SECONDS
from tests.awaited import awaited
from tests.server.opened import ADDRESSES, SIXTEEN
from tests.test_arrows import ROOT, files
from tools.seat import Answer, Seat
from tools.server import serve
from ui.shell.chapters import CHAPTERS, FIRST

SCRIPTS = ("pages/*/page.py", "ui/shell/shell.py", "tools/*.py")
"""Rooms that no server imports: pages run as scripts."""
KEPT_OUT = {"pandas", "pyarrow", "altair", "pydeck"}
"""What Streamlit would import for tables and charts that no page has."""
STARTS = 10


@pytest.fixture(scope="module")
def opened() -> Any:
    """What a server tells that has just started and then opened every chapter."""
    run = [sys.executable, "-m", "tests.server.opened"]
    return json.loads(subprocess.run(run, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def test_every_chapter_is_opened(opened: Any) -> None:
    assert {address.partition("?")[0] or FIRST.path for address in ADDRESSES} == set(CHAPTERS)
    assert opened["failures"] == {address: [] for address in ADDRESSES}


def test_that_the_server_is_well_is_said_when_everything_is_there_and_frozen(opened: Any) -> None:
    """It was asked before the server started."""
    assert opened["answer"].startswith("HTTP/1.1 200")
    ours = {
        str(path.with_suffix("")).replace("/", ".").removesuffix(".__init__") for path in files() if in_server(path)
    }
    assert {"ui.common.race_view", "figures.contour", "optimizers.adam", "app"} <= ours
    assert ours <= set(opened["there"])
    assert opened["frozen"] > len(opened["there"])
    assert opened["collects"], "what comes later is still collected"
    assert opened["turn"] == pytest.approx(TURN_SECONDS), "no short answer waits for a long one beside it"


def in_server(path: Path) -> bool:
    return not any(path.match(each) for each in SCRIPTS)


def test_no_page_and_no_file_imports_anything(opened: Any) -> None:
    assert opened["late"] == {address: [] for address in (*ADDRESSES, "files")}


def test_pandas_never_comes_into_the_server(opened: Any) -> None:
    """Else Plotly would look into it while another thread imports it."""
    assert KEPT_OUT & set(opened["there"]) == set()


@pytest.mark.parametrize("_start", range(STARTS))
def test_a_class_opens_a_cold_server(_start: int, tmp_path: Path) -> None:
    with serve(ROOT / "app.py", tmp_path / "log.txt") as url:
        answers = awaited(all_at_once(url))
    assert [answer.failures for answer in answers] == [()] * len(SIXTEEN)


async def all_at_once(url: str) -> list[Answer]:
    seats = [Seat(url, address) for address in SIXTEEN]
    answers = await asyncio.gather(*(seat.open() for seat in seats))
    await asyncio.gather(*(seat.leave() for seat in seats))
    return answers
