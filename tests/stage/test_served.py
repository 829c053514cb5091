"""What the server gives the player, asked over a real connection."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from starlette.applications import Starlette

from stage.plotly_script import LONG, PACKAGED
from stage.served import PLAYER, path_for, player_path, routes
from stage.style_sheet import PARTS, STYLES
from tests.ui.asking import ask, listening


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The routes alone, served on a free port of this machine."""
    with listening(Starlette(routes=routes())) as found:
        yield found


@pytest.mark.parametrize("file", sorted(path.relative_to(PLAYER).as_posix() for path in PLAYER.rglob("*.js")))
def test_every_file_of_the_player_is_served_as_it_is(port: int, file: str) -> None:
    status, headers, body = ask(port, f"/{player_path()}/{file}")
    assert status == 200
    assert body == (PLAYER / file).read_bytes()
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "javascript" in headers["content-type"], "a browser runs a module only if it is called JavaScript"


def test_the_style_sheet_is_one_with_every_part_in_its_order(port: int) -> None:
    status, headers, body = ask(port, f"/{player_path()}/stage.css")
    assert status == 200
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "text/css" in headers["content-type"]
    assert sorted(PARTS) == sorted(path.stem for path in STYLES.iterdir())
    begins = [body.decode().index((STYLES / f"{name}.css").read_text(encoding="utf-8")) for name in PARTS]
    assert begins == sorted(begins)


def test_plotly_comes_out_of_the_installed_package_without_the_program_of_its_street_maps(port: int) -> None:
    status, headers, body = ask(port, f"/{player_path()}/plotly.min.js")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert "javascript" in headers["content-type"]
    packaged = PACKAGED.read_bytes()
    begin = next(i for i, (own, sent) in enumerate(zip(packaged, body, strict=False)) if own != sent)
    left_out = len(packaged) - len(body)
    assert left_out > LONG
    assert packaged[:begin] + packaged[begin + left_out :] == body, "one piece, and nothing else"
    assert packaged[begin - 10 : begin].endswith(b".exports='")
    assert packaged[begin + left_out :].startswith(b"'")
    assert b"self.worker" in packaged[begin : begin + left_out]


@pytest.mark.parametrize(
    "path",
    [
        f"/{player_path()}/",
        f"/{player_path()}/nothing.js",
        f"/{player_path()}/../__init__.py",
        f"/{player_path()}/..%2f__init__.py",
        f"/{player_path()}/%2e%2e/%2e%2e/%2e%2e/app.py",
        f"/{player_path()}/....//__init__.py",
        f"/{player_path()}//etc/passwd",
        f"/{player_path()}/%2fetc%2fpasswd",
        f"/{player_path()}/..%5c__init__.py",
        f"/{player_path()}/plotly.min.js/../../served.py",
        f"/{player_path()}/plotly.min.js/..%2f__init__.py",
        "/stage-player/000000000000/race/race.js",
        "/stage-player/race/race.js",
    ],
)
def test_nothing_else_is_served(port: int, path: str) -> None:
    status, headers, body = ask(port, path)
    assert status == 404
    assert b"import" not in body
    assert "immutable" not in headers.get("cache-control", ""), "a browser must not keep a failure for ever"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_put_there(port: int, method: str) -> None:
    assert ask(port, f"/{player_path()}/race/race.js", method)[0] == 405


def test_the_players_address_names_its_content(tmp_path: Path) -> None:
    """Another file, another address: a browser that keeps files for ever never plays with old ones."""
    assert path_for(PLAYER) == player_path()
    copytree(PLAYER, tmp_path, dirs_exist_ok=True)
    assert path_for(tmp_path) == player_path()
    (tmp_path / "race" / "race.js").write_text("// changed\n")
    assert path_for(tmp_path) != player_path()
