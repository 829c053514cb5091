"""Functions of one letter, as the address tells them."""

from functools import partial

from address import Address
from address.typed_surface import wrong
from formulas import spelled
from formulas.one_variable import Letter, OneVariable


def read_function(address: Address, key: str, letter: Letter, usual: str) -> OneVariable:
    """The function that the address tells under this name."""
    meant = partial(OneVariable, letter=letter)
    return meant(spelled(address.text(key, partial(wrong, meant=meant), usual).strip()).text)
