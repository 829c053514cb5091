"""Formula cards below the stage: what is known of each schedule that races, and of the optimizer that drives them."""

from pages.schedules.choice import ScheduleChoice
from parameters import parameters
from simulation import RateSchedule
from text import Language, Text
from ui.common.cards import card, optimizer_card, setting_fact
from ui.common.sources import SOURCE
from ui.common.surface_card import surface_card

_TITLE = Text(ko="학습률 스케줄", en="Learning-rate schedules")
_DRIVEN = Text(ko="최적화 기법", en="The optimizer")
_LETTERS = Text(
    ko="t는 1부터 T까지의 스텝, n은 기본 학습률, nₜ는 t번째 스텝의 학습률입니다.",
    en="t is the step, from 1 to T; n is the base learning rate, nₜ the learning rate of step t.",
)


def schedule_cards(choice: ScheduleChoice, language: Language) -> list[str]:
    """A card for each chosen schedule, one for the optimizer, one for the surface."""
    of_schedules = [schedule_card(each, language) for each in choice.racing.values()]
    return [
        "\n".join([f"## {_TITLE[language]}", "", *of_schedules, "", _LETTERS[language]]),
        "\n".join([f"## {_DRIVEN[language]}", "", optimizer_card(choice.rule, language)]),
        surface_card(choice.conditions.surface, language),
    ]


def schedule_card(schedule: RateSchedule, language: Language) -> str:
    """One item of a Markdown list: name, what it does, its formula, and a list of facts."""
    facts = [setting_fact(schedule, each, language) for each in parameters(schedule)]
    if schedule.source:
        facts.append(f"**{SOURCE[language]}** {schedule.source}")
    return card(schedule.name[language], schedule.summary[language], schedule.formula, facts)
