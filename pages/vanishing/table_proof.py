"""The scene of every activation with every initialization: the table, and what is asked of it."""

import numpy as np

from networks import ACTIVATIONS, INITIALISATIONS
from pages.vanishing.choice import VanishingChoice
from pages.vanishing.table_compute import DEPTHS, TABLES, Table
from pages.vanishing.table_view import table_grid
from scenes.of_arrivals import Arrival, Arrivals
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

NONE_KEEPS = "none-keeps"
"""Asks with which activation the gradient vanishes whatever the initialization."""
LITTLE = 1e-2
"""What is less than this share has vanished, for the question."""

_ASKED = Text(
    ko="은닉층 {depth}개에서, 네 가지 초기화 모두 맨 앞 층의 기울기가 1/100배보다 작아지는 활성화 함수는 무엇일까요?",
    en="With {depth} hidden layers, which activation's gradient falls below 1/100 with all four initializations?",
)


def prove_table(choice: VanishingChoice, ask: str, language: Language) -> Pieces[SceneResult]:
    """The table, and what was measured in every cell at the depth of the dial."""
    table = yield from TABLES.ask(choice.table)
    found = arrivals_of(table, nearest(choice.depth))
    return SceneResult(table_grid(choice, table, language, pick=False), found, asking(found, ask))


def nearest(depth: int) -> int:
    """The row of the measured depth that is the nearest in proportion, as the dial has it."""
    return int(np.argmin(np.abs(np.log(np.array(DEPTHS) / depth))))


def arrivals_of(table: Table, row: int) -> Arrivals:
    """What arrives at this depth."""
    each = {
        (activation, weights): Arrival(float(table.median[i, j, row]), *table.spread[i, j, row].tolist())
        for i, activation in enumerate(ACTIVATIONS)
        for j, weights in enumerate(INITIALISATIONS)
    }
    return Arrivals(DEPTHS[row], each)


def asking(found: Arrivals, ask: str) -> Asking | None:
    """What is asked, and what is right as it was measured; None where no answer is."""
    right = [key for key in ACTIVATIONS if all(arrival.median < LITTLE for arrival in found.of(key).values())]
    if ask != NONE_KEEPS or not right:
        return None
    return Asking(_ASKED.format(depth=found.depth), {key: each.name for key, each in ACTIVATIONS.items()}, right)
