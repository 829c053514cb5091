"""A real Chromium: the one that is there, else the system's package, else Playwright's own download.

`python -m tools.chromium` makes sure that there is one and prints where; it fails, and says what to
do, where none can be had.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools import packages

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    "--no-sandbox",  # a test machine's root may not use Chromium's sandbox
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu-rasterization",  # Debian asks for it; where there is no GPU it is computed, and slowly
)
_HELP = """No Chromium was found and none could be installed. Do one of these, then run again:
  Debian, Ubuntu    sudo apt-get install chromium fonts-noto-cjk
  macOS, Windows    python -m playwright install chromium
  anywhere          set DESCENT_CHROMIUM to the path of a Chromium or Chrome"""


def find() -> str | None:
    """The path of a Chromium on this machine: DESCENT_CHROMIUM, the system's, or Playwright's."""
    named = os.environ.get("DESCENT_CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return path
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def install() -> None:
    """Try the system's package, then Playwright's download."""
    packages.install("chromium", "fonts-noto-cjk")
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


@contextmanager
def chromium(*options: str) -> Iterator[Browser]:
    """A headless Chromium that asks nothing of the internet, started with further options of the command line."""
    path = find()
    if path is None:
        raise RuntimeError(_HELP)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *options])
        try:
            yield browser
        finally:
            browser.close()


def main() -> int:
    """Make sure that there is a Chromium."""
    if find() is None:
        install()
    return packages.report(find(), _HELP)


if __name__ == "__main__":
    sys.exit(main())
