"""What every value of one parameter's slider does while the others stand where they are, as an asset."""

from typing import Annotated

from address.race import settings_of
from address.race_link import query_of
from networks import LETTERS
from pages.model.choice import ModelChoice, letter_values, read_model
from pages.model.compute import at_values
from pages.model.pictures import grid_of
from stage.assets import Asset, asset
from stage.figure_grid import live_rows
from stage.live_axis import LiveAxis
from stage.spelling import OneOf, said_by
from text import Language


def model_axes(choice: ModelChoice, language: Language) -> list[LiveAxis]:
    """A slider for each parameter, under the picture of the loss along it."""
    return [
        LiveAxis(
            key=letter,
            names=[letter],
            word=letter,
            value=value,
            logarithmic=False,
            data=_axis_address(letter, _link(choice, letter), language),
            places=letter_values(),
            under=f"slice.{letter}",
        )
        for letter, value in zip(LETTERS, choice.theta, strict=True)
    ]


def _link(choice: ModelChoice, moved: str) -> str:
    """The page as an address, without the parameter that is moved."""
    rule = choice.rule
    others = {letter: value for letter, value in zip(LETTERS, choice.theta, strict=True) if letter != moved}
    said: dict[str, str | float] = {
        "model": choice.curve.key,
        "optimizer": rule.key,
        "rate": choice.rate,
        "seed": choice.seed,
        "steps": choice.steps,
    }
    return query_of({**said, **others, **settings_of(rule.key, rule)})


@asset("model-axis")
def _axis_address(letter: Annotated[str, OneOf(LETTERS)], page: str, language: Language) -> Asset:
    """Where the browser finds what every value of this parameter does."""
    choice = said_by(page, read_model)
    found = at_values(choice, letter, [float(value) for value in letter_values()])
    return live_rows(letter_values(), grid_of(choice, found, language, over_values=True))
