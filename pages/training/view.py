"""From a choice to the grid of the training race: what every network answers, the curves, the plane of the paths."""

from collections.abc import Sequence

import numpy as np

from figures.theme import GROUND, Style
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.training.choice import USUAL
from pages.training.compute import GROUND_LEVELS, LEVELS, POINTS, Answer, Slice
from parameters import Array
from simulation import LEARNING_NAMES, Learning
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Frames, Place, Row, Shape, Subplot, Trail
from stage.message import deflated
from text import Language, Text
from ui.common.lesson import RATES, classifies
from ui.common.lesson_choice import LessonChoice
from ui.common.lesson_view import axes_address, frame_address, lesson_styles, samples_of

ABREAST = 6
"""Pictures in a row, at most; more are parted evenly."""
LOWEST_LOSS = 1e-5
"""The loss axis reaches no lower."""
HIGHEST_LOSS = 10.0
"""Nor higher than so many times the start's loss."""
ASKED_BELOW, ASKED_ABOVE = 4.0, 1.0
"""How many powers of ten it shows below and above the start's loss while it is asked who ends where."""
_LABEL = Text(
    ko="학습 경주: 기법마다 신경망의 예측, 손실과 정확도 곡선, 경로를 투영한 평면, 학습률마다 최종 손실",
    en=(
        "The training race: each network's predictions, loss and accuracy, the plane of the paths, final loss for "
        "every learning rate"
    ),
)
_LOSS = Text(ko="손실 L · 스텝 0–{steps}", en="Loss L · steps 0–{steps}")
_RIGHT = Text(ko="정확도(%) · 스텝 0–{steps}", en="Accuracy (%) · steps 0–{steps}")
_PLANE = Text(ko="경로를 가장 많이 담은 평면의 손실", en="Loss on the plane of the paths")
_SWEEP = Text(ko="학습률 n마다 최종 손실, ⚑ 최저", en="Final loss for every learning rate n, ⚑ lowest")
_DIAL = Text(ko="학습률 n (공통)", en="Learning rate n (for all)")
_START = Text(ko="초기 가중치", en="initial weights")
_GROUND = Text(ko="손실", en="loss")
_HEADS: dict[str, Text] = {
    "name": Text(ko="기법", en="optimizer"),
    "rate": Text(ko="학습률 n", en="learning rate n"),
    "loss": Text(ko="손실 L", en="loss L"),
    "right": Text(ko="정확도(%)", en="accuracy (%)"),
    "slope": Text(ko="기울기 크기 ‖∇L‖", en="gradient norm ‖∇L‖"),
    "words": Text(ko="상태", en="status"),
}
_READOUT = Text(
    ko="{rate}{steps}스텝 뒤 가장 낮은 손실: {name} {loss} · 아래 평면에 담긴 이동 거리 제곱의 비율: {held}",
    en=(
        "{rate}lowest loss after {steps} steps: {name} {loss} · share of the squared distances held by the plane "
        "below: {held}"
    ),
)
_NOBODY = Text(ko="없음", en="none")


def training_grid(choice: LessonChoice, answer: Answer, language: Language, *, is_open: bool = True) -> FigureGrid:
    """Everything on the page of the training race; without what tells the end where that may not be known yet."""
    heads = [_network(choice, answer, entry) for entry in range(len(choice.chosen))]
    below = [
        *_curves(choice, answer, language, is_open=is_open),
        _plane(choice, answer, language),
        _sweep(choice, answer, language, is_open=is_open),
    ]
    keys = [subplot.key for subplot in heads]
    lines = -(-len(keys) // ABREAST)
    above = [Row(list(each), share=0.46 / lines) for each in np.array_split(keys, lines)]
    return FigureGrid(
        key=f"{answer.inputs}{choice.terms}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[*heads, *below],
        rows=[*above, Row([subplot.key for subplot in below], share=0.54)],
        styles=_styles(choice, answer, language),
        dials=[_dial(language)] if choice.terms == "common" else [],
        readout=_readout(choice, answer, language),
        board=_board(choice, answer, language),
        projector=choice.projector,
    )


def rows_of(choice: LessonChoice, answer: Answer, values: Array) -> Array:
    """Of what was measured (R, steps + 1, K), the rows that are shown: every rate, or each one's best as one row."""
    if choice.terms == "common":
        return values
    return np.stack([values[rate, :, entry] for entry, rate in enumerate(answer.best)], axis=-1)[None]


def slices_of(choice: LessonChoice, answer: Answer) -> Sequence[Slice]:
    """The planes that are shown."""
    return answer.common if choice.terms == "common" else (answer.tuned,)


def loss_range(answer: Answer, *, is_open: bool = True) -> Place:
    """The ends of the logarithmic loss axis, as powers of ten: the same for every rate; as long as the end may not be
    known, those beside the start."""
    if not is_open:
        start = round(float(np.log10(answer.loss[0, 0, 0])))
        return start - ASKED_BELOW, start + ASKED_ABOVE
    return _seen_range(answer)


def _seen_range(answer: Answer) -> Place:
    """Around all losses."""
    start, finite = float(answer.loss[0, 0, 0]), answer.loss[np.isfinite(answer.loss) & (answer.loss > 0)]
    low = max(float(finite.min(initial=start)), LOWEST_LOSS)
    high = min(float(finite.max(initial=start)), HIGHEST_LOSS * start)
    return float(np.log10(low / 1.3)), float(np.log10(high * 1.3))


def _decades(answer: Answer, *, is_open: bool) -> int:
    """How many of them the loss axis spans."""
    low, high = loss_range(answer, is_open=is_open)
    return round(high - low)


def _network(choice: LessonChoice, answer: Answer, entry: int) -> Subplot:
    """What one optimizer's network answers, over the data."""
    key, best = choice.chosen[entry], answer.best[entry]
    rates = slice(None) if choice.terms == "common" else slice(best, best + 1)
    (x, y) = answer.box
    frames, shapes = None, samples_of(answer.data)
    if answer.pictures is not None:
        styles = [f"class{i}" for i in range(answer.data.y.shape[1])]
        pictures = answer.pictures[entry]
        frames = Frames(styles, pictures.common if choice.terms == "common" else pictures.tuned, LEVELS)
    elif answer.curves is not None:
        fitted = answer.curves[entry, rates]
        across = np.broadcast_to(np.linspace(*x, POINTS), fitted.shape)
        shapes = [*shapes, Shape(key, np.stack([across, fitted], axis=-1), above=True)]
    return Subplot(
        key=f"network.{key}",
        figure=frame_address(projector=choice.projector),
        legend=(key,),
        proportion=(x[1] - x[0]) / (y[1] - y[0]),
        x=x,
        y=y,
        shapes=shapes,
        frames=frames,
    )


def _curves(choice: LessonChoice, answer: Answer, language: Language, *, is_open: bool) -> list[Subplot]:
    """The loss over the steps; where there are classes, the accuracy, too, from below what guessing gets."""
    measured = [("loss", _LOSS, answer.loss, loss_range(answer, is_open=is_open))]
    if classifies(answer.data):
        measured.append(("right", _RIGHT, 100 * answer.right, (100 / answer.data.y.shape[1] - 12, 103)))
    ticks = (0.0, float(choice.steps // 2), float(choice.steps))
    words = tuple(f"{step:g}" for step in ticks)
    decades = {"loss": _decades(answer, is_open=is_open), "right": None}
    return [
        Subplot(
            key=key,
            figure=axes_address(ticks, words, decades[key], projector=choice.projector),
            title=title.format(steps=choice.steps)[language],
            x=(0, choice.steps),
            y=span,
            trails=_trails(choice, rows_of(choice, answer, values)),
        )
        for key, title, values, span in measured
    ]


def _trails(choice: LessonChoice, points: Array) -> list[Trail]:
    """A trail for each optimizer, of (rows, steps + 1, K) or (rows, steps + 1, K, 2)."""
    return [Trail(key, np.ascontiguousarray(points[:, :, i])) for i, key in enumerate(choice.chosen)]


def _plane(choice: LessonChoice, answer: Answer, language: Language) -> Subplot:
    """The loss on the plane, and every path as far as the plane holds it; each axis as long as it has to be."""
    slices = slices_of(choice, answer)
    paths = np.stack([_placed(each, choice.steps) for each in slices])
    begins = np.stack([_within(each, np.zeros((1, 2))) for each in slices])[:, None]
    return Subplot(
        key="plane",
        figure=frame_address(projector=choice.projector),
        title=_PLANE[language],
        proportion=1.3,
        x=(-1, 1),
        y=(-1, 1),
        trails=_trails(choice, paths),
        shapes=[Shape("start", begins, "dots", 1.1)],
        frames=Frames(("ground",), deflated(np.stack([each.ground for each in slices])[:, None]), GROUND_LEVELS),
    )


def _within(each: Slice, coordinates: Array) -> Array:
    """Coordinates (…, 2) on a plane, as shares of its picture from −1 to 1."""
    low, high = np.array(each.plane.domain).T
    return np.asarray((2 * coordinates - low - high) / (high - low))


def _placed(each: Slice, steps: int) -> Array:
    """The paths of a plane (steps + 1, K, 2), straight between the moments at which they were looked at."""
    at = np.linspace(0, steps, len(each.paths)).round()
    placed = _within(each, each.paths.astype(np.float64))
    moving = placed.reshape(len(placed), -1).T
    return np.stack([np.interp(np.arange(steps + 1), at, line) for line in moving], axis=-1).reshape(steps + 1, -1, 2)


def _sweep(choice: LessonChoice, answer: Answer, language: Language, *, is_open: bool) -> Subplot:
    """What comes of every rate, where it may be known; the dial stands under it."""
    places = np.arange(len(RATES), dtype=np.float64)
    last = np.where(np.isfinite(answer.loss[:, -1]), answer.loss[:, -1], np.nan)
    ticks = tuple(map(float, range(0, len(RATES), 4)))
    words = tuple(f"{rate:g}" for rate in RATES[::4])
    return Subplot(
        key="sweep",
        figure=axes_address(ticks, words, _decades(answer, is_open=is_open), projector=choice.projector),
        title=_SWEEP[language],
        x=(-0.5, len(RATES) - 0.5),
        y=loss_range(answer, is_open=is_open),
        curves=[
            Curve(name, np.column_stack([places, np.maximum(last[:, i], 10 ** loss_range(answer)[0])]), answer.best[i])
            for i, name in enumerate(choice.chosen if is_open else ())
        ],
        cursor=np.column_stack([places, np.zeros_like(places)]) if choice.terms == "common" else None,
        across=True,
    )


def _dial(language: Language) -> Dial:
    return Dial(
        key="rate",
        label=_DIAL[language],
        under="sweep",
        values=[numeral(rate, 3) for rate in RATES],
        written=[f"{rate:g}" for rate in RATES],
        usual=usual_row(),
        logarithmic=True,
    )


def usual_row() -> int:
    """Where the dial stands when the address says nothing."""
    return row_of(USUAL.rate)


def row_of(rate: float) -> int:
    """The row whose rate is the nearest in proportion."""
    return int(np.argmin(np.abs(np.log(RATES / rate))))


def _board(choice: LessonChoice, answer: Answer, language: Language) -> Board:
    loss, right, slope = (rows_of(choice, answer, each) for each in (answer.loss, answer.right, answer.slope))
    rates = rows_of(choice, answer, np.broadcast_to(RATES[:, None, None], answer.loss.shape))
    scores = [("right", 100 * right)] if classifies(answer.data) else []
    columns = [("rate", rates), ("loss", loss), *scores, ("slope", slope)]
    return Board(
        heads=[_HEADS[key][language] for key in ("name", *(key for key, _ in columns), "words")],
        entries=[Entry(key) for key in choice.chosen],
        values=np.stack([values for _, values in columns], axis=-1),
        verdicts=rows_of(choice, answer, answer.words.astype(np.float64)),
        sayings=[LEARNING_NAMES[each][language] for each in Learning],
    )


def _readout(choice: LessonChoice, answer: Answer, language: Language) -> list[str]:
    """Who is the lowest in the end, and how much of the paths the plane holds, for every row."""
    last = rows_of(choice, answer, answer.loss)[:, -1]
    readout = []
    for row, (losses, each) in enumerate(zip(last, slices_of(choice, answer), strict=True)):
        finite = np.where(np.isfinite(losses), losses, np.inf)
        first = int(finite.argmin())
        name, loss = (OPTIMIZERS[choice.chosen[first]].name, numeral(finite[first], 2))
        readout.append(
            _READOUT.format(
                rate=f"n = {numeral(RATES[row], 3)} · " if choice.terms == "common" else "",
                steps=choice.steps,
                name=name if np.isfinite(finite[first]) else _NOBODY[language],
                loss=loss if np.isfinite(finite[first]) else "",
                held=_percent(each.held),
            )[language]
        )
    return readout


def _percent(shares: Sequence[float]) -> str:
    """From the least to the most."""
    known = [round(100 * share) for share in shares if np.isfinite(share)]
    if not known:
        return "–"
    return f"{min(known)}–{max(known)}%" if min(known) < max(known) else f"{known[0]}%"


def _styles(choice: LessonChoice, answer: Answer, language: Language) -> tuple[tuple[str, str, Style], ...]:
    look = GROUND._replace(marker="cross")
    return (
        *lesson_styles(choice, answer.data, language),
        ("ground", _GROUND[language], GROUND),
        ("start", _START[language], look),
    )
