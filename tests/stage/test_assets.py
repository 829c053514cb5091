"""Assets by request: an address says all of what it asks for, and asks for nothing else; and each is made once."""

import ast
import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import numpy as np
import plotly
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figures.contour import contour
from figures.theme import LOOKS
from formulas import LONGEST as LONGEST_FORMULA
from formulas import TypedSurface
from server.start import import_everything
from stage import assets as assets_module
from stage.assets import (
    ANY_THEME,
    ASSETS,
    ASSETS_PATH,
    KINDS,
    LONGEST,
    Asset,
    Assets,
    Kind,
    UnknownKind,
    asset,
    content_of,
    packed,
    version,
)
from stage.spelling import Spelling, WrongAddress, spelling
from stage.words import words_address
from surfaces import SURFACES, Surface
from tests.stage.asked_assets import TYPED, arguments
from ui.common.race_assets import map_address, relief_address

ROOT = Path(__file__).parents[2]
import_everything()  # every kind is looked at
every_kind = pytest.mark.parametrize("kind", sorted(KINDS))
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def query_of(address: str) -> str:
    return address.partition("?")[2]


# An address and what it asks for --------------------------------------------------------------------------------------


def test_an_address_says_what_it_is() -> None:
    assert map_address(SURFACES["ravine"], projector=True) == (
        f"stage-assets/{version()}/map.json?theme={{theme}}&surface=ravine&condition_number=50.0&projector=on"
    )
    assert words_address("ko") == f"stage-assets/{version()}/words.json?language=ko&racers=optimizer"


@every_kind
@given(data=st.data())
@settings(unhurried, max_examples=25)
def test_an_address_says_all_of_it(kind: str, data: st.DataObject) -> None:
    """For any arguments of its types: what is read back is what was written, and is written the same again."""
    values = data.draw(arguments(KINDS[kind]))
    address = KINDS[kind].address(**values)
    read = KINDS[kind].asked(query_of(address))
    assert read == values
    assert KINDS[kind].address(**read) == address


@every_kind
@given(data=st.data())
@settings(unhurried, max_examples=2)
def test_what_is_made_of_an_address_is_what_the_function_makes(kind: str, data: st.DataObject) -> None:
    values = data.draw(arguments(KINDS[kind]))
    with np.errstate(all="ignore"):
        direct = packed(KINDS[kind].make(**values))
    assert content_of(KINDS[kind].address(**values)) == direct
    json.loads(direct)


@pytest.mark.parametrize("surface", [*SURFACES.values(), *TYPED], ids=lambda surface: surface.key)
def test_every_surface_in_every_look_has_an_address_of_its_own(surface: Surface) -> None:
    kinds = [kind for kind in KINDS.values() if list(kind.spellings) == ["theme", "surface", "projector"]]
    assert {"map", "true-map", "relief", "basins-map"} <= {kind.name for kind in kinds}
    for kind, theme, projector in product(kinds, LOOKS, (False, True)):
        address = kind.address(theme, surface, projector=projector)
        assert kind.asked(query_of(address)) == {"theme": theme, "surface": surface, "projector": projector}
    made = content_of(map_address(surface, projector=True).replace(ANY_THEME, "dark"))
    assert made == packed(contour(surface, "dark", projector=True))


def test_the_longest_formula_has_room() -> None:
    text = "x**2 + y**2" + " + 1" * ((LONGEST_FORMULA - 11) // 4)
    surface = TypedSurface(text, ((-123.456789012345, 999.999999999999), (-0.123456789012345, 0.987654321098765)))
    address = relief_address(surface, projector=True)
    assert len(query_of(address)) < LONGEST / 2
    assert KINDS["relief"].asked(query_of(address.replace(ANY_THEME, "light")))["surface"] == surface


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "theme stands there 0 times"),
        ("theme={theme}&surface=ackley", "allowed is one of light, dark"),
        ("theme=dark&theme=dark&surface=ackley", "theme stands there 2 times"),
        ("theme=dark&surface=nowhere", "surface=nowhere"),
        ("theme=dark&surface=ravine", "it would be"),
        ("theme=dark&surface=ravine&condition_number=1e9", "Use a number from 1 to 1000"),
        ("theme=dark&surface=ravine&condition_number=50", "it would be"),
        ("theme=dark&surface=own&f=x%2By%2B&x.from=-5.0&x.to=5.0&y.from=-5.0&y.to=5.0", "Column 5"),
        ("theme=dark&surface=own&f=x&x.from=5.0&x.to=-5.0&y.from=-5.0&y.to=5.0", "x.to must exceed x.from"),
        ("theme=dark&surface=ackley&projector=off", "it would be"),
        ("theme=dark&surface=ackley&utm_source=mail", "it would be"),
        ("surface=ackley&theme=dark", "it would be"),
    ],
)
def test_an_address_that_nobody_wrote_is_refused_and_told_why(query: str, said: str) -> None:
    with pytest.raises(WrongAddress, match=said):
        KINDS["map"].made(query)


def test_numbers_have_the_bounds_that_their_types_say() -> None:
    address = KINDS["schedules"].address(
        "dark", rate=0.1, steps=20, schedules=("step",), settings=(0.1, 0.3), language="ko", projector=False
    )
    query = query_of(address)
    KINDS["schedules"].made(query)
    for wrong, said in (
        (query.replace("rate=0.1", "rate=1e99"), "allowed is a number from"),
        (query.replace("steps=20", "steps=999999999"), "allowed is a number from 1 to"),
        (query.replace("schedules=step", "schedules=steps"), "allowed is one of constant, step"),
        (query.replace("settings=0.1", "settings=20.0"), "drop is 20; allowed is a number from 0.05 to 0.95"),
        (query.replace("&settings=0.3", ""), "1 settings; these schedules have 2"),
        (query.replace("settings=0.1", "settings=nan"), "allowed is a finite number"),
    ):
        with pytest.raises(WrongAddress, match=said):
            KINDS["schedules"].made(wrong)


def answered(kind: str, query: str) -> bytes | str:
    """The asset, or why there is none."""
    try:
        return gzip.decompress(ASSETS.ask(kind, query).result())
    except WrongAddress as wrong:
        return str(wrong)


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "nan", "1e400", "-0.0", "１", "1_0", "on", "own", "x**y**x", "\x00", "%00", "../", "{theme}"]),
    st.floats().map(str),
    st.integers().map(str),
)


@every_kind
@given(data=st.data())
@settings(unhurried, max_examples=8)
def test_whatever_is_asked_is_made_or_refused(kind: str, data: st.DataObject) -> None:
    """An address of somebody else's, with some of it put in another's place: an asset that is JSON, or a reason."""
    pairs = [
        pair.partition("=")[::2]
        for pair in query_of(KINDS[kind].address(**data.draw(arguments(KINDS[kind])))).split("&")
    ]
    changed = [
        (name, data.draw(HOSTILE)) if data.draw(st.integers(0, 3)) == 0 else (name, value) for name, value in pairs
    ]
    query = "&".join(f"{name}={value}" for name, value in changed if data.draw(st.integers(0, 9)))
    answer = answered(kind, query)
    assert json.loads(answer) if isinstance(answer, bytes) else 0 < len(answer) < 600


@given(kind=st.one_of(st.text(max_size=100), st.sampled_from(sorted(KINDS))), query=st.text(max_size=3 * LONGEST))
@settings(unhurried, max_examples=200)
def test_no_text_at_all_brings_it_down(kind: str, query: str) -> None:
    """Nothing is long enough to be read for long."""
    answer = answered(kind, query)
    assert isinstance(answer, bytes) or 0 < len(answer) < 600


def test_what_is_too_long_is_not_even_read() -> None:
    with pytest.raises(WrongAddress, match=f"allowed are up to {LONGEST}"):
        Assets().ask("map", "theme=dark" + "&" * 500_000)


# The kinds ------------------------------------------------------------------------------------------------------------


def decorated(file: Path) -> list[str]:
    """The kinds of asset that a file says it makes."""
    return [
        decorator.args[0].value
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") in {"asset", "themed"}
        if isinstance(decorator.args[0], ast.Constant) and isinstance(decorator.args[0].value, str)
    ]


def test_a_process_that_has_just_started_knows_every_kind() -> None:
    said = [
        kind
        for room in ("ui", "stage", "pages")
        for file in sorted((ROOT / room).rglob("*.py"))
        for kind in decorated(file)
    ]
    assert len(said) == len(set(said)) >= 20
    asks = "from server.start import *; import_everything(); from stage.assets import *; print(*KINDS)"
    answer = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert sorted(answer.stdout.split()) == sorted(said)


def test_two_kinds_of_one_name_are_told() -> None:
    with pytest.raises(ValueError, match="both make assets called words"):

        @asset("words")
        def other_words() -> Asset:
            return {}


def test_another_code_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("text.py", "room/__init__.py", "room/inner/figure.py", "no_room/notes.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x = 1\n")
    monkeypatch.setattr(assets_module, "ROOT", tmp_path)
    fresh = version.__wrapped__
    first = fresh()
    assert first == fresh()
    (tmp_path / "no_room/notes.py").write_text("x = 2\n")
    assert fresh() == first
    for name in ("text.py", "room/inner/figure.py"):
        (tmp_path / name).write_text("x = 2\n")
        assert fresh() != first
        first = fresh()
    monkeypatch.setattr(plotly, "__version__", "0")
    assert fresh() != first


# The store ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made, by its query; a kind of its own, of any text and as long as it says."""
    made: list[str] = []

    def make(text: str, length: int) -> Asset:
        made.append(text)
        return {"text": text, "rest": "".join(chr(33 + hash((text, i)) % 90) for i in range(length))}

    monkeypatch.setitem(KINDS, "counted", Kind("counted", make, spellings(make), {}))
    return made


def spellings(make: Callable[..., Asset]) -> dict[str, Spelling]:
    hints = {name: hint for name, hint in make.__annotations__.items() if name != "return"}
    return {name: spelling(hint) for name, hint in hints.items()}


def test_many_who_ask_at_once_wait_for_one_making(monkeypatch: pytest.MonkeyPatch, counted: list[str]) -> None:
    kind, together, go_on = KINDS["counted"], Barrier(8), Event()

    def held(**values: Any) -> Asset:
        go_on.wait()
        return kind.make(**values)

    monkeypatch.setitem(KINDS, "counted", Kind("counted", held, kind.spellings, {}))
    assets = Assets()

    def view(_: int) -> bytes:
        together.wait()
        asked = assets.ask("counted", "text=a&length=9")
        go_on.set()
        return asked.result()

    with ThreadPoolExecutor(8) as viewers:
        answers = set(viewers.map(view, range(8)))
    assert len(answers) == 1
    assert counted == ["a"]


def test_what_was_asked_for_last_is_kept_up_to_so_many_bytes(counted: list[str]) -> None:
    one = len(Assets().ask("counted", "text=a&length=5000").result())
    assets = Assets(most_bytes=3 * one)
    counted.clear()
    for text in ("a", "b", "a", "c", "a"):
        assets.ask("counted", f"text={text}&length=5000").result()
    assert counted == ["a", "b", "c"]
    assert 0 < assets.kept.bytes <= 3 * one
    assets.ask("counted", "text=huge&length=50000").result()
    assert assets.kept.bytes <= 3 * one, "one that is larger than all of it is not kept at all"


def test_two_hundred_formulas_push_nobody_out(counted: list[str]) -> None:
    """What is not kept any more is made again, to the byte."""
    assets = Assets(most_bytes=100_000)
    first = assets.ask("counted", "text=mine&length=5000").result()
    for i in range(200):
        assets.ask("counted", f"text=other{i}&length=5000").result()
    assert assets.ask("counted", "text=mine&length=5000").result() == first
    assert counted.count("mine") == 2
    assert assets.kept.bytes <= 100_000


def test_a_making_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch, counted: list[str]) -> None:
    kind = KINDS["counted"]

    def failing(**_: Any) -> Asset:
        counted.append("failed")
        raise MemoryError

    assets = Assets()
    monkeypatch.setitem(KINDS, "counted", Kind("counted", failing, kind.spellings, {}))
    for _ in range(2):
        with pytest.raises(MemoryError):
            assets.ask("counted", "text=a&length=1").result()
    monkeypatch.setitem(KINDS, "counted", kind)
    assert assets.ask("counted", "text=a&length=1").result()
    assert counted == ["failed", "failed", "a"]


def test_an_unknown_kind_is_told_apart() -> None:
    with pytest.raises(UnknownKind, match="'nothing' is no kind of asset"):
        Assets().ask("nothing", "")
    assert not any(ASSETS_PATH in kind for kind in KINDS)
