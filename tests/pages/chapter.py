"""A chapter in Streamlit's own test harness."""

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tools.server import ROOT

SHELL = ROOT / "ui" / "shell" / "shell.py"
PATIENCE = 60


def at_chapter(path: str) -> AppTest:
    """Before its first run. The harness takes the file's name for the address; all chapters' are called page.py."""
    page = AppTest.from_file(SHELL, default_timeout=PATIENCE)
    page._page_hash = calc_hash(path)
    return page
