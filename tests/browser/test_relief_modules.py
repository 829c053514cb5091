"""What the relief is made of: the ground's heights, what it hides, and where a trail is cut at the frame."""

import math

import pytest
from playwright.sync_api import Page

from tests.browser.modules import run

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        ((0, 0, 1, 1), (0, 1)),
        ((-4, 0, 4, 0), (0.25, 0.75)),
        ((0, 0, 0, 8), (0, 0.125)),
        ((-3, -3, -3, 3), None),
        ((-4, 3, 4, 3), None),
        ((3.2, 0, 0, 3.2), None),
        ((0, 0, math.inf, 0), None),
    ],
)
def test_a_segment_is_cut_at_the_frame(
    bench: Page, segment: tuple[float, ...], expected: tuple[float, float] | None
) -> None:
    """The frame runs from −2 to 2 across and from −1 to 1 up."""
    found = run(bench, "projection.js", "return its.within([[-2, 2], [-1, 1]], ...what);", list(segment))
    assert found == (None if expected is None else pytest.approx(list(expected)))


GROUND = """const n = 41, at = Array.from({ length: n }, (_, i) => -2 + (4 * i) / (n - 1));
    const hill = (x, y) => Math.exp(-4 * (x * x + y * y));
    const ground = new its.Ground({ x: at, y: at, z: at.map((y) => at.map((x) => hill(x, y))) });"""


def test_the_ground_knows_its_height_between_the_points_of_its_grid(bench: Page) -> None:
    script = GROUND + "return what.map(([x, y]) => [ground.height(x, y), hill(x, y)]);"
    for known, true in run(bench, "ground.js", script, [[0, 0], [0.33, -0.41], [1.97, 1.97], [-2, 2], [2, 2]]):
        assert known == pytest.approx(true, abs=0.02)
    outside = run(bench, "ground.js", GROUND + "return [ground.height(2.1, 0), ground.height(0, -9)].map(String);")
    assert outside == ["NaN", "NaN"]


def test_a_hill_hides_what_is_behind_it_and_nothing_else(bench: Page) -> None:
    """Looked at from the right, a little from above."""
    script = (
        GROUND
        + """const eye = [1, 0, 0.3];
        return what.map(([x, y]) => ground.hides(x, y, ground.height(x, y) + ground.lift, eye));"""
    )
    behind, beside, before, on_top = run(bench, "ground.js", script, [[-0.8, 0], [-0.8, 1.8], [0.8, 0], [0, 0]])
    assert behind
    assert not beside
    assert not before
    assert not on_top
    below = run(bench, "ground.js", GROUND + "return ground.hides(1, 1, 0.5, [0.2, 0, -1]);")
    assert below, "from below nothing is seen"


def test_a_line_that_is_hidden_shines_through(bench: Page) -> None:
    """As faint as its context: what the ground hides is drawn with 0.3."""
    script = """const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 40;
        const context = canvas.getContext("2d");
        const look = { color: "#ff0000", halo: "#ff0000", dash: "solid", width: 6 };
        return [1, 0.3].map((alpha) => {
            context.clearRect(0, 0, 40, 40);
            context.globalAlpha = alpha;
            its.line(context, its.polyline(Float32Array.from([0, 20, 40, 20]), 2, null), look);
            return [context.getImageData(20, 20, 1, 1).data[3] / 255, context.globalAlpha];
        });"""
    (plain, kept), (faint, kept_faint) = run(bench, "ink.js", script)
    assert (kept, kept_faint) == pytest.approx((1, 0.3))
    assert plain == pytest.approx(1)
    assert 0.3 <= faint < 0.5
