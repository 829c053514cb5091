"""The lecture in scenes: a claim, a sentence, a picture, and a check. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import race_listeners
from ui.scene_choice import read_scene
from ui.scene_files import can_be_taken, scene_taken
from ui.scene_shown import shown
from ui.scene_turning import contents, scene_links, tell_browser
from ui.scene_words import WORKING, scene_findings, scene_heading
from ui.stage import Scene, stage
from ui.stage.graph import ComputationalGraph, computational_graph
from ui.stage.sheet import sheet
from ui.switches import switches
from ui.take_away import take_away
from ui.theme import theme_of_files


def main() -> None:
    """The page, from top to bottom."""
    tell_browser()
    choice = read_scene(address.query())
    spoken = choice.spoken
    reading = language(spoken)
    worked_out = with_progress(shown(choice, reading), WORKING[reading])
    show_notices(spoken, reading)
    scene_heading(choice, reading, is_open=worked_out.is_open)
    listeners = race_listeners(spoken.rejected)
    if isinstance(worked_out.picture, Scene):
        stage(worked_out.picture, reading, key="scene_stage", listeners=listeners)
    elif isinstance(worked_out.picture, ComputationalGraph):
        computational_graph(worked_out.picture, reading, key="sheet_scene_graph", listeners=listeners)
    else:
        sheet(worked_out.picture, reading, key="sheet_scene", listeners=listeners)
    switches(spoken, reading)
    with st.sidebar:
        contents(choice, reading)
    scene_findings(choice, worked_out.findings, reading, is_open=worked_out.is_open)
    scene_links(choice, reading)
    if worked_out.is_open and can_be_taken(worked_out):
        with st.container(key="scene_files"):
            take_away(scene_taken(choice, worked_out, reading, theme_of_files(spoken)), reading)


main()
