"""A header and arrays as one block of bytes, the way the player unpacks them."""

import json
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import Array

_ALIGNMENT = 8
_LARGEST, _SMALLEST = float(np.finfo(np.float32).max), float(np.finfo(np.float32).tiny)


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

    Those that are read as numbers and not only drawn are `exact` and come first, as float64; the others are float32 and
    travel together, deflated. Pictures are `codes` of one byte, and come last.
    The header gains `arrays`, which tells each one's shape, where its bytes begin and how many a number has, and of
    codes how many bytes there are; and `together`, where the float32 begin and how many bytes they take: among them a
    place is one in what is inflated. The header is padded with spaces: the first array begins at a multiple of 8 bytes.
    """
    exactly = {name: np.ascontiguousarray(each, "<f8") for name, each in exact.items()}
    drawn = {name: np.ascontiguousarray(each, "<f4") for name, each in arrays.items()}
    table, at = _table(exactly)
    table |= _table(drawn)[0]
    together = _together(list(drawn.values()))
    blocks = [*(block.tobytes() for block in exactly.values()), together]
    begin, at = at, at + len(together)
    for name, (shape, packed) in codes.items():
        table[name] = {"shape": shape, "at": at, "bytes": 1, "packed": len(packed)}
        blocks.append(packed)
        at += len(packed)
    return _headed({**header, "arrays": table, "together": [begin, len(together)]}, b"".join(blocks))


def beyond(arrays: Mapping[str, Array]) -> dict[str, Array]:
    """The powers of ten of what is a number and yet too large or too small to travel in 32 bits; of each array that
    has such. They travel beside it, under its name and `.beyond` (stage/player/message.js).
    """
    found = {name: _powers_beyond(each) for name, each in arrays.items()}
    return {f"{name}.beyond": powers for name, powers in found.items() if np.isfinite(powers).any()}


def _powers_beyond(values: Array) -> Array:
    """nan where the number travels as it is."""
    size = np.abs(values)
    far = np.isfinite(values) & (size > 0) & ((size > _LARGEST) | (size < _SMALLEST))
    return np.log10(np.where(far, size, np.nan))


def _table(blocks: Mapping[str, NDArray[Any]]) -> tuple[dict[str, Any], int]:
    """Where each begins when they follow each other, and where the last one ends."""
    table: dict[str, Any] = {}
    at = 0
    for name, block in blocks.items():
        table[name] = {"shape": block.shape, "at": at, "bytes": block.itemsize}
        at += block.nbytes
    return table, at


def _together(drawn: Sequence[NDArray[np.float32]]) -> bytes:
    """Numbers along a path hardly differ from the one before, so their differences are deflated: of the bit patterns,
    so that nothing is lost; the lowest bytes of all of them first, the highest, which are mostly 0, last.

    Where the last axis has two, x and y, each differs from the one two before.
    """
    differences = []
    for each in drawn:
        bits = each.view("<u4").ravel()
        apart = 2 if each.shape[-1] == 2 else 1
        differences.append(np.concatenate([bits[:apart], bits[apart:] - bits[:-apart]]))
    if not differences:
        return b""
    planes = np.concatenate(differences).view(np.uint8).reshape(-1, 4).T
    return zlib.compress(planes.tobytes(), 1)  # the fastest: more effort saves 3 % more


def with_header(block: bytes, change: Callable[[Any], Any]) -> bytes:
    """The same arrays, to the byte, under another header: what `change` makes of the one that they have."""
    (length,) = struct.unpack_from("<I", block)
    return _headed(change(json.loads(block[4 : 4 + length])), block[4 + length :])


def _headed(header: Any, arrays: bytes) -> bytes:
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-(len(text) + 4) % _ALIGNMENT)
    return struct.pack("<I", len(text)) + text + arrays
