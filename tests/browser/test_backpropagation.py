"""The graph of a small network as a viewer sees it: step by step, with a path, from a link, on a phone too."""

from collections.abc import Callable

import pytest

from address import Address
from pages.backpropagation.choice import read_graph
from pages.backpropagation.moments import steps_of, written
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

PLACES = """() => ["canvas", "moment", "product", "transport", "node:last-child"].map((part) => {
    const { x, y, width, height } = document.querySelector(`.descent-${part}`).getBoundingClientRect();
    return [x, y, width, height];
})"""
HOLDS = "(all) => all.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)"


def test_forward_it_stores_and_back_it_multiplies_and_a_path_is_pressed(visit: Visit) -> None:
    trace = read_graph(Address({})).trace
    steps = steps_of(trace)
    viewer = visit().open_chapter("backpropagation", "?lang=en&step=0").until_step(0)
    page = viewer.page
    filled = page.locator(".descent-cache [data-filled=true]")
    assert filled.count() == 0
    before = page.evaluate(PLACES)
    assert max(y + height for _, y, _, height in before) <= 768, "all of it on one screen"
    page.locator("[data-node=w2]").click()
    viewer.until("stage.dataset.path === 'w2'").until_query(path="w2")
    for step in range(1, steps.update + 1):
        page.keyboard.press("ArrowRight")
        viewer.until_step(step)
        assert page.evaluate(PLACES) == before, "nothing moves from step to step"
        assert filled.count() == min(step, len(trace.graph.stored))
        assert page.locator(".descent-node").evaluate_all(HOLDS)
    shown = page.locator("[data-node=w1] .descent-slope b").inner_text()
    assert shown == written(trace.derivatives["w1"])
    assert page.locator(".descent-product .descent-outcome").inner_text() == f"= {written(trace.derivatives['w2'])}"
    viewer.until_query(step=str(steps.update))
    viewer.slider("w₁").press("ArrowRight")
    viewer.until_query(w1="0.801").until_step(steps.update)
    assert viewer.errors_shown() == []
    moving = visit(Device(moving=True)).open_chapter("backpropagation", "?lang=en&layers=2").until_state("playing")
    moving.until_step(1).stage.press("Space")
    moving.until_state("paused").until_query(step=str(moving.step))
    assert moving.complaints == []


def test_on_a_phone_the_graph_stands_upright_and_nothing_sticks_out(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", width=390, height=844, touch=True))
    viewer.open_chapter("backpropagation", "?structure=fork&path=w1&step=16").until_step(16)
    page = viewer.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".descent-node").evaluate_all(HOLDS)
    nodes = page.locator(".descent-node").evaluate_all(
        """(all) => all.map((box) => {
            const { left, right, top, bottom } = box.getBoundingClientRect();
            return [left, right, top, bottom];
        })"""
    )
    for i, (left, right, top, bottom) in enumerate(nodes):
        for other in nodes[i + 1 :]:
            apart = right < other[0] or other[1] < left or bottom < other[2] or other[3] < top
            assert apart, "no two lie on each other"
    assert page.locator(".descent-edge[data-flow=flows-back]").count() == 1
