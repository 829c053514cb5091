"""One slide of a race at one step after the other: map, loss curves, board, step and bar."""

from collections.abc import Sequence
from math import atan2, isfinite
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from export.slides.axes import across, loss_pixels
from export.slides.background import HEAD, RING, Plan, background, cell, on_map, pen_of, sign
from export.slides.board import BODY, SMALL
from export.slides.content import Content
from export.slides.departures import Departure, Signs, depart
from export.slides.ink import Box, haloed, outline
from export.slides.inks import inks_of
from export.slides.layout import laid_out
from export.slides.letters import Paint, Place, Typeface
from export.slides.relief import Relief
from export.slides.relief_trail import ReliefTrail
from export.slides.trail import Trail, crossing
from figures.loss import STEP
from figures.theme import Style
from numerals import score
from parameters import Array
from simulation import VERDICT_NAMES, Verdict

LOSS, STANDING = 2, 3
"""The board's columns that change."""


class Runner(NamedTuple):
    """One column of the run: how its head looks, and its trails over the map and over the steps."""

    column: int
    color: Paint
    trails: tuple[Trail | ReliefTrail, Trail]


class Picture:
    """A slide whose trails grow. What does not move was drawn once."""

    def __init__(self, content: Content, size: tuple[int, int], face: Typeface) -> None:
        self._content = content
        self._face = face
        self._inks = inks_of(content.theme)
        self.layout = laid_out(content, size, face)
        relief = None if content.camera is None else Relief(content.surface, content.camera, self.layout.map)
        self._plan = Plan(content, self.layout, self._inks, relief)
        self._signs = Signs(self._plan.pens, face.at(SMALL * self.layout.unit, bold=True))
        self.background = background(self._plan, size)
        self.last = self.shown = content.steps
        self._runners = [self._runner(column) for column in range(len(content.racers))]
        self._layers = sorted(self._runners, key=self._is_above)

    @property
    def sample(self) -> Image.Image:
        """A picture with all of its colours but those of lines and words."""
        return self.background

    @property
    def styles(self) -> Sequence[Style]:
        """Of its lines."""
        return [racer.style for racer in self._content.racers]

    def at(self, step: int) -> Image.Image:
        """The slide at this step, which is not before the one it was last asked for."""
        layout = self.layout
        picture = self.background.copy()
        draw = ImageDraw.Draw(picture)
        self._playhead(draw, step)
        for panel, box in enumerate((layout.map, layout.curves)):
            trails = [runner.trails[panel] for runner in self._layers]
            for trail in trails:
                trail.grow(step)
                trail.paste(picture)
            if box is layout.map:
                sign(picture, self._plan.pens, "start", on_map(self._plan, self._content.run.path[0, :, 0]), RING)
            for runner in self._runners:
                self._head(picture, box, runner, runner.trails[panel].head())
        self._departures(picture, step)
        self._rows(draw, step)
        self._foot(draw, step)
        return picture

    def _runner(self, column: int) -> Runner:
        content, ground, curves = self._content, self.layout.map, self.layout.curves
        (x0, x1), (y0, y1) = content.surface.domain
        style = content.racers[column].style
        pen = pen_of(self._plan, style)
        x, y = content.run.path[:, :, column].T
        over: Trail | ReliefTrail
        if self._plan.relief:
            over = ReliefTrail(content.run.path[:, :, column], self._plan.relief, style, pen)
        else:
            way = _course(across(x, x0, x1, ground.width), ground.height - across(y, y0, y1, ground.height))
            over = Trail(way, ground, style, pen)
        steps = np.arange(content.steps + 1, dtype=np.float64)
        losses = loss_pixels(content.run.loss[:, column], content.scale, curves.height)
        curve = _course(across(steps, 0, max(content.steps, 1), curves.width), losses)
        return Runner(column, pen.color, (over, Trail(curve, curves, style, pen)))

    def _is_above(self, runner: Runner) -> bool:
        """Over those that leave the map, where they are to lie below."""
        return self._content.leavers_below and bool(self._content.status.left_at[-1, runner.column] < 0)

    def _playhead(self, draw: ImageDraw.ImageDraw, step: int) -> None:
        """A line through the loss curves at this step."""
        box = self.layout.curves
        x = box.left + round(step / max(self._content.steps, 1) * (box.width - 1))
        draw.line((x, box.top, x, box.bottom), self._inks.text, max(1, round(1.5 * self.layout.unit)))

    def _head(self, picture: Image.Image, box: Box, runner: Runner, place: Place | None) -> None:
        """Whole even at the very edge of its panel, and not at all outside."""
        if place is None or not _is_inside(box, place):
            return
        marker, unit = self._content.racers[runner.column].style.marker, self.layout.unit
        haloed(picture, outline(marker, HEAD * unit, place), runner.color, self._inks.halo, 1.5 * unit)

    def _departures(self, picture: Image.Image, step: int) -> None:
        """Where a run has left the map: an arrow at the edge, and the step at which it left."""
        taken: list[Box] = []
        for runner in self._runners:
            left_at = int(self._content.status.left_at[step, runner.column])
            way = self._way_out(runner, left_at) if left_at > 0 else None
            if way is None:
                continue
            words = self._content.words.left_at.format(step=left_at)
            depart(picture, Departure(way, runner.color, words), self.layout.map, self._signs, taken)

    def _way_out(self, runner: Runner, left_at: int) -> tuple[Place, float] | None:
        """Where the step that left crosses the frame, and which way."""
        over = runner.trails[0]
        if isinstance(over, ReliefTrail):
            ends = over.way_out(left_at)
            return ends and (ends[1], atan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0]))
        path = self._content.run.path[:, :, runner.column]
        before, after = (on_map(self._plan, path[step]) for step in (left_at - 1, left_at))
        if not all(map(isfinite, before)):
            return None
        if not all(map(isfinite, after)):
            after = before
        return crossing(self.layout.map, before, after), atan2(after[1] - before[1], after[0] - before[0])

    def _rows(self, draw: ImageDraw.ImageDraw, step: int) -> None:
        """How everyone stands."""
        content = self._content
        for runner in self._runners:
            loss = float(content.run.loss[step, runner.column])
            verdict = VERDICT_NAMES[Verdict(content.status.verdict[step, runner.column])]
            cell(draw, self._plan, runner.column + 1, LOSS, score(loss))
            cell(draw, self._plan, runner.column + 1, STANDING, verdict[content.language])

    def _foot(self, draw: ImageDraw.ImageDraw, step: int) -> None:
        """The step in words and as a share of all."""
        layout, bar = self.layout, self.layout.bar
        words = f"{STEP[self._content.language]} = {step} / {self._content.steps}"
        self._face.at(BODY * layout.unit, bold=True).write(draw, layout.counter, words, self._inks.text)
        draw.rectangle((bar.left, bar.top, bar.right, bar.bottom), self._inks.faint)
        done = bar.left + round(bar.width * step / max(self._content.steps, 1))
        draw.rectangle((bar.left, bar.top, done, bar.bottom), self._inks.text)


def _course(x: Array, y: Array) -> Array:
    return np.column_stack([x, y])


def _is_inside(box: Box, place: Place) -> bool:
    return box.left - 1 <= place[0] <= box.right + 1 and box.top - 1 <= place[1] <= box.bottom + 1
