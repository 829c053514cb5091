"""What a slide shows of several pictures with one playhead."""

from dataclasses import dataclass

from export.caption import Caption
from export.standing import row_of
from figures.theme import Style, Theme
from stage.figure_grid import FigureGrid
from text import Language

Moment = tuple[int, int]
"""A row of the arrays, and a step."""


@dataclass(frozen=True)
class GridContent:
    """Everything that is drawn."""

    grid: FigureGrid
    caption: Caption
    language: Language
    theme: Theme

    @property
    def moments(self) -> list[Moment]:
        """What an animation shows: the steps; where there are none, what the dials lead through."""
        row = row_of(self.grid)
        if self.grid.steps or not self.grid.dials:
            return [(row, step) for step in range(self.grid.steps + 1)]
        return [(each, 0) for each in range(len(self.grid.dials[-1].values))]

    @property
    def shown(self) -> int:
        """The number of the moment that says most: the last step, or where the dial stands."""
        return self.grid.steps or (row_of(self.grid) if self.grid.dials else 0)

    @property
    def drawn(self) -> dict[str, tuple[str, Style]]:
        """Name and style of everything, by its key."""
        return {key: (name, style) for key, name, style in self.grid.styles}
