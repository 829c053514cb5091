"""Moving points: the only loop, races, and how a run stands. Knows arrays and protocols, never names."""

from simulation.run import Entrant, Run, Schedule, race, simulate
from simulation.standing import VERDICT_MEANINGS, VERDICT_NAMES, Chart, Standing, Verdict, standing

__all__ = [
    "VERDICT_MEANINGS",
    "VERDICT_NAMES",
    "Chart",
    "Entrant",
    "Run",
    "Schedule",
    "Standing",
    "Verdict",
    "race",
    "simulate",
    "standing",
]
