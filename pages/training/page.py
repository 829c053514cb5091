"""The training race: the same network, data and first weights for every optimizer. Choose, compute, draw, say."""

from dataclasses import replace

import streamlit as st

from pages.training.choice import read_training
from pages.training.compute import TRAININGS
from pages.training.controls import training_controls
from pages.training.question import asks, read_training_asked, training_question
from pages.training.view import training_grid
from pages.training.words import WORKING, heading, notes
from stage.component import play
from ui import address_bar
from ui.common.lesson_words import STOPPED
from ui.common.listeners import grid_listeners
from ui.common.progress import stoppable
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.copy_link import question_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_training(address)
    asked = read_training_asked(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    work = TRAININGS.ask(choice.inputs)
    answer = stoppable(work, WORKING[language], STOPPED[language], language, name=str(choice.inputs))
    if answer:
        question = training_question(choice, answer, asked, language)
        is_open = question is None or bool(question.answer)
        shown = replace(training_grid(choice, answer, language, is_open=is_open), question=question)
        play(shown, language, key="stage_training", listeners=grid_listeners(address.rejected))
    switches(address, language, question_of(asked.ask, asks(choice)))
    with st.sidebar:
        training_controls(choice, asked, language, address.rejected)
    if answer:
        show_notes(notes(choice, answer, language, is_open=is_open))


main()
