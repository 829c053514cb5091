"""The player's own modules, in the browser that runs them, each by itself."""

import math

import numpy as np
import pytest
from playwright.sync_api import Page

from stage.message import pack
from tests.browser.modules import run

pytestmark = pytest.mark.browser


def test_the_playhead_seeks_whole_steps_inside_the_race(bench: Page) -> None:
    found = run(
        bench,
        "playhead.js",
        """const head = new its.Playhead();
        head.resize(100);
        const told = (to) => (head.seek(to), [head.step, head.position, head.ended, head.playing]);
        return [-5, 0, 36.6, 37.4, 99.9, 1e9].map(told);""",
    )
    assert found == [
        [0, 0, False, False],
        [0, 0, False, False],
        [37, 37, False, False],
        [37, 37, False, False],
        [100, 100, True, False],
        [100, 100, True, False],
    ]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ({"position": 37, "playing": False}, [37, False]),
        ({"position": 36.6, "playing": True}, [37, True]),
        ({"position": 100, "playing": True}, [100, False]),
        ({"position": 900, "playing": True}, [100, False]),
    ],
)
def test_the_playhead_goes_on_where_it_was_left(bench: Page, left: dict[str, float], expected: list[object]) -> None:
    script = """const head = new its.Playhead();
        head.resize(100);
        head.resume(what);
        return [head.position, head.playing];"""
    assert run(bench, "playhead.js", script, left) == expected


def test_a_formula_goes_on_at_its_line(bench: Page) -> None:
    script = """const head = new its.Lines();
        head.resize(100, 8);
        head.goTo(5, 3);
        head.play();
        const place = JSON.parse(JSON.stringify(head.place));
        const other = new its.Lines();
        other.resize(100, 8);
        other.resume(place);
        return [other.step, other.line, other.playing];"""
    assert run(bench, "lines.js", script) == [5, 3, True]


def test_what_nobody_hears_is_told_later_the_last_of_each_kind_at_once(bench: Page) -> None:
    script = """const told = [];
        const send = (...what) => told.push(what);
        its.tell("one", send, "start", 1);
        its.stopListening();  // before that was heard
        its.tell("one", send, "view", "map");
        its.tell("one", send, "start", 2);
        its.tell("other", send, "turned", 3);
        its.heard();  // nobody listens: whatever runs has not heard it
        const before = [its.isListening(), its.allHeard()];
        its.listenAgain();
        const after = [its.isListening(), its.allHeard()];
        its.heard();
        its.stopListening();
        its.listenAgain();
        return [told, before, after, its.allHeard()];"""
    told, before, after, all_heard = run(bench, "unheard.js", script)
    assert told == [
        ["start", 1],
        ["several", [["start", 2], ["view", "map"]]],
        ["several", [["turned", 3]]],
    ]
    assert (before, after, all_heard) == ([False, False], [True, False], True)


@pytest.mark.parametrize(
    ("before", "at", "after", "expected"),
    [
        (100, 37, 200, 37),
        (100, 37, 38, 37),
        (100, 37, 20, 20),
        (100, 100, 200, 200),
        (100, 100, 50, 50),
        (100, 0, 50, 0),
        (0, 0, 100, 0),
    ],
)
def test_the_playhead_keeps_its_step_when_the_race_gets_another_length(
    bench: Page, before: int, at: int, after: int, expected: int
) -> None:
    script = """const head = new its.Playhead();
        head.resize(what[0]); head.seek(what[1]); head.resize(what[2]);
        return [head.step, head.steps, head.playing];"""
    assert run(bench, "playhead.js", script, [before, at, after]) == [expected, after, False]


def test_the_playhead_advances_by_time_and_speed(bench: Page) -> None:
    script = """const advanced = (steps, speed, milliseconds) => {
            const head = new its.Playhead();
            head.resize(steps); head.speed = speed; head.play(); head.advance(milliseconds);
            return head.position;
        };
        const all = [[100, 1, 1000], [100, 0.25, 1000], [100, 8, 1000], [2000, 1, 1000], [2000, 1, 12000]];
        return all.map((each) => advanced(...each));"""
    slow, quarter, eightfold, long, all_of_it = run(bench, "playhead.js", script)
    assert slow > 5
    assert quarter == pytest.approx(slow / 4)
    assert eightfold == pytest.approx(min(8 * slow, 100))
    assert long > slow, "a long race is not slower to watch than a short one by as much as it is longer"
    assert all_of_it == 2000


def test_the_playhead_plays_once_and_then_stands_at_the_end(bench: Page) -> None:
    script = """const head = new its.Playhead();
        const told = () => [head.step, head.playing, head.ended];
        const story = [];
        head.resize(10); head.advance(1000); story.push(told());
        head.play(); head.advance(120); story.push(told());
        head.pause(); head.advance(1000); story.push([...told(), Number.isInteger(head.position)]);
        head.toggle(); head.advance(1e6); story.push(told());
        head.advance(1e6); story.push(told());
        head.toggle(); story.push(told());
        head.seek(4); story.push(told());
        const empty = new its.Playhead(); empty.play(); story.push(empty.playing);
        return story;"""
    still, moving, paused, end, after, again, sought, empty = run(bench, "playhead.js", script)
    assert still == [0, False, False]
    assert moving[1:] == [True, False]
    assert moving[0] > 0
    assert paused == [moving[0], False, False, True]
    assert end == after == [10, False, True]
    assert again == [0, True, False]
    assert sought == [4, False, False]
    assert empty is False, "a race of no steps does not play"


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


def test_the_value_in_force(bench: Page) -> None:
    script = "return what[1].map((step) => its.inForce(what[0], step));"
    changes = [[0, 7], [10, 1], [11, 5], [40, 2]]
    assert run(bench, "message.js", script, [changes, [0, 9, 10, 11, 39, 40, 2000]]) == [7, 7, 1, 5, 5, 2, 2]
    assert run(bench, "message.js", script, [[[0, -1]], [0, 5]]) == [-1, -1]


@pytest.mark.parametrize(
    ("outside", "expected"),
    [
        ((200.0, 50.0), (110.0, 50.0)),
        ((-90.0, 50.0), (10.0, 50.0)),
        ((50.0, -1000.0), (50.0, 20.0)),
        ((50.0, 1e6), (50.0, 80.0)),
        ((150.0, 150.0), (80.0, 80.0)),
        ((60.0, 55.0), (60.0, 55.0)),
    ],
)
def test_where_the_way_out_crosses_the_edge(
    bench: Page, outside: tuple[float, float], expected: tuple[float, float]
) -> None:
    """The frame runs from 10 to 110 and from 20 to 80."""
    script = "return its.crossing({ left: 10, top: 20, width: 100, height: 60 }, [50, 50], what);"
    assert run(bench, "ink.js", script, list(outside)) == pytest.approx(expected)


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


@pytest.mark.parametrize("shape", ["circle", "square", "diamond", "triangle", "pentagon", "star", "cross", "hexagon"])
def test_every_marker_has_a_shape_of_its_own(bench: Page, shape: str) -> None:
    script = """const painted = (marker) => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const context = canvas.getContext("2d");
            its.marker(context, [20, 20], { color: "#ff0000", halo: "#0000ff", marker, radius: 12 });
            const { data } = context.getImageData(0, 0, 40, 40);
            return [...data].filter((_, i) => i % 4 === 0).map((level) => (level > 128 ? 1 : 0)).join("");
        };
        const shapes = ["circle", "square", "diamond", "triangle", "pentagon", "star", "cross", "hexagon"];
        const own = painted(what);
        const differing = (a, b) => [...a].filter((sign, i) => sign !== b[i]).length;
        const distances = shapes.filter((each) => each !== what).map((each) => differing(own, painted(each)));
        return [own.split("1").length - 1, Math.min(...distances)];"""
    area, nearest = run(bench, "ink.js", script, shape)
    assert area > 100
    assert nearest >= 20, "points of 40 × 40 that differ from the most similar other marker"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1.00"),
        (-1.5, "−1.50"),
        (0.12345, "0.123"),
        (0.001, "0.00100"),
        (0.000999, "9.99×10⁻⁴"),
        (999.9, "1000"),
        (12345.6, "12346"),
        (-12345.6, "−12346"),
        (123456.0, "1.23×10⁵"),
        (-1e-8, "−1.00×10⁻⁸"),
        (1.58e-8, "1.58×10⁻⁸"),
        (3.4e38, "3.40×10³⁸"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "–"),
    ],
)
def test_numbers_on_the_scoreboard(bench: Page, value: float, words: str) -> None:
    assert run(bench, "scoreboard.js", "return its.number(what);", value) == words


def test_the_head_stands_between_two_steps(bench: Page) -> None:
    script = "return what.map(([points, position]) => its.headAt(Float32Array.from(points), position));"
    way = [0, 0, 10, 20, math.nan, math.nan]
    found = run(bench, "trajectory.js", script, [[way, 0], [way, 0.5], [way, 1], [way, 1.5], [way, 2]])
    assert found == [[0, 0], [5, 10], [10, 20], [10, 20], None]


def test_a_shape_has_the_form_of_the_row_and_is_between_two_steps_while_it_plays(bench: Page) -> None:
    script = """const form = ([rows, moments], row, position) => {
            const values = Float32Array.from({ length: rows * moments * 2 }, (_, i) => i);
            return [...its.formAt({ values, shape: [rows, moments, 1, 2] }, row, position)];
        };
        return what.map((each) => form(...each));"""
    asked = [
        [[3, 4], 0, 0],
        [[3, 4], 2, 1],
        [[3, 4], 1, 2.5],
        [[1, 4], 2, 1],  # the same for every row
        [[3, 1], 2, 2.5],  # the same at every step
        [[3, 4], 1, 3],
    ]
    expected = [[0, 1], [18, 19], [13, 14], [2, 3], [4, 5], [14, 15]]
    assert run(bench, "shapes.js", script, asked) == expected
