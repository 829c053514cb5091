"""The README's moving picture, taken from the real page: `python -m tools.film` writes docs/race.gif.

The race is stepped, not played, and the learning rate moved value by value, so that every frame shows the next one
however slow the machine is.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page

from figures.theme import style
from optimizers import OPTIMIZERS
from tools.chromium import chromium
from tools.server import ROOT, serve

FILE = ROOT / "docs/race.gif"
WINDOW_WIDTH, WINDOW_HEIGHT = 1120, 700
WIDTH = 840
"""Of the film, in pixels."""
COLOURS = 128
STEPS_SHOWN = 40
VALUES_SHOWN = range(24, 66)
"""Of the learning rate's slider: from crawling to blowing up."""
FRAME_MS, LAST_MS = 80, 2000
MAP, RELIEF = "race?lang=en", "race?lang=en&view=relief&surface=himmelblau&rate=0.02&steps=120"
"""The map of the class ravine; then Himmelblau's relief."""
SLIDER = ".descent-axis-input[data-axis=rate]"
MOVE = """([slider, place]) => {
    const input = document.querySelector(slider);
    input.value = String(place);
    input.dispatchEvent(new Event("input"));
}"""
"""As under a hand that does not let go."""
SHOWN = "(step) => document.querySelector('.descent-stage').dataset.step === step"


def played(page: Page, address: str) -> Iterator[Image.Image]:
    """One picture for each step that is shown."""
    page.goto(address)
    page.wait_for_selector(".descent-stage.descent-ready[data-state=playing]")
    page.locator("[data-act=start]").click()
    scrub = page.locator(".descent-scrub")
    page.wait_for_timeout(1500)  # Streamlit fades the rest of the page in
    steps = int(scrub.get_attribute("max") or 0)
    for frame in range(STEPS_SHOWN + 1):
        step = round(frame * steps / STEPS_SHOWN)
        scrub.fill(str(step))
        page.wait_for_function(SHOWN, arg=str(step))
        page.evaluate("document.activeElement.blur()")  # nobody is at the slider
        yield taken(page)


def dragged(page: Page) -> Iterator[Image.Image]:
    """One picture for each learning rate that is shown."""
    page.wait_for_selector(f"{SLIDER}:not([max='0'])")
    for place in VALUES_SHOWN:
        page.evaluate(MOVE, [SLIDER, place])
        yield taken(page)


def taken(page: Page) -> Image.Image:
    """The stage as it is now."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    picture = Image.open(io.BytesIO(page.locator(".descent-stage").screenshot()))
    return picture.resize((WIDTH, round(WIDTH * picture.height / picture.width)), Image.Resampling.LANCZOS)


def film(parts: list[list[Image.Image]], file: Path) -> None:
    """One GIF with the same few colours throughout, so that only what moves is stored."""
    size = parts[0][0].size
    alike = [[each.convert("RGB").resize(size) for each in part] for part in parts]
    palette = _palette([part[-1] for part in alike])
    drawn = [each.quantize(palette=palette, dither=Image.Dither.NONE) for part in alike for each in part]
    lasting = [ms for part in alike for ms in (*[FRAME_MS] * (len(part) - 1), LAST_MS)]
    drawn[0].save(file, save_all=True, append_images=drawn[1:], duration=lasting, loop=0, optimize=True)


def _palette(ends: list[Image.Image]) -> Image.Image:
    """The colours of the last pictures, among them for certain every optimizer's: its thin line would be outvoted."""
    width, height = ends[0].size
    sample = Image.new("RGB", (width, height * (len(ends) + 1)), "white")
    for i, end in enumerate(ends):
        sample.paste(end, (0, height * i))
    band = height // len(OPTIMIZERS)
    for i, key in enumerate(OPTIMIZERS):
        color = style(key, tuple(OPTIMIZERS)).light
        sample.paste(color, (0, height * len(ends) + i * band, width, height * len(ends) + (i + 1) * band))
    return sample.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)


def main() -> int:
    """Take it."""
    with TemporaryDirectory() as logs, serve(ROOT / "app.py", Path(logs) / "log") as address, chromium() as browser:
        page = browser.new_page(viewport={"width": WINDOW_WIDTH, "height": WINDOW_HEIGHT})
        parts = [list(played(page, f"{address}/{MAP}")), list(dragged(page)), list(played(page, f"{address}/{RELIEF}"))]
    film(parts, FILE)
    sys.stdout.write(f"{FILE.relative_to(ROOT)}: {sum(map(len, parts))} frames, {FILE.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
