"""Asking a server of this machine, as a browser would, but with nothing done on the way."""

import http.client
from collections.abc import Mapping
from types import MappingProxyType


def ask(
    port: int, path: str, method: str = "GET", headers: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, dict[str, str], bytes]:
    """Send a path exactly as it is: nothing tidies its dots."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers=dict(headers))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body
