"""The look for a projector: large type, thick lines, strong contrast, the controls folded away.

The browser's part is projector.css, which the page has from its beginning (ui/shell/document.py).
"""

from address import Address

KEY = "projector"


def is_projected(address: Address) -> bool:
    """Whether the address asks for it."""
    return address.choice(KEY, ("on", "off"), "off") == "on"


def projector_values(*, on: bool) -> dict[str, str | float | None]:
    """What the address says of it."""
    return {KEY: "on" if on else None}
