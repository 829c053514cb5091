"""From a choice to the grid of the momentum map: the map with its dials, and the run to which they point."""

import numpy as np

from figures.rate_map import Axes, Spot, rate_map
from figures.theme import THEORY, Theme, style
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.momentum.choice import HIGHEST_MOMENTUM, MomentumChoice, curvatures
from pages.momentum.compute import STEPS, Runs, cells, fastest, runs
from parameters import Array
from simulation import Regime, quadratic
from stage.assets import Asset, themed
from stage.figure_grid import Curve, Dial, FigureGrid, Row, Subplot, Trail
from surfaces.base import Place
from surfaces.ravine import Ravine
from text import Language, Text
from ui.common.race_assets import axes_address, map_address

RULE = "momentum"
FINE = 400
"""Points of a curve of theory."""

_LABEL = Text(
    ko="학습률과 관성 계수의 지도, 가리킨 점의 경로, 손실 곡선",
    en="Map of learning rate and momentum, path at the chosen point, loss curve",
)
_NOTE = Text(
    ko="⚑ 이론의 최적 · ◇ 측정값의 최적 · ○ 경사 하강법만의 최적",
    en="⚑ best by theory · ◇ best measured · ○ best without momentum",
)
_PATH = Text(ko="그 학습률과 관성 계수의 경로", en="Path with that learning rate and momentum")
_LOSS = Text(ko="손실 곡선", en="Loss curve")
_RATE = Text(ko="학습률 n", en="learning rate n")
_MOMENTUM = Text(ko="관성 계수 r", en="momentum r")
_COLOURS = Text(ko="색: 한 스텝마다 거리가 줄어드는 배율(측정값)", en="Colour: distance factor per step (measured)")
_CURVES: dict[str, Text] = {
    "edge": Text(ko="발산 경계 n = 2(1+r)/λmax", en="divergence limit n = 2(1+r)/λmax"),
    "critical": Text(ko="임계 감쇠 n = (1−√r)²/λmin", en="critical damping n = (1−√r)²/λmin"),
    "upper": Text(ko="위쪽 중근 n = (1+√r)²/λmax", en="upper double root n = (1+√r)²/λmax"),
}
_READOUT = Text(
    ko="장기적으로 스텝마다 거리가 {measured}배(이론 {theory}배)",
    en="in the long run each step: distance × {measured} (theory × {theory})",
)
_THEORY_ALONE = Text(
    ko="장기적으로 스텝마다 거리가 이론으로 {theory}배", en=("in the long run each step: distance × {theory} by theory")
)


def momentum_grid(choice: MomentumChoice, language: Language) -> FigureGrid:
    """Everything on the page of the momentum map, computed."""
    tried = runs(choice.surface, choice.start)
    rates, momenta = tried.rates, tried.momenta
    return FigureGrid(
        key=f"{choice.surface}{choice.start}",
        label=_LABEL[language],
        steps=STEPS,
        subplots=[_plane(choice, tried, language), _path(choice, tried, language), _curve(choice, tried, language)],
        rows=[Row(("plane", ("path", "curve")), share=1.0)],
        styles=(
            (RULE, OPTIMIZERS[RULE].name, style(RULE, tuple(OPTIMIZERS))),
            *((key, _CURVES[key][language], each) for key, each in THEORY.items()),
        ),
        dials=[
            _dial("momentum", _MOMENTUM[language], momenta, choice.best.momentum),
            _dial("rate", _RATE[language], rates, choice.best.rate),
        ],
        readout=_readout(choice, tried, language),
        projector=choice.projector,
    )


def _dial(key: str, label: str, values: Array, best: float) -> Dial:
    """A dial that stands at the optimum unless the address says otherwise."""
    return Dial(
        key=key,
        label=label,
        under="plane",
        values=[numeral(value, 3) for value in values],
        written=[f"{value:.10g}" for value in values],
        usual=int(np.argmin(np.abs(values - best))),
        aligned=False,
    )


def _plane(choice: MomentumChoice, tried: Runs, language: Language) -> Subplot:
    surface, start = choice.surface, choice.start
    return Subplot(
        key="plane",
        figure=_map_address(surface, start, language, projector=choice.projector),
        title=_COLOURS[language],
        note=_NOTE[language],
        legend=tuple(THEORY),
        weight=1.3,
        proportion=1.3,
        curves=theory_curves(choice.curvatures),
        cursor=tried.places,
        hover=True,
    )


def theory_curves(known: tuple[float, ...]) -> list[Curve]:
    """The edge and the two double roots over all momenta; they meet in the optimum, which is marked."""
    low, high = min(known), max(known)
    best = quadratic.best(low, high)
    r = np.sort(np.append(np.linspace(0, HIGHEST_MOMENTUM, FINE), best.momentum))
    rates = {
        "edge": quadratic.edge(known, r),
        "critical": quadratic.critical_rate(low, r),
        "upper": quadratic.upper_critical_rate(high, r),
    }
    marked = int(np.searchsorted(r, best.momentum))
    return [Curve(key, np.column_stack([n, r]), marked if key == "critical" else None) for key, n in rates.items()]


def _path(choice: MomentumChoice, tried: Runs, language: Language) -> Subplot:
    surface = choice.surface
    (x0, x1), (y0, y1) = surface.domain
    return Subplot(
        key="path",
        figure=map_address(surface, projector=choice.projector),
        title=_PATH[language],
        proportion=(x1 - x0) / (y1 - y0),
        trails=[Trail(RULE, tried.path, tried.left.tolist())],
        start=choice.start,
        domain=surface.domain,
    )


def _curve(choice: MomentumChoice, tried: Runs, language: Language) -> Subplot:
    return Subplot(
        key="curve",
        figure=axes_address(language, logarithmic=True, projector=choice.projector),
        title=_LOSS[language],
        x=(0, STEPS),
        y=tried.scale.axis_range,
        trails=[Trail(RULE, tried.loss)],
    )


def _readout(choice: MomentumChoice, tried: Runs, language: Language) -> list[str]:
    """What is said of every position of the dials: the regime by theory, the rate as measured and by theory."""
    rates, momenta = tried.places.T
    regimes = quadratic.regime(choice.curvatures, rates, momenta)
    theory = quadratic.factor(choice.curvatures, rates, momenta)
    readout = []
    for n, r, regime, measured, kept in zip(rates, momenta, regimes, tried.factors, theory, strict=True):
        words = _THEORY_ALONE if np.isnan(measured) else _READOUT
        parts = [
            f"n = {numeral(n, 3)}",
            f"r = {numeral(r, 3)}",
            quadratic.REGIME_NAMES[Regime(regime)][language],
            words.format(measured=numeral(measured, 3), theory=numeral(kept, 3))[language],
        ]
        readout.append(" · ".join(parts))
    return readout


@themed("momentum-map")
def _map_address(theme: Theme, surface: Ravine, start: Place, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the map of learning rate and momentum."""
    shown, known = cells(surface, start), curvatures(surface, start)
    r, n = np.meshgrid(shown.momenta, shown.rates, indexing="ij")
    regimes = quadratic.regime(known, n, r)
    measured = fastest(shown)
    alone = quadratic.best_without_momentum(min(known), max(known))
    spots = [Spot("circle-open", alone.rate, 0.0)]
    if measured:
        spots.append(Spot("diamond-open", *measured[:2]))
    return rate_map(
        theme,
        shown,
        {quadratic.REGIME_NAMES[each][language]: regimes == each for each in Regime},
        spots,
        Axes(_RATE[language], _MOMENTUM[language]),
        projector=projector,
    )
