"""Light or dark: the address first, then the viewer's system. The browser's part is stage/player/page/page.js."""

from typing import Literal

from address import Address
from figures.theme import Theme
from text import Text

Choice = Literal["system", "light", "dark"]
NAMES: dict[Choice, Text] = {
    "system": Text(ko="시스템", en="System"),
    "light": Text(ko="밝게", en="Light"),
    "dark": Text(ko="어둡게", en="Dark"),
}
KEY = "theme"


def theme(address: Address) -> Choice:
    """What the viewer has chosen; an address that says nothing follows the system."""
    match address.choice(KEY, ("light", "dark"), "system"):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return "system"


def theme_of_files(address: Address) -> Theme:
    """Of what is taken away: a viewer's system does not go along, so it is light unless the address says dark."""
    return "dark" if theme(address) == "dark" else "light"


def theme_values(choice: Choice) -> dict[str, str | float | None]:
    """What the address says of it."""
    return {KEY: None if choice == "system" else choice}
