"""How each optimizer is drawn: the player's own swatches in a table, with the line and the marker in words."""

from typing import Any

from figures.theme import Dash, Marker, style
from optimizers import OPTIMIZERS
from stage.inks import styles_header
from text import Language, Text

DASH_NAMES: dict[Dash, Text] = {
    "solid": Text(ko="실선", en="solid"),
    "dash": Text(ko="파선", en="dashed"),
    "dot": Text(ko="점선", en="dotted"),
    "dashdot": Text(ko="일점쇄선", en="dash and dot"),
    "longdash": Text(ko="긴 파선", en="long dashes"),
}
MARKER_NAMES: dict[Marker, Text] = {
    "circle": Text(ko="동그라미", en="circle"),
    "square": Text(ko="네모", en="square"),
    "diamond": Text(ko="마름모", en="diamond"),
    "triangle": Text(ko="세모", en="triangle"),
    "triangle-right": Text(ko="오른쪽 세모", en="triangle to the right"),
    "triangle-down": Text(ko="아래쪽 세모", en="triangle downwards"),
    "triangle-left": Text(ko="왼쪽 세모", en="triangle to the left"),
    "pentagon": Text(ko="오각형", en="pentagon"),
    "star": Text(ko="별", en="star"),
    "cross": Text(ko="십자", en="cross"),
    "hourglass": Text(ko="모래시계", en="hourglass"),
    "hexagon": Text(ko="육각형", en="hexagon"),
    "flag": Text(ko="깃발", en="flag"),
}
_HEADS = (
    Text(ko="최적화 기법", en="Optimizer"),
    Text(ko="지나온 경로", en="Trail"),
    Text(ko="현재 위치", en="Current position"),
)


def swatches_data(language: Language) -> dict[str, tuple[Any, ...]]:
    """A row for each optimizer."""
    styles = {key: style(key, tuple(OPTIMIZERS)) for key in OPTIMIZERS}
    drawn = tuple((key, OPTIMIZERS[key].name, each) for key, each in styles.items())
    return {
        "heads": tuple(head[language] for head in _HEADS),
        "rows": tuple(
            {"key": key, "cells": [DASH_NAMES[each.dash][language], MARKER_NAMES[each.marker][language]]}
            for key, each in styles.items()
        ),
        "styles": (styles_header(drawn, projector=False),),
    }
