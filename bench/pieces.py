"""How long one piece of long work keeps everybody else's waiting: `python -m bench.pieces`.

Every kind of shared work, at the dearest addresses that are known, with nothing remembered: the processor's time for
all of it, into how many pieces it is cut, and the longest of them beside its goal, 50 ms.
"""

import sys
from collections.abc import Callable, Iterator
from time import thread_time
from typing import Any

from formulas import OWN
from optimizers import OPTIMIZERS
from pieces import Pieces
from tools.caches import forget_everything
from ui import (
    basins_work,
    dial_choice,
    differences_work,
    fairness,
    race_work,
    sweep,
    training_choice,
    training_work,
    vanishing_choice,
    vanishing_work,
)
from ui.address import Address
from ui.basins_choice import most_steps, read_basins
from ui.dial_choice import read_dial
from ui.dial_sheet import question_of
from ui.race_choice import MOST_STEPS, read_race
from ui.surface_choice import read_surface
from ui.take_away.slides import film_of, race_slide
from ui.training_choice import read_training
from ui.vanishing_choice import read_vanishing

LONGEST = 0.05
"""Seconds."""
ALL = ",".join(OPTIMIZERS)
DEAREST = "+".join(f"{name}(x*y+{number})" for number in range(1, 8) for name in ("sin", "tan"))
"""As long as a formula may be, and as slow as is known."""
SURFACES = ({"surface": "class-ravine"}, {"surface": "ackley"}, {"surface": OWN, "f": DEAREST})

Work = Callable[[], Pieces[Any]]


def asked(**query: str) -> Address:
    return Address({name: [value] for name, value in query.items()})


def works() -> Iterator[tuple[str, Work]]:
    """Each kind of work, and how it is begun."""
    for surface in SURFACES:
        name = surface["surface"]
        race = read_race(asked(**surface, rates="tuned", optimizers=ALL, noise="0.01", steps=str(MOST_STEPS)))
        yield f"search of one rate, {name}", lambda race=race: fairness.search(race.searches[-1])
        common = read_race(asked(**surface, optimizers=ALL, noise="0.01", steps=str(MOST_STEPS)))
        question = race_work.Question(common.conditions, tuple(common.entrants))
        yield f"race, {name}", lambda question=question: race_work.work_out(question)
        dial = question_of(read_dial(asked(**surface, optimizers=ALL, steps=str(dial_choice.MOST_STEPS))))
        yield f"sweep, {name}", lambda dial=dial: sweep.work_out(dial)
        steps = str(most_steps(read_surface(asked(**surface))))
        basins = read_basins(asked(**surface, optimizer="nadam", steps=steps)).question("left")
        yield f"basins, {name}", lambda basins=basins: basins_work.work_out(basins)
    yield from trainings()
    layers = read_vanishing(asked(width=str(vanishing_choice.WIDTHS[1]), steps=str(vanishing_choice.MOST_STEPS)))
    yield "layers", lambda: vanishing_work.work_out(layers.training("tanh"))
    yield "signals", lambda: vanishing_work.signals_of(layers.training("tanh").start)
    yield "costs of gradients", lambda: differences_work.work_out("tanh")
    for steps in ("100", str(MOST_STEPS)):
        slide = race_slide(read_race(asked(optimizers=ALL, noise="0.1", steps=steps)), "ko", "light")
        yield f"film of {steps} steps", lambda slide=slide: film_of(slide)


def trainings() -> Iterator[tuple[str, Work]]:
    """The usual one, and the longest."""
    spans = {
        "samples": training_choice.SAMPLES_SPAN,
        "layers": training_choice.LAYERS_SPAN,
        "width": training_choice.WIDTH_SPAN,
        "steps": training_choice.STEPS_SPAN,
    }
    most = {name: str(high) for name, (_, high) in spans.items()}
    yield "training", lambda: training_work.work_out(read_training(asked()).question)
    longest = read_training(asked(**most, optimizers=ALL, data="blobs", batch=str(training_choice.ALL_DATA))).question
    yield "longest training", lambda: training_work.work_out(longest)


def measured(work: Pieces[Any]) -> list[float]:
    """The seconds of each piece."""
    seconds = []
    while True:
        begin = thread_time()
        ended = next(work, None) is None
        seconds.append(thread_time() - begin)
        if ended:
            return seconds


def main() -> int:
    print(f"{'':36}{'all':>8}{'pieces':>8}{'longest':>10}")
    for name, begin in works():
        forget_everything()
        seconds = measured(begin())
        met = "met" if max(seconds) <= LONGEST else f"MISSED: goal ≤ {1000 * LONGEST:.0f} ms"
        print(f"{name:36}{sum(seconds):6.2f} s{len(seconds):8}{1000 * max(seconds):7.1f} ms  {met}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
