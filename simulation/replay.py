"""Run a tape: the lines of a slope and of its rules, as one Python function with the loop inside.

A few columns run on Python's own floats, one column after the other: an operation takes 20 ns there, and
200 ns on an array, however small. For momentum on the class ravine the function reads

    for t, in clock:
      a0 = x_0 / ac0
      a1 = ac1 * x_1
      bg_0 = a0
      bg_1 = a1
      b0_0 = bc0_0 * bs0_0
      …

Many columns run on arrays, all at once: `divide(x_0, ac0, a0)`. Each line writes its result into a buffer,
so that no step allocates anything.

Measured on two cores: 5 rules × 300 steps from one start, 1.1 ms instead of 6; 5 rules × 400 learning
rates × 500 steps, 12 ms instead of 19.
"""

from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import Any

import numpy as np

from cache import remembered
from parameters import Array
from simulation.lanes import Lane
from simulation.protocols import Landscape
from simulation.tape import OPERATIONS, Slope, record_slope, record_update
from tracing import UNWRITABLE, Line, Tape, Term

SHORT = 50
"""For fewer steps than this, writing a tape takes longer than it saves."""
NARROW = 8
"""Up to this many columns a lane, floats are faster than arrays."""

ON_FLOATS = {
    "add": "{} + {}",
    "subtract": "{} - {}",
    "multiply": "{} * {}",
    "divide": "{} / {}",
    "negative": "-{}",
    "absolute": "abs({})",
    "sign": "1.0 if {0} > 0 else -1.0 if {0} < 0 else 0.0 if {0} == 0 else {0}",
    "square": "{0} * {0}",
    "sqrt": "sqrt({})",
    "power": "{} ** {}",
}
"""What Python computes to the same bits as NumPy, because IEEE 754 leaves no choice. (The power, of a number by the
time, is Python's own in the rule too; the sign of ±0 is 0, and that of nan is nan.)"""

Clock = dict[str, Iterable[Any]]
"""What comes new at every step, by its name: the time, the noise, a scheduled learning rate."""


def replay(surface: Landscape, lanes: Sequence[Lane], path: Array, disturbance: Array | None) -> bool:
    """Fill rows 1… of `path` with the bits of the plain loop; False if that loop has to run itself."""
    if len(path) <= SHORT:
        return False
    clock: Clock = {"t": range(1, len(path))}
    if disturbance is not None:
        clock |= {f"z_{d}": noise.tolist() for d, noise in enumerate(disturbance[:, :, 0].T)}
    try:
        slope = record_slope(surface, path.shape[1])
        if max(lane.width for lane in lanes) > NARROW:
            _on_arrays(slope, lanes, clock, path)
        else:
            for lane in lanes:
                _on_floats(slope, lane, clock, path[:, :, lane.columns])
    except UNWRITABLE:  # or what floats raise where NumPy gives inf and nan; on arrays a rule says what it has to say
        return False
    return True


def _on_floats(slope: Slope, lane: Lane, clock: Clock, path: Array) -> None:
    """One column after the other. What is wide has a name for each coordinate: b3 is b3_0 and b3_1."""
    coordinates = [f"_{d}" for d in range(path.shape[1])]
    body = [_float_line(line) for line in slope.tape.lines]
    update = record_update(lane, path[0], "b")
    clock = clock | update.schedule
    for d, part in zip(coordinates, slope.parts, strict=True):
        body.append(f"{update.g.name}{d} = {part.name}" + (f" + z{d}" if f"z{d}" in clock else ""))
    for line in update.tape.lines:
        body += [_float_line(line, d) for d in (coordinates if line.result.wide else [""])]
    new = {f"x{d}": f"x{d} - {_spelled(update.step, d)}" for d in coordinates}
    new |= {_spelled(old, d): _spelled(after, d) for old, after, _ in update.memory for d in coordinates}
    body += [f"{', '.join(new)} = {', '.join(new.values())}", f"passed += {', '.join(f'x{d}' for d in coordinates)},"]

    constants = {each.name: each.example for each in (*slope.tape.constants, *update.tape.constants)}
    wide = {each.name: constants.pop(each.name) for each in update.tape.constants if each.wide}
    wide |= {"x": path[0]} | {old.name: start for old, _, start in update.memory}
    columns = {
        name + d: row
        for name, value in wide.items()
        for d, row in zip(coordinates, np.broadcast_to(value, path[0].shape).tolist(), strict=True)
    }
    run = function(["passed", *constants, *columns], clock, body, on_arrays=False)
    for b in range(lane.width):
        passed: list[float] = []
        run(zip(*clock.values(), strict=True), passed, *constants.values(), *(row[b] for row in columns.values()))
        path[1:, :, b] = np.reshape(passed, path[1:, :, b].shape)


def _on_arrays(slope: Slope, lanes: Sequence[Lane], clock: Clock, path: Array) -> None:
    """All columns at once: the slope on whole rows, then each rule on arrays (D, B) of its own."""
    gradient, steps = np.empty_like(path[0]), np.empty_like(path[0])
    rows = {part.name: row for part, row in zip(slope.parts, gradient, strict=True)}
    values: dict[str, Any] = {"steps": steps} | arrays_of(slope.tape, rows, [], gradient[0].shape)
    body = [array_line(line) for line in slope.tape.lines]
    body += [f"add({part.name}, z_{d}, {part.name})" for d, part in enumerate(slope.parts) if f"z_{d}" in clock]
    scratch: dict[int, list[Array]] = {}
    for k, lane in enumerate(lanes):
        x = path[0, :, lane.columns]
        update = record_update(lane, x, f"b{k}_")
        clock = clock | update.schedule
        own = {name: np.empty(x.shape) for name in (update.g.name, update.step.name)}
        for old, new, start in update.memory:
            own |= {old.name: start.copy(), new.name: np.empty(x.shape)}
        values |= arrays_of(update.tape, own, scratch.setdefault(lane.width, []), x.shape)
        values |= {f"from{k}": gradient[:, lane.columns], f"to{k}": steps[:, lane.columns]}
        body += [
            f"{update.g.name}[...] = from{k}",
            *map(array_line, update.tape.lines),
            f"to{k}[...] = {update.step.name}",
        ]
        body += [f"{old.name}, {new.name} = {new.name}, {old.name}" for old, new, _ in update.memory]
    body.append("subtract(x, steps, y)")
    clock = clock | {f"x_{d}": path[:-1, d] for d in range(path.shape[1])} | {"x": path[:-1], "y": path[1:]}
    run = function(values, clock, body, on_arrays=True)
    run(zip(*clock.values(), strict=True), *values.values())


def arrays_of(tape: Tape, own: dict[str, Array], scratch: list[Array], shape: tuple[int, ...]) -> dict[str, Any]:
    """The constants, and a buffer for every result: its own, or one of `scratch` until it is read for the last time.

    The fewer buffers there are, the nearer to the processor they stay: that is a fifth of the time.
    """
    values: dict[str, Any] = dict(own)
    for each in (constant for constant in tape.constants if constant.name not in own):
        values[each.name] = np.full(shape if np.ndim(each.example) else (), each.example) if each.wide else each.example
    last_reader = {term.name: line for line in tape.lines for term in line.operands}
    lent: dict[str, Array] = {}
    for line in tape.lines:
        scratch += [lent.pop(name) for name in list(lent) if last_reader.get(name) is line]
        name = line.result.name
        if line.result.wide and name not in own:
            values[name] = lent[name] = scratch.pop() if scratch else np.empty(shape)
    scratch += lent.values()
    return values


def _spelled(term: Term, coordinate: str) -> str:
    return term.name + coordinate if term.wide else term.name


def _float_line(line: Line, coordinate: str = "") -> str:
    operands = [_spelled(term, coordinate) for term in line.operands]
    return f"{_spelled(line.result, coordinate)} = {ON_FLOATS[line.operation].format(*operands)}"


def array_line(line: Line) -> str:
    if not line.result.wide:
        return _float_line(line)
    return f"{line.operation}({', '.join(term.name for term in (*line.operands, line.result))})"


def function(arguments: Iterable[str], clock: Clock, body: Iterable[str], *, on_arrays: bool) -> Callable[..., None]:
    """A function of a clock and the `arguments`, which runs through `body` at every tick."""
    head = [f"def run(clock, {', '.join(arguments)}):", f" for {', '.join(clock)}, in clock:"]
    return compiled("\n".join([*head, *(f"  {line}" for line in body)]), on_arrays)


@remembered(most_bytes=8_000_000)
def compiled(source: str, on_arrays: bool) -> Callable[..., None]:
    """Remembered by its text, in which no number stands: moving a slider needs no new function."""
    names: dict[str, Any] = {name: getattr(np, name) for name in OPERATIONS} if on_arrays else {"sqrt": sqrt}
    exec(source, names)
    return names["run"]
