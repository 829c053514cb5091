"""A computational graph with its numbers: forward, stored, and back along the edges. Everything was computed before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from figures.theme import Style
from stage.inks import styles_header
from stage.message import pack
from stage.question import Question
from stage.words import words_address
from text import Language

Kind = Literal["data", "weight", "value", "loss"]
Phase = Literal["begin", "forward", "backward", "update"]
Said = tuple[int, str]
"""From which step on what is said."""


class DrawnNode(NamedTuple):
    """A node as it is drawn."""

    key: str
    letter: str
    kind: Kind
    rule: str
    """How it is computed, in letters; empty where it is given."""
    place: tuple[float, float]
    """From 0 to 1 along the way forward, and across it."""
    values: Sequence[Said]
    derivatives: Sequence[Said]
    changed: int | None = None
    """The step from which its value is marked as another one than before; None where it stays."""


class DrawnEdge(NamedTuple):
    """An edge as it is drawn."""

    source: str
    target: str
    forward: int
    """The step at which the value flows along it."""
    backward: int | None
    """The step at which the derivative flows back; None where none is needed."""
    local: str
    """The local derivative, as a number."""


class Moment(NamedTuple):
    """One step of the way."""

    phase: Phase
    at: str
    """The node that something arrives at; empty where it is none."""
    used: Sequence[str]
    """The nodes whose stored values are needed."""
    formula: str
    """MathML; empty where there is none."""
    words: str
    plain: str
    """The same for those who hear it."""
    counts: Sequence[str]
    """What the counters show."""


class Slot(NamedTuple):
    """A place on the cache of what is stored."""

    key: str
    letter: str
    value: str
    step: int
    """When it is filled."""
    uses: Sequence[int]
    """The steps at which it is taken from there."""


class Factor(NamedTuple):
    """One derivative of the product along a path."""

    letters: str
    """MathML."""
    number: str
    step: int
    """When it is known."""


class Way(NamedTuple):
    """One path from the loss to a weight."""

    nodes: Sequence[str]
    factors: Sequence[Factor]
    product: str
    step: int
    """When the product is known."""


class Chosen(NamedTuple):
    """A weight that can be chosen, with every path to it."""

    key: str
    letters: str
    """∂L/∂w as MathML."""
    label: str
    """What choosing it does."""
    ways: Sequence[Way]
    total: str
    step: int


@dataclass(frozen=True)
class ComputationalGraph:
    """Everything that is shown, computed."""

    key: str
    """What is shown. With another key the playhead begins again, else it stays."""
    label: str
    """What the picture is, for those who do not see it."""
    nodes: Sequence[DrawnNode]
    edges: Sequence[DrawnEdge]
    moments: Sequence[Moment]
    """What is said at each step, from step 0 on."""
    slots: Sequence[Slot]
    counters: Sequence[str]
    """What each count of a moment is of."""
    cache: str
    """What the cache is called."""
    unused: str
    """Said of what was stored for nothing."""
    hint: str
    """Where the product stands while no path is chosen."""
    chosen: Sequence[Chosen]
    path: str
    """The key of the weight whose path is lit, or another word."""
    styles: tuple[tuple[str, str, Style], ...]
    projector: bool = False
    question: Question | None = None
    """What the viewer is asked before it plays."""


def graph_message(shown: ComputationalGraph, language: Language, *, fixed: bool = False) -> bytes:
    """The graph for the player; `fixed` where nobody listens."""
    header = {
        "graph": shown.key,
        "label": shown.label,
        "steps": len(shown.moments) - 1,
        "fixed": fixed,
        "projector": shown.projector,
        "nodes": [box._asdict() for box in shown.nodes],
        "edges": [edge._asdict() for edge in shown.edges],
        "moments": [moment._asdict() for moment in shown.moments],
        "slots": [slot._asdict() for slot in shown.slots],
        "counters": shown.counters,
        "cache": shown.cache,
        "unused": shown.unused,
        "hint": shown.hint,
        "chosen": [
            {
                **each._asdict(),
                "ways": [{**way._asdict(), "factors": [one._asdict() for one in way.factors]} for way in each.ways],
            }
            for each in shown.chosen
        ],
        "path": shown.path,
        "question": shown.question.header if shown.question else None,
        "words": words_address(language),
        "styles": styles_header(shown.styles, projector=shown.projector),
    }
    return pack(header, {})
