"""Empty axes with a grid, for lines that change; their ranges are set where they are shown."""

import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of


def plain_axes(theme: Theme, x: str, y: str, *, projector: bool = False) -> go.Figure:
    """Axes with these titles; without the one that is empty."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    margin = {"l": 56 if y else 40, "r": 12, "t": 8, "b": 34 if x else 24}
    figure.update_layout(template="none", margin=margin, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": True, "zerolinecolor": look.faint, "zerolinewidth": 2, "nticks": 6}
    figure.update_xaxes(title={"text": x, "standoff": 4}, **axis)
    figure.update_yaxes(title={"text": y, "standoff": 4}, **axis)
    return figure
