"""The still figures of a race, each made once and fetched once."""

from figures.contour import contour
from figures.loss import loss_axes
from figures.relief import relief
from figures.theme import Theme
from surfaces import Surface
from text import Language
from ui.stage.stills import Still, published


@published(most=128)
def map_address(surface: Surface, theme: Theme, *, projector: bool) -> Still:
    """Where the browser finds the map of this surface."""
    return contour(surface, theme, projector=projector)


@published(most=128)
def true_map_address(surface: Surface, theme: Theme, *, projector: bool) -> Still:
    """Where the browser finds the map of this surface in its true proportions."""
    return contour(surface, theme, projector=projector, true=True)


@published(most=128)
def relief_address(surface: Surface, theme: Theme, *, projector: bool) -> Still:
    """Where the browser finds the relief of this surface."""
    return relief(surface, theme, projector=projector)


@published(most=32)
def axes_address(theme: Theme, language: Language, *, logarithmic: bool, projector: bool) -> Still:
    """Where the browser finds the axes of the loss curves."""
    return loss_axes(theme, language, logarithmic=logarithmic, projector=projector)
