"""The whole app, as `streamlit run app.py` serves it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tools.server import ROOT, serve


@pytest.fixture(scope="session")
def app_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("app") / "log.txt") as url:
        yield urlsplit(url).port or 0
