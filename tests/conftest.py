"""What holds for all tests, and the app for those that ask it over a real connection."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from tools.server import ROOT, Server, running

settings.register_profile("busy machine", deadline=None)  # no test asks how long anything takes
settings.load_profile("busy machine")


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The whole app, as `streamlit run app.py` serves it."""
    with running(ROOT / "app.py", tmp_path_factory.mktemp("app") / "log.txt") as server:
        yield server


@pytest.fixture(scope="session")
def app_port(app: Server) -> int:
    """Where it listens."""
    return urlsplit(app.url).port or 0
