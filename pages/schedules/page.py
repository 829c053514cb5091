"""Learning-rate schedules: one optimizer, one start, and learning rates that change on the way."""

import streamlit as st

from pages.schedules.cards import schedule_cards
from pages.schedules.choice import read_schedules
from pages.schedules.controls import schedule_controls
from pages.schedules.view import schedule_scene, schedules_in_words, schedules_picture
from stage.component import figure, play
from text import Text
from ui import address_bar
from ui.common.heading import heading_with_surface, lesson_of
from ui.common.listeners import race_listeners
from ui.common.progress import with_progress
from ui.common.race_compute import RACES, WORKING, RaceInputs
from ui.common.show import show_cards, show_heading
from ui.language import language_of
from ui.shell.chapters import CHAPTERS
from ui.shell.notices import show_notices
from ui.shell.switches import switches

LESSON = Text(
    ko=(
        "기울기에 잡음이 있으면, 학습률이 일정한 경사 하강법은 최솟값 위쪽에서 맴돕니다. 최솟값에 가까워진 뒤 "
        "학습률을 줄이면 손실이 더 낮아집니다. 잡음이 없는 이차 함수에서 n ≤ 1/⁠λmax이면(λmax: 가장 큰 곡률) 일정한 "
        "학습률 n의 경사 하강법이, 학습률이 n을 넘지 않는 어떤 스케줄보다도 늦지 않게 도달합니다. 다른 기법에서는 "
        "그렇지 않을 수 있습니다."
    ),
    en=(
        "In noise, gradient descent with a constant learning rate hovers above the minimum; decreasing it there gives "
        "a lower loss. On a noise-free quadratic with n ≤ 1/⁠λmax (λmax: the largest curvature), gradient descent with "
        "the constant learning rate n is at least as fast as with any schedule that never exceeds n. Other optimizers "
        "may differ."
    ),
)


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_schedules(address)
    show_notices(address, language)
    said, drawn = st.columns(2)
    with said:
        title = f"{CHAPTERS['schedules'].title[language]} · {choice.conditions.surface.name[language]}"
        lesson = lesson_of(choice.conditions, LESSON)[language]
        show_heading(heading_with_surface(title, choice.conditions.surface, lesson))
    with drawn:
        figure(schedules_picture(choice, language), schedules_in_words(choice, language), key="rates")
    inputs = RaceInputs(choice.conditions, tuple(choice.entrants))
    with_progress(RACES.ask(inputs), WORKING[language])
    play(
        schedule_scene(choice, language),
        language,
        key="schedules",
        listeners=race_listeners(address.rejected, racers="schedules"),
        of=address_bar.said_surface,
    )
    switches(address, language)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        schedule_controls(choice, language, address.rejected)
    show_cards(schedule_cards(choice, language))


main()
