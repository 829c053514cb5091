"""The settings of a race in words: what a person needs to set it up again."""

from typing import NamedTuple

from parameters import parameters
from text import Language, Text
from ui.race_choice import RaceChoice

_START = Text(ko="출발점", en="Start")
_STEPS = Text(ko="걸음 수", en="Steps")
_NOISE = Text(ko="기울기에 더한 잡음 σ", en="Noise σ on the gradient")
_SEED = Text(ko="난수 시드", en="Seed of the noise")

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Racer(NamedTuple):
    """One optimizer: its name, its learning rate, and its hyperparameters in words."""

    name: str
    rate: str
    settings: list[str]


def facts(choice: RaceChoice, language: Language) -> list[tuple[str, str]]:
    """What holds for all who race, each with its name."""
    x, y = map(number, choice.start)
    surface = choice.surface
    found = [
        (f"{each.label[language]} {each.symbol}", number(getattr(surface, each.key))) for each in parameters(surface)
    ]
    found += [(_START[language], f"({x}, {y})"), (_STEPS[language], str(choice.steps))]
    if choice.noise:
        found += [(_NOISE[language], number(choice.noise)), (_SEED[language], str(choice.seed))]
    return found


def racers(choice: RaceChoice, language: Language) -> list[Racer]:
    """Those who race, in order."""
    return [
        Racer(
            choice.rules[key].name,
            number(choice.rate_of(key)),
            [
                f"{each.label[language]} {each.symbol}\u00a0=\u00a0{number(getattr(choice.rules[key], each.key))}"
                for each in parameters(choice.rules[key])
            ],
        )
        for key in choice.chosen
    ]


def number(value: float) -> str:
    """As many digits as in the address, the power of ten as on the scoreboard."""
    digits, _, power = f"{value:.10g}".replace("-", "−").partition("e")
    return f"{digits}×10{str(int(power.replace('−', '-'))).translate(_RAISED)}" if power else digits
