"""Words on a picture: a typeface of this machine that has Hangul, and powers that are raised by hand."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from PIL import ImageDraw, ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
Place = tuple[float, float]
Paint = tuple[int, int, int]


class Files(NamedTuple):
    """Two files of one typeface; Pillow looks for them where the system keeps its fonts."""

    regular: str
    bold: str


KNOWN: tuple[Files, ...] = (
    Files("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),  # Debian, Ubuntu, Fedora: fonts-noto-cjk
    Files("NotoSansKR-Regular.otf", "NotoSansKR-Bold.otf"),
    Files("NotoSansKR-Regular.ttf", "NotoSansKR-Bold.ttf"),
    Files("Pretendard-Regular.otf", "Pretendard-Bold.otf"),
    Files("NanumGothic.ttf", "NanumGothicBold.ttf"),  # fonts-nanum
    Files("UnDotum.ttf", "UnDotumBold.ttf"),  # fonts-unfonts-core
    Files("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc"),  # macOS
    Files("AppleGothic.ttf", "AppleGothic.ttf"),
    Files("malgun.ttf", "malgunbd.ttf"),  # Windows
    Files("gulim.ttc", "gulim.ttc"),
)
"""Typefaces with Hangul, the most legible first."""
LATIN: tuple[Files, ...] = (
    Files("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    Files("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    Files("Arial.ttf", "Arial Bold.ttf"),
    Files("arial.ttf", "arialbd.ttf"),
)
"""Without Hangul, but with more signs than Pillow's own."""

_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊ᵢₜ", "0123456789+it", strict=True))
_SHIFTED = _RAISED | _LOWERED
_RUNS = re.compile("[{0}]+|[{1}]+|[^{0}{1}]+".format("".join(_RAISED), "".join(_LOWERED)))
_SMALL, _RAISE, _LOWER = 0.66, 0.36, 0.16
"""Of the size of type: a power's size, how far it stands above the line, how far an index stands below."""

_SPELLED = {"−": "-", "×": "x", "∞": "inf", "Σ": "sum ", "√": "sqrt", "·": "*", "π": "pi", "κ": "kappa", "–": "-"}
"""For a typeface that has not even these."""
_ACCENTED = {"ŷ": "y"}
"""What is left where no typeface has the accent."""
_WIDE = "∂‖∇θ"
"""Signs that a typeface with Hangul makes as wide as a syllable: those of another are better read."""
_NOWHERE = "\uffff"


def _powered(words: str) -> tuple[str, str, str]:
    """What stands before the first exponent, as in e^(−x/2) or e^x, the exponent itself, and what follows it."""
    before, _, behind = words.partition("^")
    if not behind.startswith("("):
        exponent = behind[:1] if behind[:1].isalnum() else ""
        return before, exponent, behind.removeprefix(exponent)
    depths = accumulate((sign == "(") - (sign == ")") for sign in behind)
    end = next((place for place, depth in enumerate(depths) if depth == 0), 0)
    return before, behind[1:end], behind[end + 1 :]  # nothing where the bracket is not closed


@lru_cache(maxsize=512)
def _font(file: str | None, size: float) -> Font:
    """A font at a size in pixels; Pillow's own for None. Basic layout: nothing here is written from right to left."""
    if file is None:
        return ImageFont.load_default(size)
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2048)
def _knows(file: str | None, sign: str) -> bool:
    """Whether a font draws this sign otherwise than one that does not exist."""
    font = _font(file, 24)
    return bytes(font.getmask(sign)) != bytes(font.getmask(_NOWHERE))


class Typeface(NamedTuple):
    """What the words are written with."""

    regular: str | None
    bold: str | None
    hangul: bool
    """Whether Korean can be written with it."""

    def at(self, size: float, *, bold: bool = False) -> "Hand":
        return Hand(self.bold if bold else self.regular, size, bold)


@lru_cache(maxsize=1)
def _latin() -> Files | None:
    """A typeface without Hangul for what one with Hangul does not have."""
    return next((each for each in LATIN if _is_there(each.regular) and _is_there(each.bold)), None)


@lru_cache(maxsize=1)
def typeface() -> Typeface:
    """The first of the known ones that is on this machine; looked for once."""
    return found_among(KNOWN, LATIN)


def found_among(with_hangul: Sequence[Files], latin: Sequence[Files]) -> Typeface:
    """The first that is there and really has Hangul; else one without; else Pillow's own."""
    for files, hangul in ((with_hangul, True), (latin, False)):
        for each in files:
            if _is_there(each.regular) and (not hangul or _knows(each.regular, "가")):
                return Typeface(each.regular, each.bold if _is_there(each.bold) else each.regular, hangul)
    return Typeface(None, None, hangul=False)


def _is_there(file: str) -> bool:
    try:
        _font(file, 24)
    except OSError:
        return False
    return True


class Hand(NamedTuple):
    """A typeface at one size, in pixels."""

    file: str | None
    size: float
    is_bold: bool = False

    def width(self, words: str) -> float:
        return sum(hand.font.getlength(run) for hand, run, _ in self.runs(words))

    @property
    def font(self) -> Font:
        return _font(self.file, self.size)

    def write(
        self,
        draw: ImageDraw.ImageDraw,
        place: Place,
        words: str,
        color: Paint,
        *,
        align: float = 0.0,
        halo: Paint | None = None,
    ) -> None:
        """On the baseline at `place`; `align` is the share of the words that stands left of it.

        A halo is as wide as on the stage: 1.5 for type of 12.
        """
        x = place[0] - align * self.width(words)
        stroke = 0 if halo is None else max(1, round(self.size / 8))
        for paint, width in ((halo, stroke), (color, 0)):
            if paint is None:
                continue
            left = x
            for hand, run, lift in self.runs(words):
                draw.text((left, place[1] - lift), run, paint, hand.font, anchor="ls", stroke_width=width)
                left += hand.font.getlength(run)

    def lines(self, words: str, width: float) -> list[str]:
        """The words in lines no wider than that, broken at spaces."""
        found: list[str] = []
        for word in words.split():
            longer = f"{found[-1]} {word}" if found else word
            if found and self.width(longer) <= width:
                found[-1] = longer
            else:
                found.append(word)
        return found

    def runs(self, words: str) -> list[tuple["Hand", str, float]]:
        """The words in pieces of one height: with what hand, and how far above the line."""
        before, exponent, after = _powered(words)
        if not exponent:
            return self._even_runs(words)
        small = self._replace(size=self.size * _SMALL)
        raised = [(hand, run, lift + _RAISE * self.size) for hand, run, lift in small.runs(exponent)]
        return [*self._even_runs(before), *raised, *self.runs(after)]

    def _even_runs(self, words: str) -> list[tuple["Hand", str, float]]:
        """Of words without an exponent that has no signs of its own."""
        parts = [(hand, "".join(signs)) for hand, signs in groupby(words, self._hand_of)]
        return [hand._run(run) for hand, part in parts for run in _RUNS.findall("".join(map(hand._spelled, part)))]

    def _hand_of(self, sign: str) -> "Hand":
        """With what a sign is written: another typeface where this one does not have it, or too wide."""
        latin = _latin()
        if latin is None or self.file is None or sign in _SHIFTED:
            return self
        if sign in _WIDE or (not _knows(self.file, sign) and _knows(latin.regular, sign)):
            return self._replace(file=latin.bold if self.is_bold else latin.regular)
        return self

    def _run(self, run: str) -> tuple["Hand", str, float]:
        if run[0] not in _SHIFTED:
            return self, run, 0.0
        lift = -_LOWER if run[0] in _LOWERED else _RAISE
        plain = "".join(self._spelled(_SHIFTED[sign]) for sign in run)
        return self._replace(size=self.size * _SMALL), plain, lift * self.size

    def _spelled(self, sign: str) -> str:
        spelled = _SPELLED | _ACCENTED
        return spelled[sign] if sign in spelled and not _knows(self.file, sign) else sign
