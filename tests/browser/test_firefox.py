"""What a hand does in another engine: the sliders under the race in a real Firefox."""

import pytest

from tests.browser.conftest import Served
from tests.browser.test_race_sliders import PLACES, raced, says_what_the_engine_computes
from tools.firefox import dragged

pytestmark = pytest.mark.browser


def test_in_firefox_all_who_race_follow_the_hand_and_the_keys(served: Served) -> None:
    told = dragged(f"{served.url}/race?lang=en", PLACES)
    assert told["complaints"] == []
    assert len(told["drags"]) == 2 * PLACES
    for drag in told["drags"]:
        value = float(drag["said"].partition(":")[0])
        rate, momentum = (value, 0.9) if drag["axis"] == "rate" else (0.9, value)
        says_what_the_engine_computes(drag["board"], rate, raced(rate, momentum))
    assert [key for key, _ in told["keys"]] == ["ArrowRight", "PageUp", "Home", "End"]
    values = [float(said.partition(":")[0]) for _, said in told["keys"]]
    assert 0.9 < values[0] < values[1] < values[3]
    assert values[2] < 0.01
    assert told["keys"][-1][1].endswith(": diverges")
    assert told["address"].endswith(f"rate={values[3]:g}")
