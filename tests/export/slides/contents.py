"""Races to draw, and what their pictures are read with."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from export.slide import race_slide
from export.slides import HD, Content, typeface
from export.slides.picture import Picture
from figures.theme import Theme
from parameters import Array
from surfaces import SURFACES
from surfaces.base import Surface, symmetric
from tests.export.make_pytorch_races import choice_of
from text import Language
from ui.common.race_view import race_scene

ALL = "gd,momentum,nesterov,adagrad,rmsprop,adam,nadam,adamw,lion"


@dataclass(frozen=True)
class _Plain(Surface):
    """A round bowl without a mark on it."""

    domain = ((-10.0, 10.0), (-5.0, 5.0))
    minima = ()

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 + y**2

    def gradient(self, p: Array) -> Array:
        return 2 * p

    def hessian(self, p: Array) -> Array:
        return symmetric(np.full_like(p[0], 2.0), 0.0, 2.0)


@dataclass(frozen=True)
class WithHoles(_Plain):
    """No number on one side, infinitely high on another; logarithmic, so that its heights are reckoned with."""

    key = "with-holes"
    logarithmic = True

    def value(self, p: Array) -> Array:
        x, _ = p
        return np.where(x < -8, np.nan, np.where(x > 8, np.inf, super().value(p)))


@dataclass(frozen=True)
class Flat(_Plain):
    """The same height everywhere."""

    key = "flat"

    def value(self, p: Array) -> Array:
        return 0 * p[0]


def content(query: Mapping[str, str], language: Language = "en", theme: Theme = "light") -> Content:
    """What is drawn of the race at this address."""
    choice = choice_of(query)
    shown = race_slide(choice, lambda: race_scene(choice, language), language, theme).content()
    assert isinstance(shown, Content)
    return shown


def picture(shown: Content) -> Picture:
    """The slides of it."""
    return Picture(shown, HD, typeface())


def pixels(shown: Content, step: int) -> Array:
    """One slide alone, (720, 1280, 3)."""
    return np.asarray(picture(shown).at(step)).astype(np.int32)


EVERY_SURFACE = list(SURFACES)
