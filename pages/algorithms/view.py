"""From a race of algorithms to a scene."""

from dataclasses import replace

from algorithms import ALGORITHMS
from figures.theme import ALGORITHM_STYLES, Style, style
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.algorithms.choice import COST, FIRST, KEYS, AlgorithmChoice
from pages.algorithms.compute import Answer
from stage.scene import Scene, Spent, Track
from text import Language
from ui.common.race_axis import limits_of, rate_words
from ui.common.race_compute import Raced
from ui.common.race_view import scene_of

MEDIAN_OVER = 15
"""In noise the median of so many last losses is strong."""


def algorithms_scene(choice: AlgorithmChoice, answer: Answer, language: Language) -> Scene:
    """The race, and what each has asked for so far."""
    tracks = [_track(choice, key, language) for key in KEYS if key in FIRST or key in choice.chosen]
    spent = Spent(answer.asked.asked, answer.asked.cost, over=choice.over == COST)
    raced = Raced(answer.asked.run, answer.status)
    scene = scene_of(choice.conditions, raced, tracks, choice.setting, language, spent=spent)
    noisy = bool(choice.conditions.noise) and choice.conditions.has_value
    return replace(scene, rate_word="asked", racers_word="algorithm", median_over=MEDIAN_OVER if noisy else 0)


def _track(choice: AlgorithmChoice, key: str, language: Language) -> Track:
    """One row of the board; its counts stand in the scene."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    name, drawn = name_of(choice, key, language), style_of(key)
    if key in ALGORITHMS:
        return Track(key, name, "", drawn, column)
    (limit,) = limits_of(choice.rules[key], choice.conditions.surface, choice.conditions.start)
    return Track(key, name, rate_words(choice.rate), drawn, column, limit)


def style_of(key: str) -> Style:
    """How it is drawn."""
    return ALGORITHM_STYLES[key] if key in ALGORITHMS else style(key, tuple(OPTIMIZERS))


def plain_name(key: str, language: Language) -> str:
    """Its name."""
    return ALGORITHMS[key].name[language] if key in ALGORITHMS else OPTIMIZERS[key].name


def name_of(choice: AlgorithmChoice, key: str, language: Language) -> str:
    """With the number that makes it what it is: an optimizer's n, Newton's λ where it is damped."""
    name = plain_name(key, language)
    if key not in ALGORITHMS:
        return f"{name} (n = {numeral(choice.rate, 4)})"
    damping = getattr(choice.algorithms[key], "damping", 0.0)
    return f"{name} (λ = {numeral(damping, 4)})" if damping else name
