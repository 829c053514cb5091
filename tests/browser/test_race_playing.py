"""Opening the page and playing the race: it moves by itself, and everything that moves it does."""

import logging
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocket, expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PLAYING = Device(moving=True)
STEPS = 100
"""The length of the race that the page opens with."""


def test_the_page_opens_already_racing(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", moving=True))
    viewer.watch_states()
    viewer.open().until("stage.dataset.state === 'playing' && Number(stage.dataset.step) > 0")
    expect(viewer.page.get_by_role("heading", name="교과서 협곡")).to_be_visible()
    early = viewer.step
    viewer.until("Number(stage.dataset.step) > what", early)
    paint, picture = viewer.page.evaluate(
        """() => [performance.getEntriesByName("first-contentful-paint")[0].startTime,
                  performance.getEntriesByName("descent-first-picture")[0].startTime]"""
    )
    logging.getLogger(__name__).info("first paint after %.0f ms, moving picture %.0f ms later", paint, picture - paint)
    viewer.until_state("ended").until_step(STEPS)
    assert viewer.states() == ["playing", "ended"], "it plays once, and stays at its end"
    assert viewer.errors_shown() == []
    assert viewer.notice() == ""
    every_control_has_a_name_of_its_own(viewer, "[가-힣]")


def every_control_has_a_name_of_its_own(viewer: Viewer, pattern: str) -> None:
    controls = viewer.page.locator(".descent-transport button, .descent-transport input, .descent-transport select")
    names = [control.get_attribute("aria-label") or "" for control in controls.all()]
    assert len(names) == 8
    assert all(re.search(pattern, name) for name in names), names
    assert len(set(names)) == 8


def test_the_transport_bar(visit: Visit) -> None:
    viewer = visit().open()
    every_control_has_a_name_of_its_own(viewer, "^[A-Z][ -~←→]+$")
    viewer.button("start").click()
    viewer.until_step(0).until_state("paused")
    viewer.button("forward").click()
    viewer.button("forward").click()
    viewer.until_step(2)
    viewer.button("back").click()
    viewer.until_step(1)
    viewer.button("end").click()
    viewer.until_step(STEPS).until_state("ended")
    viewer.button("forward").click()
    assert viewer.step == STEPS, "there is nothing after the end"
    viewer.button("start").click()
    viewer.button("back").click()
    assert viewer.step == 0, "there is nothing before the start"
    assert viewer.page.locator(".descent-count").inner_text() == f"0 / {STEPS}"

    viewer.button("play").click()
    viewer.until("stage.dataset.state === 'playing' && Number(stage.dataset.step) > 3")
    assert viewer.button("play").get_attribute("aria-label") == "Pause (space)"
    viewer.button("play").click()
    viewer.until_state("paused")
    assert viewer.button("play").get_attribute("aria-label") == "Play (space)"
    stopped = viewer.step
    assert 3 < stopped < STEPS
    viewer.scrub.fill("42")
    viewer.until_step(42).until_state("paused")
    assert viewer.scrub.input_value() == "42"
    viewer.button("play").click()
    viewer.until_state("ended")
    viewer.button("play").click()  # at the end, playing starts over
    viewer.until("stage.dataset.state === 'playing' && Number(stage.dataset.step) < what", STEPS)

    # A click leaves the focus on its button, which has no use of its own for arrows, Home and End.
    viewer.button("start").click()
    viewer.until_step(0)
    viewer.page.keyboard.press("ArrowRight")
    viewer.until_step(1)
    viewer.page.keyboard.press("End")
    viewer.until_step(STEPS)


def the_speed_is_the_viewers(viewer: Viewer) -> None:
    speed = viewer.page.locator(".descent-speed")
    assert speed.locator("option").all_inner_texts() == ["¼×", "½×", "1×", "2×", "4×", "8×"]
    assert speed.input_value() == "1"
    taken = {}
    for chosen in ("0.5", "8"):
        viewer.button("start").click()
        speed.select_option(chosen)
        taken[chosen] = viewer.page.evaluate(
            """() => new Promise((done) => {
                const stage = document.querySelector(".descent-stage");
                const begun = performance.now();
                document.querySelector("[data-act=play]").click();
                const look = () => {
                    if (Number(stage.dataset.step) >= 20) done(performance.now() - begun);
                    else requestAnimationFrame(look);
                };
                look();
            })"""
        )
    assert taken["0.5"] > 2 * taken["8"], f"20 steps took {taken} ms; sixteen times as fast should show"


LISTENED_TO = """
    globalThis.contexts = [];
    globalThis.AudioContext = class extends AudioContext {
        notes = [];
        constructor() { super(); contexts.push(this); }
        createOscillator() { this.notes.push(super.createOscillator()); return this.notes.at(-1); }
        createDynamicsCompressor() {
            const all = super.createDynamicsCompressor();
            all.connect((this.heard = this.createAnalyser()));
            return all;
        }
    };
    globalThis.loudest = () => {
        const samples = new Float32Array(2048);
        contexts[0].heard.getFloatTimeDomainData(samples);
        return Math.max(...samples.map(Math.abs));
    };
"""
"""The browser's own sound, and what goes through it."""


def test_a_race_is_heard_while_it_plays_and_no_longer_than_it_is_asked_for(visit: Visit) -> None:
    viewer = visit()
    viewer.page.add_init_script(LISTENED_TO)
    viewer.open("?lang=en")
    assert not [url for url in viewer.requests if url.endswith("/sound.js")], "nobody has asked for it"
    sound = viewer.button("sound")
    viewer.button("start").click()
    viewer.page.keyboard.press("m")
    racers = viewer.page.locator(".descent-board [data-track]").count()
    viewer.until("contexts[0]?.state === 'running' && contexts[0].notes.length === what", racers)
    expect(sound).to_have_attribute("aria-pressed", "true")
    assert viewer.page.evaluate("loudest()") == 0, "it does not play"
    viewer.page.locator(".descent-speed").select_option("0.25")
    viewer.button("play").click()
    viewer.until("loudest() > 0.001")
    assert viewer.page.evaluate("loudest()") < 1
    viewer.button("play").click()
    viewer.until("loudest() < 0.001")
    viewer.page.keyboard.press("m")
    viewer.until("contexts[0].state === 'closed' && contexts.length === 1")
    expect(sound).to_have_attribute("aria-pressed", "false")


def dragging_over_the_loss_curves_moves_the_playhead(viewer: Viewer) -> None:
    canvas = viewer.page.locator(".descent-curves canvas")
    left, top, width, height = viewer.page.evaluate(
        """() => {
            const plot = document.querySelector(".descent-curves .descent-plot");
            const { xaxis, yaxis } = plot._fullLayout;
            const box = plot.getBoundingClientRect();
            return [box.left + xaxis._offset, box.top + yaxis._offset, xaxis._length, yaxis._length];
        }"""
    )
    expect(canvas).to_be_visible()
    viewer.page.mouse.move(left + 0.25 * width, top + height / 2)
    viewer.page.mouse.down()
    viewer.until_step(25)
    viewer.page.mouse.move(left + 0.6 * width, top + height / 2)
    viewer.until_step(60)
    viewer.page.mouse.move(left + 3 * width, top + height / 2)
    viewer.until_step(STEPS)
    viewer.page.mouse.up()
    viewer.page.mouse.move(left + 0.1 * width, top + height / 2)
    viewer.page.mouse.move(left + 0.2 * width, top + height / 2)
    assert viewer.step == STEPS, "a pointer that is up moves nothing"


def test_keys_do_what_the_bar_does_and_leave_typing_alone(visit: Visit) -> None:
    viewer = visit().open("?lang=en")
    press = viewer.page.keyboard.press
    viewer.stage.press("Home")
    viewer.until_step(0).until_state("paused")
    press("ArrowRight")
    press("ArrowRight")
    press("ArrowRight")
    viewer.until_step(3)
    press("ArrowLeft")
    viewer.until_step(2)
    press("Space")
    viewer.until("stage.dataset.state === 'playing' && Number(stage.dataset.step) > 4")
    press("Space")
    viewer.until_state("paused")
    scrolled = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = viewer.page.evaluate(scrolled)
    press("End")
    viewer.until_step(STEPS).until_state("ended")
    assert viewer.page.evaluate(scrolled) == before, "End does not scroll"
    the_browser_keeps_its_keys(viewer)
    dragging_over_the_loss_curves_moves_the_playhead(viewer)

    viewer.pause_at(37)
    viewer.unfold("Start and noise")
    viewer.box("Start x").click()
    for key in ("ArrowLeft", "Home", "ArrowRight", "End", "Space"):
        press(key)
    assert (viewer.step, viewer.state) == (37, "paused")
    viewer.page.locator("[data-testid=stSidebar] input[role=combobox]").first.click()
    for key in ("Home", "End", "ArrowLeft"):
        press(key)
    assert (viewer.step, viewer.state) == (37, "paused")
    press("Escape")
    viewer.slider("Steps").focus()
    assert viewer.step == 37


def the_browser_keeps_its_keys(viewer: Viewer) -> None:
    """PageDown and PageUp, which turn the scenes elsewhere; End is the bar's."""
    taken = """code => !document.querySelector(".descent-stage").dispatchEvent(
        new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true }))"""
    assert [viewer.page.evaluate(taken, key) for key in ("PageDown", "PageUp", "End")] == [False, False, True]
    assert viewer.query == {"lang": "en"}


def test_who_asked_for_calm_sees_the_end_at_once_and_playing_asks_the_server_for_nothing(visit: Visit) -> None:
    viewer = visit()
    sent: list[object] = []
    sockets: list[str] = []

    def listen(socket: WebSocket) -> None:
        sockets.append(socket.url)
        socket.on("framesent", hear)

    def hear(frame: object) -> None:
        sent.append(frame)

    viewer.page.on("websocket", listen)
    viewer.watch_states()
    viewer.open().until_step(STEPS)
    assert viewer.states() == ["ended"]
    assert sockets, "the page talks to its server over a socket"
    assert sent, "and a visit begins with a word to it"
    viewer.page.wait_for_load_state("networkidle")
    sent.clear()
    viewer.requests.clear()
    the_speed_is_the_viewers(viewer)
    viewer.until_state("ended")
    viewer.button("play").click()  # who asks for it gets it
    viewer.until_state("playing").until_state("ended")
    viewer.pause_at(12)
    viewer.page.keyboard.press("End")
    viewer.until_step(STEPS)
    assert sent == []
    assert viewer.requests == []


def test_a_slider_change_keeps_the_playhead_at_its_step(visit: Visit) -> None:
    viewer = visit().open().pause_at(37)
    before = viewer.table()["gd"]
    viewer.slider("Learning rate").press("ArrowRight")
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    assert float(viewer.query["rate"]) > 0.9
    assert (viewer.step, viewer.state) == (37, "paused")
    assert viewer.table()["gd"] != before, "the numbers follow"
    viewer.slider("Steps").press("ArrowLeft")
    viewer.until_query(steps="99").until("stage.querySelector('.descent-count').textContent === '37 / 99'")
    assert (viewer.step, viewer.state) == (37, "paused")
    viewer.button("end").click()
    viewer.until_step(99)
    viewer.slider("Steps").press("ArrowLeft")
    viewer.until_query(steps="98").until_step(98)
    assert viewer.state == "ended", "who was at the end is at the end"


def test_a_race_that_plays_goes_on_through_a_slider_change(visit: Visit) -> None:
    viewer = visit(PLAYING).open("?steps=400")
    viewer.page.locator(".descent-speed").select_option("0.25")
    viewer.until("stage.dataset.state === 'playing' && Number(stage.dataset.step) > 5")
    before = viewer.step
    viewer.slider("Learning rate").press("ArrowLeft")
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    assert viewer.state == "playing"
    assert viewer.step >= before, "it does not begin anew"
