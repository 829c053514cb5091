"""A header and arrays as one block of bytes, the way the player unpacks them."""

import json
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import Array

_ALIGNMENT = 8


Codes = NDArray[np.uint8]


class Deflated(NamedTuple):
    """Codes of one byte on their way to a browser: pictures of a few colours are large and mostly alike."""

    shape: tuple[int, ...]
    block: bytes

    @property
    def codes(self) -> Codes:
        """As they were."""
        return np.frombuffer(zlib.decompress(self.block), np.uint8).reshape(self.shape)


def deflated(codes: Codes) -> Deflated:
    """Made small, once."""
    return Deflated(codes.shape, zlib.compress(np.ascontiguousarray(codes).tobytes()))


_NONE: Mapping[str, Array] = {}
_NO_CODES: Mapping[str, Deflated] = {}


def pack(
    header: Mapping[str, Any],
    arrays: Mapping[str, Array],
    exact: Mapping[str, Array] = _NONE,
    codes: Mapping[str, Deflated] = _NO_CODES,
) -> bytes:
    """The length of the header, the header as JSON, and the arrays one after the other.

    Those that are read as numbers and not only drawn are `exact` and come first, as float64; the others are float32.
    Pictures are `codes` of one byte, and come last.
    The header gains `arrays`, which tells each one's shape, where its bytes begin and how many a number has, and of
    codes how many bytes there are. It is padded with spaces so that the first array begins at a multiple of 8 bytes.
    """
    blocks: dict[str, NDArray[Any]] = {name: np.ascontiguousarray(each, np.float64) for name, each in exact.items()}
    blocks |= {name: np.ascontiguousarray(each, np.float32) for name, each in arrays.items()}
    table: dict[str, dict[str, Any]] = {}
    at = 0
    for name, block in blocks.items():
        table[name] = {"shape": block.shape, "at": at, "bytes": block.itemsize}
        at += block.nbytes
    for name, (shape, packed) in codes.items():
        table[name] = {"shape": shape, "at": at, "bytes": 1, "packed": len(packed)}
        at += len(packed)
    every = [*(block.tobytes() for block in blocks.values()), *(packed for _, packed in codes.values())]
    return _headed({**header, "arrays": table}, b"".join(every))


def with_header(block: bytes, change: Callable[[Any], Any]) -> bytes:
    """The same arrays, to the byte, under another header: what `change` makes of the one that they have."""
    (length,) = struct.unpack_from("<I", block)
    return _headed(change(json.loads(block[4 : 4 + length])), block[4 + length :])


def _headed(header: Any, arrays: bytes) -> bytes:
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-(len(text) + 4) % _ALIGNMENT)
    return struct.pack("<I", len(text)) + text + arrays
