"""Learning-rate schedules: one optimizer, one start, and learning rates that change on the way."""

import streamlit as st

from text import Text
from ui import address
from ui.chapters import CHAPTERS
from ui.heading import headline
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import race_listeners
from ui.race_work import RACES, WORKING, Question
from ui.schedule_cards import schedule_cards
from ui.schedule_choice import read_schedules
from ui.schedule_controls import schedule_controls
from ui.schedule_scene import schedule_scene, schedules_in_words, schedules_picture
from ui.stage import stage
from ui.stage.figure import figure
from ui.switches import switches

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
    spoken = address.read()
    reading = language(spoken)
    choice = read_schedules(spoken)
    show_notices(spoken, reading)
    said, drawn = st.columns(2)
    with said:
        title = f"{CHAPTERS['schedules'].title[reading]} · {choice.conditions.surface.name[reading]}"
        headline(title, choice.conditions.surface, LESSON[reading])
    with drawn:
        figure(schedules_picture(choice, reading), schedules_in_words(choice, reading), key="rates")
    question = Question(choice.conditions, tuple(choice.entrants))
    with_progress(RACES.ask(question), WORKING[reading])
    stage(
        schedule_scene(choice, reading),
        reading,
        key="schedules",
        listeners=race_listeners(spoken.rejected, racers="schedules"),
    )
    switches(spoken, reading)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        schedule_controls(choice, reading, spoken.rejected)
    schedule_cards(choice, reading)


main()
