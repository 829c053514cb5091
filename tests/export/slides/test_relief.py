"""What is seen in three dimensions is so on the slide: the same view as the stage's, the same runs on the ground."""

from dataclasses import replace

import numpy as np
import pytest

from address.viewpoint import Angles
from export.slide import race_slide
from export.slides import Content
from export.slides.ink import Box, paint
from export.slides.relief import Relief
from figures.heights import Mapped
from figures.theme import Theme
from surfaces import SURFACES
from tests.export.make_pytorch_races import choice_of
from tests.export.slides.contents import Flat, WithHoles, content, picture, pixels
from ui.common.race_view import race_scene

BOX = Box(40, 60, 540, 400)
CAMERAS: list[Angles] = [(-123, 34), (30, 20), (150, 70), (-45, 0)]
SEEN = {"view": "relief", "steps": "60"}


def made(surface: Mapped, camera: Angles) -> Relief:
    return Relief(surface, camera, BOX)


def test_from_straight_above_it_lies_as_the_map_does() -> None:
    relief = made(SURFACES["himmelblau"], (-90, 90))
    here, right, up = (np.array(relief.place(each)) for each in ((0.0, 0.0), (2.0, 0.0), (0.0, 2.0)))
    assert right[0] - here[0] > 20
    assert abs(right[1] - here[1]) < 1e-6
    assert here[1] - up[1] > 20
    assert abs(up[0] - here[0]) < 1e-6


@pytest.mark.parametrize("camera", CAMERAS)
def test_all_of_it_is_inside_its_picture(camera: Angles) -> None:
    relief = made(SURFACES["himmelblau"], camera)
    (x0, x1), (y0, y1) = relief.domain
    corners = [(x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (relief.low, relief.high)]
    x, y = relief.seen(np.array(corners)).T
    assert x.min() >= 0
    assert x.max() <= BOX.width
    assert y.min() >= -0.1 * BOX.height
    assert y.max() <= BOX.height
    assert np.ptp(x) > BOX.width / 2


def test_a_hill_hides_what_lies_behind_it_and_nothing_before_it() -> None:
    """Seen from the side, along y: of a bowl the near wall is seen from outside, and its inside is behind that."""
    relief = made(SURFACES["bowl"], (-90, 10))
    bottom, far = relief.laid(np.array([[0.0, 0.0], [0.0, relief.domain[1][1]]]))
    assert relief.hidden(np.array([bottom])).all()
    assert not relief.hidden(np.array([far])).any()
    assert not made(SURFACES["bowl"], (-90, 90)).hidden(np.array([bottom, far])).any(), "nothing does from above"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_runs_are_on_the_ground_in_their_colours(theme: Theme) -> None:
    shown = content({"surface": "himmelblau", "view": "relief", "steps": "60"}, theme=theme)
    drawn = picture(shown)
    slide = np.asarray(drawn.at(60)).astype(np.int32)
    box = drawn.layout.map
    part = slide[box.top : box.bottom, box.left : box.right]
    for column, racer in enumerate(shown.racers):
        color = paint(racer.style.color(theme))
        assert (part == color).all(axis=2).sum() > 5, racer.name
        x, y = Relief(shown.surface, shown.camera or (0, 0), box).place(shown.run.path[-1, :, column])
        around = slide[round(y) - 2 : round(y) + 3, round(x) - 2 : round(x) + 3]
        inks = [paint(each.style.color(theme)) for each in shown.racers]
        assert any((around == ink).all(axis=2).any() for ink in inks), "a head, or the one that lies over it"


def test_it_grows_and_turns() -> None:
    shown = content({"surface": "himmelblau", **SEEN})
    assert (pixels(shown, 60) != pixels(shown, 3)).any()
    turned = replace(shown, camera=(20, 60))
    assert (pixels(shown, 60) != pixels(turned, 60)).any(axis=2).mean() > 0.05


@pytest.mark.parametrize("key", SURFACES)
def test_every_surface_has_a_relief(key: str) -> None:
    """Runs that leave it are drawn no further."""
    is_drawn(content({"surface": key, "view": "relief", "steps": "5", "rate": "100", "optimizers": "gd,adam"}))


@pytest.mark.parametrize("surface", [WithHoles(), Flat()])
def test_holes_stay_open_and_a_plain_is_a_plain(surface: Mapped) -> None:
    """Also where the start is above a hole."""
    shown = content({"view": "relief", "steps": "5", "x": "-9"})
    is_drawn(replace(shown, surface=surface))


def is_drawn(shown: Content) -> None:
    drawn = picture(shown)
    box = drawn.layout.map
    part = np.asarray(drawn.at(5))[box.top : box.bottom, box.left : box.right].reshape(-1, 3)
    ground = (part != paint("#ffffff")).any(axis=1).mean()
    assert 0.01 < ground < 0.9


def test_a_slide_is_remembered_by_its_view() -> None:
    """Turned, it is another one; on the map there is nothing to turn."""

    def key(**looks: str) -> object:
        choice = choice_of(looks)
        return race_slide(choice, lambda: race_scene(choice, "en"), "en", "light").key

    assert key(view="relief") != key()
    assert key(view="relief") != key(view="relief", turn="30")
    assert key(turn="30") == key()
