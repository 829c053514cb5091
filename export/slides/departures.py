"""Where a run has left its picture: an arrow at the edge, and the step at which it left."""

from typing import NamedTuple

from PIL import Image, ImageDraw

from export.slides.background import Pens
from export.slides.ink import Box, arrow_outline, haloed
from export.slides.letters import Hand, Paint, Place

ARROW = 15


class Signs(NamedTuple):
    """What departures are drawn with."""

    pens: Pens
    hand: Hand


class Departure(NamedTuple):
    """One run that is gone."""

    way: tuple[Place, float]
    """Where on the edge, and at what angle."""
    color: Paint
    words: str


def depart(picture: Image.Image, gone: Departure, frame: Box, signs: Signs, taken: list[Box]) -> None:
    """The arrow, and its words inside the frame, moved inwards until they cover none that stand there: `taken`."""
    (place, angle), color, words = gone
    (inks, unit), hand = signs
    haloed(picture, arrow_outline(place, angle, ARROW * unit), color, inks.halo, 1.5 * unit)
    size = hand.size
    width, height = round(hand.width(words) + 4), round(1.25 * size)
    left = _within(place[0] - width / 2, frame.left + 2, frame.right - width - 2)
    inward = -1 if place[1] > frame.top + frame.height / 2 else 1
    top = _within(place[1] + inward * 1.4 * size - height / 2, frame.top + 2, frame.bottom - height - 2)
    box = Box(left, top, width, height)
    while any(map(box.overlaps, taken)) and frame.top < box.top < frame.bottom - height - 2:
        box = box._replace(top=box.top + inward * height)
    taken.append(box)
    baseline = (box.left + 2, box.top + 0.5 * height + 0.36 * size)
    hand.write(ImageDraw.Draw(picture), baseline, words, color, halo=inks.halo)


def _within(value: float, low: float, high: float) -> int:
    return round(max(low, min(high, value)))
