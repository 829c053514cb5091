"""Moving points: the only loop, races, and how a run stands. Knows arrays and protocols, never names."""

from simulation import quadratic
from simulation.allowed import Lowest, lowest_allowed
from simulation.asking import AskedRun, Asking, GradientAlone, asking_race, asking_race_in_pieces
from simulation.basins import LEFT, UNSETTLED, Basins, basins, grid_of_starts, shares
from simulation.constraints import CONSTRAINTS, Box, Constraint, Disc, HalfPlane, Line
from simulation.convergence import measured_factor
from simulation.fairness import first_step_length, rate_for_first_step, rate_grid, tuned_rate
from simulation.inside import Inside, inside, retrace
from simulation.lanes import Entrant, Schedule
from simulation.learning import LEARNING_MEANINGS, LEARNING_NAMES, Learning, learning
from simulation.parabola import Parabola
from simulation.plane import Plane, plane_of
from simulation.projected import Noting, Projected
from simulation.quadratic import REGIME_NAMES, Best, Regime
from simulation.rates import ladder, sharpest
from simulation.regimes import (
    RATE_REGIME_MEANINGS,
    RATE_REGIME_NAMES,
    Band,
    RateRegime,
    bands,
    rate_regimes,
)
from simulation.run import Run, race, race_in_pieces, simulate
from simulation.schedules import SCHEDULES, RateSchedule
from simulation.status import VERDICT_MEANINGS, VERDICT_NAMES, Chart, Status, Verdict, outside, status_of
from simulation.training import Lesson, Seen, Training, best_of, moments_of, train

__all__ = [
    "CONSTRAINTS",
    "LEARNING_MEANINGS",
    "LEARNING_NAMES",
    "LEFT",
    "RATE_REGIME_MEANINGS",
    "RATE_REGIME_NAMES",
    "REGIME_NAMES",
    "SCHEDULES",
    "UNSETTLED",
    "VERDICT_MEANINGS",
    "VERDICT_NAMES",
    "AskedRun",
    "Asking",
    "Band",
    "Basins",
    "Best",
    "Box",
    "Chart",
    "Constraint",
    "Disc",
    "Entrant",
    "GradientAlone",
    "HalfPlane",
    "Inside",
    "Learning",
    "Lesson",
    "Line",
    "Lowest",
    "Noting",
    "Parabola",
    "Plane",
    "Projected",
    "RateRegime",
    "RateSchedule",
    "Regime",
    "Run",
    "Schedule",
    "Seen",
    "Status",
    "Training",
    "Verdict",
    "asking_race",
    "asking_race_in_pieces",
    "bands",
    "basins",
    "best_of",
    "first_step_length",
    "grid_of_starts",
    "inside",
    "ladder",
    "learning",
    "lowest_allowed",
    "measured_factor",
    "moments_of",
    "outside",
    "plane_of",
    "quadratic",
    "race",
    "race_in_pieces",
    "rate_for_first_step",
    "rate_grid",
    "rate_regimes",
    "retrace",
    "shares",
    "sharpest",
    "simulate",
    "status_of",
    "train",
    "tuned_rate",
]
