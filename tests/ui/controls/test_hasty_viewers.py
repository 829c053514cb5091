"""A viewer who does the next thing before the browser has drawn the controls that the last one has changed."""

from urllib.parse import parse_qs

import pytest

from tests.awaited import awaited
from tools.seat import Seat
from tools.server import Server
from tools.shown_page import Value

CHIPS = "chips:optimizers"


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
