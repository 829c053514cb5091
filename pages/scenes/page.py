"""The lecture in scenes: a claim, a sentence, a picture, and a check. Choose, compute, draw, say."""

import streamlit as st

from address.theme import theme_of_files
from pages.scenes.choice import read_scene
from pages.scenes.controls import contents, scene_findings, scene_heading, scene_links, tell_browser
from pages.scenes.files import scene_bundle
from pages.scenes.view import shown
from pages.scenes.words import WORKING
from stage.component import play
from ui import address_bar
from ui.common.export_buttons import export_buttons
from ui.common.listeners import race_listeners
from ui.common.progress import with_progress
from ui.language import language_of
from ui.shell.copy_link import BY_ITSELF
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    tell_browser()
    choice = read_scene(address_bar.query())
    address = choice.address
    language = language_of(address)
    worked_out = with_progress(shown(choice, language), WORKING[language])
    show_notices(address, language)
    scene_heading(choice, language, is_open=worked_out.is_open)
    listeners = race_listeners(address.rejected, racers=choice.scene.racers)
    kind = type(worked_out.picture).__name__  # another player is another widget
    play(worked_out.picture, language, key=f"stage_scene_{kind.lower()}", listeners=listeners)
    switches(address, language, BY_ITSELF)
    with st.sidebar:
        contents(choice, language)
    scene_findings(choice, worked_out.findings, language, is_open=worked_out.is_open)
    scene_links(choice, language)
    if worked_out.is_open:
        with st.container(key="scene_files"):
            export_buttons(scene_bundle(choice, worked_out, language, theme_of_files(address)), language)


main()
