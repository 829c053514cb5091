"""A race that was pinned, to be seen as a ghost behind the one of now: read from the address, and written there."""

from dataclasses import replace

from address import Address
from address.race import RaceChoice, read_race
from address.race_link import race_link
from address.viewpoint import Setting
from text import Text

PINNED = "pinned"
"""The name in the address; its value is the pinned race's own query."""

_UNREADABLE = Text(ko="고정한 경주를 다시 열 수 없습니다.", en="The pinned run cannot be restored.")
_ELSEWHERE = Text(
    ko="고정한 경주는 다른 곡면의 것이라 함께 그릴 수 없습니다.",
    en="The pinned run is on another surface and cannot be drawn here.",
)


def pin(choice: RaceChoice) -> dict[str, str | None]:
    """What the address says to pin this race."""
    return {PINNED: race_link(replace(choice, setting=Setting())).removeprefix("?")}


UNPIN: dict[str, str | None] = {PINNED: None}
"""What the address says to let go of it."""


def read_pinned(address: Address, now: RaceChoice) -> RaceChoice | None:
    """The race that is pinned behind the one of `now`; None where there is none, or it cannot be used."""
    inner = address.query_within(PINNED)
    if inner is None:
        return None
    pinned = read_race(inner)
    if inner.notices():
        address.leave_out(PINNED, _UNREADABLE)
        return None
    if pinned.surface != now.surface:
        address.leave_out(PINNED, _ELSEWHERE)
        return None
    return pinned
