"""From the back row: on an old projector and on a new one every word has 18 pixels, and no plot is lower than 140."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.small_type import small_type
from tests.browser.test_low_windows import HEIGHTS, OLD_PROJECTOR
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS, FIRST

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

READABLE = 18
NEW_PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
READ = {"guide", "lecture", "timeline"}
"""Where nothing is drawn in a size of its own."""
PLOTLESS = READ | {"backpropagation"}
SCENES = ("sigmoid-fades", "own-derivative", "adam-on-a-network", "nudge-by-nudge", "true-class-alone", "memory")
VARIANTS = (
    ("step", "&step=5&term=7"),
    ("step", "&optimizer=momentum&beside=adam&step=5&term=4"),
    ("step", "&surface=himmelblau&optimizer=nadam&rate=100&steps=40&step=3&term=4"),
    ("step", "&surface=himmelblau&optimizer=adamw&step=5&term=8"),
    ("step", "&surface=himmelblau&optimizer=nadam&beside=adamw&step=5&term=10"),
    ("backpropagation", "&structure=fork&path=w1&step=16"),
    ("vanishing", "&show=table"),
    ("race", "&view=relief&surface=himmelblau&rate=0.01"),
    *(("scenes", f"&ask=off&scene={key}") for key in SCENES),
)

PLACES = """JSON.stringify([...document.querySelectorAll(".descent-ink, .descent-sketch, .descent-node")]
    .map((each) => [each.style.cssText, each.clientWidth, each.clientHeight]))"""
BEHIND_THE_BAR = """() => {
    const bar = document.querySelector(".descent-transport")?.getBoundingClientRect();
    const lines = [...document.querySelectorAll(".descent-lines li")];
    return lines.filter((line) => line.getBoundingClientRect().bottom > bar.top + 1).map((line) => line.textContent);
}"""
STILL = f"""async () => {{
    for (let before = "", same = 0; same < 5; await new Promise((done) => requestAnimationFrame(done))) {{
        same = {PLACES} === before ? same + 1 : 0;
        before = {PLACES};
    }}
}}"""


@pytest.mark.parametrize(("path", "query"), [*((path, "") for path in CHAPTERS), *VARIANTS])
def test_the_back_row_reads_every_word_and_no_plot_is_lower_than_140_pixels(
    visit: Visit, path: str, query: str
) -> None:
    name = "" if path == FIRST.path else path
    viewer = visit(OLD_PROJECTOR).open_chapter(name, f"?projector=on&lang=ko{query}")
    heights = viewer.page.evaluate(HEIGHTS)
    assert path in PLOTLESS or heights
    assert all(height >= 140 for height in heights), heights
    assert small_type(viewer.page, READABLE) == []
    assert viewer.page.evaluate(BEHIND_THE_BAR) == [], "the last line of a formula is in sight"
    before = viewer.page.evaluate(f"() => {PLACES}")
    viewer.page.set_viewport_size(NEW_PROJECTOR)
    if path not in READ:
        viewer.until(f"{PLACES} !== what", before)
    viewer.page.evaluate(STILL)
    assert small_type(viewer.page, READABLE) == []
    assert viewer.page.evaluate(BEHIND_THE_BAR) == []


def test_what_is_small_is_found(visit: Visit) -> None:
    """Else nothing above proves anything."""
    viewer = visit(OLD_PROJECTOR).open_chapter("guide", "?projector=on&lang=en")
    viewer.page.evaluate(
        """() => document.querySelector(".st-key-guide").insertAdjacentHTML("afterbegin", `
            <div style="font-size: 18px">large<sub style="font-size: 13px">low</sub><sub style="font-size: 12px">n</sub>
                <span style="font-size: 17px">small</span></div>
            <div style="font-size: 20px; transform: scale(0.5)">shrunk</div>
            <svg viewBox="0 0 100 100" width="50" height="50"><text y="50" font-size="20px">drawn</text></svg>
            <input style="font-size: 11px" value="typed"><canvas data-smallest-type="14"></canvas>`)"""
    )
    assert [words for words, _ in small_type(viewer.page, READABLE)] == [
        "n",
        "small",
        "shrunk",
        "drawn",
        "typed",
        "a canvas",
    ]
