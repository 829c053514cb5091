"""All surfaces to choose from, each with its own map in small, grouped by kind."""

import zlib
from base64 import b64encode
from collections.abc import Sequence

import numpy as np
from plotly.colors import hex_to_rgb

from figures.heights import LEVELS, colour_scale, heights
from figures.theme import Theme, look_of
from stage.assets import Asset, themed
from stage.message import Codes
from surfaces import KIND_NAMES, SURFACES, Surface
from text import Language

WIDTH, HEIGHT = 126, 84
"""Cells of a thumbnail."""
LINE, APART = LEVELS, 3
"""The code of a contour line; there is one after every so many levels."""
HOLE = 255
"""The code of a cell where there is no number."""


def gallery_data(
    chosen: str, name: str, other: tuple[str, str, str], label: str, language: Language
) -> dict[str, str | int | tuple[str, ...]]:
    """For the player: which surface is chosen and what it is called.

    other  key, name and group of what can be chosen besides, without a map
    """
    return {"chosen": chosen, "name": name, "other": other, "label": label, "gallery": gallery_address(language)}


@themed("gallery")
def gallery_address(theme: Theme, language: Language) -> Asset:
    """Where the browser finds all thumbnails: codes (surfaces, HEIGHT, WIDTH) of one byte, the highest y first."""
    kinds = {kind: [each for each in SURFACES.values() if each.kind == kind] for kind in KIND_NAMES}
    look = look_of(theme, projector=False)
    listed = [surface for each in kinds.values() for surface in each]
    cells = np.stack([_cells(surface) for surface in listed])
    return {
        "groups": [
            {"name": KIND_NAMES[kind][language], "surfaces": [_said(each, language) for each in surfaces]}
            for kind, surfaces in kinds.items()
        ],
        "width": WIDTH,
        "height": HEIGHT,
        "colors": _colors(look.depths, look.lines),
        "cells": b64encode(zlib.compress(cells.tobytes())).decode(),
    }


def _said(surface: Surface, language: Language) -> dict[str, str]:
    return {"key": surface.key, "name": surface.name[language]}


def _cells(surface: Surface) -> Codes:
    """How high it is, in as many levels as its map has."""
    with np.errstate(all="ignore"):
        shown = np.flipud(heights(surface, WIDTH, HEIGHT).shown)
        low, high = np.nanmin(shown), np.nanmax(shown)
        levels = np.clip(np.floor((shown - low) / (high - low or 1.0) * LEVELS), 0, LEVELS - 1)
    bands = np.nan_to_num(levels) // APART
    on_line = (np.diff(bands, axis=0, prepend=bands[:1]) != 0) | (np.diff(bands, axis=1, prepend=bands[:, :1]) != 0)
    return np.select([np.isnan(levels), on_line], [HOLE, LINE], np.nan_to_num(levels)).astype(np.uint8)


def _colors(depths: tuple[str, ...], line: str) -> Sequence[Sequence[int]]:
    """Of each level, and of the lines, as red, green and blue."""
    at = [share for share, _ in colour_scale(depths)]
    ends = np.array([hex_to_rgb(color) for color in depths], dtype=float)
    middles = (np.arange(LEVELS) + 0.5) / LEVELS
    levels = np.stack([np.interp(middles, at, channel) for channel in ends.T], axis=1)
    drawn = np.array([float(part) for part in line.partition("(")[2].split(",")[:3]])
    return np.round([*levels, (drawn + levels.mean(axis=0)) / 2]).astype(int).tolist()
