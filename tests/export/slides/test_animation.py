"""The film: a valid animation whose frames are the slides."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from export.slides import HD, Content, animation, typeface
from export.slides.animation import FIRST_HOLD, LAST_HOLD, MOST_FRAMES, QUICKEST, SLOWEST, cut
from export.slides.ink import paint
from figures.theme import Theme
from tests.export.slides.contents import ALL, content, picture, pixels


def made(shown: Content) -> tuple[bytes, list[float]]:
    """The film, and the shares that were told on the way."""
    work, shares = animation(shown, typeface()), []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            return end.value, shares


def frames(film: bytes) -> tuple[list[NDArray[np.int32]], list[int]]:
    """What is seen in each frame, and for how many milliseconds."""
    file = Image.open(io.BytesIO(film))
    assert (file.format, file.size, file.info["loop"]) == ("GIF", HD, 0)
    seen, lasting = [], []
    for number in range(getattr(file, "n_frames", 1)):
        file.seek(number)
        seen.append(np.asarray(file.convert("RGB")).astype(np.int32))
        lasting.append(int(file.info["duration"]))
    return seen, lasting


@pytest.mark.parametrize("steps", [1, 2, 5, 60, 118, 119, 120, 121, 300, 1999, 2000])
def test_the_cut(steps: int) -> None:
    shown, lasting = cut(steps)
    assert len(shown) == len(lasting) <= MOST_FRAMES
    assert (shown[0], shown[-1]) == (0, steps)
    assert shown == sorted(set(shown))
    strides = set(np.diff(shown)[:-1].tolist())
    assert len(strides) <= 1, "even"
    assert (lasting[0], lasting[-1]) == (FIRST_HOLD, LAST_HOLD)
    assert all(QUICKEST <= each <= SLOWEST and each % 10 == 0 for each in lasting[1:-1])
    assert sum(lasting) <= 12_000


THEMES: tuple[Theme, ...] = ("light", "dark")


@pytest.mark.parametrize(
    ("query", "theme"),
    [
        ({"steps": "3"}, "light"),
        ({"steps": "1", "optimizers": "gd"}, "dark"),
        ({"surface": "goldstein-price", "rate": "100", "steps": "3", "optimizers": ALL}, "dark"),
        ({"surface": "rastrigin", "steps": "2", "optimizers": ALL}, "light"),
    ],
)
def test_every_frame_is_its_slide_in_the_films_colours(query: dict[str, str], theme: Theme) -> None:
    shown = content(query, theme=theme)
    data, shares = made(shown)
    seen, lasting = frames(data)
    steps, expected_lasting = cut(shown.steps)
    assert lasting == expected_lasting
    assert shares == pytest.approx([0, 0, *((i + 1) / len(steps) for i in range(len(steps)))]), (
        "ground, palette, frames"
    )
    assert len({color for each in seen for color in np.unique(each @ [1, 256, 65536]).tolist()}) <= 255
    slides = picture(shown)
    for step, frame in zip(steps, seen, strict=True):
        true = np.asarray(slides.at(step)).astype(np.int32)
        away = np.abs(frame - true).max(axis=2)
        assert away.mean() < 1
        assert np.quantile(away, 0.999) <= 16
    np.testing.assert_array_equal(true, pixels(shown, shown.steps))


def test_every_racer_keeps_its_own_colour() -> None:
    """Of nine thin lines, no colour is outvoted by the map's."""
    shown = content({"surface": "rastrigin", "steps": "3", "optimizers": ALL})
    seen, _ = frames(made(shown)[0])
    for racer in shown.racers:
        assert (seen[-1] == paint(racer.style.color("light"))).all(axis=2).any(), racer.name


def test_what_does_not_move_does_not_flicker() -> None:
    shown = content({"surface": "himmelblau", "steps": "20"})
    seen, _ = frames(made(shown)[0])
    top = picture(shown).layout.map.top - 16
    for frame in seen[1:]:
        np.testing.assert_array_equal(frame[:top], seen[0][:top])


def test_a_film_in_which_nobody_moves_lasts_all_the_same() -> None:
    """On the saddle itself every gradient is 0: the frames differ in their step alone."""
    shown = content({"surface": "hyperbolic-saddle", "x": "0", "y": "0", "steps": "4", "optimizers": "gd"})
    seen, lasting = frames(made(shown)[0])
    assert (len(seen), lasting) == (5, cut(4).lasting)


def test_a_usual_film_is_small() -> None:
    data, _ = made(content({}))
    assert 100_000 < len(data) < 1_500_000
