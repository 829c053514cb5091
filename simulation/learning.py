"""How learning stands at every step, in one word: read from the loss alone, and only backwards."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from text import Text

WINDOW = 10
"""A word at step t looks at so many losses up to it, and at as many before those; never ahead."""
FALLING = 0.01
"""A mean loss that is lower by more than this share than one window before is still falling."""
ROUGH = 0.05
"""What climbs within two windows by more than this share of its mean loss goes up and down."""


class Learning(IntEnum):
    """What the loss is doing, in the order in which the first that fits is given."""

    DIVERGED = 0
    BOUNCING = 1
    FALLING = 2
    SETTLED = 3


LEARNING_NAMES: dict[Learning, Text] = {
    Learning.DIVERGED: Text(ko="발산", en="diverged"),
    Learning.BOUNCING: Text(ko="진동", en="oscillating"),
    Learning.FALLING: Text(ko="줄어드는 중", en="still falling"),
    Learning.SETTLED: Text(ko="정체", en="plateau"),
}

LEARNING_MEANINGS: dict[Learning, Text] = {
    Learning.DIVERGED: Text(
        ko=f"손실이 너무 커져 계산할 수 없거나(오버플로), {WINDOW}스텝 내내 시작할 때보다 높습니다.",
        en=f"The loss has overflowed, or has been above its initial value for {WINDOW} steps.",
    ),
    Learning.BOUNCING: Text(
        ko=f"최근 {2 * WINDOW}스텝 동안 손실이 올라간 만큼을 모두 더하면 평균 손실의 {100 * ROUGH:g}%를 넘습니다.",
        en=(
            f"Within the last {2 * WINDOW} steps the loss rose, all rises added, by more than {100 * ROUGH:g}% of "
            f"its mean."
        ),
    ),
    Learning.FALLING: Text(
        ko=f"{WINDOW}스텝 평균 손실이 그 앞 {WINDOW}스텝보다 {100 * FALLING:g}% 넘게 낮습니다.",
        en=(
            f"The mean loss of the last {WINDOW} steps is more than {100 * FALLING:g}% below that of the {WINDOW} "
            f"before."
        ),
    ),
    Learning.SETTLED: Text(
        ko="손실이 더는 뚜렷이 줄지 않습니다. 낮은 곳에서만 멈추는 것은 아닙니다.",
        en="The loss hardly decreases any more; this can happen at a high loss too (a plateau).",
    ),
}


def learning(loss: Array) -> NDArray[np.uint8]:
    """A `Learning` for every step of these losses (steps + 1, B); before the first row it was as it began."""
    with np.errstate(all="ignore"):  # inf and nan are what a diverging loss can be
        mean = _lately(loss, WINDOW)
        climbs = np.maximum(np.diff(loss, axis=0, prepend=loss[:1]), 0)
        lowest = np.minimum.reduce([_earlier(loss, back) for back in range(WINDOW)])
        fits = {
            Learning.DIVERGED: ~np.isfinite(loss) | (lowest > loss[:1]),
            Learning.BOUNCING: 2 * WINDOW * _lately(climbs, 2 * WINDOW) > ROUGH * _lately(loss, 2 * WINDOW),
            Learning.FALLING: mean < (1 - FALLING) * _earlier(mean, WINDOW),
        }
        fits[Learning.FALLING][:WINDOW] = True  # nothing can be said of it yet
        return np.select(list(fits.values()), list(fits), default=Learning.SETTLED).astype(np.uint8)


def _lately(a: Array, window: int) -> Array:
    """The mean of the last `window` rows."""
    return np.asarray(sum(_earlier(a, back) for back in range(window)) / window)


def _earlier(a: Array, rows: int) -> Array:
    """`a` as it was `rows` rows ago; before the first row it stood where it began."""
    return a[np.maximum(np.arange(len(a)) - rows, 0)]
