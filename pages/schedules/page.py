"""Learning-rate schedules: one optimizer, one start, and learning rates that change on the way."""

import streamlit as st

from pages.schedules.cards import schedule_cards
from pages.schedules.choice import read_schedules
from pages.schedules.controls import schedule_controls
from pages.schedules.view import schedule_scene, schedules_in_words, schedules_picture
from stage.component import figure, play
from text import Text
from ui import address_bar
from ui.common.heading import heading_with_surface
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
        "기울기에 잡음이 있으면 경사 하강법은 학습률이 일정할 때 최솟값 위에서 맴돌고, 가까이 간 뒤 학습률을 줄이면 더 "
        "낮은 곳에 이릅니다. 잡음이 없는 이차 함수에서 n ≤ 1/\u2060λmax이면 일정한 학습률이 n을 넘지 않는 "
        "다른 것보다 먼저 도착합니다."
    ),
    en=(
        "With noise on the gradient, gradient descent hovers above the minimum at a constant rate, and settles lower "
        "if the rate shrinks once it is near. On a quadratic without noise, with n ≤ 1/\u2060λmax, the constant rate "
        "arrives before any that never exceeds n."
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
        show_heading(heading_with_surface(title, choice.conditions.surface, LESSON[language]))
    with drawn:
        figure(schedules_picture(choice, language), schedules_in_words(choice, language), key="rates")
    inputs = RaceInputs(choice.conditions, tuple(choice.entrants))
    with_progress(RACES.ask(inputs), WORKING[language])
    play(
        schedule_scene(choice, language),
        language,
        key="schedules",
        listeners=race_listeners(address.rejected, racers="schedules"),
    )
    switches(address, language)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        schedule_controls(choice, language, address.rejected)
    show_cards(schedule_cards(choice, language))


main()
