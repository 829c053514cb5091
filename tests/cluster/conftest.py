"""Two processes behind HAProxy for all tests here; what one test kills is running again before the next."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from tools.cluster import Cluster, cluster


@pytest.fixture(scope="session")
def behind_haproxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture
def whole(behind_haproxy: Cluster) -> Cluster:
    """The cluster with every process ready, and HAProxy seating people at each."""
    for name, each in list(behind_haproxy.processes.items()):
        if each.running.poll() is not None:
            behind_haproxy.start(name)
    behind_haproxy.wait()
    return behind_haproxy


def ask(url: str, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    """One request on a connection of its own, its path as it is."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()
