"""Where everything stands on a slide. Measured in words first, so that none is cut off."""

from typing import Literal, NamedTuple

from export.slides.axes import Tick, linear_ticks, loss_ticks, step_ticks, widest
from export.slides.board import BODY, SMALL, Board, measured, stretched
from export.slides.content import Content
from export.slides.ink import Box
from export.slides.letters import Hand, Typeface
from figures.loss import ABOVE_LOWEST, LOSS, STEP

WIDTH = 1280
"""All measures are for a slide this wide; a larger one is the same slide, larger."""
EDGE, GAP = 36, 26
TITLE, FORMULA = 36, 24
"""Sizes of type, besides the board's."""
FOOT = 62
"""What the step counter and the bar take."""
COUNTER = 250
"""What the step in words takes."""
RELIEF = 1.35
"""The width of the picture of a relief over its height."""
LINE = 1.4
"""From one line of words to the next."""


class Written(NamedTuple):
    """A line of words and where it begins."""

    words: str
    hand: Hand
    place: tuple[float, float]


SignKind = Literal["start", "global", "local", "saddle"]


class Sign(NamedTuple):
    """A sign of the map with its word: ◯ ★ ☆ ✕."""

    kind: SignKind
    word: str
    place: tuple[float, float]


class Layout(NamedTuple):
    """Panels without their ticks, and everything that is written once."""

    unit: float
    """Pixels for each pixel of a slide of WIDTH."""
    heading: tuple[Written, ...]
    map: Box
    legend: tuple[Sign, ...]
    map_ticks: tuple[list[Tick], list[Tick]]
    curves: Box
    curve_ticks: tuple[list[Tick], list[Tick]]
    curve_titles: tuple[str, str]
    step_place: tuple[float, float]
    """Where the first of these stands, in the middle of a line of its own below the ticks."""
    board: Board
    counter: tuple[float, float]
    bar: Box
    small: Hand


def laid_out(content: Content, size: tuple[int, int], face: Typeface) -> Layout:
    """The slide of this content, `size` pixels wide and high. The sentence stands below a map that leaves it room."""
    unit = size[0] / WIDTH
    layout = _around(content, size, face, _heading(content, size[0], unit, face))
    top = layout.legend[-1].place[1] + 0.5 * BODY * unit
    below = paragraph(content.sentence, face.at(BODY * unit), (layout.map.left, top), layout.map.width)
    if not below or below[-1].place[1] <= layout.board.box.bottom:
        return layout._replace(heading=(*layout.heading, *below))
    return _around(content, size, face, _heading(content, size[0], unit, face, content.sentence))


def _around(
    content: Content, size: tuple[int, int], face: Typeface, heading: tuple[tuple[Written, ...], int]
) -> Layout:
    """Everything below a heading, given with where it ends."""
    unit = size[0] / WIDTH
    edge, gap, line = (round(each * unit) for each in (EDGE, GAP, LINE * SMALL))
    small, bottom = face.at(SMALL * unit), size[1] - round(FOOT * unit)
    board = measured(content, unit, face)
    ground, legend, ticks = _map(
        content, small, Box(edge, heading[1], size[0] - 2 * edge - gap - board.box.width, bottom)
    )
    beside, board_top = ground.right + gap, bottom - board.box.height
    losses = widest(loss_ticks(content.scale, 6), small.width)
    left = beside + round(losses + 0.8 * small.size)
    top = heading[1] + line
    curves = Box(left, top, size[0] - edge - left, board_top - gap - line - top)
    bar = round(edge + COUNTER * unit)
    return Layout(
        unit=unit,
        heading=heading[0],
        map=ground,
        legend=legend,
        map_ticks=ticks,
        curves=curves,
        curve_ticks=(
            step_ticks(content.steps, 6),
            loss_ticks(content.scale, max(2, round(curves.height / (2 * line)))),
        ),
        curve_titles=(STEP[content.language], (ABOVE_LOWEST if content.scale.logarithmic else LOSS)[content.language]),
        step_place=(curves.left + curves.width / 2, curves.bottom + (4 / 3 + 1.1) * small.size),
        board=stretched(board, beside, board_top, size[0] - edge - beside),
        counter=(edge, size[1] - round(26 * unit)),
        bar=Box(bar, size[1] - round(38 * unit), size[0] - edge - bar, round(10 * unit)),
        small=small,
    )


def _map(content: Content, small: Hand, room: Box) -> tuple[Box, tuple[Sign, ...], tuple[list[Tick], list[Tick]]]:
    """The map in its true proportions, as large as its ticks and its legend let it be; `room.height` is its end."""
    (x0, x1), (y0, y1) = content.surface.domain
    proportion = (x1 - x0) / (y1 - y0) if content.camera is None else RELIEF
    ticks = (linear_ticks(x0, x1, 6), linear_ticks(y0, y1, 6)) if content.camera is None else ([], [])
    before = round(widest(ticks[1], small.width) + 0.5 * small.size) if ticks[1] else 0
    for lines in (1, 2):  # of the legend
        below = round((LINE * (1 + lines) + 0.7) * small.size)
        high = room.height - room.top - below
        across = min(room.width - before, round(high * proportion))
        ground = Box(room.left + before, room.top, across, round(across / proportion))
        legend = _legend(content, small, ground)
        if legend[-1].place[1] <= ground.bottom + below:
            break
    return ground, legend, ticks


def _legend(content: Content, small: Hand, ground: Box) -> tuple[Sign, ...]:
    """The signs of this map, each with its word, in lines below its ticks."""
    words, surface = content.words, content.surface
    present: list[tuple[SignKind, bool, str]] = [
        ("start", True, words.start),
        ("global", any(each.is_global for each in surface.minima), words.global_minimum),
        ("local", any(not each.is_global for each in surface.minima), words.local_minimum),
        ("saddle", bool(surface.saddles), words.saddle),
    ]
    x, y = float(ground.left), ground.bottom + 2 * LINE * small.size
    signs: list[Sign] = []
    for kind, is_there, word in present:
        if not is_there:
            continue
        width = small.width(word) + 1.3 * small.size
        if x + width > ground.right and signs:
            x, y = float(ground.left), y + LINE * small.size
        signs.append(Sign(kind, word, (x, y)))
        x += width + 1.3 * small.size
    return tuple(signs)


def _heading(
    content: Content, width: int, unit: float, face: Typeface, sentence: str = ""
) -> tuple[tuple[Written, ...], int]:
    """Title, formula and sentence, and where what stands below them begins."""
    edge, room = EDGE * unit, width - 2 * EDGE * unit
    title = fitting(content.title, TITLE * unit, room, face, bold=True)
    y = edge * 0.6 + title.size
    written = [Written(content.title, title, (edge, y))]
    beside = title.width(content.title) + FORMULA * unit
    formula = face.at(FORMULA * unit)
    if content.formula and beside + formula.width(content.formula) <= room:
        written.append(Written(content.formula, formula, (edge + beside, y)))
    elif content.formula:
        small = fitting(content.formula, BODY * unit, room, face)
        if small.size >= SMALL * unit:
            y += LINE * small.size
            written.append(Written(content.formula, small, (edge, y)))
    written += paragraph(sentence, face.at(BODY * unit), (edge, y + 0.1 * title.size), room)
    return tuple(written), round(written[-1].place[1] + GAP * unit)


def titled(title: str, sentence: str, width: int, unit: float, face: Typeface) -> tuple[Written, ...]:
    """A title, and the sentence below it."""
    edge, room = EDGE * unit, width - 2 * EDGE * unit
    hand = fitting(title, TITLE * unit, room, face, bold=True)
    y = edge * 0.6 + hand.size
    below = paragraph(sentence, face.at(BODY * unit), (edge, y + 0.1 * hand.size), room)
    return (Written(title, hand, (edge, y)), *below)


def paragraph(words: str, hand: Hand, place: tuple[float, float], width: float) -> list[Written]:
    """Words in lines below a place."""
    lines = enumerate(hand.lines(words, width), 1)
    return [Written(line, hand, (place[0], place[1] + i * LINE * hand.size)) for i, line in lines]


def fitting(words: str, size: float, room: float, face: Typeface, *, bold: bool = False) -> Hand:
    """Type of this size, or as much smaller as it takes, down to the half; fonts round, so each size is tried."""
    hand = face.at(size, bold=bold)
    while hand.width(words) > room and hand.size > size / 2:
        hand = face.at(hand.size - size / 100, bold=bold)
    return hand
