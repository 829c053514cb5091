"""What Streamlit's server does by itself that Descent mends.

A test that fails here means: look whether the mending that docs/streamlit.md names beside it is still needed.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit import net_util
from streamlit.testing.v1 import AppTest
from streamlit.web.server.server_util import is_url_from_allowed_origins

from tests.ui.asking import ask
from tools.server import ROOT, running
from ui.shell.first_files import INDEX, STREAMLIT_SCRIPTS
from ui.shell.streamlit_words import STREAMLITS

PLAIN = Path(__file__).with_name("plain_app.py")
LIST = ROOT / "docs" / "streamlit.md"
TESTS = (Path(__file__), ROOT / "tests" / "browser" / "test_streamlit.py")


@pytest.fixture(scope="module")
def plain_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where an app with nothing of ours listens."""
    with running(PLAIN, tmp_path_factory.mktemp("plain") / "log.txt") as server:
        yield urlsplit(server.url).port or 0


def test_every_unknown_path_is_answered_with_the_page(plain_port: int) -> None:
    status, headers, _ = ask(plain_port, "/nothing")
    assert (status, headers["content-type"].partition(";")[0]) == (200, "text/html")


def test_a_slash_too_many_is_led_away_from_the_servers_root_on(plain_port: int) -> None:
    status, headers, _ = ask(plain_port, "/other/")
    assert (status, headers["location"]) == (301, "/other")


def test_the_page_is_in_english_and_without_words_while_it_loads(plain_port: int) -> None:
    _, _, page = ask(plain_port, "/other")
    assert page.decode() == INDEX.read_text(encoding="utf-8")
    assert re.search(r"<html lang=\"en\">", page.decode())
    assert re.search(r"<body>\s*<noscript>", page.decode())


def test_scripts_travel_as_they_are(plain_port: int) -> None:
    largest = max(STREAMLIT_SCRIPTS.glob("*.js"), key=lambda script: script.stat().st_size)
    _, headers, _ = ask(plain_port, f"/static/js/{largest.name}", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in headers
    assert int(headers["content-length"]) == largest.stat().st_size


def test_accounts_have_a_door_without_there_being_any(plain_port: int) -> None:
    status, headers, _ = ask(plain_port, "/auth/login")
    assert (status, headers["location"]) == (302, "/")


@pytest.mark.parametrize("words", [each.en for each in STREAMLITS])
def test_its_own_words_are_english_in_its_scripts(words: str) -> None:
    begin = re.escape(words.partition("{name}")[0])
    *others, last = begin.split("\\ ")
    put_together = rf"{' '.join(others)} \$\{{" if others and last else begin  # `Press Enter to ${what}`
    said = re.compile(f'["`](?:{begin}|{put_together})')
    assert any(said.search(script.read_text(encoding="utf-8")) for script in STREAMLIT_SCRIPTS.glob("*.js"))


@pytest.mark.parametrize(("file", "is_there"), [(PLAIN, True), (PLAIN.with_name("none.py"), False)])
def test_a_page_looks_its_file_up_whenever_it_is_made(file: Path, is_there: bool) -> None:
    app = AppTest.from_string(f"import streamlit as st; st.Page({str(file)!r}, url_path='plain')").run()
    assert bool(app.exception) != is_there


def test_a_foreign_origin_makes_it_ask_the_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def external_ip() -> str:
        asked.append("the internet")
        return "192.0.2.1"

    monkeypatch.setattr(net_util, "get_external_ip", external_ip)
    assert not is_url_from_allowed_origins("http://elsewhere.example")
    assert asked


@pytest.mark.parametrize(("data", "comes"), [('{"rows": [1, 2]}', True), ('{"rows": (1, 2)}', False), ('b"12"', False)])
def test_of_a_list_in_a_mapping_it_asks_pandas(data: str, comes: bool) -> None:
    script = f"""
import streamlit as st
component = st.components.v2.component("plain", html="<p></p>", js="export default () => {{}}")
component(key="plain", data={data})
"""
    program = f"""
import sys
from streamlit.testing.v1 import AppTest
assert not AppTest.from_string({script!r}).run().exception
print("pandas" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(comes)


@pytest.mark.parametrize("late", ["streamlit.emojis", "streamlit.material_icon_names", "streamlit.web.skills"])
def test_some_of_it_is_imported_by_its_first_viewer(late: str) -> None:
    program = f"import sys; import streamlit; print({late!r} in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_every_mending_is_listed_with_its_files_and_its_test() -> None:
    rows = re.findall(r"^\| [^|]+ \| (`[^|]+) \| `([^|]+)` \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 10
    tests = "".join(file.read_text(encoding="utf-8") for file in TESTS)
    for files, test in rows:
        assert all((ROOT / file).exists() for file in re.findall(r"`([^`]+\.(?:py|js))`", files)), files
        assert f"def {test}(" in tests or (ROOT / test).exists(), test
