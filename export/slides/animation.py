"""A race or a picture as an animated GIF: one frame after the other, one palette, and only what changes is stored."""

import struct
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

from export.slides.drawing import HD, Shown, drawing
from export.slides.ink import paint
from export.slides.inks import inks_of
from export.slides.letters import Paint, Typeface
from figures.theme import Style, Theme
from work.pieces import Pieces

Pixels = NDArray[np.uint8]
"""(height, width, 3)"""
Indices = NDArray[np.uint8]
"""(height, width), entries of a palette."""

MOST_FRAMES = 120
LASTING = 7000
"""Milliseconds that the way takes, besides the holds."""
QUICKEST, SLOWEST = 60, 500
"""Milliseconds for one frame."""
FIRST_HOLD, LAST_HOLD = 1000, 3000
"""Milliseconds: to see where it starts, and to read how it ended."""

COLORS = 255
CLEAR = 255
"""The entry of the palette that lets the frame before through."""
MIXES = (0.25, 0.5, 0.75)
"""Shares of a racer's colour at the edges of its line."""


class Cut(NamedTuple):
    """Which steps are shown, and for how many milliseconds each."""

    steps: list[int]
    lasting: list[int]


def cut(steps: int) -> Cut:
    """At most MOST_FRAMES, evenly, the first and the last among them and held."""
    stride = max(1, ceil(steps / (MOST_FRAMES - 1)))
    shown = [*range(0, steps, stride), steps]
    each = min(max(10 * round(LASTING / len(shown) / 10), QUICKEST), SLOWEST)
    return Cut(shown, [FIRST_HOLD, *[each] * (len(shown) - 2), LAST_HOLD][: len(shown)])


def animation(content: Shown, face: Typeface) -> Pieces[bytes]:
    """The whole film, HD, repeated for ever. It yields the share that is done."""
    picture = drawing(content, HD, face)
    shown, lasting = cut(picture.last)
    yield 0.0
    palette = Palette(np.asarray(picture.sample), _needed(picture.styles, content.theme))
    yield 0.0
    parts = [_opening(HD, palette.colors)]
    before: Pixels | None = None
    for i, (step, milliseconds) in enumerate(zip(shown, lasting, strict=True)):
        now = np.asarray(picture.at(step))
        parts.append(_frame(now, before, palette, milliseconds))
        before = now
        yield (i + 1) / len(shown)
    return b"".join([*parts, b";"])


class Palette:
    """The film's colours, the same from the first to the last frame, so that nothing flickers."""

    def __init__(self, sample: Pixels, needed: Sequence[Paint]) -> None:
        """What is `needed`, then what of the sample is missed most: often there, and far from all others."""
        found, counts = np.unique(_packed(sample), return_counts=True)
        self.colors = np.array(needed, dtype=np.int32)
        seen = _unpacked(found)
        missed = np.min([((seen - each) ** 2).sum(axis=1) for each in self.colors], axis=0)
        while len(self.colors) < COLORS and missed.any():
            chosen = seen[np.argmax(missed * np.sqrt(counts))]
            self.colors = np.vstack([self.colors, chosen])
            missed = np.minimum(missed, ((seen - chosen) ** 2).sum(axis=1))
        self._nearest = np.full(1 << 24, CLEAR, dtype=np.uint8)
        """The entry for every colour there is; CLEAR until it is asked for."""

    def entries(self, packed: NDArray[np.int32]) -> Indices:
        """The nearest entry for each colour."""
        found = self._nearest[packed]
        if (found == CLEAR).any():
            unknown = np.unique(packed[found == CLEAR])
            for some in np.array_split(unknown, ceil(len(unknown) / 4096)):
                distance = ((_unpacked(some)[:, None] - self.colors) ** 2).sum(axis=2)
                self._nearest[some] = np.argmin(distance, axis=1)
            found = self._nearest[packed]
        return found


def _needed(styles: Sequence[Style], theme: Theme) -> list[Paint]:
    """The colours of words and lines, and of their edges: too few pixels to be chosen for their number."""
    inks = inks_of(theme)
    needed = [inks.text, inks.halo, inks.faint]
    for style in styles:
        color = np.array(paint(style.color(theme)))
        needed += [(r, g, b) for r, g, b in [color.tolist()]]
        for share in MIXES:
            r, g, b = np.rint(share * color + (1 - share) * np.array(inks.halo)).astype(int).tolist()
            needed.append((r, g, b))
    return list(dict.fromkeys(needed))


def _frame(now: Pixels, before: Pixels | None, palette: Palette, milliseconds: int) -> bytes:
    """One frame: the part in which anything has changed, clear where nothing has."""
    changed = np.ones(now.shape[:2], dtype=np.bool_) if before is None else (now != before).any(axis=2)
    changed[0, 0] |= not changed.any()  # where nothing moves, time still passes
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    part = np.full((bottom - top, right - left), CLEAR, dtype=np.uint8)
    there = changed[top:bottom, left:right]
    part[there] = palette.entries(_packed(now[top:bottom, left:right][there]))
    image = Image.fromarray(part, "L")
    place = (int(left), int(top))
    return b"".join(
        GifImagePlugin.getdata(image, place, duration=milliseconds, transparency=CLEAR, disposal=1, interlace=0)
    )


def _opening(size: tuple[int, int], colors: NDArray[np.int32]) -> bytes:
    """A GIF's head (GIF89a specification, CompuServe, 1990): size, palette, and that it is repeated for ever."""
    screen = struct.pack("<6sHHBBB", b"GIF89a", *size, 0b1111_0111, 0, 0)  # 256 colours of 8 bits
    table = colors.astype(np.uint8).tobytes().ljust(3 * 256, b"\0")
    return screen + table + b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"


def _packed(pixels: Pixels) -> NDArray[np.int32]:
    """Red, green, blue as one number, (…, 3) to (…)."""
    red, green, blue = np.moveaxis(pixels.astype(np.int32), -1, 0)
    return (red << 16) | (green << 8) | blue


def _unpacked(packed: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=-1)
