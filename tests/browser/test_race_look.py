"""How the race looks: everything painted, on every screen, in both themes."""

from collections.abc import Callable, Iterable

import pytest
import streamlit as st
from playwright.sync_api import WebSocketRoute, expect

from address.race import LECTURE
from figures.theme import Theme, style
from optimizers import OPTIMIZERS
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def colors(theme: Theme, keys: Iterable[str] = LECTURE) -> dict[str, str]:
    """What each optimizer is drawn in."""
    return {key: style(key, tuple(OPTIMIZERS)).color(theme) for key in keys}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_nine_are_painted_in_the_scheme_of_the_viewer_and_the_pictures_stay_large_enough(
    visit: Visit, scheme: Theme
) -> None:
    # Else they walk on each other's trails.
    apart = "&rate.adagrad=0.2&rate.adam=0.05&rate.nadam=0.3&rate.adamw=0.1&adamw.weight_decay=1"
    viewer = visit(Device(scheme=scheme)).open(f"?surface=himmelblau&optimizers={','.join(OPTIMIZERS)}{apart}")
    ground = viewer.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    wanted = st.get_option(f"theme.{scheme}.backgroundColor")
    assert ground == f"rgb({', '.join(str(int(wanted[i : i + 2], 16)) for i in (1, 3, 5))})"
    assert list(viewer.table()) == list(OPTIMIZERS)
    other: Theme = "light" if scheme == "dark" else "dark"
    for panel in ("map", "curves"):
        painted = {key: viewer.painted(color, panel) for key, color in colors(scheme, OPTIMIZERS).items()}
        assert min(painted.values()) > 10, (panel, painted)
        assert viewer.painted(colors(other)["adam"], panel) == 0
        box = viewer.page.locator(f".descent-{panel}").bounding_box()
        assert box is not None
        assert box["height"] >= 260
    viewer.page.locator("[data-toggle=adam]").click()
    viewer.until_row("adam", 1, "–")
    for panel in ("map", "curves"):
        assert viewer.painted(colors(scheme)["adam"], panel) == 0, "who is out of the race is not drawn"
        assert viewer.painted(colors(scheme)["momentum"], panel) > 40


def test_the_trail_grows_with_the_playhead_and_the_formulas_are_typeset(visit: Visit) -> None:
    viewer = visit().open("?optimizers=gd,adam&lang=en")
    page = viewer.page
    expect(page.locator("h1 .katex")).to_have_count(1)
    expect(page.locator(".katex-error")).to_have_count(0)
    main = page.locator("[data-testid=stMainBlockContainer]")
    expect(main.locator(".katex")).to_have_count(2 + 2)  # the surface's above and below, one for each chosen optimizer
    expect(main.locator("h3")).to_have_text(["GD · 1847", "Adam · 2014"])
    color = colors("light")["adam"]
    painted = []
    for step in (1, 10, 40):
        viewer.pause_at(step)
        painted.append(viewer.painted(color))
    assert 0 < painted[0] < painted[1] < painted[2]


def test_a_run_that_has_left_has_an_arrow_at_the_edge_and_is_named_with_the_step(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR")).open("?surface=class-ravine&optimizers=gd&rate=1.05")
    words = ("발산", "여기서 한계는 n ≈ 1.00", "10스텝에 이탈")
    strip = """() => {
        const canvas = document.querySelector(".descent-map canvas");
        const { yaxis } = document.querySelector(".descent-map .descent-plot")._fullLayout;
        const density = canvas.width / canvas.clientWidth;
        return [yaxis._offset, yaxis._offset + yaxis._length - 14].map((top) => {
            const { data } = canvas.getContext("2d").getImageData(0, top * density, canvas.width, 14 * density);
            let dark = 0;
            for (let i = 0; i < data.length; i += 4)
                if (data[i + 3] > 200 && data[i] + data[i + 1] + data[i + 2] < 30) dark++;
            return dark;
        });
    }"""
    viewer.pause_at(1)
    before = viewer.page.evaluate(strip)
    assert max(before) == 0, "while it is inside, nothing is at the upper and the lower edge"
    viewer.pause_at(9)
    assert viewer.table()["gd"][-1] not in words, "nobody is called gone before the step at which it goes"
    assert "10" not in viewer.table()["gd"][-1]
    viewer.pause_at(12)
    after = viewer.page.evaluate(strip)
    assert max(after) > 20, "an arrow and its words"
    viewer.button("end").click()
    viewer.until_state("ended")
    assert viewer.table()["gd"][-1] == " · ".join(words)


@pytest.mark.parametrize(("locale", "query"), [("ko-KR", ""), ("en-US", "?surface=goldstein-price")])
def test_on_a_laptop_the_whole_stage_is_seen_without_scrolling(visit: Visit, locale: str, query: str) -> None:
    viewer = visit(Device(locale=locale)).open(query)
    viewer.page.evaluate("document.fonts.ready.then(() => true)")
    viewer.until("stage.querySelector('.descent-scoreboard').getBoundingClientRect().bottom <= innerHeight")
    assert viewer.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    for part in ("legend", "map", "curves", "transport", "scoreboard"):
        box = viewer.page.locator(f".descent-{part}").bounding_box()
        assert box is not None
        assert box["width"] > 100
        assert box["height"] > 10
        assert box["y"] >= 0, part
        assert box["y"] + box["height"] <= 768, part
        assert box["x"] + box["width"] <= 1366, part
    boxes = [viewer.page.locator(f".descent-{part}").bounding_box() for part in ("map", "curves")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["height"] >= 260
    assert boxes[1]["x"] >= boxes[0]["x"] + boxes[0]["width"], "the map stands left of the curves"


def nothing_overflows(viewer: Viewer) -> None:
    wide = viewer.page.evaluate(
        """() => ["html", "[data-testid=stMain]", ".descent-stage"]
            .map((name) => document.querySelector(name))
            .map((each) => [each.scrollWidth, each.clientWidth])"""
    )
    assert all(inside <= room <= 390 for inside, room in wide), wide
    sizes = [viewer.page.locator(f".descent-{part}").bounding_box() for part in ("map", "curves", "transport", "board")]
    for box in sizes:
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    for control in viewer.page.locator(".descent-transport button").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 40, "large enough for a finger"


def test_on_a_phone_nothing_overflows(visit: Visit) -> None:
    """In English it is seen below."""
    viewer = visit(Device(locale="ko-KR", width=390, height=844, touch=True)).open("?rate=1.05")
    nothing_overflows(viewer)
    viewer.button("start").tap()
    viewer.until_step(0)


def test_the_picture_does_not_jump_when_the_rest_of_the_page_arrives(visit: Visit) -> None:
    """Over a slow line the stage comes long before the controls beside it; it must stand where it will stay."""
    viewer = visit(Device(name="slow line"))
    sockets: list[WebSocketRoute] = []
    waiting: list[bytes] = []

    def hold(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server().on_message(keep)

    def keep(message: str | bytes) -> None:
        assert isinstance(message, bytes)
        waiting.append(message)

    viewer.page.route_web_socket("**/_stcore/stream", hold)
    viewer.page.goto(f"{viewer.url}/race", wait_until="commit")
    stage_was_sent = False
    places: list[tuple[float, float]] = []
    while viewer.page.evaluate("document.querySelector('.stApp')?.dataset.testScriptState") != "notRunning" or waiting:
        if waiting and (viewer.table() or not stage_was_sent):
            stage_was_sent |= b"descent_stage" in waiting[0]
            sockets[-1].send(waiting.pop(0))
        viewer.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if viewer.table():
            box = viewer.page.locator(".descent-map").bounding_box()
            assert box is not None
            places.append((box["x"], box["width"]))
    assert len(places) > 5, "it was seen before the page was complete"
    assert set(places) == {places[-1]}


def test_a_narrower_window_redraws_everything_in_its_place(visit: Visit) -> None:
    viewer = visit().open()
    for width in (1000, 500, 1366):
        viewer.page.set_viewport_size({"width": width, "height": 768})
        viewer.until(
            """(() => {
                const [map, canvas] = ["", " canvas"].map((inside) => stage.querySelector(`.descent-map${inside}`));
                return Math.abs(map.clientWidth - canvas.clientWidth) <= 1;
            })()"""
        )
        viewer.until("stage.querySelector('.descent-map').getBoundingClientRect().right <= innerWidth")
        viewer.until(
            """(() => {
                const plot = stage.querySelector('.descent-map .descent-plot');
                const { xaxis, yaxis } = plot._fullLayout;
                const box = plot.getBoundingClientRect();
                const handle = stage.querySelector('.descent-start').getBoundingClientRect();
                return Math.abs(handle.x + handle.width / 2 - box.x - xaxis._offset - xaxis.d2p(-7)) < 1.5
                    && Math.abs(handle.y + handle.height / 2 - box.y - yaxis._offset - yaxis.d2p(2)) < 1.5;
            })()"""
        )
    assert viewer.painted(colors("light")["adam"]) > 40
    the_scheme_changes_the_colours_of_the_open_page(viewer)


def the_scheme_changes_the_colours_of_the_open_page(viewer: Viewer) -> None:
    assert viewer.painted(colors("light")["momentum"]) > 40
    viewer.page.emulate_media(color_scheme="dark")
    viewer.until_painted(colors("dark")["momentum"])
    assert viewer.painted(colors("light")["momentum"]) == 0
    map_ground = viewer.page.evaluate(
        "JSON.stringify(document.querySelector('.descent-map .descent-plot').data[0].colorscale[0])"
    )
    assert "#0b1016" in map_ground or "ffffff" not in map_ground


def test_the_cards_are_headings_and_lists_that_fit_on_a_phone(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open("?optimizers=gd,nadam,lion&surface=six-hump-camel")
    nothing_overflows(viewer)
    cards = viewer.page.locator(".st-key-formulas")
    expect(cards.locator("h2")).to_have_text(["Optimizers", "Surface"])
    expect(cards.locator("ul > li h3")).to_have_text(["GD · 1847", "NAdam · 2016", "Lion · 2023"])
    for card in cards.locator("li:has(h3)").all():
        expect(card.locator("ul > li").first).to_contain_text("Memory per parameter")
    for item in cards.locator("li").all():
        box = item.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_the_legend_tells_the_signs_on_the_map(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR"))
    for query, signs in (
        ("?surface=class-ravine", {"출발점", "전역 최솟값"}),
        ("?surface=six-hump-camel", {"출발점", "전역 최솟값", "지역 최솟값", "안장점"}),
        ("?surface=hyperbolic-saddle", {"출발점", "안장점"}),
    ):
        viewer.page.goto("about:blank")
        viewer.open(query)
        said = viewer.page.locator(".descent-legend span").all_inner_texts()
        assert {words.split(" ", 1)[1] for words in said} == signs
