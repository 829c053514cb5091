"""A scene of what depth expresses: the networks that learn the zigzag, and what is asked of their losses."""

from collections.abc import Mapping

import numpy as np

from address import Address
from networks import ACTIVATIONS
from pages.depth.choice import DepthChoice, read_depth
from pages.depth.compute import DEPTHS, FITS, RESTARTS, Answer, bounds
from pages.depth.view import depth_grid
from scenes.of_depth import Fits
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces, one_after_the_other

_ASKED = Text(
    ko="{restarts}번씩 학습한 {name} 신경망 가운데 손실이 가장 낮은 것은 은닉층이 몇 개일까요?",
    en="{name}, each depth trained {restarts} times: how many hidden layers has the network of the lowest loss?",
)
GROUPS: Mapping[str, tuple[int, ...]] = {"1": (1,), "2-3": (2, 3), "4-5": (4, 5), "6-7": (6, 7)}
"""What may be answered: these depths."""


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The picture, and what was measured of all."""
    choice = read_depth(address)
    works = [FITS.ask(choice.training(key)) for key in choice.activations]
    answers = dict(zip(choice.activations, (yield from one_after_the_other(works)), strict=True))
    fits = fits_of(choice, answers)
    return SceneResult(depth_grid(choice, answers, language), fits, asking(fits, ask))


def fits_of(choice: DepthChoice, answers: Mapping[str, Answer]) -> Fits:
    """What is known, and what was found."""
    known = bounds(choice.folds, choice.width)
    return Fits(
        folds=choice.folds,
        width=choice.width,
        constant=known.constant,
        folded=known.folded,
        most=dict(zip(DEPTHS, known.most.tolist(), strict=True)),
        floor=dict(zip(DEPTHS, known.floor.tolist(), strict=True)),
        lowest={key: dict(zip(DEPTHS, answer.lowest[:, -1].tolist(), strict=True)) for key, answer in answers.items()},
    )


def asking(fits: Fits, ask: str) -> Asking | None:
    """What is asked, and what is right as it was measured; None where nothing can be said of it."""
    _, _, activation = ask.partition(".")
    losses = fits.lowest.get(activation)
    if losses is None or not np.isfinite(min(losses.values())):
        return None
    best = min(losses, key=lambda depth: losses[depth])
    right = [key for key, depths in GROUPS.items() if best in depths]
    return Asking(
        _ASKED.format(restarts=RESTARTS, name=ACTIVATIONS[activation].name),
        {key: _option(depths) for key, depths in GROUPS.items()},
        right,
    )


def _option(depths: tuple[int, ...]) -> Text:
    numbers = "–".join(map(str, depths))
    return Text(ko=f"{numbers}개", en=numbers)
