"""From a choice to a scene: run the race, measure it, and say where its stills are."""

from collections.abc import Sequence
from dataclasses import replace

from figures.contour import contour
from figures.loss import loss_axes, loss_scale
from figures.relief import relief
from figures.theme import LOOKS, Theme, style
from optimizers import OPTIMIZERS
from simulation import Entrant, race, standing
from surfaces import Surface
from text import Language
from ui.fairness import Conditions, Fairness
from ui.race_choice import LECTURE, RaceChoice
from ui.stage import Pictures, Scene, Setting, Track
from ui.stage.stills import Still, published

_RATE_WORDS: dict[Fairness, str] = {"common": "rate", "tuned": "rateTuned", "first-step": "rateFirstStep"}
"""The player's word for the learning rates of each contest."""


def race_scene(choice: RaceChoice, language: Language) -> Scene:
    """The race of optimizers."""
    tracks = [_track(choice, key) for key in OPTIMIZERS if key in LECTURE or key in choice.chosen]
    scene = computed(choice.conditions, choice.entrants, tracks, choice.setting, language)
    return replace(scene, rate_word=_RATE_WORDS[choice.fairness])


def computed(
    conditions: Conditions, entrants: Sequence[Entrant], tracks: Sequence[Track], setting: Setting, language: Language
) -> Scene:
    """A whole race, computed; its still figures for light and for dark pages, because a page can change."""
    surface, start, steps, noise, seed = conditions
    run = race(surface, entrants, start, steps, noise=noise, seed=seed)
    projector = setting.projector
    scale = loss_scale(run.loss, min((minimum.value for minimum in surface.minima), default=None))
    return Scene(
        key=f"{surface}{start}",
        pictures={
            theme: Pictures(
                map=_map_address(surface, theme, projector=projector),
                relief=_relief_address(surface, theme, projector=projector),
                axes=_axes_address(theme, language, logarithmic=scale.logarithmic, projector=projector),
            )
            for theme in LOOKS
        },
        chart=surface,
        run=run,
        standing=standing(surface, run),
        tracks=tracks,
        scale=scale,
        setting=setting,
    )


def _track(choice: RaceChoice, key: str) -> Track:
    """One optimizer's row on the scoreboard."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    rate = f"{choice.rate_of(key):.4g}" if column is not None else ""
    return Track(key, OPTIMIZERS[key].name, rate, style(key, tuple(OPTIMIZERS)), column)


@published(most=128)
def _map_address(surface: Surface, theme: Theme, *, projector: bool) -> Still:
    """Where the browser finds the map of this surface."""
    return contour(surface, theme, projector=projector)


@published(most=128)
def _relief_address(surface: Surface, theme: Theme, *, projector: bool) -> Still:
    """Where the browser finds the relief of this surface."""
    return relief(surface, theme, projector=projector)


@published(most=32)
def _axes_address(theme: Theme, language: Language, *, logarithmic: bool, projector: bool) -> Still:
    """Where the browser finds the axes of the loss curves."""
    return loss_axes(theme, language, logarithmic=logarithmic, projector=projector)
