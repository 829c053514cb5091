"""The race page as a script: what it shows for every address, and what its controls write into the address."""

from collections.abc import Mapping
from typing import Any, get_args
from urllib.parse import parse_qs

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from address.race import BEYOND, LECTURE, MOST_STEPS
from figures.theme import Theme
from optimizers import OPTIMIZERS, Adam, Lion
from parameters import parameters
from simulation import Entrant, race, status_of
from surfaces import SURFACES
from surfaces.ravine import Ravine
from tests.address.weird_addresses import WEIRD
from tests.pages.chapter import at_chapter
from tests.pages.controls import choose_surface, control, unfold
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.common.cards import ON_SLIDERS, optimizer_card
from ui.common.surface_card import surface_card
from ui.controls.own_settings import SETTINGS


def opened(query: Mapping[str, str | list[str]] | None = None) -> AppTest:
    """The page at this address."""
    page = at_chapter("race")
    for name, value in (query or {}).items():
        page.query_params[name] = value
    unfold(page)
    page.run()
    assert not page.exception, [each.message for each in page.exception]
    return page


def changed(page: AppTest) -> dict[str, str]:
    """Run the page once more, as a change of a control does; the address afterwards, each name once."""
    page.run()
    assert not page.exception, [each.message for each in page.exception]
    values = {name: value if isinstance(value, list) else [value] for name, value in page.query_params.items()}
    assert all(len(value) == 1 for value in values.values())
    return {name: value[0] for name, value in values.items()}


def message(page: AppTest) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """What the stage was given."""
    (stage,) = [each for each in page.main if each.type == "bidi_component"]
    header, arrays, _ = read_message(stage.proto.bytes)
    return header, arrays


def keys(page: AppTest) -> set[str]:
    """The names under which controls are shown."""
    kinds = (page.slider, page.select_slider, page.number_input, page.selectbox, page.button_group)
    return {str(each.key) for kind in kinds for each in kind}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_in_both_languages(key: str, language: Language) -> None:
    surface = SURFACES[key]
    page = opened({"surface": key, "lang": language})
    assert not page.warning
    heading = page.markdown[0].value
    assert surface.name[language] in heading
    assert surface.formula in heading
    shown = "\n".join(each.value for each in (*page.markdown, *page.caption, *page.latex))
    assert surface.lesson[language] in shown
    for rule in OPTIMIZERS.values():
        assert (rule.formula in shown) == (rule.key in LECTURE)
        assert (rule.summary[language] in shown) == (rule.key in LECTURE)
    for card in (
        *(optimizer_card(OPTIMIZERS[key](), language, ON_SLIDERS) for key in LECTURE),
        surface_card(surface, language),
    ):
        assert card in shown
    header, arrays = message(page)
    assert header["steps"] == surface.steps
    assert header["start"] == list(surface.start)
    assert arrays["path"].shape == (len(LECTURE), surface.steps + 1, 2)


def test_without_an_address_it_speaks_one_of_the_languages_and_races_the_first() -> None:
    page = opened()
    assert message(page)[0]["facts"].endswith("surface=class-ravine&x=0.0&y=0.0")
    assert message(page)[0]["steps"] == SURFACES["class-ravine"].steps


def test_the_stage_gets_what_the_simulation_computed() -> None:
    page = opened(
        {"surface": "himmelblau", "optimizers": "gd,adam", "rate": "0.02", "x": "1", "y": "-1", "steps": "40"}
    )
    surface = SURFACES["himmelblau"]
    run = race(surface, [Entrant(OPTIMIZERS[key](), 0.02) for key in ("gd", "adam")], (1.0, -1.0), 40)
    status = status_of(surface, run)
    header, arrays = message(page)
    np.testing.assert_array_equal(arrays["path"], run.path.transpose(2, 0, 1).astype(np.float32))
    np.testing.assert_allclose(arrays["height"] + np.float32(header["base"]), run.loss.T, rtol=1e-6, atol=1e-9)
    np.testing.assert_array_equal(arrays["slope"], status.slope.T.astype(np.float32))
    np.testing.assert_array_equal(arrays["distance"], status.distance.T.astype(np.float32))
    rows = {track["key"]: track["row"] for track in header["tracks"]}
    assert rows == {"gd": 0, "momentum": None, "adagrad": None, "rmsprop": None, "adam": 1}
    final = {track["key"]: track["verdicts"][-1][1] for track in header["tracks"] if track["row"] is not None}
    assert final == dict(zip(("gd", "adam"), map(int, status.verdict[-1]), strict=True))


def test_the_longest_race_is_still_a_small_message() -> None:
    page = opened({"steps": str(MOST_STEPS), "rate": "100", "surface": "goldstein-price"})
    (stage,) = [each for each in page.main if each.type == "bidi_component"]
    assert len(stage.proto.bytes) < 300_000
    _, arrays = message(page)
    assert not np.isfinite(arrays["height"]).all(), "it diverges, and the picture shows it"


BROKEN: list[tuple[dict[str, str | list[str]], list[str]]] = [
    ({"surface": "moon"}, ["surface=moon", "class-ravine"]),
    ({"optimizers": "adadelta"}, ["optimizers=adadelta", "momentum"]),
    ({"optimizers": ""}, ["optimizers="]),
    ({"rate": "fast"}, ["rate=fast", "1e-06", "100"]),
    ({"rate": "0"}, ["rate=0"]),
    ({"rate": "nan"}, ["rate=nan"]),
    ({"rate": "1e999"}, ["rate=1e999"]),
    ({"rate.adam": "-1"}, ["rate.adam=-1"]),
    ({"x": "11"}, ["x=11", "-10", "10"]),
    ({"y": "inf"}, ["y=inf", "-5", "5"]),
    ({"steps": "2001"}, ["steps=2001", "2000"]),
    ({"steps": "1.5"}, ["steps=1.5"]),
    ({"steps": "9" * 5000}, ["steps=999", "…"]),
    ({"adam.beta1": "1"}, ["adam.beta1=1", "0.999"]),
    ({"adam.eps": "0"}, ["adam.eps=0", "1e-12"]),
    ({"momentum.momentum": "r"}, ["momentum.momentum=r"]),
    ({"condition_number": "50"}, ["condition_number=50"]),
    ({"surface": "ravine", "condition_number": "0"}, ["condition_number=0", "1000"]),
    ({"planet": "mars"}, ["planet=mars"]),
    ({"lang": "fr"}, ["lang=fr", "ko, en"]),
    ({"rate": ["0.1", "0.2"]}, ["rate=0.1, 0.2"]),
    ({"<b>": "<script>"}, ["<b>=<script>"]),
    ({"{0}": "%s`"}, ["{0}=%s·"]),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("query", "words"), BROKEN, ids=[ascii(next(iter(q.items())))[:40] for q, _ in BROKEN])
def test_a_broken_address_is_told_and_the_page_works(
    query: dict[str, str | list[str]], words: list[str], language: Language
) -> None:
    page = opened({"lang": language, "steps": "33", **query})
    (warning,) = page.warning
    for each in words:
        assert each in warning.value, warning.value
    header, _ = message(page)
    assert header["steps"] == (33 if "steps" not in query else SURFACES["class-ravine"].steps)


def test_everything_broken_at_once() -> None:
    query: dict[str, str | list[str]] = {next(iter(q)): next(iter(q.values())) for q, _ in reversed(BROKEN)}
    page = opened({**query, **{f"k{i}": "v" for i in range(200)}})
    (warning,) = page.warning
    assert len(warning.value.splitlines()) <= 5
    assert message(page)[0]["steps"] == SURFACES["class-ravine"].steps


@pytest.mark.parametrize("rate", ["0.0123", "100", "1e-06"])
def test_the_slider_on_the_stage_stands_at_any_rate_that_is_allowed(rate: str) -> None:
    header, _ = message(opened({"rate": rate}))
    assert header["axes"][0]["value"] == float(rate)
    assert {track["rate"] for track in header["tracks"]} == {rate}


def test_the_steps_slider_writes_the_steps() -> None:
    page = opened()
    slider = page.slider(key="slider:steps")
    assert (slider.min, slider.max) == (1, MOST_STEPS)
    slider.set_value(MOST_STEPS)
    assert changed(page) == {"steps": str(MOST_STEPS)}
    assert message(page)[1]["height"].shape == (5, MOST_STEPS + 1)
    page.slider(key="slider:steps").set_value(1)
    assert changed(page) == {"steps": "1"}


@pytest.mark.parametrize("key", ["class-ravine", "ravine", "rosenbrock"])
def test_the_start_boxes_hold_the_domain_and_write_the_start(key: str) -> None:
    page = opened({"surface": key})
    for axis, span, begin in zip("xy", SURFACES[key].domain, SURFACES[key].start, strict=True):
        box = page.number_input(key=f"box:{axis}:{key}")
        assert box.value == begin
        box.set_value(span[0])
        assert changed(page)[axis] == f"{span[0]:.10g}"
    assert message(page)[0]["start"] == [low for low, _ in SURFACES[key].domain]


def test_zero_can_be_typed() -> None:
    page = opened()
    control(page.number_input, "box:x:class-ravine").set_value(0.0)
    assert changed(page) == {"x": "0"}
    assert message(page)[0]["start"][0] == 0


def test_an_emptied_box_leaves_the_address() -> None:
    page = opened({"x": "3", "rate": "0.5"})
    control(page.number_input, "box:x:class-ravine").set_value(None)
    assert changed(page) == {"rate": "0.5"}
    assert control(page.number_input, "box:x:class-ravine").value == SURFACES["class-ravine"].start[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_out_of_range_is_told_at_its_box_and_gone_with_the_next_good_one(language: Language) -> None:
    page = opened({"x": "3", "lang": language})
    for typed in (99.0, -99.0, 1e300):
        control(page.number_input, "box:x:class-ravine").set_value(typed)
        assert changed(page)["x"] == "3"
        (said,) = page.sidebar.warning
        told = {
            "ko": f"출발점 x: {typed:.10g} 값은 쓸 수 없어 3 값을 유지합니다. -10부터 10까지의 수를 쓸 수 있습니다.",
            "en": f"Start x: {typed:.10g} cannot be used, so 3 stays. Use a number from -10 to 10.",
        }
        assert said.value == told[language]
        assert control(page.number_input, "box:x:class-ravine").value == 3
    page.run()
    assert page.sidebar.warning, "it stays until something changes"
    control(page.number_input, "box:x:class-ravine").set_value(4.0)
    assert changed(page)["x"] == "4"
    assert not page.sidebar.warning


def test_what_was_told_at_a_box_is_gone_with_a_value_from_elsewhere() -> None:
    page = opened({"x": "3"})
    control(page.number_input, "box:x:class-ravine").set_value(99.0)
    page.run()
    assert page.sidebar.warning
    for x in ("2", "3"):
        page.query_params["x"] = x
        page.run()
        assert not page.sidebar.warning, x


def test_what_was_told_at_a_box_is_not_told_again_when_its_surface_is_back() -> None:
    page = opened()
    control(page.number_input, "box:x:class-ravine").set_value(99.0)
    page.run()
    assert page.sidebar.warning
    for key in ("bowl", "class-ravine"):
        choose_surface(page, key)
        assert not page.sidebar.warning, key


def test_an_emptied_box_says_that_its_default_is_back() -> None:
    page = opened({"x": "3", "lang": "en"})
    control(page.number_input, "box:x:class-ravine").set_value(None)
    assert "x" not in changed(page)
    (said,) = page.sidebar.warning
    assert said.value == "Start x: no number was typed, so it is back at its default (-7)."


def test_a_seed_is_whole() -> None:
    page = opened({"seed": "3", "noise": "1", "lang": "en"})
    control(page.number_input, "box:seed").set_value(2.5)
    assert changed(page)["seed"] == "3"
    (said,) = page.sidebar.warning
    assert said.value == "Seed: 2.5 cannot be used, so 3 stays. Use a whole number from 0 to 999999."
    control(page.number_input, "box:seed").set_value(12)
    assert changed(page)["seed"] == "12"
    assert not page.sidebar.warning


def test_a_rate_of_one_optimizer_that_cannot_be_used_leaves_its_box_empty() -> None:
    page = at_chapter("race")
    page.query_params["lang"] = "en"
    page.session_state[SETTINGS] = True
    page.run()
    page.number_input(key="box:rate.adam").set_value(0.0)
    assert "rate.adam" not in changed(page)
    (said,) = page.sidebar.warning
    assert said.value.startswith("Learning rate n (this one): 0 cannot be used, so the box stays empty. Use a number")
    assert page.number_input(key="box:rate.adam").value is None


def test_the_chips_write_who_races_and_the_last_stays() -> None:
    page = opened()
    page.button_group(key="chips:optimizers").set_value(["adam", "gd"])
    assert changed(page)["optimizers"].split(",") in (["adam", "gd"], ["gd", "adam"])
    assert [track["key"] for track in message(page)[0]["tracks"] if track["row"] is not None] == ["gd", "adam"]
    page.button_group(key="chips:optimizers").set_value([])
    assert set(changed(page)["optimizers"].split(",")) == {"adam", "gd"}
    assert sorted(page.button_group(key="chips:optimizers").value or ()) == ["adam", "gd"]


def running(page: AppTest) -> list[str]:
    """Who races, in the order of the scoreboard."""
    return [track["key"] for track in message(page)[0]["tracks"] if track["row"] is not None]


def test_two_rows_of_chips_write_one_name_in_the_order_of_the_registry() -> None:
    page = opened()
    lecture, beyond = (page.button_group(key=key) for key in ("chips:optimizers", "chips:optimizers:1"))
    assert list(lecture.options) == [OPTIMIZERS[key].name for key in LECTURE]
    assert list(beyond.options) == [OPTIMIZERS[key].name for key in BEYOND]
    assert (list(lecture.value or ()), list(beyond.value or ())) == (list(LECTURE), [])
    beyond.set_value(["lion", "nesterov"])
    assert changed(page) == {"optimizers": "gd,momentum,nesterov,adagrad,rmsprop,adam,lion"}
    assert running(page) == ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "lion"]
    page.button_group(key="chips:optimizers").set_value([])
    assert changed(page) == {"optimizers": "nesterov,lion"}, "the first row may be empty as well"
    page.button_group(key="chips:optimizers:1").set_value([])
    assert changed(page) == {"optimizers": "nesterov,lion"}, "but not both"
    assert list(page.button_group(key="chips:optimizers:1").value or ()) == ["nesterov", "lion"]
    page.button_group(key="chips:optimizers").set_value(["adam"])
    page.button_group(key="chips:optimizers:1").set_value(["lion"])
    assert changed(page) == {"optimizers": "adam,lion"}, "a change of both at once"


def test_the_cards_follow_the_controls() -> None:
    page = opened({"optimizers": "adam,lion", "lang": "en", "surface": "ravine"})
    page.select_slider(key="slider:condition_number").set_value(1000.0)
    page.session_state["settings"] = True
    page.run()
    page.slider(key="slider:lion.beta1").set_value(0.5)
    page.run()
    cards = "\n".join(each.value for each in page.markdown)
    assert optimizer_card(Lion(beta1=0.5), "en") in cards
    assert optimizer_card(Adam(), "en") in cards
    assert "AdaGrad · 2011" not in cards
    assert surface_card(Ravine(condition_number=1000.0), "en") in cards


@pytest.mark.parametrize(("language", "label"), [("ko", "강의 밖의 기법"), ("en", "Beyond the lecture")])
def test_the_second_row_has_a_label_of_its_own(language: str, label: str) -> None:
    assert opened({"lang": language}).button_group(key="chips:optimizers:1").label == label


def test_the_lecture_always_has_its_rows_and_the_others_while_they_race() -> None:
    page = opened({"optimizers": "gd,lion"})
    tracks = message(page)[0]["tracks"]
    assert [track["key"] for track in tracks] == [*LECTURE, "lion"]
    assert running(page) == ["gd", "lion"]
    page.button_group(key="chips:optimizers:1").set_value([])
    page.run()
    assert [track["key"] for track in message(page)[0]["tracks"]] == list(LECTURE)


def test_a_new_surface_drops_what_belonged_to_the_old_one() -> None:
    page = opened(
        {
            **{"surface": "ravine", "condition_number": "200", "x": "1", "y": "1", "rate": "0.01", "steps": "20"},
            **{"rate.adam": "0.2", "optimizers": "gd,adam", "adam.beta1": "0.5", "lang": "ko"},
        }
    )
    assert not page.warning
    choose_surface(page, "himmelblau")
    assert changed(page) == {"surface": "himmelblau", "optimizers": "gd,adam", "adam.beta1": "0.5", "lang": "ko"}
    surface = SURFACES["himmelblau"]
    header, _ = message(page)
    assert (header["start"], header["steps"]) == (list(surface.start), surface.steps)
    assert header["axes"][0]["value"] == surface.learning_rate
    assert control(page.number_input, "box:x:himmelblau").value == surface.start[0]
    assert not page.warning


def test_a_bad_value_leaves_the_address_with_the_next_change() -> None:
    page = opened({"planet": "mars", "rate": "fast", "steps": "50"})
    assert page.warning
    page.slider(key="slider:steps").set_value(60)
    assert changed(page) == {"steps": "60"}
    assert not page.warning


def test_only_those_who_race_have_controls() -> None:
    full, some = opened(), opened({"optimizers": "gd,adagrad"})
    every = opened({"optimizers": ",".join(OPTIMIZERS)})
    for page, on_stage in ((full, ["rate", "momentum"]), (some, ["rate"])):
        assert [axis["key"] for axis in message(page)[0]["axes"]] == on_stage
        assert not {"slider:rate", "slider:momentum.momentum"} & keys(page), "they stand on the stage"
    for page, running in ((full, set(LECTURE)), (every, set(OPTIMIZERS)), (some, {"gd", "adagrad"})):
        page.session_state["settings"] = True  # the expander, opened
        page.run()
        assert not page.exception
        owned = {f"{key}.{each.key}" for key in running for each in parameters(OPTIMIZERS[key])}
        assert {key.partition(":")[2] for key in keys(page) if "." in key and "rate." not in key} == owned
        assert {key for key in keys(page) if "rate." in key} == {f"box:rate.{key}" for key in running}


def test_an_own_rate_and_a_hyperparameter_are_written() -> None:
    page = opened({"optimizers": "adam"})
    page.session_state["settings"] = True
    page.run()
    page.number_input(key="box:rate.adam").set_value(0.25)
    assert changed(page) == {"optimizers": "adam", "rate.adam": "0.25"}
    page.slider(key="slider:adam.beta1").set_value(0.5)
    page.run()
    page.select_slider(key="slider:adam.eps").set_value(0.01)
    assert changed(page) == {"optimizers": "adam", "rate.adam": "0.25", "adam.beta1": "0.5", "adam.eps": "0.01"}
    tracks = {track["key"]: track for track in message(page)[0]["tracks"]}
    assert tracks["adam"]["rate"] == "0.25"
    page.number_input(key="box:rate.adam").set_value(None)
    assert "rate.adam" not in changed(page)


def test_only_the_ravine_has_a_condition_number() -> None:
    for key in SURFACES:
        assert ("slider:condition_number" in keys(opened({"surface": key}))) == (key == "ravine")
    page = opened({"surface": "ravine"})
    page.select_slider(key="slider:condition_number").set_value(1000.0)
    assert changed(page) == {"surface": "ravine", "condition_number": "1000"}
    assert "condition_number=1000" in message(page)[0]["scene"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_written_and_everything_follows(language: Language) -> None:
    other: Language = "en" if language == "ko" else "ko"
    page = opened({"lang": language, "rate": "0.5"})
    before = {each.label for each in (*page.slider, *page.select_slider, *page.number_input, *page.selectbox)}
    page.button_group(key="lang").set_value(other)
    assert changed(page) == {"lang": other, "rate": "0.5"}
    after = {each.label for each in (*page.slider, *page.select_slider, *page.number_input, *page.selectbox)}
    assert not before & after
    korean = after if other == "ko" else before
    english = before if other == "ko" else after
    assert all(any("가" <= sign <= "힣" for sign in label) for label in korean)
    assert not any("가" <= sign <= "힣" for label in english for sign in label)
    assert SURFACES["class-ravine"].name[other] in page.markdown[0].value


def test_the_start_of_the_ravine_has_the_same_scene_until_it_moves() -> None:
    """The playhead stays where it was as long as the scene has one name."""
    scene = message(opened({"rate": "0.5", "optimizers": "gd", "steps": "7"}))[0]["scene"]
    assert message(opened())[0]["scene"] == scene
    for query in ({"x": "1"}, {"y": "1"}, {"surface": "bowl"}):
        assert message(opened(query))[0]["scene"] != scene


def test_there_are_two_themes_to_show() -> None:
    assert set(get_args(Theme)) == {"light", "dark"}


@pytest.mark.parametrize("query", WEIRD)
def test_no_address_breaks_the_script(query: str) -> None:
    """Some race is shown, and what could not be used is told in few words."""
    asked = parse_qs(query.removeprefix("?"), keep_blank_values=True, errors="replace")
    page = opened(asked)
    header, arrays = message(page)
    assert any(track["row"] is not None for track in header["tracks"])
    assert len(arrays["path"]) > 0
    assert sum(len(each.value) for each in page.warning) < 2500


def test_what_is_asked_comes_with_the_race_and_leaves_with_a_click() -> None:
    page = opened({"lang": "en", "ask": "fate.gd", "rate": "1.05"})
    header, _ = message(page)
    question = header["question"]
    assert question["asked"] == "What has happened to GD after 100 steps?"
    assert question["right"] == ["diverges"]
    assert question["answer"] == ""
    page.query_params["answer"] = f"oscillates-{question['key']}"
    page.run()
    assert message(page)[0]["question"]["answer"] == "oscillates"
    page.selectbox(key="choice:ask").set_value("off")
    assert changed(page) == {"lang": "en", "ask": "off", "rate": "1.05"}
    assert message(page)[0]["question"] is None


def test_what_cannot_be_asked_any_more_is_not_shown_as_asked() -> None:
    page = opened({"lang": "en", "ask": "fate.lion"})
    assert message(page)[0]["question"] is None
    assert page.selectbox(key="choice:ask").value == "off"
    assert not page.warning
