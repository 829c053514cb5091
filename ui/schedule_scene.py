"""From a choice of schedules to a scene, and to the picture of the schedules themselves."""

from collections.abc import Mapping
from dataclasses import replace

from figures.schedules import schedules_figure
from figures.theme import LOOKS, SCHEDULE_STYLES, Theme
from simulation import SCHEDULES, RateSchedule
from text import Language, Text
from ui.numerals import numeral
from ui.race_scene import computed
from ui.schedule_choice import ScheduleChoice
from ui.stage import Scene, Track
from ui.stage.stills import Still, published

_SHOWN = Text(ko="걸음에 따른 학습률 n. {each}", en="The learning rate n over the steps. {each}")
RATE_DIGITS = 3


def schedule_scene(choice: ScheduleChoice, language: Language) -> Scene:
    """The race of schedules."""
    tracks = [_track(choice, key, language) for key in SCHEDULES]
    scene = computed(choice.conditions, choice.entrants, tracks, choice.setting, language)
    return replace(scene, rate_word="rateSchedule", racers_word="schedule")


def schedule_pictures(choice: ScheduleChoice, language: Language) -> Mapping[Theme, str]:
    """Where the browser finds the schedules' own picture, for light and for dark pages."""
    racing = tuple(choice.racing.values())
    return {theme: _picture_address(racing, theme, language, projector=choice.setting.projector) for theme in LOOKS}


def schedules_in_words(choice: ScheduleChoice, language: Language) -> str:
    """The same picture, for those who hear it."""
    told = (f"{each.name[language]}: {course(each)}" for each in choice.racing.values())
    return _SHOWN.format(each=", ".join(told))[language]


def course(schedule: RateSchedule) -> str:
    """The first rate, the highest where it comes later, and the last: 0.45 → 0.9 → 0.0045."""
    rates = [schedule(t) for t in range(1, schedule.steps + 1)]
    told = [numeral(rate, RATE_DIGITS) for rate in (rates[0], max(rates), rates[-1])]
    return " → ".join(word for word, before in zip(told, ["", *told], strict=False) if word != before)


def _track(choice: ScheduleChoice, key: str, language: Language) -> Track:
    """One schedule's row on the scoreboard."""
    column = choice.chosen.index(key) if key in choice.chosen else None
    schedule = choice.schedules[key]
    words = course(schedule) if column is not None else ""
    return Track(key, schedule.name[language], words, SCHEDULE_STYLES[key], column)


@published(most=64)
def _picture_address(
    schedules: tuple[RateSchedule, ...], theme: Theme, language: Language, *, projector: bool
) -> Still:
    """Where the browser finds the picture of these schedules."""
    return schedules_figure({each.key: each for each in schedules}, theme, language, projector=projector)
