"""From a choice to what the player shows of one update: every term at every step, computed."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

import numpy as np

from address.fairness import Conditions
from cache import remembered
from figures.own_rates import own_rates_axes, own_rates_span
from figures.theme import PARTS, Style, Theme, style
from numerals import numeral
from optimizers import OPTIMIZERS, AdaGrad, Optimizer, RMSProp
from pages.step.choice import StepChoice
from pages.step.formula import divided, lines_of
from pages.step.words import PICTURES, RATES_NOTE
from parameters import Array, parameters
from simulation import Inside, inside, retrace
from stage.assets import Asset, asset, themed
from stage.inside import Card, Updates
from stage.live_axis import LiveAxis
from stage.spelling import OneOf
from text import Language, Text
from ui.common.axes import rate_axis, rate_places
from ui.common.race_assets import map_address

_LABEL = Text(
    ko="한 스텝이 만들어지는 과정: 식, 화살표, 제곱 평균, 지도, 변수마다의 학습률",
    en="How one step comes about: formula, arrows, squares, map, and the learning rate of each variable",
)
_PARTS = {
    "gradient": Text(ko="기울기", en="gradient"),
    "memory": Text(ko="누적값", en="memory"),
    "square": Text(ko="기울기의 크기", en="size of gradients"),
    "step": Text(ko="스텝", en="step"),
}
SETTING_DIGITS = 4
COMPARED: tuple[type[Optimizer[Any]], ...] = (AdaGrad, RMSProp)
"""Those whose own rates are drawn, whichever rule makes the run."""


def updates(choice: StepChoice, language: Language) -> Updates:
    """Everything on the page, computed."""
    surface, start, _, noise, _ = choice.conditions
    watched = Watched(choice.conditions, choice.rules[choice.key], choice.rate_of(choice.key))
    seen = seen_inside(watched)
    rates = own_rates(choice, watched)
    return Updates(
        key=f"{surface}{start}",
        label=_LABEL[language],
        chart=surface,
        is_noisy=noise > 0,
        path=seen.path,
        gradients=seen.gradients,
        cards=[_card(choice, key, watched, language) for key in choice.shown],
        rates=rates,
        rates_span=own_rates_span(rates),
        styles=_styles(language),
        map=map_address(surface, projector=choice.projector),
        axes=_axes_address(language, projector=choice.projector),
        pictures={name: words[language] for name, words in PICTURES.items()},
        note=RATES_NOTE[language],
        projector=choice.projector,
        sliders=[_rate(choice)],
    )


def _rate(choice: StepChoice) -> LiveAxis:
    """Every term of every step with every rate would be too much to send: it acts when it is let go."""
    surface, start = choice.conditions.surface, choice.conditions.start
    return rate_axis(surface, start, choice.rate, None, places=rate_places())


class Watched(NamedTuple):
    """The run that is looked into, whose rule may be another than that of a card."""

    conditions: Conditions
    rule: Optimizer[Any]
    rate: float


@remembered(most_bytes=2_000_000)
def seen_inside(watched: Watched) -> Inside:
    """The run; 100 kB at most."""
    (surface, start, steps, noise, seed), rule, rate = watched
    return inside(surface, rule, start, rate, steps, noise=noise, seed=seed)


@remembered(most_bytes=3_000_000)
def terms_of(watched: Watched, rule: Optimizer[Any], rate: float) -> Mapping[str, Array]:
    """What a rule works out at every step of it; 200 kB at most."""
    seen = seen_inside(watched)
    return retrace(rule, rate, seen.path, seen.gradients)


def own_rates(choice: StepChoice, watched: Watched) -> Array:
    """n / √(g + ε) of AdaGrad and RMSProp for x and y (4, steps + 1), had they been given the slopes of this run."""
    rows = []
    for each in COMPARED:
        root = terms_of(watched, choice.rules[each.key], choice.rate)["root"]
        with np.errstate(all="ignore"):  # a root of 0 or inf is possible where ε is lost
            rows += [*(choice.rate_of(each.key) / root).T]
    return np.array(rows)


def _card(choice: StepChoice, key: str, watched: Watched, language: Language) -> Card:
    """One rule with all its terms; row t is step t."""
    rule, rate = choice.rules[key], choice.rate_of(key)
    kind, seen = OPTIMIZERS[key], seen_inside(watched)
    terms = dict(terms_of(watched, rule, rate))
    pair = divided(kind)
    with np.errstate(all="ignore"):
        steps = terms[list(terms)[-1]][1:]
        terms["x"] = np.concatenate([seen.path[:1], seen.path[:-1] - steps])
        if pair:
            slopes = np.concatenate([np.full((1, 2), np.nan), seen.gradients])
            terms["share"] = {"gradient": slopes, **terms}[pair[0]] / terms[pair[1]]
    return Card(
        key=key,
        name=kind.name,
        lines=_lines_address(key, language),
        settings=_settings(rule, rate),
        divided=pair,
        terms=terms,
    )


def _settings(rule: Optimizer[Any], rate: float) -> Mapping[str, str]:
    """What stays the same at every step, as it is shown."""
    settings = {each.key: numeral(getattr(rule, each.key), SETTING_DIGITS) for each in parameters(rule)}
    return {"n": numeral(rate, SETTING_DIGITS), **settings}


def _styles(language: Language) -> tuple[tuple[str, str, Style], ...]:
    """How the parts of a formula and the four rates are drawn."""
    parts = [(part, _PARTS[part][language], each) for part, each in PARTS.items()]
    rates = []
    for rule in COMPARED:
        own = style(rule.key, tuple(OPTIMIZERS))
        rates += [(f"{rule.key}.{axis}", f"{rule.name} {axis}", own._replace(dash=dash)) for axis, dash in _DASHES]
    return (*parts, *rates)


_DASHES: tuple[tuple[str, Any], ...] = (("x", "solid"), ("y", "dot"))


@asset("formula")
def _lines_address(key: Annotated[str, OneOf(tuple(OPTIMIZERS))], language: Language) -> Asset:
    """Where the browser finds a rule's formula, term by term."""
    return {"lines": [{**line._asdict(), "meaning": line.meaning[language]} for line in lines_of(OPTIMIZERS[key])]}


@themed("own-rates-axes")
def _axes_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of the rates."""
    return own_rates_axes(theme, language, projector=projector)
