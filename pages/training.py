"""The training race: the same network, data and first weights for every optimizer. Choose, compute, draw, say."""

from dataclasses import replace

import streamlit as st

from ui import address
from ui.language import language
from ui.notices import show_notices
from ui.progress import stoppable
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches
from ui.training_choice import read_training
from ui.training_controls import training_controls
from ui.training_question import read_training_asked, training_question
from ui.training_sheet import training_sheet
from ui.training_words import STOPPED, WORKING, training_heading, training_notes
from ui.training_work import TRAININGS


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_training(spoken)
    asked = read_training_asked(spoken)
    show_notices(spoken, reading)
    training_heading(choice, reading)
    work = TRAININGS.ask(choice.question)
    answer = stoppable(work, WORKING[reading], STOPPED[reading], reading, name=str(choice.question))
    if answer:
        question = training_question(choice, answer, asked, reading)
        is_open = question is None or bool(question.answer)
        shown = replace(training_sheet(choice, answer, reading, is_open=is_open), question=question)
        sheet(shown, reading, key="sheet_training", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        training_controls(choice, asked, reading, spoken.rejected)
    if answer:
        training_notes(choice, answer, reading, is_open=is_open)


main()
