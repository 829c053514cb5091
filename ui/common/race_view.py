"""From a choice to a scene: run the race, measure it, and say where its assets are."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from address.fairness import Conditions, Fairness
from address.race import LECTURE, RaceChoice
from address.viewpoint import Setting
from figures.loss import loss_scale
from figures.theme import style
from optimizers import OPTIMIZERS
from simulation import Entrant
from stage.scene import Ghost, Pictures, Scene, Spent, Track, beside
from text import Language
from ui.common.passing import facts_of, probing, race_from
from ui.common.prediction import UNASKED, Asked, Outcome, prediction
from ui.common.race_assets import axes_address, map_address, relief_address
from ui.common.race_axis import limits_of, race_axes
from ui.common.race_compute import Raced, raced

RATE_WORDS: dict[Fairness, str] = {"common": "rate", "tuned": "rateTuned", "first-step": "rateFirstStep"}
"""The player's word for the learning rates of each contest."""


def race_scene(
    choice: RaceChoice, language: Language, asked: Asked = UNASKED, pinned: RaceChoice | None = None
) -> Scene:
    """The race of optimizers, what is asked before it plays, and what was pinned behind it."""
    tracks = [_track(choice, key) for key in OPTIMIZERS if key in LECTURE or key in choice.chosen]
    ghost = ghost_of(pinned) if pinned else None
    scene = computed(choice.conditions, choice.entrants, tracks, choice.setting, language, ghost=ghost)
    question = prediction(asked, Outcome(choice, scene.run, scene.status), language)
    axes, can_race = race_axes(choice), choice.conditions.has_value
    return replace(
        scene,
        rate_word=RATE_WORDS[choice.fairness],
        question=question,
        pinnable=True,
        noisy=choice.noise > 0 if can_race else None,
        axes=axes if can_race else [axis._replace(data=None) for axis in axes],
        # a search for every place would take too long
        race_from=race_from(choice) if can_race and not choice.searches else None,
    )


def computed(
    conditions: Conditions,
    entrants: Sequence[Entrant],
    tracks: Sequence[Track],
    setting: Setting,
    language: Language,
    *,
    ghost: Ghost | None = None,
) -> Scene:
    """A whole race, computed; from where f has no value it has no steps."""
    done = raced(conditions if conditions.has_value else conditions._replace(steps=0), entrants)
    return scene_of(conditions, done, tracks, setting, language, ghost=ghost)


def scene_of(
    conditions: Conditions,
    done: Raced,
    tracks: Sequence[Track],
    setting: Setting,
    language: Language,
    *,
    ghost: Ghost | None = None,
    spent: Spent | None = None,
) -> Scene:
    """A race that was run, on the stage."""
    surface, projector = conditions.surface, setting.projector
    run, status = done
    losses = beside(run.loss, ghost.run.loss) if ghost else run.loss
    scale, empty = loss_scale(losses, surface.lowest), not np.isfinite(losses).any()
    return Scene(
        key=f"{surface}{conditions.start}",
        pictures=Pictures(
            map=map_address(surface, projector=projector),
            relief=relief_address(surface, projector=projector),
            axes=axes_address(
                language,
                logarithmic=scale.logarithmic,
                empty=empty,
                over_cost=spent is not None and spent.over,
                projector=projector,
            ),
        ),
        chart=surface,
        run=run,
        status=status,
        tracks=tracks,
        scale=scale,
        setting=setting,
        ghost=ghost,
        spent=spent,
        facts=facts_of(surface),
        probing=probing(surface),
    )


def _track(choice: RaceChoice, key: str) -> Track:
    """One optimizer's row on the scoreboard."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    rate = f"{choice.rate_of(key):.4g}" if column is not None else ""
    (limit,) = limits_of(choice.rules[key], choice.surface, choice.start)
    return Track(key, OPTIMIZERS[key].name, rate, style(key, tuple(OPTIMIZERS)), column, limit)


def ghost_of(pinned: RaceChoice) -> Ghost:
    """The pinned race."""
    return Ghost(*raced(pinned.conditions, pinned.entrants), pinned.chosen)
