"""Find what a package's files define, so that a new file is all that a new thing costs."""

from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isabstract, isclass
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Kind = TypeVar("Kind")


def concrete_subclasses(package: ModuleType, base: type[Kind]) -> Iterator[type[Kind]]:
    """Every class in `package`'s own modules that can be made and is a `base`."""
    for each in iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(each.name)
        for _, found in getmembers(module, isclass):
            if issubclass(found, base) and not isabstract(found) and found.__module__ == module.__name__:
                yield found
