"""From a choice of schedules to a scene, and to the picture of the schedules themselves."""

from dataclasses import replace
from itertools import islice
from typing import Annotated

from address.fairness import RATE_SPAN
from address.race import MOST_STEPS
from figures.schedules import schedules_figure
from figures.theme import SCHEDULE_STYLES, Theme
from pages.schedules.axis import schedule_axis
from pages.schedules.choice import ScheduleChoice
from pages.schedules.course import course
from parameters import parameters
from simulation import SCHEDULES
from stage.assets import Asset, themed
from stage.scene import Scene, Track
from stage.spelling import Between, OneOf, WrongAddress
from text import Language, Text
from ui.common.race_view import computed

MEDIAN_OVER = 25
_SHOWN = Text(ko="스텝에 따른 학습률 n. {each}", en="The learning rate n over the steps. {each}")


def schedule_scene(choice: ScheduleChoice, language: Language) -> Scene:
    """The race of schedules."""
    tracks = [_track(choice, key, language) for key in SCHEDULES]
    axis = schedule_axis(choice)
    scene = computed(choice.conditions, choice.entrants, tracks, choice.setting, language)
    return replace(
        scene,
        rate_word="rateSchedule",
        racers_word="schedule",
        axes=[axis if choice.conditions.has_value else axis._replace(data=None)],
        median_over=median_over(choice),
    )


def median_over(choice: ScheduleChoice) -> int:
    """Over how many last steps the median of noisy losses is taken: a few of a short race, `MEDIAN_OVER` at most."""
    few = choice.conditions.steps // 8
    return min(MEDIAN_OVER, max(few, 3)) if choice.conditions.noise and choice.conditions.has_value else 0


def schedules_picture(choice: ScheduleChoice, language: Language) -> str:
    """Where the browser finds the schedules' own picture."""
    return _picture_address(
        rate=choice.rate,
        steps=choice.conditions.steps,
        schedules=choice.chosen,
        settings=tuple(getattr(each, knob.key) for each in choice.racing.values() for knob in parameters(each)),
        language=language,
        projector=choice.setting.projector,
    )


def schedules_in_words(choice: ScheduleChoice, language: Language) -> str:
    """The same picture, for those who hear it."""
    readout = (f"{each.name[language]}: {course(each)}" for each in choice.racing.values())
    return _SHOWN.format(each=", ".join(readout))[language]


def _track(choice: ScheduleChoice, key: str, language: Language) -> Track:
    """One schedule's row on the scoreboard."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    schedule = choice.schedules[key]
    words = course(schedule) if column is not None else ""
    return Track(key, schedule.name[language], words, SCHEDULE_STYLES[key], column)


@themed("schedules")
def _picture_address(
    theme: Theme,
    *,
    rate: Annotated[float, Between(*RATE_SPAN)],
    steps: Annotated[int, Between(1, MOST_STEPS)],
    schedules: tuple[Annotated[str, OneOf(tuple(SCHEDULES))], ...],
    settings: tuple[float, ...],
    language: Language,
    projector: bool,
) -> Asset:
    """Where the browser finds the picture of these schedules; `settings` are those of all, one after the other."""
    knobs = [knob for key in schedules for knob in parameters(SCHEDULES[key])]
    if len(settings) != len(knobs):
        raise WrongAddress(f"{len(settings)} settings; these schedules have {len(knobs)}")
    for knob, value in zip(knobs, settings, strict=True):
        if not knob.low <= value <= knob.high:
            raise WrongAddress(f"{knob.key} is {value:g}; allowed is a number from {knob.low:g} to {knob.high:g}")
    rest = iter(settings)
    drawn = {key: SCHEDULES[key](rate, steps, *islice(rest, len(parameters(SCHEDULES[key])))) for key in schedules}
    return schedules_figure(drawn, theme, language, projector=projector)
