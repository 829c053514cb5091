"""The race in three dimensions: the same trails, lying on the ground that Plotly turns."""

import math
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page

from figures.relief import RESOLUTION
from figures.theme import Theme, style
from optimizers import OPTIMIZERS
from stage.served import player_path
from surfaces import SURFACES, Kind
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
KEYS = tuple(OPTIMIZERS)
LECTURE = ("gd", "momentum", "adagrad", "rmsprop", "adam")
SCENE = "document.querySelector('.descent-relief .descent-plot')._fullLayout.scene._scene"


def eye(viewer: Viewer) -> Mapping[str, float]:
    return dict(viewer.page.evaluate(f"({{ ...{SCENE}.getCamera().eye }})"))


def angles(viewer: Viewer) -> tuple[float, float]:
    """Around and above, in degrees."""
    at = eye(viewer)
    return (
        math.degrees(math.atan2(at["y"], at["x"])),
        math.degrees(math.atan2(at["z"], math.hypot(at["x"], at["y"]))),
    )


WATCH_EYE = f"""() => {{
    globalThis.lowestEye = 0;
    const look = () => {{
        lowestEye = Math.min(lowestEye, {SCENE}.getCamera().eye.z);
        requestAnimationFrame(look);
    }};
    look();
}}"""
"""How deep the eye has been, frame by frame: below the floor it may be for a moment only."""


def drag_ground(page: Page, across: float, down: float) -> None:
    box = page.locator(".descent-relief").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for share in (0.25, 0.5, 0.75, 1.0):
        page.mouse.move(x + share * across, y + share * down)
    page.mouse.up()


def test_map_and_relief_are_two_views_of_one_race_and_buttons_turn_the_ground(visit: Visit) -> None:
    viewer = visit().open("?surface=himmelblau").pause_at(30)
    before = viewer.table()
    viewer.page.locator("[data-tool=view]").click()
    viewer.until("stage.dataset.view === 'relief'").until_query(view="relief")
    assert viewer.step == 30, "the race goes on where it was"
    assert viewer.table() == before
    viewer.page.locator(".descent-map").wait_for(state="hidden")
    viewer.page.wait_for_timeout(800)
    assert "turn" not in viewer.query, "nobody has turned it"

    straight = angles(viewer)
    viewer.page.locator("[data-tool=right]").focus()
    viewer.page.keyboard.press("Enter")
    viewer.until_query(turn=str(round(straight[0]) + 15))
    assert angles(viewer) == pytest.approx((straight[0] + 15, straight[1]), abs=1.2)
    viewer.page.locator("[data-tool=left]").click()
    viewer.page.locator("[data-tool=left]").click()
    viewer.until_query(turn=str(round(straight[0]) - 15))

    viewer.page.keyboard.press("v")
    viewer.until("stage.dataset.view === 'map'").until_query(view="map")
    viewer.page.locator(".descent-relief").wait_for(state="hidden")
    viewer.page.locator(".descent-map").wait_for(state="visible")
    viewer.page.locator("[data-tool=left]").wait_for(state="hidden")  # a map is not turned


def test_every_trail_is_painted_on_the_ground(visit: Visit) -> None:
    scheme: Theme = "dark"
    viewer = visit(Device(scheme=scheme)).open("?view=relief&tilt=75")
    painted = {key: viewer.painted(style(key, KEYS).color(scheme), "relief") for key in LECTURE}
    assert min(painted.values()) > 10, painted
    viewer.pause_at(0)
    assert sum(viewer.painted(style(key, KEYS).color(scheme), "relief") for key in LECTURE) < sum(painted.values()) / 2


@pytest.mark.parametrize("query", ["?view=relief&surface=six-hump-camel&turn=20&tilt=70"])
def test_trails_lie_where_plotly_draws_the_ground(visit: Visit, query: str) -> None:
    """Plotly places annotations by a projection of its own: put one on the ground, and see that ours falls there."""
    viewer = visit().open(query)
    places = viewer.page.evaluate(
        """async (folder) => {
            const plot = document.querySelector(".descent-relief .descent-plot");
            const { Camera } = await import(folder + "/race/camera.js");
            const { viewOf } = await import(folder + "/plotted.js");
            const { x, y, z } = plot._fullData[0];
            const marked = [[8, 8], [70, 12], [40, 40], [15, 66]].map(([i, j]) => ({ x: x[i], y: y[j], z: z[j][i] }));
            const annotations = marked.map((each) => ({ ...each, text: "·", showarrow: false, ax: 0, ay: 0 }));
            await Plotly.relayout(plot, { "scene.annotations": annotations });
            await new Promise((done) => setTimeout(done, 200));
            const box = plot.getBoundingClientRect();
            const theirs = [...plot.querySelectorAll(".annotation-text-g .bg")].map((each) => {
                const { left, top, width, height } = each.getBoundingClientRect();
                return [left + width / 2 - box.left, top + height / 2 - box.top];
            });
            const camera = new Camera(viewOf(plot), box.width, box.height);
            const ours = marked.map((each) => [...camera.pixels(Float32Array.of(each.x, each.y, each.z))]);
            return { ours, theirs };
        }""",
        f"/{player_path()}",
    )
    assert len(places["theirs"]) == 4
    for ours, theirs in zip(places["ours"], places["theirs"], strict=True):
        assert math.dist(ours, theirs) < 2.5, (ours, theirs)
    spread = [max(each) - min(each) for each in zip(*places["ours"], strict=True)]
    assert min(spread) > 60, "places apart are seen apart"


def test_turning_it_survives_a_slider_the_playing_and_a_link(visit: Visit) -> None:
    viewer = visit().open("?view=relief&surface=himmelblau")
    before = angles(viewer)
    drag_ground(viewer.page, -160, 40)
    viewer.until("new URL(location.href).searchParams.has('turn')")
    turned = angles(viewer)
    assert abs(turned[0] - before[0]) > 10
    assert abs(turned[1] - before[1]) > 3
    for name, angle in zip(("turn", "tilt"), turned, strict=True):  # a slow hand is written down on the way, too
        viewer.until(f"new URL(location.href).searchParams.get('{name}') === '{round(angle)}'")

    messages = viewer.stage.get_attribute("data-messages")
    viewer.slider("Learning rate").focus()
    viewer.page.keyboard.press("ArrowLeft")
    viewer.until("stage.dataset.messages !== what", messages)
    assert angles(viewer) == pytest.approx(turned, abs=0.01)
    viewer.button("start").click()
    viewer.button("play").click()
    viewer.until("Number(stage.dataset.step) > 3")
    assert angles(viewer) == pytest.approx(turned, abs=0.01)

    link = viewer.href
    other = visit(Device(locale="ko-KR")).open(link.removeprefix(viewer.url + "/"))
    assert angles(other) == pytest.approx((round(turned[0]), round(turned[1])), abs=0.6)


def test_a_relief_turned_below_its_floor_comes_back_to_it(visit: Visit) -> None:
    viewer = visit().open("?view=relief&tilt=12")
    drag_ground(viewer.page, 0, -160)
    viewer.until_query(tilt="0")
    viewer.until(f"Math.abs({SCENE}.getCamera().eye.z) < 0.02")
    assert visit().open(f"?{viewer.href.partition('?')[2]}").notice() == ""
    viewer.page.bring_to_front()
    viewer.page.evaluate(WATCH_EYE)
    drag_ground(viewer.page, 0, -160)  # from the floor itself: the address does not change, yet the view comes back
    viewer.until("lowestEye < -0.1")
    viewer.until(f"Math.abs({SCENE}.getCamera().eye.z) < 0.02")


def test_who_leaves_the_picture_leaves_the_ground(visit: Visit) -> None:
    """At its edge, with an arrow and words, as on the map; nothing is drawn beyond."""
    viewer = visit().open("?view=relief&rate=1.05&optimizers=gd&steps=12")
    viewer.pause_at(1)
    before = viewer.painted("#000000", "relief")
    viewer.button("end").click()
    viewer.until_step(12)
    assert viewer.painted("#000000", "relief") > before + 200
    places = viewer.page.evaluate(
        """async (folder) => {
            const { project } = await import(folder + "/race/projection.js");
            const ground = { cellWidth: 0.25, cellHeight: 0.125, lift: 0, height: () => 1 };
            const path = Float32Array.of(-7, 2, -6, -2.2, -5, 4, -4, -60, 0, 0);
            const { places, begins } = project(path, ground, [[-10, 10], [-5, 5]]);
            return { places: [...places].map((each) => (Number.isNaN(each) ? null : each)), begins: [...begins] };
        }""",
        f"/{player_path()}",
    )
    xyz = [places["places"][i : i + 3] for i in range(0, len(places["places"]), 3)]
    inside = [each for each in xyz if each[0] is not None]
    assert all(abs(x) <= 10 and abs(y) <= 5.0001 for x, y, _ in inside)
    edge = [y for _, y, _ in inside if abs(abs(y) - 5) < 1e-4]
    assert len(edge) == 2, "once on its way out and once on its way back"
    assert [xyz[at][:2] for at in places["begins"]][:3] == [[-7, 2], [-6, pytest.approx(-2.2)], [-5, 4]]
    assert xyz[places["begins"][3]][0] is None
    assert xyz[places["begins"][4]][:2] == [0, 0]


@pytest.mark.parametrize("kind", ["saddle"])
def test_surfaces_with_and_without_a_bottom_have_a_relief(visit: Visit, kind: Kind) -> None:
    """The first of its kind; that every figure is one is held by tests/figures/test_relief.py."""
    key = next(key for key, surface in SURFACES.items() if surface.kind == kind)
    viewer = visit().open(f"?view=relief&tilt=85&optimizers=gd&surface={key}")
    trace, rows = viewer.page.evaluate(
        """() => {
            const [trace] = document.querySelector(".descent-relief .descent-plot")._fullData;
            return [trace.type, trace.z.length];
        }"""
    )
    assert (trace, rows) == ("surface", RESOLUTION)
    assert viewer.painted(style("gd", KEYS).color("light"), "relief") > 10, key
    assert viewer.errors_shown() == []


@pytest.mark.parametrize("query", ["?view=relief"])
def test_without_webgl_there_is_the_map_and_the_page_says_why(visit: Visit, query: str) -> None:
    viewer = visit()
    viewer.page.add_init_script(
        """const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind.startsWith("webgl") || kind.startsWith("experimental") ? null : real.call(this, kind, ...rest);
        };"""
    )
    viewer.open(query)
    assert viewer.stage.get_attribute("data-view") == "map"
    viewer.page.keyboard.press("v")
    viewer.pause_at(12)
    assert viewer.stage.get_attribute("data-view") == "map"
    assert viewer.painted(style("adam", KEYS).color("light")) > 10
    assert viewer.errors_shown() == []
    button = viewer.page.locator("[data-tool=view]")
    assert button.is_disabled()
    assert "WebGL" in (button.get_attribute("title") or "")
    assert ("WebGL" in viewer.page.locator(".descent-legend").inner_text()) == bool(query)
