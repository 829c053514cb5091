"""Many columns of one rule, some steps and a few thousand columns at a time, to the bit as in one go.

A run of 65,536 columns over 300 steps is a path of 300 MB that nobody wants to see. Here a run stands still after a
few steps, each column with its memory, and goes on with those columns that are still of interest. So what is computed
with stays near the processor, and what has settled costs nothing.

A rule and a slope that can be written down (see `tape`) run on reused buffers; others run plainly, as the loop does.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import Array, Scalar
from simulation.lanes import Entrant, Lane, Schedule, lanes_of
from simulation.protocols import Landscape, Rule
from simulation.replay import array_line, arrays_of, function
from simulation.tape import EXAMPLES, Slope, Update, record_slope, record_update
from tracing import UNWRITABLE

Columns = NDArray[np.intp]

PIECE = 8192
"""So many columns run together: few enough to stay near the processor, enough to make a call worth its while."""


SLOW = {"sin", "cos", "exp"}
"""One of these takes as long as thirty additions."""


class Blocks:
    """Columns that stand after some steps and can go on; raises ValueError as `race` does."""

    def __init__(
        self,
        landscape: Landscape,
        rule: Rule,
        starts: Array,
        rate: Scalar | Schedule,
        steps: int,
        *,
        disturbance: Array | None = None,
    ) -> None:
        """`starts` is (D, B), or (D, 1) where the rate is (B,). The disturbance of the slopes is (steps, D, 1)."""
        (self._lane,) = lanes_of([Entrant(rule, rate)], starts.shape[1], steps)
        self._landscape = landscape
        self._disturbance = disturbance
        self.x: Array = np.broadcast_to(starts, (len(starts), self._lane.width)).copy()
        """(D, B), where every column stands."""
        with np.errstate(all="ignore"):  # leaving the range of floats is a result here, not an accident
            self._state: Any = rule.init(self.x)
            self._tapes = _recorded(landscape, self._lane, self.x)
        self._loaded: _Loaded | None = None
        self.separable: bool = self._tapes is not None or _is_separable(rule, self._state, self.x)
        """Whether some columns may go on without the others; if not, `run` wants all of them."""
        self.alike: bool = self.separable and _is_alike(self._lane)
        """Whether no column is known to have a learning rate or a setting of its own."""
        if self._tapes is not None:
            self._state = self._state._make(leaf.copy() for leaf in self._state)

    @property
    def forgets(self) -> bool:
        """Whether a step is known to depend on nothing but the place."""
        if self._tapes is None or self._tapes.update.memory or self._tapes.update.schedule:
            return False
        return all(term.name != "t" for line in self._tapes.update.tape.lines for term in line.operands)

    @property
    def width(self) -> int:
        return self._lane.width

    def pieces(self, columns: Columns, size: int | None = None) -> list[Columns]:
        """The columns in parts of `size`, by default as many as stay near the processor and soon come to an end."""
        if not self.separable:
            return [columns]
        size = size or (PIECE // 4 if self._is_slow else PIECE)
        return [columns[first : first + size] for first in range(0, len(columns), size)]

    @property
    def _is_slow(self) -> bool:
        """Whether a step takes many times as long as plain arithmetic would."""
        return self._tapes is None or any(line.operation in SLOW for line in self._tapes.slope.tape.lines)

    def run(self, columns: Columns, done: int, rows: int) -> Array:
        """`rows` more steps of some columns that have `done` steps behind them, as a path (rows + 1, D, columns).

        The path is overwritten by the next call.
        """
        with np.errstate(all="ignore"):
            path = self._replay(columns, done, rows) if self._tapes is not None else self._advance(columns, done, rows)
        self.x[:, columns] = path[-1]
        return path

    def _replay(self, columns: Columns, done: int, rows: int) -> Array:
        assert self._tapes is not None
        slope, update = self._tapes
        loaded = self._loaded
        if loaded is None or loaded.path.shape != (rows + 1, len(self.x), len(columns)):
            loaded = self._loaded = _load(slope, update, rows, len(columns), is_noisy=self._disturbance is not None)
        path, values = loaded.path, loaded.values
        np.take(self.x, columns, axis=1, out=path[0])
        for (old, _, _), kept in zip(update.memory, self._state, strict=True):
            np.take(kept, columns, axis=1, out=values[old.name])
        if columns is not loaded.columns:
            for name, by_column in loaded.by_column.items():
                np.take(by_column, columns, axis=-1, out=values[name])
            self._loaded = loaded._replace(columns=columns)
        clock: dict[str, Any] = {"t": range(done + 1, done + rows + 1)}
        if self._disturbance is not None:
            clock |= {f"z_{d}": noise.tolist() for d, noise in enumerate(self._disturbance[done : done + rows, :, 0].T)}
        clock |= {name: rates[done : done + rows] for name, rates in update.schedule.items()}
        clock |= {f"x_{d}": path[:-1, d] for d in range(path.shape[1])} | {"x": path[:-1], "y": path[1:]}
        run = function(values, clock, loaded.body, on_arrays=True)
        run(zip(*clock.values(), strict=True), *values.values())
        for (old, new, _), kept in zip(update.memory, self._state, strict=True):
            kept[:, columns] = values[new.name if rows % 2 else old.name]  # they change places at every step
        return path

    def _advance(self, columns: Columns, done: int, rows: int) -> Array:
        """Plainly, as the loop does."""
        rule, state = self._lane.rule, self._state
        if self.separable:
            rule, state = _rule_of(rule, columns, self.width), state._make(leaf[:, columns] for leaf in state)
        path = np.empty((rows + 1, len(self.x), len(columns)))
        path[0] = self.x[:, columns]
        for row in range(1, rows + 1):
            x = path[row - 1]
            rate = self._lane.rates[done + row - 1]
            n = rate[columns] if np.shape(rate) == (self.width,) else rate  # type: ignore[index]
            gradient = self._landscape.gradient(x)
            if self._disturbance is not None:
                gradient = gradient + self._disturbance[done + row - 1]
            step, state = rule.update(gradient, state, done + row, n)
            np.subtract(x, step, out=path[row])
        if self.separable:
            for kept, leaf in zip(self._state, state, strict=True):
                kept[:, columns] = leaf
        else:
            self._state = state
        return path


class _Tapes(NamedTuple):
    slope: Slope
    update: Update


class _Loaded(NamedTuple):
    """A recording with buffers of one width."""

    path: Array
    values: dict[str, Any]
    by_column: dict[str, Array]
    """Constants that are another for each column."""
    body: list[str]
    columns: Columns | None = None
    """Whose constants are in the buffers."""


def _load(slope: Slope, update: Update, rows: int, width: int, *, is_noisy: bool) -> _Loaded:
    shape = (len(slope.parts), width)
    gradient = np.empty(shape)
    parts = {part.name: row for part, row in zip(slope.parts, gradient, strict=True)}
    own = {update.step.name: np.empty(shape)} | {update.g.name: gradient}
    for old, new, _ in update.memory:
        own |= {old.name: np.empty(shape), new.name: np.empty(shape)}
    examples = {each.name: each.example for each in update.tape.constants}
    many = {name: example for name, example in examples.items() if np.ndim(example) and np.shape(example)[-1] > 1}
    by_column = {name: np.broadcast_to(example, (shape[0], np.shape(example)[-1])) for name, example in many.items()}
    own |= {name: np.empty(shape) for name in by_column}
    values = arrays_of(slope.tape, parts, [], (width,)) | arrays_of(update.tape, own, [], shape)
    body = [array_line(line) for line in slope.tape.lines]
    body += [f"add({part.name}, z_{d}, {part.name})" for d, part in enumerate(slope.parts) if is_noisy]
    body += [array_line(line) for line in update.tape.lines]
    body.append(f"subtract(x, {update.step.name}, y)")
    body += [f"{old.name}, {new.name} = {new.name}, {old.name}" for old, new, _ in update.memory]
    return _Loaded(np.empty((rows + 1, *shape)), values, by_column, body)


def _recorded(landscape: Landscape, lane: Lane, x: Array) -> _Tapes | None:
    """Both tapes; what all columns have in common is recorded from a few of them."""
    if _is_alike(lane):
        lane, x = lane._replace(columns=slice(0, min(EXAMPLES, lane.width))), x[:, :EXAMPLES]
    try:
        return _Tapes(record_slope(landscape, len(x)), record_update(lane, x, "b"))
    except UNWRITABLE:  # on arrays it will say what it has to say
        return None


def _is_alike(lane: Lane) -> bool:
    """Whether the rule's settings and its rates are known to be numbers."""
    rule = lane.rule
    settings = [getattr(rule, each.name) for each in fields(rule)] if is_dataclass(rule) else [np.ones(2)]
    rates = {id(each): each for each in lane.rates}.values()  # mostly one, as often as there are steps
    return all(np.ndim(each) == 0 for each in (*settings, *rates))


def _is_separable(rule: Rule, state: Any, x: Array) -> bool:
    """Whether its memory and its settings can be read column by column."""
    leaves = state if isinstance(state, tuple) and hasattr(state, "_make") else None
    return is_dataclass(rule) and leaves is not None and all(np.shape(leaf) == x.shape for leaf in leaves)


def _rule_of(rule: Any, columns: Columns, width: int) -> Rule:
    """The rule with those of its settings (B,) that belong to some columns."""
    settings = {each.name: getattr(rule, each.name) for each in fields(rule)}
    own = {name: value[columns] for name, value in settings.items() if np.shape(value) == (width,)}
    return replace(rule, **own) if own else rule
