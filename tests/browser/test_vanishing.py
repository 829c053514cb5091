"""Vanishing gradients as a viewer turns them: the dial asks nobody, and a scene keeps its answer until it is given."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.cut_off import cut_off_at_every_size
from tests.browser.test_accessibility import FAINT, LACKING, violations
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

INKED = """() => [...document.querySelectorAll(".descent-subplot .descent-ink")].map((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let across = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]) across = Math.max(across, ((i - 3) / 4) % canvas.width);
    return across / canvas.width;
})"""
"""How far to the right each picture has ink."""
CELLS = "[...stage.querySelectorAll('tbody tr')].map((row) => row.lastElementChild.textContent).join()"


def told(viewer: Viewer) -> str:
    return viewer.page.locator(".descent-readout").inner_text()


def test_the_dial_draws_another_depth_and_asks_nobody(visit: Visit) -> None:
    viewer = visit().open_chapter("vanishing", "?lang=en&width=8&steps=20")
    assert viewer.stage.get_attribute("data-row") == "19"
    assert told(viewer).startswith("20 hidden layers")
    messages = viewer.stage.get_attribute("data-messages")
    before: list[float] = viewer.page.evaluate(INKED)
    cells: Any = viewer.page.evaluate(
        f"(() => {{ const stage = document.querySelector('.descent-stage'); return {CELLS}; }})()"
    )
    dial = viewer.page.locator("[data-dial=depth]")
    dial.focus()
    viewer.page.keyboard.press("Home")
    viewer.until("stage.dataset.row === '0'").until_query(depth="1")
    for _ in range(4):
        viewer.page.keyboard.press("ArrowRight")
    viewer.until("stage.dataset.row === '4'").until_query(depth="5")
    assert told(viewer).startswith("5 hidden layers")
    after: list[float] = viewer.page.evaluate(INKED)
    assert all(shorter < longer - 0.1 for shorter, longer in zip(after[:4], before[:4], strict=True))
    viewer.until(f"{CELLS} !== what", cells)
    assert viewer.stage.get_attribute("data-messages") == messages
    viewer.pause_at(7)
    assert (dial.get_attribute("aria-valuetext") or "").startswith("5"), "the value, and after a while what it does"


def test_a_scene_shows_no_gradient_before_it_is_answered(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?lang=en&scene=sigmoid-fades")
    inks = viewer.page.locator(".descent-subplot .descent-ink")
    numbers = viewer.page.locator(".descent-board td")
    assert inks.count() == 3
    assert not any(each.is_visible() for each in [*inks.all(), *numbers.all()])
    viewer.page.locator("[data-answer='0']").click()
    viewer.until("!stage.classList.contains('descent-asking')")
    viewer.page.get_by_role("status").filter(has_text="Nineteen").wait_for()
    assert all(each.is_visible() for each in [*inks.all(), *numbers.all()])


def test_a_cell_of_the_table_is_read_by_all_and_leads_to_its_combination_by_the_keyboard(visit: Visit) -> None:
    viewer = visit().open_chapter("vanishing", "?lang=en&theme=dark&show=table&width=4")
    viewer.settle()
    assert viewer.page.evaluate(FAINT) == viewer.page.evaluate(LACKING) == violations(viewer.page) == []
    assert cut_off_at_every_size(viewer) == {}
    cell = viewer.page.get_by_role("button", name="ReLU, He: ", exact=False).first
    viewer.page.locator("[data-dial=depth]").press("End")
    viewer.until("stage.dataset.row === '5'").until_query(depth="50")
    cell.press("Enter")
    viewer.until_query(activations="relu", **{"relu.weights": "he"})
    viewer.until("stage.querySelectorAll('.descent-subplot').length === 5")
    assert "show" not in viewer.query
