"""The settings of a race in words: what a person needs to set it up again."""

from typing import NamedTuple

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


def facts(choice: RaceChoice, language: Language) -> list[tuple[str, str]]:
    """What holds for all who race, each with its name."""
    x, y = map(numeral, choice.start)
    surface = choice.surface
    found = [
        (f"{each.label[language]} {each.symbol}", numeral(getattr(surface, each.key))) for each in parameters(surface)
    ]
    found += [(_START[language], f"({x}, {y})"), (_STEPS[language], str(choice.steps))]
    if choice.noise:
        found += [(NOISE[language], numeral(choice.noise)), (_SEED[language], str(choice.seed))]
    return found


def racers(choice: RaceChoice, language: Language) -> list[Racer]:
    """Those who race, in order."""
    return [
        Racer(
            choice.rules[key].name,
            numeral(choice.rate_of(key)),
            [
                f"{each.label[language]} {each.symbol}\u00a0=\u00a0{numeral(getattr(choice.rules[key], each.key))}"
                for each in parameters(choice.rules[key])
            ],
        )
        for key in choice.chosen
    ]
