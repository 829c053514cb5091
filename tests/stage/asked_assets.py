"""What may be asked of each kind of asset, made up from the types of what it is given."""

from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from formulas import TypedSurface
from parameters import parameters
from simulation import SCHEDULES
from stage.assets import Kind
from stage.spelling import Between, OneOf
from surfaces import SURFACES, Surface
from surfaces.ravine import Ravine

TYPED = (
    TypedSurface("x**2 + y**2 + sin(3*x)/2"),
    TypedSurface("(tanh(x*y) - 0.5)**2 + (x**2 + y**2)/50", ((-3.0, 3.0), (-2.0, 2.5))),
)
"""Few, because finding out about one takes a while."""


def surfaces(kind: type[Surface] = Surface) -> SearchStrategy[Surface]:
    """Every surface, with any of its settings, and some that were typed."""
    made = [
        st.builds(type(each), **{knob.key: st.floats(knob.low, knob.high) for knob in parameters(each)})
        for each in SURFACES.values()
        if isinstance(each, kind)
    ]
    return st.one_of(*made, *([] if kind is Ravine else [st.sampled_from(TYPED)]))


PLAIN: dict[Any, SearchStrategy[Any]] = {
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-1000, 1000),
    str: st.text(max_size=12),
}


def of_type(kind: Any) -> SearchStrategy[Any]:
    """Whatever an argument of this type may be."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Surface):
        return surfaces(kind)
    origin, inner = get_origin(kind), get_args(kind)
    made: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        Literal: lambda: st.sampled_from(inner),
        Annotated: lambda: allowed(*inner),
        UnionType: lambda: st.one_of(st.none(), of_type(inner[0])),
        tuple: lambda: several(inner),
    }
    return made[origin]()


def allowed(kind: type, check: Between | OneOf) -> SearchStrategy[Any]:
    if isinstance(check, OneOf):
        return st.sampled_from(check.words)
    return st.integers(int(check.low), int(check.high)) if kind is int else st.floats(check.low, check.high)


def several(kinds: tuple[Any, ...]) -> SearchStrategy[Any]:
    if kinds[-1] is ...:
        return st.lists(of_type(kinds[0]), max_size=8).map(tuple)
    return st.tuples(*map(of_type, kinds))


LINKS = ("race", "page")
"""Arguments that are links to a page: what a page reads from one has a name, and letters."""
UNREAD = st.text(st.characters(exclude_categories=["L", "Cs"]), max_size=12)


def arguments(kind: Kind) -> SearchStrategy[dict[str, Any]]:
    """What this kind of asset is given."""
    hints = get_type_hints(kind.make, include_extras=True)
    values: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {name: UNREAD if name in LINKS else of_type(hints[name]) for name in kind.spellings}
    )
    return values.map(fitting) if kind.name == "schedules" else values


def fitting(values: dict[str, Any]) -> dict[str, Any]:
    """Settings belong to the schedules that are drawn, whose bounds no type says."""
    schedules = tuple(dict.fromkeys(values["schedules"]))
    settings = tuple(knob.default for key in schedules for knob in parameters(SCHEDULES[key]))
    return {**values, "schedules": schedules, "settings": settings}
