"""A part of the page that is made again alone, where nothing else on the page has anything to say of the change."""

from collections.abc import Callable, Collection
from typing import TypeVar

import streamlit as st

from address import Address
from ui import address_bar
from ui.shell.notices import read_everywhere

Choice = TypeVar("Choice")


def alone(
    address: Address,
    names: Callable[[], Collection[str]],
    read: Callable[[Address], Choice],
    part: Callable[[Address, Choice], None],
) -> None:
    """Make a part of the page. What is done in it makes it again alone if that changed only these `names` in the
    address, and to values that can be used; anything else makes the whole page again.

    address  of the page around the part, of which everything has been read
    names    those that only the part shows now
    read     the choice, from the address
    part     makes it
    """
    around = _around(address, names())

    @st.fragment
    def fragment() -> None:
        now = address_bar.read()
        read_everywhere(now)
        choice = read(now)
        if _around(now, names()) != around:
            st.rerun()
        part(now, choice)

    fragment()


def _around(address: Address, names: Collection[str]) -> dict[str, list[str]]:
    """What the rest of the page shows: the other names, and values that cannot be used."""
    told = {*address.rejected} if address.is_wrong else set()
    return {key: values for key, values in address_bar.query().items() if key not in names or key in told}
