"""The race as one HTML file: complete, in the viewer's language, and with nothing to fetch."""

import base64
import json
import re
from dataclasses import dataclass, replace
from functools import partial
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

from address.race import RaceChoice
from address.race_link import race_link
from export.inline import harmless, import_map, inlined
from export.page import page
from export.settings import facts, racers
from numerals import numeral
from stage.assets import KINDS
from stage.message import pack, with_header
from stage.scene import scene_message
from stage.served import PLAYER
from stage.style_sheet import style_sheet
from stage.words import words_address
from surfaces import SURFACES
from surfaces.bowl import Bowl
from tests.export.make_pytorch_races import choice_of
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language, Text
from ui.common.race_assets import axes_address
from ui.common.race_view import race_scene

QUERIES: list[dict[str, str]] = [
    {},
    {"surface": "ravine", "condition_number": "200", "optimizers": "gd,adam", "rate.adam": "0.3", "adam.eps": "0.0001"},
    {"surface": "levy", "steps": "7"},
]


class Reader(HTMLParser):
    """What a browser finds in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in {"meta", "mspace"}:
            self._open.append(tag)
            self.inside.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, text: str) -> None:
        if self._open:
            self.inside[self._open[-1]][-1] += text


def made(choice: RaceChoice, language: Language) -> str:
    return page(choice, race_scene(choice, language), language).decode()


def message_in(text: str) -> bytes:
    (found,) = re.findall(r'fetch\("data:application/octet-stream;base64,([^"]+)"\)', text)
    return base64.b64decode(found)


def strings_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings_in(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", QUERIES)
def test_it_says_all_that_belongs_to_the_race(query: dict[str, str], language: Language) -> None:
    choice = choice_of(query)
    read = Reader(made(choice, language))
    assert ("html", {"lang": language}) in read.tags
    assert ("meta", {"charset": "utf-8"}) in read.tags
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in read.tags
    assert read.inside["title"] == [f"Descent · {choice.surface.name[language]}"]
    assert read.inside["h1"] == [choice.surface.name[language]]
    assert choice.surface.lesson[language] in read.inside["p"]
    assert read.inside["code"] == [race_link(choice)]
    assert len(read.inside["math"]) == 1
    assert list(zip(read.inside["dt"], read.inside["dd"], strict=True)) == facts(choice.conditions, language)
    rows = racers(choice, language)
    assert [each for each in read.inside["th"] if each][3:] == [row.name for row in rows]
    assert read.inside.get("span", []) == [setting for row in rows for setting in row.settings]
    said = " ".join(read.inside["h2"] + read.inside["th"][:3] + read.inside["dt"] + read.inside["p"])
    assert bool(re.search("[가-힣]", said)) == (language == "ko")


def test_the_settings_in_words() -> None:
    choice = choice_of({**QUERIES[1], "noise": "0.25", "seed": "7"})
    assert facts(choice.conditions, "en")[-4:] == [
        ("Start", f"({numeral(choice.start[0])}, {numeral(choice.start[1])})"),
        ("Steps", str(choice.steps)),
        ("Gradient noise σ", "0.25"),
        ("Noise seed", "7"),
    ]
    assert facts(choice.conditions, "ko")[0][1] == "200"
    assert len(facts(choice_of({"noise": "0.0", "seed": "7"}).conditions, "en")) == 2, (
        "without noise its seed means nothing"
    )
    gd, adam = racers(choice, "en")
    assert gd == ("GD", numeral(choice.rate), [])
    assert adam[:2] == ("Adam", "0.3")
    assert [each.rpartition("\u00a0")[2] for each in adam.settings] == ["0.9", "0.999", "0.0001"]


def test_it_has_nothing_to_fetch() -> None:
    """No address in any element, and an order to the browser to ask for nothing; the browser tests hold the rest."""
    read = Reader(made(choice_of({}), "en"))
    for tag, attributes in read.tags:
        assert not {"src", "href", "srcset", "action", "data", "poster"} & set(attributes), tag
    (policy,) = [
        each["content"]
        for tag, each in read.tags
        if tag == "meta" and each.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))
    assert rules.pop("default-src") == "'none'"
    allowed = {word for rule in rules.values() for word in rule.split()}
    assert allowed == {"'none'", "'unsafe-inline'", "data:", "blob:"}
    for style in read.inside["style"]:
        assert "url(" not in style
        assert "@import" not in style


def put_in(text: str) -> str:
    """The text of a header with every address of an asset replaced, sign by sign and knowing nothing of its keys."""

    def url(found: re.Match[str]) -> str:
        address = str(json.loads(found[0]))
        if "{theme}" in address:
            return json.dumps({theme: put(address.replace("{theme}", theme)) for theme in ("light", "dark")})
        return json.dumps(put(address))

    return re.sub(r'"stage-assets/[^"]+"', url, text)


def put(address: str) -> str:
    """An asset as an address that is its own content."""
    kind, _, query = address.rpartition("/")[2].partition(".json?")
    made = KINDS[kind].made(query)
    content = made.to_json() if hasattr(made, "to_json") else json.dumps(made, ensure_ascii=False)
    return f"data:application/json;base64,{base64.b64encode(content.encode()).decode()}"


def test_its_message_is_the_stages_own_with_the_stills_put_in() -> None:
    choice = choice_of({"optimizers": "gd,adam"})
    scene = race_scene(choice, "en")
    racing = replace(scene, tracks=[track for track in scene.tracks if track.key in choice.chosen])
    plain, arrays, _ = read_message(scene_message(racing, "en", fixed=True))
    header, own_arrays, begin = read_message(message_in(made(choice, "en")))
    assert begin % 8 == 0
    assert {name: array.tobytes() for name, array in own_arrays.items()} == {
        name: array.tobytes() for name, array in arrays.items()
    }
    assert header == json.loads(put_in(json.dumps(plain)))
    assert header["fixed"] is True
    assert [track["key"] for track in header["tracks"]] == ["gd", "adam"], "who cannot be let in is not shown"
    assert sum(text.startswith("data:application/json;base64,") for text in strings_in(header)) == 8


def test_stills_are_found_under_whatever_name() -> None:
    address, axes = words_address("ko"), axes_address("ko", logarithmic=True, projector=False)
    header = {"a": address, "b": {"c": [axes, 1, None, "stage-assets"]}, "d": "words about stage-assets/"}
    arrays = {"path": np.arange(6.0).reshape(2, 3)}
    found, blocks, _ = read_message(inlined(pack(header, arrays)))
    both = {theme: put(axes.replace("{theme}", theme)) for theme in ("light", "dark")}
    assert found == {"a": put(address), "b": {"c": [both, 1, None, "stage-assets"]}, "d": "words about stage-assets/"}
    np.testing.assert_array_equal(blocks["path"], arrays["path"])


def test_another_header_leaves_the_arrays_to_the_byte() -> None:
    arrays = {"path": np.arange(7.0), "height": np.array([np.inf, np.nan])}
    block = pack({"steps": 1}, arrays)
    for words in ("", "x", "길고 넓은 낱말" * 50):
        header, blocks, begin = read_message(with_header(block, partial(dict, words=words)))
        assert header == {"steps": 1, "words": words}
        assert begin % 8 == 0
        for name, array in arrays.items():
            np.testing.assert_array_equal(blocks[name], array.astype(np.float32))


def test_every_module_of_the_player_finds_the_others() -> None:
    """By bare names, since a data URL has no neighbours; whatever file the player gains."""
    modules = json.loads(import_map())["imports"]
    assert set(modules) == {f"descent/{file.relative_to(PLAYER)}" for file in PLAYER.rglob("*.js")}
    wanted: set[str] = set()
    for url in modules.values():
        assert url.startswith("data:text/javascript;base64,")
        source = base64.b64decode(url.partition(",")[2]).decode()
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", source, flags=re.DOTALL)
        assert not re.findall(r"""from\s*["']\.|import\s*\(?\s*["']\.""", code)
        wanted |= set(re.findall(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""", code))
    assert "descent/playhead.js" in wanted
    assert wanted <= set(modules)


@pytest.mark.parametrize(
    ("script", "safe"),
    [
        ('"</script>"', '"<\\/script>"'),
        ("'</SCRIPT >'", "'<\\/SCRIPT >'"),
        ('"<!-- <script>"', '"<\\!-- <script>"'),
        ("a < b / script", "a < b / script"),
        ("a</b>/.test(c)", "a</b>/.test(c)"),
    ],
)
def test_no_string_in_a_script_ends_it(script: str, safe: str) -> None:
    assert harmless(script) == safe


def test_every_colour_that_the_stage_asks_for_is_there_for_light_and_dark() -> None:
    asked = set(re.findall(r"var\((--st-[a-z-]+)", style_sheet()))
    css = made(choice_of({}), "en").partition("<style>")[2].partition("</style>")[0]
    light, _, dark = css.partition("@media (prefers-color-scheme: dark)")
    assert len(asked) >= 6
    assert asked <= set(re.findall(r"(--st-[a-z-]+):", light))
    assert {name for name in asked if name.endswith("-color")} <= set(re.findall(r"(--st-[a-z-]+):", dark))


@dataclass(frozen=True)
class _Hostile(Bowl):
    """A surface whose words are signs of HTML, and whose formula no typesetter knows."""

    name = Text(ko='</title><script>ko"&', en='</title><script>en"&')
    lesson = Text(ko="<b>$lang", en="<b>$lang")
    formula = r"\mystery{<i>}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stay_words(language: Language) -> None:
    plain = choice_of({"surface": "bowl"})
    hostile = RaceChoice(_Hostile(), plain.start, plain.steps, plain.chosen, plain.rules, plain.rate, plain.own_rates)
    read = Reader(page(hostile, race_scene(plain, language), language).decode())
    assert read.inside["h1"] == [_Hostile.name[language]]
    assert read.inside["title"] == [f"Descent · {_Hostile.name[language]}"]
    assert "<b>$lang" in read.inside["p"]
    assert rf"f(x, y) = {_Hostile.formula}" in read.inside["code"]
    assert len(read.inside["script"]) == len(Reader(made(plain, language)).inside["script"])


@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_can_be_taken_away(key: str) -> None:
    choice = choice_of({"surface": key})
    text = made(choice, "ko")
    assert len(text) < 8_000_000
    assert "<math" in text
    header, arrays, _ = read_message(message_in(text))
    assert header["steps"] == choice.steps
    assert arrays["path"].shape == (len(choice.chosen), choice.steps + 1, 2)
