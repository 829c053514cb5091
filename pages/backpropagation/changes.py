"""One weight is changed: which values change with it, step by step, and what the way back says of the loss's change."""

from collections.abc import Sequence

from networks import Change
from pages.backpropagation.letters import derivative, derivative_mathml, letter, letter_mathml, math
from pages.backpropagation.moments import computed, factor, way_back, written
from stage.graph import Moment
from text import Language, Text

CHANGED = Text(ko="바뀐 값 {now} / {count}", en="Values changed: {now} / {count}")

_BEGIN = Text(
    ko="{of} 하나만 바꿉니다({change}). 나머지 가중치와 입력은 그대로입니다. 어디까지 번질까요?",
    en="Only {of} is changed: {change}. Every other weight and input stays. How far does it spread?",
)
_CHANGES = Text(
    ko="{of}에 들어오는 {inputs} 값이 바뀌었으므로 {of} 값도 바뀝니다: {change}.",
    en="{of} is computed from {inputs}, which changed, so {of} changes as well: {change}.",
)
_STAYS = Text(
    ko="{of}에 들어오는 값은 하나도 바뀌지 않았으므로 {of} 값은 그대로입니다.",
    en="None of the inputs of {of} changed, so {of} stays.",
)
_STOPS = Text(
    ko="{of}에 들어오는 {inputs} 값은 바뀌었지만 {of} 값은 그대로입니다. 변화가 여기서 멈춥니다.",
    en="{inputs}, an input of {of}, changed, but {of} does not: the change stops here.",
)
_TURN = Text(
    ko="이제 거꾸로: 바꾸기 전의 값에서, 손실의 미분을 L부터 거슬러 구합니다. 출발은 ∂L/∂L = 1입니다.",
    en="Now the way back, at the values before the change: the loss's derivative, from ∂L/∂L = 1 at L.",
)
_PREDICTED = Text(
    ko=(
        "편미분으로 예측한 손실의 변화는 {predicted}, 실제 변화는 {true}입니다({before} → {after}). "
        "Δ{of}의 크기가 작을수록 두 값이 가까워집니다."
    ),
    en=(
        "The derivative predicts that the loss changes by {predicted}; it changes from {before} to {after}, by {true}. "
        "The smaller Δ{of}, the closer the two."
    ),
)


def written_change(change: Change, key: str) -> str:
    """A value that is another one: old → new."""
    return f"{written(change.before.values[key])} → {written(change.after.values[key])}"


def change_moments(change: Change, language: Language) -> list[Moment]:
    """Everything that happens: the weight changes, then what depends on it, then the way back and the comparison."""
    begun = _BEGIN.format(of=letter(change.weight), change=written_change(change, change.weight))
    readout = [Moment("forward", change.weight, (), "", begun[language], "", ("0", "0"))]
    count = 0
    for key in change.before.graph.computed:
        count += key in change.differing
        readout.append(computed(change.after, key, _spread(change, key)[language], (str(count), "0")))
    readout += way_back(change.before, _TURN[language], str(count), language)
    readout.append(_compared(change, language, readout[-1].counts))
    return readout


def _spread(change: Change, key: str) -> Text:
    """What becomes of a node, and why."""
    of = letter(key)
    inputs = [each for each in change.before.graph.by_key[key].inputs if each in (change.weight, *change.differing)]
    names = ", ".join(letter(each) for each in inputs)
    if key in change.differing:
        return _CHANGES.format(of=of, inputs=names, change=written_change(change, key))
    return _STOPS.format(of=of, inputs=names) if inputs else _STAYS.format(of=of)


def _compared(change: Change, language: Language, counts: Sequence[str]) -> Moment:
    """∂L/∂w · Δw beside ΔL."""
    loss, weight = change.before.graph.loss, change.weight
    numbers = [written(change.before.derivatives[weight]), "×", factor(change.by), "=", written(change.predicted)]
    moved = {key: f'<mrow><mi mathvariant="normal">Δ</mi>{letter_mathml(key)}</mrow>' for key in (loss, weight)}
    formula = math([moved[loss], "≈", derivative_mathml(loss, weight), "·", moved[weight], "=", *numbers])
    words = _PREDICTED.format(
        of=letter(weight),
        predicted=numbers[-1],
        before=written(change.before.values[loss]),
        after=written(change.after.values[loss]),
        true=written(change.true),
    )
    plain = f"Δ{loss} ≈ {derivative(loss, weight)} · Δ{letter(weight)} = {' '.join(numbers)}."
    return Moment("backward", weight, (), formula, words[language], plain, counts)
