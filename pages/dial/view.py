"""From a choice to the grid of the dial: a map, its loss curve, and the sweep under which the dial stands."""

from collections.abc import Sequence
from math import log2, log10
from typing import Any

import numpy as np

from figures.loss import ABOVE_LOWEST, LOSS
from figures.sweep import Ticks, sweep_axes
from figures.theme import Theme, style
from numerals import numeral
from optimizers import OPTIMIZERS, Momentum, Optimizer, with_momentum
from pages.dial.choice import DialChoice, Measure
from parameters import Array, parameters
from simulation import RATE_REGIME_NAMES, RateRegime, bands
from simulation.rates import OCTAVE
from stage.assets import Asset, themed
from stage.figure_grid import Band, Curve, Dial, FigureGrid, Row, Subplot, Trail
from stage.inks import regime_key, regime_styles
from stage.live_axis import Mark
from text import Language, Text
from ui.common.axes import Axis, edge_marks, edge_of
from ui.common.race_assets import axes_address, map_address
from ui.common.sweep_compute import Sweep, SweepInputs, Swept, swept

_LABEL = Text(
    ko="다이얼: 지도, 손실 곡선, 값마다의 결과", en="The dial: a map, a loss curve, and the result for every value"
)
_CURVE = Text(ko="손실 곡선", en="Loss curve")
_AXES: dict[Axis, Text] = {
    "rate": Text(ko="학습률 n", en="learning rate n"),
    "momentum": Text(ko="관성 계수 r", en="momentum r"),
}
_MEASURES: dict[Measure, Text] = {
    "loss": Text(ko="값마다 최종 {loss}, ⚑ 최저", en="Final {loss} for every value, ⚑ lowest"),
    "steps": Text(ko="값마다 최솟값에 도달하기까지 걸린 스텝", en="Steps to reach a minimum, for every value"),
}
_OF_EDGE = Text(ko="2/λmax의 {share}배", en="{share} × 2/λmax")
_AT_LAST = Text(ko="최종 손실 {loss}", en="final loss {loss}")
_LEFT = Text(ko="{step}스텝에 이탈", en="left the plot at step {step}")


def dial_grid(choice: DialChoice, language: Language) -> FigureGrid:
    """Everything on the dial's page, computed."""
    inputs = inputs_of(choice)
    sweep = swept(inputs)
    own = sweep.each[choice.dialled]
    styles = [(key, OPTIMIZERS[key].name, style(key, tuple(OPTIMIZERS))) for key in sweep.each]
    return FigureGrid(
        key=f"{choice.surface}{choice.start}{choice.dialled}{choice.axis}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[
            _map(choice, sweep, own),
            _curve(choice, sweep, language),
            _sweep(choice, sweep, own, language),
        ],
        rows=[Row(("map", "curve"), share=0.58), Row(("sweep",), share=0.42)],
        styles=(*styles, *regime_styles(language)),
        dials=[
            Dial(
                key="rate" if choice.axis == "rate" else f"{choice.dialled}.momentum",
                label=_AXES[choice.axis][language],
                under="sweep",
                values=[numeral(value, 3) for value in sweep.values],
                written=[f"{value:.10g}" for value in sweep.values],
                usual=usual_at(choice, sweep.values),
                logarithmic=choice.axis == "rate",
            )
        ],
        readout=_readout(choice, sweep, own, language),
        projector=choice.projector,
    )


def inputs_of(choice: DialChoice) -> SweepInputs:
    """What has to be computed for this choice; where only the dial stands elsewhere, it is the same."""
    keys = choice.chosen if choice.axis == "rate" else (choice.dialled,)
    rules = tuple((key, _undialled(choice, key)) for key in keys)
    rate = choice.rate if choice.axis == "momentum" else 0.0
    return SweepInputs(choice.surface, choice.start, choice.steps, rules, choice.dialled, choice.axis, rate)


def _undialled(choice: DialChoice, key: str) -> Optimizer[Any]:
    """The rule without what the dial turns."""
    rule = choice.rules[key]
    return with_momentum(rule, 0.0) if choice.axis == "momentum" else rule


def usual_at(choice: DialChoice, values: Array) -> int:
    """The value nearest to the usual one: in proportion where it is a learning rate."""
    if choice.axis == "rate":
        return int(np.argmin(np.abs(np.log(values / choice.surface.learning_rate))))
    usual = {each.key: each.default for each in parameters(choice.rule)}["momentum"]
    return int(np.argmin(np.abs(values - usual)))


def _map(choice: DialChoice, sweep: Sweep, own: Swept) -> Subplot:
    surface = choice.surface
    (x0, x1), (y0, y1) = surface.domain
    return Subplot(
        key="map",
        figure=map_address(surface, projector=choice.projector),
        legend=(choice.dialled,),
        proportion=(x1 - x0) / (y1 - y0),
        trails=[Trail(choice.dialled, sweep.path, own.left.tolist())],
        start=choice.start,
        domain=surface.domain,
    )


def _curve(choice: DialChoice, sweep: Sweep, language: Language) -> Subplot:
    log = sweep.scale.logarithmic
    return Subplot(
        key="curve",
        figure=axes_address(language, logarithmic=log, projector=choice.projector),
        title=_CURVE[language],
        x=(0, choice.steps),
        y=sweep.scale.axis_range,
        trails=[Trail(choice.dialled, sweep.loss)],
    )


def _sweep(choice: DialChoice, sweep: Sweep, own: Swept, language: Language) -> Subplot:
    """Evenly over the values, whose places on the axis are 0, 1, …"""
    last = len(sweep.values) - 1
    log = choice.measure == "loss" and sweep.scale.logarithmic
    loss = (ABOVE_LOWEST if sweep.scale.logarithmic else LOSS)[language]
    title = _MEASURES[choice.measure].format(loss=loss)
    ticks = _ticks(choice.axis, sweep.values)
    places = np.column_stack([np.arange(last + 1.0), np.zeros(last + 1)])
    return Subplot(
        key="sweep",
        figure=_axes_address(*ticks, logarithmic=log, projector=choice.projector),
        title=title[language],
        legend=tuple(sweep.each),
        x=(-0.5, last + 0.5),
        y=sweep.scale.axis_range if choice.measure == "loss" else (0, 1.05 * choice.steps),
        curves=[_outcome(choice.measure, key, each, logarithmic=log) for key, each in sweep.each.items()],
        bands=[
            Band(first - 0.5, final + 0.5, regime_key(regime), RATE_REGIME_NAMES[regime][language])
            for first, final, regime in bands(own.regimes)
        ],
        marks=_marks(choice, sweep.values),
        cursor=places,
        across=True,
    )


def _outcome(measure: Measure, key: str, each: Swept, *, logarithmic: bool) -> Curve:
    """The line of one optimizer; it is broken where there is nothing to show."""
    if measure == "steps":
        shown = np.where(each.arrival < 0, np.nan, each.arrival)
    else:
        shown = np.where(each.height > 0, each.height, np.finfo(np.float32).tiny) if logarithmic else each.height
        shown = np.where(np.isfinite(each.height), shown, np.nan)
    best = each.best if measure == "loss" else None
    return Curve(key, np.column_stack([np.arange(len(shown)), shown]), best)


def _marks(choice: DialChoice, values: Array) -> Sequence[Mark]:
    """1/λmax and 2/λmax, and 2(1 + r)/λmax where the one on the dial is a heavy ball."""
    edge = edge_of(choice.surface, choice.start)
    if edge is None or choice.axis != "rate":
        return ()
    marks = edge_marks(choice.surface, choice.start)
    if isinstance(choice.rule, Momentum):
        marks.append(Mark(edge * (1 + float(choice.rule.momentum)), "2(1+r)/λmax"))
    return [mark._replace(at=_place(mark.at, values)) for mark in marks]


def _place(rate: float, values: Array) -> float:
    """Where a learning rate is on the axis that counts the rungs of the ladder."""
    return OCTAVE * log2(rate / values[0])


def _ticks(axis: Axis, values: Array) -> Ticks:
    if axis == "momentum":
        every_tenth = np.arange(0, len(values), 10)
        return Ticks(tuple(map(float, every_tenth)), tuple(numeral(values[i], 2) for i in every_tenth))
    powers = [10.0**k for k in range(int(np.ceil(log10(values[0]))), int(np.floor(log10(values[-1]))) + 1)]
    return Ticks(tuple(_place(power, values) for power in powers), tuple(f"{power:g}" for power in powers))


def _readout(choice: DialChoice, sweep: Sweep, own: Swept, language: Language) -> list[str]:
    """What is said where the dial stands, for every value: what it is, and what came of it."""
    edge = edge_of(choice.surface, choice.start)
    symbol = "n" if choice.axis == "rate" else "r"
    readout = []
    for value, height, regime, left in zip(sweep.values, own.height, own.regimes, own.left, strict=True):
        parts = [f"{symbol} = {numeral(value, 3)}"]
        if choice.axis == "rate" and edge is not None:
            parts.append(_OF_EDGE.format(share=numeral(value / edge, 2))[language])
        parts.append(RATE_REGIME_NAMES[RateRegime(regime)][language])
        if left >= 0:
            parts.append(_LEFT.format(step=left)[language])
        else:
            parts.append(_AT_LAST.format(loss=numeral(float(height + sweep.scale.base), 3))[language])
        readout.append(" · ".join(parts))
    return readout


@themed("sweep-axes")
def _axes_address(
    theme: Theme, at: tuple[float, ...], words: tuple[str, ...], *, logarithmic: bool, projector: bool
) -> Asset:
    """Where the browser finds the empty axes of the sweep."""
    return sweep_axes(theme, Ticks(at, words), logarithmic=logarithmic, projector=projector)
