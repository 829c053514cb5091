"""What the viewer does on the stage goes into the address, as what the controls do."""

from collections.abc import Callable
from typing import Any

from address.pinned import UNPIN, pin
from address.probe import probe_values
from address.projector import projector_values
from address.race import RaceChoice, own_settings_of_the_surface
from ui.address_bar import write
from ui.common.prediction import ANSWER


def grid_listeners(forget: tuple[str, ...]) -> dict[str, Callable[[Any], None]]:
    """A listener for everything that can be done on a grid; see `stage.figure_grid.grid`."""
    return {
        "start": lambda place: write({"x": float(place[0]), "y": float(place[1])}, forget),
        "turned": lambda values: write({str(key): str(value) or None for key, value in values.items()}, forget),
        "probed": lambda place: write(probe_values(place and (float(place[0]), float(place[1]))), forget),
        "projector": lambda on: write(projector_values(on=bool(on)), forget),
        "answered": lambda told: write({ANSWER: f"{told[1]}-{told[0]}"}, forget),
    }


def chips_listener(name: str, forget: tuple[str, ...]) -> dict[str, Callable[[Any], None]]:
    """A listener for the chips of a board or of the scoreboard, which stand in the address under `name`."""
    return {"chosen": lambda keys: write({name: ",".join(map(str, keys))}, forget)}


def pin_listener(choice: RaceChoice, forget: tuple[str, ...]) -> dict[str, Callable[[Any], None]]:
    """A listener for the button that pins this race behind the next."""
    return {"pinned": lambda on: write(pin(choice) if on else UNPIN, forget)}


def race_listeners(forget: tuple[str, ...], racers: str = "optimizers") -> dict[str, Callable[[Any], None]]:
    """A listener for everything that can be done there; see `stage.component.play`.

    `racers` is the address's name for those who race.
    """
    return {
        **grid_listeners(forget),
        **chips_listener(racers, forget),
        "reset": lambda _: write(own_settings_of_the_surface(), forget),
        "view": lambda view: write({"view": str(view)}, forget),
        "camera": lambda angles: write({"turn": int(angles[0]), "tilt": int(angles[1])}, forget),
    }
