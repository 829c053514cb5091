"""A header and arrays as one block of bytes, the way the player unpacks them."""

import json
import struct
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from parameters import Array

_ALIGNMENT = 8


def pack(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """The length of the header, the header as JSON, and the arrays as float32, one after the other.

    The header gains `arrays`, which tells each one's shape and where its bytes begin. It is padded
    with spaces so that the first array begins at a multiple of 8 bytes.
    """
    blocks = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}
    table, at = {}, 0
    for name, block in blocks.items():
        table[name] = {"shape": block.shape, "at": at}
        at += block.nbytes
    return _headed({**header, "arrays": table}, b"".join(block.tobytes() for block in blocks.values()))


def with_header(block: bytes, change: Callable[[Any], Any]) -> bytes:
    """The same arrays, to the byte, under another header: what `change` makes of the one that they have."""
    (length,) = struct.unpack_from("<I", block)
    return _headed(change(json.loads(block[4 : 4 + length])), block[4 + length :])


def _headed(header: Any, arrays: bytes) -> bytes:
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-(len(text) + 4) % _ALIGNMENT)
    return struct.pack("<I", len(text)) + text + arrays
