"""From a choice to the grid of a model."""

from dataclasses import replace

from pages.model.axis import model_axes
from pages.model.choice import ModelChoice
from pages.model.compute import fitted
from pages.model.nudges_view import nudges_grid
from pages.model.pictures import grid_of
from stage.figure_grid import FigureGrid
from text import Language


def model_grid(choice: ModelChoice, language: Language) -> FigureGrid:
    """Everything on the page of a model, computed. A parameter that is moved begins anew, but plays nothing."""
    if choice.show == "differences":
        return nudges_grid(choice, language)
    grid = grid_of(choice, fitted(choice), language)
    return replace(grid, rest=str(choice.theta), axes=model_axes(choice, language))
