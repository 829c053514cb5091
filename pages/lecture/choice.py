"""Which slide is asked for. Where nothing is said, none: the lecture begins at its beginning."""

from address import Address
from lecture import SLIDES

KEY = "slide"


def read_slide(address: Address) -> int | None:
    """The slide that the address names."""
    return address.whole(KEY, 1, len(SLIDES), 0) or None
