"""How long one piece of long work keeps everybody else's waiting: `python -m bench.pieces`.

Every kind of shared work, at the dearest addresses that are known, with nothing remembered: the processor's time for
all of it, into how many pieces it is cut, and the longest of them beside its goal, 50 ms.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import thread_time
from typing import Any

from address import Address, fairness
from address.race import MOST_STEPS, read_race
from address.surface import read_surface
from export.slide import animation_of, race_slide
from formulas import OWN
from optimizers import OPTIMIZERS
from pages.basins import compute as basins_work
from pages.basins.choice import most_steps, read_basins
from pages.dial import choice as dial_choice
from pages.dial.choice import read_dial
from pages.dial.view import inputs_of
from pages.differences import timings as differences_work
from pages.representations import compute as representations_work
from pages.representations.choice import read_representations
from pages.training import compute as training_work
from pages.training.choice import read_training
from pages.vanishing import choice as vanishing_choice
from pages.vanishing import compute as vanishing_work
from pages.vanishing.choice import read_vanishing
from tools.caches import forget_everything
from ui.common import lesson_choice, sweep_compute
from ui.common import race_compute as race_work
from ui.common.race_view import race_scene
from work.pieces import Pieces

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
        yield f"race, {name}", lambda question=question: race_work.compute(question)
        dial = inputs_of(read_dial(asked(**surface, optimizers=ALL, steps=str(dial_choice.MOST_STEPS))))
        yield f"sweep, {name}", lambda dial=dial: sweep_compute.compute(dial)
        steps = str(most_steps(read_surface(asked(**surface))))
        basins = read_basins(asked(**surface, optimizer="nadam", steps=steps)).inputs("left")
        yield f"basins, {name}", lambda basins=basins: basins_work.compute(basins)
    yield from trainings()
    layers = read_vanishing(asked(width=str(vanishing_choice.WIDTHS[1]), steps=str(vanishing_choice.MOST_STEPS)))
    yield "layers", lambda: vanishing_work.compute(layers.training("tanh"))
    yield "signals", lambda: vanishing_work.signals_of(layers.training("tanh").start)
    yield "costs of gradients", lambda: differences_work.compute("tanh")
    for steps in ("100", str(MOST_STEPS)):
        choice = read_race(asked(optimizers=ALL, noise="0.1", steps=steps))
        slide = race_slide(choice, partial(race_scene, choice, "ko"), "ko", "light")
        yield f"film of {steps} steps", lambda slide=slide: animation_of(slide)


def trainings() -> Iterator[tuple[str, Work]]:
    """The usual one, and the longest."""
    spans = {
        "samples": lesson_choice.SAMPLES_SPAN,
        "layers": lesson_choice.LAYERS_SPAN,
        "width": lesson_choice.WIDTH_SPAN,
        "steps": lesson_choice.STEPS_SPAN,
    }
    most = {name: str(high) for name, (_, high) in spans.items()}
    yield "training", lambda: training_work.compute(read_training(asked()).inputs)
    longest = read_training(asked(**most, optimizers=ALL, data="blobs", batch=str(lesson_choice.ALL_DATA))).inputs
    yield "longest training", lambda: training_work.compute(longest)
    yield "hidden layers", lambda: representations_work.compute(read_representations(asked()).shown)
    seen = read_representations(asked(**most, optimizers=ALL, last="16")).shown
    yield "most of hidden layers", lambda: representations_work.compute(seen)


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
