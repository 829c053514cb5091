"""Moving points: the only loop, races, and how a run stands. Knows arrays and protocols, never names."""

from simulation.fairness import first_step_length, rate_for_first_step, rate_grid, tuned_rate
from simulation.lanes import Entrant, Schedule
from simulation.run import Run, race, simulate
from simulation.schedules import SCHEDULES, RateSchedule
from simulation.standing import VERDICT_MEANINGS, VERDICT_NAMES, Chart, Standing, Verdict, standing

__all__ = [
    "SCHEDULES",
    "VERDICT_MEANINGS",
    "VERDICT_NAMES",
    "Chart",
    "Entrant",
    "RateSchedule",
    "Run",
    "Schedule",
    "Standing",
    "Verdict",
    "first_step_length",
    "race",
    "rate_for_first_step",
    "rate_grid",
    "simulate",
    "standing",
    "tuned_rate",
]
