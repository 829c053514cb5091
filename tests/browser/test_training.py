"""The training race as a viewer sees it: pictures of what the networks answer, at every turn of the dial."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from figures.theme import CLASSES
from pages.training.compute import LEVELS
from stage.message import deflated, pack
from tests.browser.conftest import Device
from tests.browser.modules import run as run_module
from tests.browser.test_dial import PIXELS
from tests.browser.viewer import Viewer, number
from tests.pages.training.test_training import answer, chosen
from ui.common.lesson import RATES
from ui.common.lesson_choice import LAYERS_SPAN, SAMPLES_SPAN, STEPS_SPAN, WIDTH_SPAN
from ui.common.lesson_words import STOPPED

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

QUERY = {"samples": "40", "steps": "60", "width": "8", "optimizers": "gd,adam"}
SPANS = {"samples": SAMPLES_SPAN, "layers": LAYERS_SPAN, "width": WIDTH_SPAN, "steps": STEPS_SPAN}
"""What makes a training long."""
CELL = """([subplot, x, y]) => {
    const canvas = document.querySelectorAll(".descent-subplot .descent-ink")[subplot];
    const box = canvas.getBoundingClientRect();
    const density = canvas.width / box.width;
    return [...canvas.getContext("2d").getImageData((x - box.left) * density, (y - box.top) * density, 1, 1).data];
}"""
"""What is painted at a place of the screen: red, green, blue and how strongly."""


def test_the_pictures_are_what_was_computed_and_follow_the_dial(visit: Visit) -> None:
    viewer = visit(Device(width=1366, height=768)).open_chapter(
        "training", "?lang=en&" + "&".join(f"{name}={value}" for name, value in QUERY.items())
    )
    viewer.page.keyboard.press("End")
    viewer.until_state("ended")
    found = answer(chosen(QUERY).inputs)
    assert found.pictures is not None
    for row in (3, 5):
        viewer.page.locator("[data-dial=rate]").fill(str(row))
        viewer.until("stage.dataset.row === what", str(row))
        for entry in range(2):
            codes = found.pictures[entry].common.codes[row, -1]
            assert_painted(viewer, entry, codes, found.box)
            cells = viewer.page.locator(f"[data-entry={('gd', 'adam')[entry]}] td").all_inner_texts()
            assert number(cells[0]) == pytest.approx(RATES[row])
            assert number(cells[1]) == pytest.approx(found.loss[row, -1, entry], rel=0.01)
    viewer.until_query(rate="0.3")
    assert "n = 0.3 · lowest loss after 60 steps" in viewer.page.locator(".descent-readout").inner_text()
    for part in (".descent-transport", "[data-entry=adam]"):
        box = viewer.page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 768, f"{part} is in the first screen"


def test_a_long_training_can_be_stopped(visit: Visit) -> None:
    """While its bar is shown, by the button beside it; the controls then stand there for another one."""
    viewer = visit(Device(name="stopped"))
    dear = "&".join(f"{name}={span[1]}" for name, span in SPANS.items())
    viewer.page.goto(f"{viewer.url}/training?lang=en&seed=7&{dear}", wait_until="commit")
    viewer.page.get_by_role("button", name="Stop", exact=True).click()
    expect(viewer.page.get_by_text(STOPPED.en)).to_be_visible()
    viewer.until_at_rest()
    assert viewer.page.locator(".descent-stage").count() == 0
    expect(viewer.page.get_by_role("progressbar")).to_have_count(0)
    expect(viewer.slider("Steps")).to_be_visible()
    expect(viewer.page.get_by_role("button", name="Start again")).to_be_visible()


def assert_painted(viewer: Viewer, subplot: int, codes: np.ndarray, box: tuple[tuple[float, float], ...]) -> None:
    """In the four corners, where no data are, the ground has the colour of the class, as strong as it is sure."""
    size = len(codes)
    for line in (2, size - 3):
        for cell in (2, size - 3):
            x, y = (low + (high - low) * (at + 0.5) / size for (low, high), at in zip(box, (cell, line), strict=True))
            *color, strength = viewer.page.evaluate(CELL, [subplot, *viewer.page.evaluate(PIXELS, [subplot, x, y])])
            around = codes[line - 1 : line + 2, cell - 1 : cell + 2]
            if len(np.unique(around // LEVELS)) > 1:
                continue  # two classes run into each other here
            wanted = CLASSES[codes[line, cell] // LEVELS].light
            assert color == pytest.approx([int(wanted[i : i + 2], 16) for i in (1, 3, 5)], abs=12)
            levels = [0.5 * 255 * (level + 1) / LEVELS for level in (around % LEVELS).ravel()]
            assert min(levels) - 3 <= strength <= max(levels) + 3


def test_deflated_pictures_arrive_and_pass_into_each_other(bench: Page) -> None:
    codes = np.array([[[[0, 1], [2, 3]], [[3, 2], [1, 0]]]], np.uint8)  # two moments, two classes of two levels
    block = pack({"words": "스텝"}, {"drawn": np.array([1.5])}, codes={"codes": deflated(codes)})
    script = """
        const message = its.unpack(Uint8Array.from(what));
        await its.inflate(message);
        await its.inflate(message); // nothing is left to inflate
        const { FramesLayer } = await module("figure_grid/frames.js");
        const drawn = { one: { color: "#ff0000" }, other: { color: "#0000ff" } };
        const film = new FramesLayer({ codes: "codes", styles: ["one", "other"], levels: 2 }, message, { drawn });
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 2;
        const context = canvas.getContext("2d");
        const painted = (share) => {
            context.clearRect(0, 0, 2, 2);
            film.draw({ context, frame: { left: 0, top: 0, width: 2, height: 2 } }, 0, share);
            const { data } = context.getImageData(0, 0, 2, 2);
            return [0, 4, 8, 12].map((i) => [...data.slice(i, i + 4)]);
        };
        return [[...message.codes], message.drawn[0], painted(0), painted(1), painted(0.5)];"""
    inflated, drawn, first, last, between = run_module(bench, "message.js", script, list(block))
    assert inflated == codes.ravel().tolist()
    assert drawn == 1.5
    weak, strong = 64, 128
    assert [each[3] for each in first] == pytest.approx([weak, strong, weak, strong], abs=2), "the lowest line is below"
    assert [each[0] > each[2] for each in first] == [False, False, True, True]
    assert [each[0] > each[2] for each in last] == [True, True, False, False]
    assert [each[3] for each in between] == pytest.approx(4 * [(weak + strong) / 2], abs=3)
