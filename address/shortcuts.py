"""Whether keys act wherever the focus is, or only while the stage has it. The browser's part: stage/player/keys.js."""

from address import Address

KEY = "shortcuts"


def has_shortcuts(address: Address) -> bool:
    """Whether they do; they do unless the address says otherwise."""
    return address.choice(KEY, ("on", "off"), "on") == "on"


def shortcuts_values(*, on: bool) -> dict[str, str | float | None]:
    """What the address says of it."""
    return {KEY: None if on else "off"}
