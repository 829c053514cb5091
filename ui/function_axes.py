"""The empty axes of the pages of functions, where the browser finds them."""

from figures.functions import function_axes
from figures.sweep import Ticks
from figures.theme import LOOKS, Theme
from ui.stage.stills import Still, published


def axes_addresses(
    title: str = "", ticks: Ticks | None = None, origin: float | None = None, *, projector: bool
) -> dict[Theme, str]:
    """For both looks of the page; see `figures.functions.function_axes`."""
    return {theme: _address(theme, title, ticks, origin, projector=projector) for theme in LOOKS}


@published(most=128)
def _address(theme: Theme, title: str, ticks: Ticks | None, origin: float | None, *, projector: bool) -> Still:
    return function_axes(theme, title, ticks, origin, projector=projector)
