"""Functions of one letter, as the address tells them."""

from collections.abc import Callable

from address import Address
from address.typed_surface import placed
from formulas import WrongFormula, spelled
from formulas.one_variable import Letter, OneVariable
from text import Text


def read_function(address: Address, key: str, letter: Letter, usual: str) -> OneVariable:
    """The function that the address tells under this name."""
    return OneVariable(spelled(address.text(key, wrong_in(letter), usual).strip()).text, letter)


def wrong_in(letter: Letter) -> Callable[[str], Text | None]:
    """What is wrong with a function of this letter, and where; None where nothing is."""

    def wrong(text: str) -> Text | None:
        found = found_in_function(text, letter)
        return placed(found) if found else None

    return wrong


def found_in_function(text: str, letter: Letter) -> WrongFormula | None:
    """What is wrong with a function of this letter; None where nothing is."""
    try:
        OneVariable(text, letter)
    except WrongFormula as found:
        return found
    return None
