"""Frames with ticks: where the ticks are, and how a value becomes a pixel."""

from collections.abc import Callable
from math import ceil, floor, log10
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from export.slides.ink import Box
from export.slides.letters import Hand, Paint
from figures.loss import LossScale
from numerals import power_of_ten, tick
from parameters import Array


class Tick(NamedTuple):
    """A mark at a share of the axis."""

    share: float
    words: str


def linear_ticks(low: float, high: float, about: int) -> list[Tick]:
    """At round numbers, not many more than asked for: steps of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough * (1 - 1e-9))
    wholes = range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)
    return [Tick((whole * step - low) / (high - low), tick(float(f"{whole * step:.12g}"))) for whole in wholes]


def step_ticks(steps: int, about: int) -> list[Tick]:
    """Whole steps only."""
    return [each for each in linear_ticks(0, steps, about) if "." not in each.words]


def loss_ticks(scale: LossScale, most: int) -> list[Tick]:
    """Whole powers of ten where the axis is logarithmic."""
    low, high = scale.axis_range
    if not scale.logarithmic:
        return linear_ticks(low, high, most)
    powers = range(ceil(low - 1e-9), floor(high + 1e-9) + 1)
    apart = max(1, ceil(len(powers) / most))
    return [Tick((each - low) / (high - low), power_of_ten(each)) for each in powers if each % apart == 0]


def across(values: Array, low: float, high: float, length: int) -> Array:
    """Values of an axis in pixels from its beginning."""
    with np.errstate(all="ignore"):  # what has left the range of floats is far outside
        return (values - low) / (high - low) * length


def loss_pixels(loss: Array, scale: LossScale, height: int) -> Array:
    """Losses in pixels from the top. On a logarithmic axis 0 stands at the very edge below."""
    low, high = scale.axis_range
    if not scale.logarithmic:
        return height - across(loss, low, high, height)
    above = loss - scale.base
    with np.errstate(all="ignore"):
        pixels = height - across(np.log10(above), low, high, height)
    return np.where(above == 0, height, pixels)


class Gauge(NamedTuple):
    """With what axes are drawn."""

    hand: Hand
    text: Paint
    faint: Paint
    line: int


def frame(picture: Image.Image, box: Box, gauge: Gauge) -> None:
    """A thin line around a panel, just outside it."""
    draw = ImageDraw.Draw(picture)
    for out in range(1, gauge.line + 1):
        draw.rectangle((box.left - out, box.top - out, box.right + out - 1, box.bottom + out - 1), outline=gauge.faint)


def x_axis(picture: Image.Image, box: Box, ticks: list[Tick], gauge: Gauge, *, grid: bool = False) -> None:
    """Ticks below a panel; with lines through it where that helps to read."""
    draw = ImageDraw.Draw(picture)
    length = round(gauge.hand.size / 3)
    for share, words in ticks:
        x = box.left + round(share * (box.width - 1))
        draw.line((x, box.top if grid else box.bottom, x, box.bottom + length), gauge.faint, gauge.line)
        gauge.hand.write(draw, (x, box.bottom + length + gauge.hand.size), words, gauge.text, align=0.5)


def y_axis(picture: Image.Image, box: Box, ticks: list[Tick], gauge: Gauge, *, grid: bool = False) -> None:
    """Ticks left of a panel."""
    draw = ImageDraw.Draw(picture)
    length = round(gauge.hand.size / 3)
    for share, words in ticks:
        y = box.bottom - 1 - round(share * (box.height - 1))
        draw.line((box.left - length, y, box.right if grid else box.left, y), gauge.faint, gauge.line)
        place = (box.left - 1.5 * length, y + 0.36 * gauge.hand.size)
        gauge.hand.write(draw, place, words, gauge.text, align=1.0)


def widest(ticks: list[Tick], width: Callable[[str], float]) -> float:
    """How much room the words of an axis need."""
    return max((width(each.words) for each in ticks), default=0.0)
