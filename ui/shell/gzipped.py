"""Content that is sent compressed to browsers that accept it; compressed once, by the one who keeps it."""

import gzip
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

SMALLEST = 9


def accepts_gzip(headers: Headers) -> bool:
    """Whether who asks reads gzip: named with a weight above 0, or else meant by `*`."""
    weights: dict[str, float] = {}
    for part in ",".join(headers.getlist("accept-encoding")).split(","):
        coding, _, parameter = part.partition(";")
        weights[coding.strip().lower()] = _weight(parameter)
    return weights.get("gzip", weights.get("*", 0)) > 0


def _weight(parameter: str) -> float:
    """What `q=…` says; 0 where it says nothing that can be read."""
    name, _, number = parameter.partition("=")
    try:
        return float(number) if name.strip().lower() == "q" else 1.0
    except ValueError:
        return 0.0


def gzipped(content: bytes) -> bytes:
    """The content in gzip: the same bytes in every process, whatever the time."""
    return gzip.compress(content, SMALLEST, mtime=0)


@dataclass(frozen=True)
class Gzipped:
    """Content that is kept in its compressed form alone."""

    packed: bytes = field(repr=False)
    media_type: str

    def answer(self, request: Request, headers: dict[str, str]) -> Response:
        """The content with these headers, unpacked again for a client that does not read gzip."""
        told = {**headers, "Vary": "Accept-Encoding"}
        if accepts_gzip(request.headers):
            return Response(self.packed, media_type=self.media_type, headers={**told, "Content-Encoding": "gzip"})
        return Response(gzip.decompress(self.packed), media_type=self.media_type, headers=told)
