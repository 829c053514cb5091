"""The static figures of a surface and of loss curves."""

from figures.contour import contour
from figures.loss import loss_axes
from figures.relief import relief
from figures.theme import Theme
from stage.assets import Asset, themed
from surfaces import Surface
from text import Language


@themed("map")
def map_address(theme: Theme, surface: Surface, *, projector: bool) -> Asset:
    """Where the browser finds the map of this surface."""
    return contour(surface, theme, projector=projector)


@themed("true-map")
def true_map_address(theme: Theme, surface: Surface, *, projector: bool) -> Asset:
    """Where the browser finds the map of this surface in its true proportions."""
    return contour(surface, theme, projector=projector, true=True)


@themed("relief")
def relief_address(theme: Theme, surface: Surface, *, projector: bool) -> Asset:
    """Where the browser finds the relief of this surface."""
    return relief(surface, theme, projector=projector)


@themed("loss-axes")
def axes_address(
    theme: Theme,
    language: Language,
    *,
    logarithmic: bool,
    empty: bool = False,
    over_cost: bool = False,
    projector: bool,
) -> Asset:
    """Where the browser finds the axes of the loss curves."""
    looked = {"empty": empty, "over_cost": over_cost, "projector": projector}
    return loss_axes(theme, language, logarithmic=logarithmic, **looked)
