"""A reader of the player's messages that shares no line with the code that packs them."""

import json
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray


def read_message(block: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]], int]:
    """The header without what it tells of the arrays, the arrays, and the byte at which the first begins."""
    length = int.from_bytes(block[:4], "little")
    header = json.loads(block[4 : 4 + length].decode("utf-8"), parse_constant=_refuse)
    first = 4 + length
    begin, size = header.pop("together")
    planes = zlib.decompress(block[first + begin : first + begin + size]) if size else b""
    arrays = {}
    for name, entry in header.pop("arrays").items():
        shape, at, kind = entry["shape"], entry["at"], entry["bytes"]
        count = int(np.prod(shape))
        values: NDArray[Any]
        if kind == 1:
            values = np.frombuffer(zlib.decompress(block[first + at : first + at + entry["packed"]]), np.uint8)
        elif kind == 4:
            values = _drawn(planes, at // 4, count, pairs=shape[-1] == 2)
        else:
            values = np.frombuffer(block[first + at : first + at + 8 * count], "<f8")
        arrays[name] = values.reshape(shape)
    return header, arrays, first


def _drawn(planes: bytes, at: int, count: int, *, pairs: bool) -> NDArray[np.float32]:
    """Numbers out of four planes of bytes, the lowest first; each is a difference from one before."""
    every = len(planes) // 4
    four = [np.frombuffer(planes[i * every + at : i * every + at + count], np.uint8) for i in range(4)]
    differences = np.stack(four, axis=1).copy().view("<u4").ravel()
    rows = differences.reshape(-1, 2 if pairs else 1)
    return np.cumsum(rows, axis=0, dtype=np.uint32).ravel().view(np.float32)


def _refuse(word: str) -> None:
    raise AssertionError(f"{word} is no JSON; a browser cannot read it")
