"""What a container would hold is enough to run the app."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.awaited import awaited
from tests.deploy.copied import copy_to
from tools.seat import Answer, Seat
from tools.server import ROOT, free_port, process, wait_until_healthy

pytestmark = pytest.mark.cluster


def test_the_copied_files_and_the_command_run_the_app(tmp_path: Path) -> None:
    copy_to(tmp_path / "opt")
    text = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
    command = json.loads(re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)[-1])
    port, log = free_port(), tmp_path / "log.txt"
    here = {"streamlit": [sys.executable, "-m", "streamlit"], "0.0.0.0": ["127.0.0.1"], "8501": [str(port)]}
    with process([part for each in command for part in here.get(each, [each])], log, tmp_path / "opt") as running:
        wait_until_healthy(f"http://127.0.0.1:{port}", running, log)
        answer = awaited(opened(f"http://127.0.0.1:{port}", "race"))
        assert answer.failures == ()


async def opened(url: str, address: str) -> Answer:
    seat = Seat(url, address)
    answer = await seat.open()
    await seat.leave()
    return answer
