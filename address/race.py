"""What the viewer has chosen for a race: read from the address, changed by the controls."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from address import Address
from address.fairness import FAIRNESS, RATE_SPAN, Conditions, Fairness, Search, fair_rate
from address.probe import ON_SURFACE, PROBE, read_probe
from address.projector import is_projected
from address.surface import knobs_of_surfaces, read_start, read_surface
from address.viewpoint import VIEWS, Setting, View
from optimizers import OPTIMIZERS, Optimizer
from parameters import Parameter, parameters
from simulation import Entrant
from surfaces import Surface
from surfaces.base import Place

MOST_STEPS = 2000
NOISE_SPAN = (0.0, 10_000.0)
MOST_SEED = 999_999
CAMERA_SPANS = ((-180, 180), (0, 90))
"""From where the relief can be looked at: around and above, in degrees."""
LECTURE = tuple(key for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture)
"""Those of the lecture race unless others are chosen."""
BEYOND = tuple(key for key in OPTIMIZERS if key not in LECTURE)


@dataclass(frozen=True)
class RaceChoice:
    """One race, complete: with it the simulation can run."""

    surface: Surface
    start: Place
    steps: int
    chosen: tuple[str, ...]
    """The keys of the optimizers that race."""
    rules: Mapping[str, Optimizer[Any]]
    """Every optimizer with its hyperparameters, chosen or not."""
    rate: float
    """The common learning rate."""
    own_rates: Mapping[str, float]
    """The learning rates that were given to one optimizer alone; they go before everything."""
    fairness: Fairness = "common"
    noise: float = 0.0
    """σ of what is added to each component of every gradient."""
    seed: int = 0
    setting: Setting = Setting()

    @property
    def conditions(self) -> Conditions:
        """What is the same for all."""
        return Conditions(self.surface, self.start, self.steps, self.noise, self.seed)

    def rate_of(self, key: str) -> float:
        """The learning rate of one optimizer."""
        if key in self.own_rates:
            return self.own_rates[key]
        return fair_rate(self.fairness, self.rules[key], self.rate, self.conditions)

    @property
    def searches(self) -> list[Search]:
        """What has to be searched for before everybody's learning rate is known."""
        searched = [key for key in self.chosen if self.fairness == "tuned" and key not in self.own_rates]
        return [Search(self.rules[key], self.conditions) for key in searched]

    @property
    def entrants(self) -> list[Entrant]:
        """Those who race, in the order of the registry."""
        return [Entrant(self.rules[key], self.rate_of(key)) for key in self.chosen]


def read_race(address: Address) -> RaceChoice:
    """The race that the address tells."""
    surface = read_surface(address)
    own_rates = {key: address.optional_number(rate_key(key), *RATE_SPAN) for key in OPTIMIZERS}
    conditions = read_conditions(address, surface, steps=surface.steps, noise=0.0)
    return RaceChoice(
        **conditions._asdict(),
        chosen=address.choices("optimizers", tuple(OPTIMIZERS), LECTURE),
        rules=read_rules(address),
        rate=address.number("rate", *RATE_SPAN, surface.learning_rate),
        own_rates={key: own for key, own in own_rates.items() if own is not None},
        fairness=cast(Fairness, address.choice("rates", FAIRNESS, "common")),
        setting=read_setting(address, conditions),
    )


def own_settings_of_the_surface() -> dict[str, str | float | None]:
    """What the address says to race as the surface would have it: at its rate, from its start, with usual rules."""
    conditions = ("rate", *ON_SURFACE, PROBE, "steps", "noise", "seed", *knobs_of_surfaces())
    of_rules = [setting_key(key, each) for key, rule in OPTIMIZERS.items() for each in parameters(rule)]
    return dict.fromkeys([*conditions, *map(rate_key, OPTIMIZERS), *of_rules])


def read_conditions(address: Address, surface: Surface, *, steps: int, noise: float) -> Conditions:
    """Where and how it is run on this surface; steps and noise are these unless the address says others."""
    return Conditions(
        surface=surface,
        start=read_start(address, surface),
        steps=address.whole("steps", 1, MOST_STEPS, steps),
        noise=address.number("noise", *NOISE_SPAN, noise),
        seed=address.whole("seed", 0, MOST_SEED, 0),
    )


def read_rules(address: Address) -> dict[str, Optimizer[Any]]:
    """Every optimizer with its hyperparameters."""
    return {key: rule(**read_settings(address, key, parameters(rule))) for key, rule in OPTIMIZERS.items()}


def read_setting(address: Address, conditions: Conditions) -> Setting:
    """How the race is looked at."""
    usual = Setting()
    return Setting(
        view=cast(View, address.choice("view", VIEWS, usual.view)),
        camera=(
            address.whole("turn", *CAMERA_SPANS[0], usual.camera[0]),
            address.whole("tilt", *CAMERA_SPANS[1], usual.camera[1]),
        ),
        projector=is_projected(address),
        probe=read_probe(address, conditions.surface, conditions.start),
    )


def rate_key(optimizer: str) -> str:
    """The address's name for one optimizer's own learning rate."""
    return f"rate.{optimizer}"


def setting_key(owner: str, parameter: Parameter) -> str:
    """The address's name for one number that an optimizer or a schedule lets be set."""
    return f"{owner}.{parameter.key}"


def settings_of(key: str, owner: object) -> dict[str, float]:
    """The numbers that one optimizer, or one schedule, has now, by the address's names for them."""
    return {setting_key(key, each): getattr(owner, each.key) for each in parameters(owner)}


def read_settings(address: Address, owner: str, known: tuple[Parameter, ...]) -> dict[str, float]:
    """The numbers that one optimizer, or one schedule, lets be set."""
    return {each.key: address.number(setting_key(owner, each), each.low, each.high, each.default) for each in known}
