"""The map of every chapter that has one can be probed: the address says where, and the picture knows whom to ask."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_chapters import opened
from tests.stage.message_reader import read_message

MAPS = ("race", "schedules", "algorithms", "dial", "basins", "momentum", "choosing", "constraints")


def header_of(page: AppTest) -> dict[str, Any]:
    """What the stage was given; above it the schedules have another component."""
    *_, stage = [each for each in page.main if each.type == "bidi_component"]
    header, _, _ = read_message(stage.proto.bytes)
    return header


@pytest.mark.parametrize("path", MAPS)
def test_the_probe_is_where_the_address_says_and_asks_about_the_surface_of_the_map(path: str) -> None:
    page = opened(path, {"probe": "on", "probe.x": "0.5", "probe.y": "-1"})
    assert not page.warning
    header = header_of(page)
    assert header["probe"] == [0.5, -1.0]
    assert "/probe.json?surface=" in header["probing"]


@pytest.mark.parametrize("path", MAPS)
def test_a_place_off_the_map_is_told_and_without_a_switch_there_is_no_probe(path: str) -> None:
    page = opened(path, {"probe.x": "1e6"})
    assert "probe.x" in page.warning[0].value
    assert header_of(page)["probe"] is None
