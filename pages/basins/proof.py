"""The scenes of two maps: their picture, what was measured of it, what is asked, and what can be exported."""

from dataclasses import replace
from typing import cast

from address import Address
from export.bundle import Bundle, Labels
from export.slide import Heads, Runs, Slide, content_of, rate_words
from export.slides import Content, Racer
from export.table import table
from figures.basins import cells, palette
from figures.theme import Style, look_of, style
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.basins.choice import SIDES, BasinsChoice, Side, read_basins
from pages.basins.compute import BASINS, Answer
from pages.basins.view import basins_grid, run_of
from scenes import Mapped, Shares
from stage.words import WORDS
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces, one_after_the_other

_SIDES: dict[Side, Text] = {
    "left": Text(ko="왼쪽 지도({name}, n = {rate})", en="Left map ({name}, n = {rate})"),
    "right": Text(ko="오른쪽 지도({name}, n = {rate})", en="Right map ({name}, n = {rate})"),
}
_COUNT = Text(
    ko="{side}: 출발점에 따라 도달할 수 있는 최솟값은 모두 몇 곳일까요?",
    en="{side}: how many of the minima can be reached?",
)
_PLACES = Text(ko="{count}곳", en="{count}")
_NONE = Text(ko="한 곳도 없음", en="none")
_HEADS = Heads(WORDS["optimizer"], WORDS["rate"])
_GROUND = Text(
    ko="바탕색은 {name}, n = {rate}일 때 각 출발점이 도달하는 최솟값입니다.",
    en="The background colour shows which minimum each start reaches with {name}, n = {rate}.",
)
_HATCHES = (
    Text(ko="줄무늬는 수렴하지 않은 출발점({share}%)입니다.", en="Stripes: did not converge ({share}%)."),
    Text(ko="점무늬는 그림을 벗어난 출발점({share}%)입니다.", en="Dots: left the plot ({share}%)."),
)
"""In the order of the shares of an answer."""


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of two maps; `ask` is the side whose reached minima are counted."""
    choice = read_basins(address)
    works = one_after_the_other([BASINS.ask(choice.inputs(side)) for side in SIDES])
    answers: dict[Side, Answer] = dict(zip(SIDES, (yield from works), strict=True))
    evidence = Mapped({side: _shares(choice, side, answers[side]) for side in SIDES})
    side = cast(Side, ask)
    return SceneResult(
        basins_grid(choice, answers, language),
        evidence,
        _asking(evidence.sides[side]),
        lambda labels: _bundle(choice, answers[side], labels),
    )


def _shares(choice: BasinsChoice, side: Side, answer: Answer) -> Shares:
    rule, rate = choice.runners[side]
    name = _SIDES[side].format(name=rule.name, rate=numeral(rate, 3))
    return Shares(name, [float(share) for share in answer.shares[: len(choice.surface.minima)]])


def _asking(shares: Shares) -> Asking:
    """How many minima are reached, from none to all of them."""
    counts = {str(count): _PLACES.format(count=count) if count else _NONE for count in range(len(shares.minima) + 1)}
    return Asking(_COUNT.format(side=shares.name), counts, [str(shares.reached)])


def _bundle(choice: BasinsChoice, answer: Answer, labels: Labels) -> Bundle:
    """The run on either map, side by side on one, coloured by where every start ends."""
    styles = [style(choice.runners[side].rule.key, tuple(OPTIMIZERS)) for side in SIDES]
    if styles[0] == styles[1]:
        styles[1] = _other(styles[1])
    columns = [(choice.runners[side].rule.name, choice.runners[side].rate) for side in SIDES]
    racers = [Racer(name, rate_words(rate), each) for (name, rate), each in zip(columns, styles, strict=True)]
    runs = Runs(choice.surface, run_of(choice), racers, _HEADS)
    return Bundle(
        name=labels.name,
        slide=Slide(labels.key, lambda: _content(runs, answer, labels)),
        table=lambda: table(runs.surface, runs.run, columns),
    )


def _other(own: Style) -> Style:
    """The same rule's ink once more: on a ground of many colours black stays the plainest, so the dashes differ."""
    return own._replace(dash="dash" if own.dash == "solid" else "solid", marker="square")


def _content(runs: Runs, answer: Answer, labels: Labels) -> Content:
    caption, language, theme = labels.on_slide, labels.slide_language, labels.theme
    numbers = cells(answer.ends, answer.inputs.steps)
    return replace(
        content_of(runs, caption, language, theme),
        leavers_below=True,
        cells=palette(look_of(theme, projector=True))[numbers],
        sentence=f"{caption.sentence} {_ground_words(answer, language)}",
    )


def _ground_words(answer: Answer, language: Language) -> str:
    """What the ground's colours mean, and its hatches where there are some."""
    _, rule, rate, _ = answer.inputs
    shares = [(words, f"{share:.1f}") for words, share in zip(_HATCHES, answer.shares[-2:], strict=True) if share > 0]
    ground = _GROUND.format(name=rule.name, rate=numeral(rate, 3))[language]
    return " ".join([ground, *(words.format(share=share)[language] for words, share in shares)])
