"""Which scene the address asks for, and what of its setting the viewer has changed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from address import Address
from address.carried import CARRIED
from address.probe import PROBE, PROBE_X, PROBE_Y
from scenes import SCENES, LectureScene
from ui.common.prediction import ANSWER, ASK

KEY = "scene"
KEYS = tuple(SCENES)
"""In the order in which they are shown."""
HELD = "surface"
"""What a viewer cannot change of a scene: what is expected of it speaks of places on this surface."""
KEPT = (*CARRIED, ASK)
"""What of the address goes along to another scene: who does not want to be asked is asked by none."""
LOOKS = (KEY, *KEPT, ANSWER, "view", "turn", "tilt", PROBE, PROBE_X, PROBE_Y, "path", "step")
"""What changes nothing of what is measured."""


class SceneChoice(NamedTuple):
    """A scene, and the address, which says what it is set to where the viewer says nothing."""

    scene: LectureScene[Any]
    address: Address
    query: Mapping[str, Sequence[str]]

    @property
    def number(self) -> int:
        """Its place among all, from 0."""
        return KEYS.index(self.scene.key)

    @property
    def changed(self) -> dict[str, str]:
        """What the viewer has set to something else; known once everything has been read."""
        ignored = {*LOOKS, *self.address.rejected}
        said = {name: values[0] for name, values in self.query.items() if values and name not in ignored}
        return {name: value for name, value in said.items() if value != self.scene.setting.get(name)}

    @property
    def setting(self) -> dict[str, str]:
        """What the picture's own chapter has to be told to show the same."""
        return {**self.scene.setting, **self.changed}


def read_scene(query: Mapping[str, Sequence[str]]) -> SceneChoice:
    """The scene that the address tells."""
    scene = SCENES[Address(query).choice(KEY, KEYS, KEYS[0])]
    address = Address(query, scene.setting, fast=(HELD,))
    address.choice(KEY, KEYS, KEYS[0])  # so that it is known here, or told where there is no such scene
    return SceneChoice(scene, address, query)
