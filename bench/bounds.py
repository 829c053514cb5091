"""The most that any address can ask of the server: `python -m bench.bounds`.

Computes, as a page does and with nothing remembered, every chapter on every surface at its bounds: the race of all
optimizers with the most steps, in noise, with the wildest learning rates and with each optimizer tuned; the updates of
the longest formulas; all schedules; the dial with the sweep of all; the four rates; every kind of constraint; both
models; loss and activation functions; both gradients of the widest network; every small graph; the widest networks of
every depth; the longest training of all optimizers; the momentum map of every kind of ravine; the basins of some rules,
the slowest among them; every scene of the lecture with the most steps; the assets that are asked for besides.
Prints the slowest and the largest of each beside its goal: one second, or twelve for training, which shows how far it
is and can be left at any time; 200 MB. Tracing memory takes several times as long as the work, so only the slowest
addresses of a chapter are traced. Leaves with an error where an address breaks.
"""

import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from time import perf_counter

from address import Address
from address.fairness import RATE_SPAN
from address.race import MOST_STEPS, read_race
from address.surface import read_surface
from formulas import OWN
from networks import ACTIVATIONS, CURVES, MOST_LAYERS
from optimizers import OPTIMIZERS
from pages.activations.choice import SHOWS as SHOWN_ACTIVATIONS
from pages.activations.choice import read_activations
from pages.activations.view import activations_grid
from pages.backpropagation.choice import STRUCTURES, read_graph
from pages.backpropagation.view import graph_shown
from pages.basins.choice import MOST_STEPS as MOST_BASIN_STEPS
from pages.basins.choice import most_steps, read_basins
from pages.basins.compute import compute
from pages.choosing import choice as choosing_choice
from pages.choosing.view import choosing_grid
from pages.constraints.choice import KINDS, read_constraints
from pages.constraints.choice import MOST_STEPS as MOST_CONSTRAINED
from pages.constraints.view import constraints_grid
from pages.dial import choice as dial_choice
from pages.dial.view import dial_grid
from pages.differences.choice import DIFFERENCES, WIDTH_SPAN, read_differences
from pages.differences.timings import unmeasured
from pages.differences.view import differences_grid
from pages.losses.choice import CLASSES_SPAN, read_losses
from pages.losses.choice import SHOWS as SHOWN_LOSSES
from pages.losses.view import losses_grid
from pages.model.axis import model_axes as axes_of_model
from pages.model.choice import MOST_STEPS as MOST_FITTED
from pages.model.choice import read_model
from pages.model.view import model_grid
from pages.momentum import compute as momentum_runs
from pages.momentum.choice import read_momentum
from pages.scenes.choice import read_scene
from pages.scenes.view import shown
from pages.schedules.axis import schedule_axis
from pages.schedules.choice import read_schedules
from pages.schedules.view import schedule_scene
from pages.step.choice import read_step
from pages.step.view import updates
from pages.training.choice import read_training
from pages.training.compute import compute as training_work
from pages.vanishing import choice as vanishing_choice
from pages.vanishing import compute as vanishing_work
from pages.vanishing.choice import read_vanishing
from pages.vanishing.view import vanishing_grid
from scenes import SCENES
from server.start import import_everything
from simulation import SCHEDULES
from stage.assets import KINDS as ASSETS
from stage.assets import packed
from stage.figure_grid import figure_grid_message
from stage.graph import graph_message
from stage.inside import updates_message
from stage.live_axis import LiveAxis
from surfaces import SURFACES
from text import LANGUAGES
from tools.caches import forget_everything
from ui.common import lesson_choice
from ui.common.passing import race_from
from ui.common.race_axis import race_axes
from ui.common.race_view import race_scene

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200.0
TRACED = 3
"""Addresses of each chapter whose memory is traced."""
PATIENCE = {"training": 12.0, "long scenes": 12.0}
"""Chapters that may take longer."""
MEASURING = ("training", "differences")
"""Their scenes show how far they are, too."""
ALL = ",".join(OPTIMIZERS)
TERMS = [*({"rate": f"{rate:g}"} for rate in (RATE_SPAN[0], 0.1, RATE_SPAN[1])), {"rates": "tuned"}]

WRITTEN = ("sin(20*x)*sin(20*y)", "log(1 + exp(-x - y)) + log(1 + exp(x - 2*y)) + tanh(x*y)**2 + (x**2 + y**2)/20")
"""Surfaces that a viewer may write: with more minima than can be marked, and with costly functions."""

MOST_SCENE_STEPS = {
    "race": MOST_STEPS,
    "choosing": choosing_choice.MOST_STEPS,
    "basins": MOST_BASIN_STEPS,
    "vanishing": vanishing_choice.MOST_STEPS,
    "constraints": MOST_CONSTRAINED,
    "model": MOST_FITTED,
}
"""Of each chapter that has scenes."""

SURFACE_ASSETS = ("map", "true-map", "relief", "basins-map")

Query = dict[str, str]


@dataclass(frozen=True)
class Timed:
    """What one address cost, with nothing cached."""

    seconds: float
    address: str
    run: Callable[[], None]


def asked(query: Query) -> Address:
    return Address({name: [value] for name, value in query.items()})


def assets(query: Query) -> None:
    """What the browser asks for besides: every kind of picture of this surface, in one look."""
    surface = read_surface(asked(query))
    for name in SURFACE_ASSETS:
        packed(ASSETS[name].made(ASSETS[name].address("dark", surface, projector=True).partition("?")[2]))


def momentum_map(query: Query) -> None:
    choice = read_momentum(asked(query))
    kind = ASSETS["momentum-map"]
    packed(kind.made(kind.address("dark", choice.surface, choice.start, "ko", projector=True).partition("?")[2]))


def race(query: Query) -> None:
    choice = read_race(asked(query))
    race_scene(choice, "ko")


def schedules(query: Query) -> None:
    choice = read_schedules(asked(query))
    schedule_scene(choice, "ko")


def axes(query: Query) -> None:
    """What every value of the sliders under a race does."""
    told(race_axes(read_race(asked(query))))


def schedule_axes(query: Query) -> None:
    told([schedule_axis(read_schedules(asked(query)))])


def model_axes(query: Query) -> None:
    told(axes_of_model(read_model(asked(query)), "ko"))


def elsewhere(query: Query) -> None:
    """The race from where a start is dragged."""
    kind, _, rest = race_from(read_race(asked(query))).split("/")[2].partition(".json?")
    packed(ASSETS[kind].made(rest))


def told(sliders: Iterable[LiveAxis]) -> None:
    """Make what these sliders fetch."""
    for slider in sliders:
        kind, _, query = (slider.data or "").split("/")[2].partition(".json?")
        packed(ASSETS[kind].made(query))


def dial(query: Query) -> None:
    choice = dial_choice.read_dial(asked(query))
    figure_grid_message(dial_grid(choice, "ko"), "ko")


def choosing(query: Query) -> None:
    choice = choosing_choice.read_choosing(asked(query))
    figure_grid_message(choosing_grid(choice, "ko"), "ko")


def momentum(query: Query) -> None:
    choice = read_momentum(asked(query))
    momentum_runs.cells(choice.surface, choice.start)
    momentum_runs.runs(choice.surface, choice.start)


def step(query: Query) -> None:
    choice = read_step(asked(query))
    updates_message(updates(choice, "ko"), "ko")


def differences(query: Query) -> None:
    """Without its measurement, which takes as long as it measures, in pieces and with a bar."""
    choice = read_differences(asked(query))
    figure_grid_message(differences_grid(choice, unmeasured(choice.activation), "ko"), "ko")


def constraints(query: Query) -> None:
    choice = read_constraints(asked(query))
    figure_grid_message(constraints_grid(choice, "ko"), "ko")


def model(query: Query) -> None:
    figure_grid_message(model_grid(read_model(asked(query)), "ko"), "ko")


def losses(query: Query) -> None:
    figure_grid_message(losses_grid(read_losses(asked(query)), "ko"), "ko")


def activations(query: Query) -> None:
    figure_grid_message(activations_grid(read_activations(asked(query)), "ko"), "ko")


def basins(query: Query) -> None:
    """One map: that is what one piece of work is; the page shows progress and may be left at any time."""
    for _ in compute(read_basins(asked(query)).inputs("left")):
        pass


def training(query: Query) -> None:
    choice = read_training(asked(query))
    for _ in training_work(choice.inputs):
        pass


def backpropagation(query: Query) -> None:
    choice = read_graph(asked(query))
    graph_message(graph_shown(choice, "ko"), "ko")


def vanishing(query: Query) -> None:
    """The networks with one activation, a piece of work as above, and the grid."""
    choice = read_vanishing(asked(query))
    work = vanishing_work.compute(choice.training(choice.activations[0]))
    try:
        while True:
            next(work)
    except StopIteration as end:
        figure_grid_message(vanishing_grid(choice, {choice.activations[0]: end.value}, "ko"), "ko")


def scenes(query: Query) -> None:
    """A scene in both languages, as its page works it out."""
    choice = read_scene({name: [value] for name, value in query.items()})
    for language in LANGUAGES:
        for _ in shown(choice, language):
            pass


def functions() -> Iterator[tuple[str, Callable[[Query], None], Query]]:
    """Losses and activations, which need no surface."""
    for show in SHOWN_LOSSES:
        yield "losses", losses, {"show": show, "classes": str(CLASSES_SPAN[1]), "rate": "10"}
    for show in SHOWN_ACTIVATIONS:
        yield "activations", activations, {"show": show, "classes": "6", "temperature": "0.25", "shift": "-5"}


def trainings() -> Iterator[tuple[str, Callable[[Query], None], Query]]:
    """The longest ones, of all optimizers."""
    spans = {
        "samples": lesson_choice.SAMPLES_SPAN,
        "layers": lesson_choice.LAYERS_SPAN,
        "width": lesson_choice.WIDTH_SPAN,
        "steps": lesson_choice.STEPS_SPAN,
    }
    most = {name: str(high) for name, (_, high) in spans.items()}
    for batch, activation in ((lesson_choice.ALL_DATA, "relu"), (lesson_choice.MOST_BATCH, "tanh")):
        query = {**most, "batch": str(batch), "activation": activation}
        yield "training", training, {**query, "optimizers": ALL, "data": "blobs"}


def graphs() -> Iterator[tuple[str, Callable[[Query], None], Query]]:
    """Every small graph, the chain at its longest."""
    for structure in STRUCTURES:
        layers = {"layers": str(MOST_LAYERS)} if structure == "chain" else {}
        yield "backpropagation", backpropagation, {"structure": structure, **layers}


def requests() -> Iterator[tuple[str, Callable[[Query], None], Query]]:
    """Every chapter at its bounds."""
    for surface in [*({"surface": key} for key in SURFACES), *({"surface": OWN, "f": text} for text in WRITTEN)]:
        yield "assets of a surface", assets, surface
        longest = {**surface, "steps": str(MOST_STEPS), "noise": "0.01"}
        for terms in TERMS:
            yield "race", race, {**longest, "optimizers": ALL, **terms}
        yield "axes of the longest race", axes, {**longest, "optimizers": ALL}
        yield "axes of a usual race", axes, surface
        yield "race from elsewhere", elsewhere, {**longest, "optimizers": ALL}
        yield "axis of the schedules", schedule_axes, {**longest, "schedules": ",".join(SCHEDULES)}
        yield "step", step, {**longest, "optimizer": "nadam", "beside": "adamw"}
        yield "schedules", schedules, {**longest, "schedules": ",".join(SCHEDULES)}
        for optimizer in ("gd", "nadam"):
            query = {**surface, "steps": str(dial_choice.MOST_STEPS), "optimizer": optimizer}
            yield "dial", dial, {**query, "optimizers": ALL}
        yield "choosing", choosing, {**surface, "steps": str(choosing_choice.MOST_STEPS)}
        for optimizer in ("gd", "adam", "nadam"):
            query = {**surface, "optimizer": optimizer, "steps": str(most_steps(read_surface(asked(surface))))}
            yield "basins", basins, query
        slowest = {**surface, "steps": str(MOST_CONSTRAINED), "optimizer": "nadam"}
        yield from (("constraints", constraints, {**slowest, "constraint": kind}) for kind in KINDS)
    yield from (("model", model, {"model": key, "steps": str(MOST_FITTED), "optimizer": "nadam"}) for key in CURVES)
    yield from (("axes of a model", model_axes, {"model": key, "optimizer": "nadam"}) for key in CURVES)
    for scene, each in SCENES.items():
        most = MOST_SCENE_STEPS.get(each.chapter)
        kind = "long scenes" if each.chapter in MEASURING else "scenes"
        yield kind, scenes, {"scene": scene, **({"steps": str(most)} if most else {})}
    yield from graphs()
    for activation in ACTIVATIONS:
        widest = {"activations": activation, "width": str(vanishing_choice.WIDTHS[1]), "optimizer": "adam"}
        yield "vanishing", vanishing, {**widest, "steps": str(vanishing_choice.MOST_STEPS)}
    yield from functions()
    yield from both_gradients()
    yield from trainings()
    for condition_number in ("1", "50", "1000"):
        yield "momentum", momentum, {"condition_number": condition_number}
        yield "still of a momentum map", momentum_map, {"condition_number": condition_number}


def both_gradients() -> Iterator[tuple[str, Callable[[Query], None], Query]]:
    """Of the widest network that the page offers."""
    for activation, difference in product(ACTIVATIONS, DIFFERENCES):
        width = str(WIDTH_SPAN[1])
        yield "differences", differences, {"width": width, "activation": activation, "difference": difference}


def timed(chapter: str, run: Callable[[Query], None], query: Query) -> Timed:
    address = f"{chapter}?" + "&".join(f"{name}={value}" for name, value in query.items())
    forget_everything()
    begin = perf_counter()
    run(query)
    return Timed(perf_counter() - begin, address, partial(run, query))


def megabytes(work: Callable[[], None]) -> float:
    """The most that it holds at a time, traced."""
    forget_everything()
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def show(what: str, value: str, address: str, *, met: bool, goal: str) -> None:
    print(f"  {what}: {value} (goal ≤ {goal}: {'met' if met else 'MISSED'}) at {address}", flush=True)


def main() -> int:
    """Measure every chapter and tell the worst of each."""
    import_everything()
    costs: dict[str, list[Timed]] = {}
    for chapter, run, query in requests():
        costs.setdefault(chapter, []).append(timed(chapter, run, query))
    for chapter, each in costs.items():
        slowest = sorted(each, key=lambda one: one.seconds, reverse=True)[:TRACED]
        patience = PATIENCE.get(chapter, MOST_SECONDS)
        largest, address = max((megabytes(one.run), one.address) for one in slowest)
        print(f"{chapter}, {len(each)} addresses")
        worst = slowest[0]
        show("slowest", f"{worst.seconds:.3f} s", worst.address, met=worst.seconds <= patience, goal=f"{patience} s")
        show("largest", f"{largest:.1f} MB", address, met=largest <= MOST_MEGABYTES, goal=f"{MOST_MEGABYTES} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
