"""A viewer who does the next thing before the browser has drawn the controls that the last one has changed."""

from urllib.parse import parse_qs

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates

from tests.awaited import awaited
from tools.seat import Seat
from tools.server import Server
from tools.shown_page import Value

CHIPS = "chips:optimizers"


def emptied(widgets: WidgetStates) -> WidgetStates:
    """What a browser says in the first moment in which it has drawn the boxes for a start."""
    changed = WidgetStates.FromString(widgets.SerializeToString())
    for widget in changed.widgets:
        if "-box:" in widget.id:
            widget.ClearField("double_value")
    return changed


@pytest.mark.parametrize(
    ("event", "value", "name", "written"),
    [
        ("chosen", ["gd", "momentum", "adagrad", "rmsprop"], "optimizers", "gd,momentum,adagrad,rmsprop"),
        ("projector", True, "projector", "on"),
        ("turned", {"rate": "0.02"}, "rate", "0.02"),
    ],
)
def test_what_is_done_on_the_stage_stays_though_the_next_change_tells_of_older_controls(
    app: Server, event: str, value: object, name: str, written: str
) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en") as seat:
            for steps in (50, 60):  # the second time they are other widgets already
                seat.page.set("Steps", steps)
                before = seat.page.states()
                assert (await seat.tell("race", event, value)).failures == ()
                answer = await seat.rerun(before)
                assert answer.failures == ()
                query = parse_qs(seat.query)
                assert query[name] == [written]
                assert query["steps"] == [str(steps)]
                await seat.go_back("lang=en")

    awaited(watch())


def test_a_control_that_is_moved_by_hand_stays_the_same_widget(app: Server) -> None:
    """Another one would lose the keyboard."""

    async def watch() -> None:
        async with Seat(app.url, "race?lang=en") as seat:
            moved: dict[str, Value] = {
                "Steps": 50,
                CHIPS: [],
                "Predict first": "Which arrives first?",
            }
            for control, value in moved.items():
                before = seat.page.widget(control).id
                assert (await seat.set(control, value)).failures == ()
                assert seat.page.widget(control).id == before, control
            assert seat.page.value(CHIPS)[1] == ["GD", "Momentum", "AdaGrad", "RMSProp", "Adam"], "the last stay on"

    awaited(watch())


@pytest.mark.parametrize("path", ["race?", "basins?", "dial?surface=own", "schedules?", "constraints?", "training?"])
def test_a_control_begins_as_what_it_is_set_to(app: Server, path: str) -> None:
    """A click in the moment in which the browser draws it tells of its beginning, and is no wish of the viewer."""

    async def watch() -> None:
        async with Seat(app.url, f"{path}&lang=en") as seat:
            if path == "race?":
                await seat.unfold("conditions")
                await seat.unfold("settings")
            begin, now = seat.page.beginnings(), seat.page.settings()
            assert {"lang", "theme"} < {*begin}
            assert len(begin) >= 6
            boxes = {name for name in begin if name.startswith("box:")}
            assert {name: begin[name] for name in {*begin} - boxes} == {name: now[name] for name in {*begin} - boxes}

    awaited(watch())


@pytest.mark.parametrize("chapter", ["race", "basins", "dial"])
def test_what_was_set_on_another_surface_is_no_start_of_this_one(app: Server, chapter: str) -> None:
    """The next surface is chosen before the browser has drawn the boxes of this one, or while it is drawing them."""

    async def watch() -> None:
        async with Seat(app.url, f"{chapter}?lang=en&surface=hyperbolic-saddle") as seat:
            if chapter == "race":
                await seat.unfold("conditions")
            for surface in ("himmelblau", "monkey-saddle", "three-hump-camel"):
                drawn, gallery = seat.page.states(), seat.page.component_id("surfaces")
                assert (await seat.say(gallery, "chosen", surface, emptied(drawn))).failures == ()
                assert (await seat.rerun(drawn)).failures == ()
                assert parse_qs(seat.query) == {"surface": [surface], "lang": ["en"]}

    awaited(watch())


@pytest.mark.parametrize(("event", "value"), [("start", [1.0, 1.0]), ("turned", {"rate": "0.02"})])
def test_what_is_done_on_the_picture_of_another_surface_is_ignored(app: Server, event: str, value: object) -> None:
    async def watch() -> None:
        async with Seat(app.url, "race?lang=en&surface=beale") as seat:
            player, of = seat.page.component_id("race"), seat.page.header("race")["of"]
            await seat.tell("surfaces", "chosen", "booth")
            assert (await seat.say(player, event, {"of": of, "value": value})).failures == ()
            assert parse_qs(seat.query) == {"lang": ["en"], "surface": ["booth"]}
            assert (await seat.say(player, "view", {"of": of, "value": "relief"})).failures == ()
            assert parse_qs(seat.query)["view"] == ["relief"], "that means the same on every surface"
            assert (await seat.tell("race", event, value)).failures == ()
            assert {"x", "rate"} & {*parse_qs(seat.query)}

    awaited(watch())
