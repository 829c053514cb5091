"""The settings of a race in words: what a person needs to set it up again."""

from typing import NamedTuple

from address.fairness import Conditions
from address.race import RaceChoice
from numerals import numeral
from parameters import parameters
from text import Language, Text

_START = Text(ko="출발점", en="Start")
_STEPS = Text(ko="스텝 수", en="Steps")
NOISE = Text(ko="기울기의 잡음 σ", en="Gradient noise σ")
_SEED = Text(ko="난수 시드", en="Noise seed")


class Racer(NamedTuple):
    """One optimizer: its name, its learning rate, and its hyperparameters in words."""

    name: str
    rate: str
    settings: list[str]


def facts(conditions: Conditions, language: Language) -> list[tuple[str, str]]:
    """What holds for all who race, each with its name."""
    surface, start, steps, noise, seed = conditions
    x, y = map(numeral, start)
    found = [
        (f"{each.label[language]} {each.symbol}", numeral(getattr(surface, each.key))) for each in parameters(surface)
    ]
    found += [(_START[language], f"({x}, {y})"), (_STEPS[language], str(steps))]
    if noise:
        found += [(NOISE[language], numeral(noise)), (_SEED[language], str(seed))]
    return found


def racers(choice: RaceChoice, language: Language) -> list[Racer]:
    """Those who race, in order."""
    return [
        Racer(choice.rules[key].name, numeral(choice.rate_of(key)), settings_in_words(choice.rules[key], language))
        for key in choice.chosen
    ]


def settings_in_words(owner: object, language: Language) -> list[str]:
    """What can be set of a rule, each with its value."""
    return [
        f"{each.label[language]} {each.symbol}\u00a0=\u00a0{numeral(getattr(owner, each.key))}"
        for each in parameters(owner)
    ]
