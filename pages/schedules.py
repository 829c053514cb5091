"""Learning-rate schedules: one optimizer, one start, and learning rates that change on the way."""

import streamlit as st

from text import Text
from ui import address
from ui.chapters import CHAPTERS
from ui.heading import headline
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import race_listeners
from ui.schedule_cards import schedule_cards
from ui.schedule_choice import read_schedules
from ui.schedule_controls import schedule_controls
from ui.schedule_scene import schedule_pictures, schedule_scene, schedules_in_words
from ui.stage import stage
from ui.stage.figure import figure
from ui.switches import switches

LESSON = Text(
    ko=(
        "기울기에 잡음이 있으면 학습률이 일정한 경사 하강법은 빠르게 내려간 뒤 최솟값 위에서 맴돌고, 학습률을 줄이면 "
        "더 낮은 곳에 이릅니다. 잡음이 없고 n ≤ 1/λmax인 이차 함수에서는 일정한 학습률이 먼저 도착합니다."
    ),
    en=(
        "With noise on the gradient, gradient descent at a constant rate falls fast, then hovers above the minimum; a "
        "rate that shrinks gets lower. On a quadratic without noise, and with n ≤ 1/λmax, the constant rate is first."
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
        figure(schedule_pictures(choice, reading), schedules_in_words(choice, reading), key="rates")
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
