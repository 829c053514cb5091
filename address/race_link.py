"""A race written as an address: `read_race` reads the same race from it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from address.fairness import FAIRNESS
from address.probe import probe_values
from address.race import RaceChoice, rate_key, setting_key
from address.typed_surface import own_values
from address.viewpoint import Setting
from formulas import TypedSurface
from parameters import parameters
from surfaces import Surface


def race_link(choice: RaceChoice) -> str:
    """The query string, from its question mark on.

    It names whatever a surface would decide by itself, so that it reads on its own; hyperparameters, and the
    learning rate of one optimizer alone, stand there only where they are not the usual ones.
    """
    values = surface_values(choice.surface)
    values |= {"x": choice.start[0], "y": choice.start[1], "steps": choice.steps}
    values |= {"optimizers": ",".join(choice.chosen), "rate": choice.rate}
    for key in choice.chosen:
        rule = choice.rules[key]
        if key in choice.own_rates:
            values[rate_key(key)] = choice.own_rates[key]
        for each in parameters(rule):
            if getattr(rule, each.key) != each.default:
                values[setting_key(key, each)] = getattr(rule, each.key)
    if choice.fairness != FAIRNESS[0]:
        values["rates"] = choice.fairness
    if choice.noise:
        values |= {"noise": choice.noise, "seed": choice.seed}
    return query_of(values | _looks(choice.setting))


def _looks(setting: Setting) -> dict[str, str | float]:
    """How it is looked at, where that is not as usual."""
    turn, tilt = setting.camera
    relief: dict[str, str | float] = {"view": "relief", "turn": turn, "tilt": tilt}
    probe = {name: each for name, each in probe_values(setting.probe).items() if each is not None}
    return (relief if setting.view == "relief" else {}) | probe


def query_of(values: Mapping[str, str | float]) -> str:
    """The query string of these values, from its question mark on."""
    return "?" + urlencode({name: _shortest(value) for name, value in values.items()}, safe=",")


def surface_values(surface: Surface) -> dict[str, str | float]:
    """Which surface, with what can be set of it, or what the viewer wrote."""
    own = own_values(surface.text, surface.domain) if isinstance(surface, TypedSurface) else {}
    return {"surface": surface.key, **{each.key: getattr(surface, each.key) for each in parameters(surface)}, **own}


def _shortest(value: str | float) -> str:
    """A number with as many digits as it takes to read the same number back."""
    return value if isinstance(value, str) else repr(value).removesuffix(".0")
