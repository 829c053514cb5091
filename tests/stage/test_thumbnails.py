"""The gallery of surfaces: each once, under its kind, with a map that can be told from the others."""

import gzip
import json
import zlib
from base64 import b64decode
from typing import Any

import numpy as np
import pytest

from figures.theme import LOOKS
from stage.assets import content_of
from stage.thumbnails import HEIGHT, HOLE, LINE, WIDTH, gallery_address, gallery_data
from surfaces import KIND_NAMES, SURFACES
from text import LANGUAGES, Language

MOST_BYTES = 30_000


def gallery(language: Language, theme: str) -> dict[str, Any]:
    return dict(json.loads(content_of(gallery_address(language).replace("{theme}", theme))))


@pytest.mark.parametrize("theme", list(LOOKS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_surface_stands_once_under_its_kind_with_a_map_of_its_own(language: Language, theme: str) -> None:
    found = gallery(language, theme)
    assert [group["name"] for group in found["groups"]] == [kind[language] for kind in KIND_NAMES.values()]
    listed = [each for group in found["groups"] for each in group["surfaces"]]
    assert sorted(each["key"] for each in listed) == sorted(SURFACES)
    assert all(each["name"] == SURFACES[each["key"]].name[language] for each in listed)
    cells = np.frombuffer(zlib.decompress(b64decode(found["cells"])), np.uint8).reshape(-1, HEIGHT, WIDTH)
    assert len(cells) == len(SURFACES)
    assert len({each.tobytes() for each in cells}) == len(SURFACES)
    assert ((cells == LINE).mean(axis=(1, 2)) > 0.02).all(), "each has contour lines"
    assert set(np.unique(cells)) <= {*range(len(found["colors"])), HOLE}
    assert all(0 <= part <= 255 for color in found["colors"] for part in color)


def test_the_lowest_place_has_the_first_colour_and_up_is_up() -> None:
    found = gallery("en", "light")
    keys = [each["key"] for group in found["groups"] for each in group["surfaces"]]
    cells = np.frombuffer(zlib.decompress(b64decode(found["cells"])), np.uint8).reshape(-1, HEIGHT, WIDTH)
    valley = cells[keys.index("rosenbrock")]  # y = x², whose arms rise to the upper corners
    middle, edge = valley[:, WIDTH // 2], valley[:, WIDTH // 10]
    assert np.argmin(np.where(edge == LINE, 99, edge)) < np.argmin(np.where(middle == LINE, 99, middle))


def test_it_is_small_and_a_page_says_little() -> None:
    assert len(gzip.compress(content_of(gallery_address("ko").replace("{theme}", "light")))) <= MOST_BYTES
    data = gallery_data("bowl", "그릇", ("own", "f(x, y)", "직접 쓰기"), "곡면", "ko")
    assert len(json.dumps(data)) < 500
