"""The player's own modules that draw or unpack, each by itself in a browser; tests/player/ has the others."""

import math

import numpy as np
import pytest
from playwright.sync_api import Page

from stage.message import pack
from tests.browser.modules import run

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["short", "길고 넓은 낱말", "x" * 1001])
def test_what_python_packs_the_player_unpacks(bench: Page, words: str) -> None:
    arrays = {
        "path": np.arange(2 * 3 * 2, dtype=np.float64).reshape(2, 3, 2) / 7,
        "height": np.array([[0.0, -0.0, np.inf], [-np.inf, np.nan, 1e300]]),
        "slope": np.array([[1e-50, 1.5, -2.25]]),
    }
    header = {"words": words, "numbers": [1, 2.5, None], "on": True}
    with np.errstate(over="ignore"):
        block = pack(header, arrays)
        expected = {name: array.astype(np.float32).ravel().tolist() for name, array in arrays.items()}
    script = """const padded = new Uint8Array(what.length + 3);
        padded.set(what, 3);
        const message = its.unpack(padded.subarray(3));  // a view that is not aligned
        await its.inflate(message);
        await its.inflate(message);  // nothing is left to inflate
        const { arrays, ...rest } = message;
        const plain = (value) => (value instanceof Float32Array ? [...value] : value);
        return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plain(value)]));"""
    unpacked = run(bench, "message.js", script, list(block))
    assert {name: unpacked.pop(name) for name in header} == header
    assert set(unpacked) == set(expected)
    for name, values in expected.items():
        np.testing.assert_array_equal(np.array(unpacked[name]), np.array(values))


RECORDED = """
    const pens = [];
    const Real = globalThis.Path2D;
    globalThis.Path2D = class extends Real {
        moveTo(x, y) { pens.push(["move", x, y]); super.moveTo(x, y); }
        lineTo(x, y) { pens.push(["line", x, y]); super.lineTo(x, y); }
    };
    try { its.polyline(Float32Array.from(what.points.flat()), what.count ?? what.points.length, what.head ?? null); }
    finally { globalThis.Path2D = Real; }
    return pens;"""


def test_a_line_goes_through_its_points_and_on_to_the_head(bench: Page) -> None:
    points = [[0, 0], [10, 0], [10, 10], [99, 99]]
    assert run(bench, "ink.js", RECORDED, {"points": points, "count": 3, "head": [15, 15]}) == [
        ["move", 0, 0],
        ["line", 10, 0],
        ["line", 10, 10],
        ["line", 15, 15],
    ]


def test_the_pen_is_lifted_where_there_is_no_number(bench: Page) -> None:
    points = [[0, 0], [1, 1], [math.nan, 2], [3, 3], [math.inf, 3], [5, 5], [6, 6]]
    assert run(bench, "ink.js", RECORDED, {"points": points}) == [
        ["move", 0, 0],
        ["line", 1, 1],
        ["move", 3, 3],
        ["move", 5, 5],
        ["line", 6, 6],
    ]


def test_no_line_reaches_so_far_that_a_canvas_goes_astray(bench: Page) -> None:
    points = [[50, 50], [1e6, 50], [60, 60], [-3e30, 3e30], [3e38, -3e38], [70, 70], [80, 75]]
    pens = run(bench, "ink.js", RECORDED, {"points": points})
    before = (0.0, 0.0)
    lines = 0
    for act, x, y in pens:
        if act == "line":
            lines += 1
            assert max(abs(x - before[0]), abs(y - before[1])) <= 20001
        before = (x, y)
    assert lines >= 3
    first = next(pen for pen in pens if pen[0] == "line")
    assert first[2] == pytest.approx(50), "the direction is kept"
    assert first[1] > 10_000


def test_a_line_to_far_away_is_painted_up_to_the_edge(bench: Page) -> None:
    script = """const canvas = document.createElement("canvas");
        canvas.width = 200; canvas.height = 100;
        const context = canvas.getContext("2d");
        const path = its.polyline(Float32Array.from([50, 50, 1e30, 50]), 2, null);
        its.line(context, path, { color: "#ff0000", halo: "#ffffff", dash: "solid", width: 3 });
        const at = ([x, y]) => [...context.getImageData(x, y, 1, 1).data];
        return [[51, 50], [120, 50], [199, 50], [40, 50], [120, 70]].map(at);"""
    red, nothing = [255, 0, 0, 255], [0, 0, 0, 0]
    assert run(bench, "ink.js", script) == [red, red, red, nothing, nothing]


@pytest.mark.parametrize(
    "shape", ["circle", "square", "diamond", "triangle", "pentagon", "star", "cross", "hexagon", "hourglass"]
)
def test_every_marker_has_a_shape_of_its_own(bench: Page, shape: str) -> None:
    script = """const painted = (marker) => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const context = canvas.getContext("2d");
            its.marker(context, [20, 20], { color: "#ff0000", halo: "#0000ff", marker, radius: 12 });
            const { data } = context.getImageData(0, 0, 40, 40);
            return [...data].filter((_, i) => i % 4 === 0).map((level) => (level > 128 ? 1 : 0)).join("");
        };
        const shapes = ["circle", "square", "diamond", "triangle", "pentagon", "star", "cross", "hexagon", "hourglass"];
        const own = painted(what);
        const differing = (a, b) => [...a].filter((sign, i) => sign !== b[i]).length;
        const distances = shapes.filter((each) => each !== what).map((each) => differing(own, painted(each)));
        return [own.split("1").length - 1, Math.min(...distances)];"""
    area, nearest = run(bench, "ink.js", script, shape)
    assert area > 100
    assert nearest >= 20, "points of 40 × 40 that differ from the most similar other marker"


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
