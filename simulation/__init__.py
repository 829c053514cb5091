"""Moving points: the only loop, races, and how a run stands. Knows arrays and protocols, never names."""

from simulation.fairness import first_step_length, rate_for_first_step, rate_grid, tuned_rate
from simulation.lanes import Entrant, Schedule
from simulation.parabola import Parabola
from simulation.rates import ladder, sharpest
from simulation.regimes import (
    REGIME_MEANINGS,
    REGIME_NAMES,
    RateRegime,
    Stretch,
    rate_regimes,
    steps_to,
    stretches,
)
from simulation.run import Run, race, simulate
from simulation.schedules import SCHEDULES, RateSchedule
from simulation.standing import VERDICT_MEANINGS, VERDICT_NAMES, Chart, Standing, Verdict, outside, standing

__all__ = [
    "REGIME_MEANINGS",
    "REGIME_NAMES",
    "SCHEDULES",
    "VERDICT_MEANINGS",
    "VERDICT_NAMES",
    "Chart",
    "Entrant",
    "Parabola",
    "RateRegime",
    "RateSchedule",
    "Run",
    "Schedule",
    "Standing",
    "Stretch",
    "Verdict",
    "first_step_length",
    "ladder",
    "outside",
    "race",
    "rate_for_first_step",
    "rate_grid",
    "rate_regimes",
    "sharpest",
    "simulate",
    "standing",
    "steps_to",
    "stretches",
    "tuned_rate",
]
