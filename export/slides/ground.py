"""The map of a surface in pixels: bands of depth with lines between them, straight from its heights."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from export.slides.ink import glaze, paint
from figures.heights import LEVELS, Mapped, heights
from figures.theme import Look
from parameters import Array


def ground(
    surface: Mapped, look: Look, size: tuple[int, int], line: float, cells: NDArray[np.uint8] | None = None
) -> Image.Image:
    """The map over the surface's domain, `size` pixels wide and high, with contour lines so many pixels wide.

    Bands and lines are Plotly's (figures/contour.py): `LEVELS` bands from the lowest to the highest place.
    Where the surface has no height it stays as pale as the grid lines. The lines lie over `cells` where there are some.
    """
    grid = heights(surface, *size)
    return banded(grid.shown, grid.contours, look, line, cells)


def banded(
    shown: Array, contours: Mapping[str, float], look: Look, line: float, cells: NDArray[np.uint8] | None = None
) -> Image.Image:
    """The map of heights that are given for every pixel, the lowest y first; see `ground`."""
    size = shown.shape[1], shown.shape[0]
    with np.errstate(all="ignore"):  # a flat surface has one band
        level = (shown[::-1] - contours["start"]) / contours["size"]
    known = np.isfinite(level)
    level[~known] = np.nan
    if cells is None:
        bands = np.clip(np.floor(np.where(known, level, 0)), 0, LEVELS - 1).astype(np.intp)
        colors = _bands(look)[bands]
        colors[~known] = paint(look.faint)
    else:
        colors = _stretched(cells, size).astype(np.float64)
    ink, strength = glaze(look.lines)
    covered = strength * _lines(level, line)[..., None]
    return Image.fromarray(np.rint(colors * (1 - covered) + np.array(ink) * covered).astype(np.uint8), "RGB")


def _stretched(cells: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Each pixel has the colour of the cell that its middle lies in."""
    down, across = ((np.arange(to) + 0.5) * of // to for to, of in zip(size[::-1], cells.shape[:2], strict=True))
    return cells[np.ix_(down.astype(np.intp), across.astype(np.intp))]


def _bands(look: Look) -> Array:
    """The colour of each band (LEVELS, 3). Plotly's scale begins below the lowest band, so none is at its very end."""
    depths = np.array([paint(each) for each in look.depths], dtype=np.float64)
    at = np.arange(1, LEVELS + 1) / (LEVELS + 1) * (len(depths) - 1)
    return np.column_stack([np.interp(at, np.arange(len(depths)), depths[:, i]) for i in range(3)])


def _lines(level: Array, width: float) -> Array:
    """How much of each pixel is covered by a line: its distance to the nearest one is |level − whole| / |∇level|."""
    down, across = np.gradient(level)
    whole = np.clip(np.rint(level), 1, LEVELS - 1)  # none at the lowest and the highest place
    with np.errstate(all="ignore"):
        distance = np.abs(level - whole) / np.hypot(down, across)
    return np.nan_to_num(np.clip(0.5 + width / 2 - distance, 0, min(1, width)))
