"""The same race the way Streamlit and Plotly offer it: `st.plotly_chart` with a frame for each step shown."""

import sys
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

sys.path.insert(0, str(Path(__file__).parents[2]))

from optimizers import OPTIMIZERS
from simulation import Entrant, Run, race
from surfaces import SURFACES

STEPS, FRAMES = 300, 60
LECTURE = {key: rule for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture}


def figure(run: Run) -> go.Figure:
    """Map and loss curves, with one frame for every fifth step."""
    (x0, x1), (y0, y1) = surface.domain
    x, y = np.linspace(x0, x1, 121), np.linspace(y0, y1, 121)
    height = surface.value(np.array(np.meshgrid(x, y)))
    drawn = make_subplots(rows=1, cols=2)
    drawn.add_contour(x=x, y=y, z=height, showscale=False, row=1, col=1)
    drawn.add_traces(moving(run, STEPS))
    drawn.update_yaxes(type="log", row=1, col=2)
    drawn.frames = [
        go.Frame(data=moving(run, step), traces=list(range(1, 1 + 2 * len(LECTURE))))
        for step in range(0, STEPS, STEPS // FRAMES)
    ]
    play = {"label": "play", "method": "animate", "args": [None, {"frame": {"duration": 0}, "fromcurrent": True}]}
    drawn.update_layout(updatemenus=[{"type": "buttons", "buttons": [play]}], height=500)
    return drawn


def moving(run: Run, step: int) -> list[go.Scatter]:
    """Every optimizer's path and its loss up to a step."""
    until = slice(0, step + 1)
    paths = [
        go.Scatter(x=run.path[until, 0, column], y=run.path[until, 1, column], name=key, mode="lines")
        for column, key in enumerate(LECTURE)
    ]
    losses = [
        go.Scatter(y=run.loss[until, column], name=key, mode="lines", xaxis="x2", yaxis="y2", showlegend=False)
        for column, key in enumerate(LECTURE)
    ]
    return paths + losses


surface = SURFACES["class-ravine"]
rate = st.slider("rate", 1, 400, 20) / 1000
run = race(surface, [Entrant(rule(), rate) for rule in LECTURE.values()], surface.start, STEPS)
st.plotly_chart(figure(run))
st.html(f'<p id="settled">{rate}</p>')
