"""Everything on a slide has its place: no words are cut off, none cover others."""

import numpy as np
import pytest

from export.slides import FULL_HD, HD, Typeface, typeface
from export.slides.board import SMALL, SWATCH
from export.slides.layout import laid_out
from export.slides.letters import KNOWN, LATIN, found_among
from simulation import VERDICT_NAMES, Verdict
from tests.export.slides.contents import ALL, EVERY_SURFACE, content
from text import LANGUAGES, Language

FACES = {"found": typeface(), "latin": found_among((), LATIN), "own": Typeface(None, None, hangul=False)}


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", EVERY_SURFACE)
def test_all_words_fit(key: str, language: Language, face: str) -> None:
    for racers in ("gd", ALL):
        shown = content({"surface": key, "optimizers": racers}, language)
        for size in (HD, FULL_HD):
            layout = laid_out(shown, size, FACES[face])
            unit, small = layout.unit, layout.small
            least, right = SMALL * unit - 0.01, size[0] - 36 * unit + 1
            for words, hand, (x, y) in layout.heading:
                assert hand.size >= least
                assert x + hand.width(words) <= right
                assert y < layout.map.top or layout.legend[-1].place[1] < y - hand.size < y < layout.bar.top
            assert [layout.heading[0].words] == [shown.title]
            assert " ".join(each.words for each in layout.heading).count(shown.sentence.split()[-1])
            for _, word, (x, y) in layout.legend:
                assert x + 1.3 * small.size + small.width(word) <= layout.board.box.left
                assert y <= layout.bar.top - small.size / 2
            board = layout.board
            cells = [each.name for each in shown.racers], [each.rate for each in shown.racers]
            verdicts = {VERDICT_NAMES[Verdict(each)][shown.language] for each in np.unique(shown.status.verdict)}
            for column, said, before in zip(
                board.columns, (*cells, [], verdicts), (SWATCH * unit, 0, 0, 0), strict=True
            ):
                for words in (column.head, *said):
                    assert (before if words != column.head else 0) + board.hand.width(words) <= column.width + 0.01
            ends = [each.left + each.width for each in board.columns]
            assert all(end < after.left for end, after in zip(ends, board.columns[1:], strict=False))
            assert ends[-1] <= right
            assert layout.curves.height >= 140 * unit
            ticks_end = layout.curves.bottom + 4 / 3 * layout.small.size
            assert ticks_end < layout.step_place[1] - layout.small.size, "the axis's name lies on no tick"
            assert layout.step_place[1] < layout.board.box.top
            assert layout.map.right < board.box.left < layout.curves.left
            assert (
                layout.counter[0] + FACES[face].at(20 * unit, bold=True).width("스텝 t = 2000 / 2000") < layout.bar.left
            )


@pytest.mark.parametrize("key", EVERY_SURFACE)
def test_the_map_keeps_its_proportions(key: str) -> None:
    shown = content({"surface": key})
    (x0, x1), (y0, y1) = shown.surface.domain
    box = laid_out(shown, HD, typeface()).map
    assert box.width / box.height == pytest.approx((x1 - x0) / (y1 - y0), rel=0.01)


def test_a_typeface_that_says_it_has_hangul_is_asked_for_it() -> None:
    """Named among those with Hangul, a Latin one is passed over."""
    assert not found_among(LATIN, ()).hangul
    assert found_among((), ()) == Typeface(None, None, hangul=False)
    assert found_among(KNOWN, LATIN) == typeface()


def test_powers_are_raised_in_every_typeface() -> None:
    for face in FACES.values():
        hand = face.at(24)
        assert 0 < hand.width("⁻¹²") < hand.width("−12")
        assert hand.width("x²") < hand.width("x2")


@pytest.mark.parametrize(
    ("plain", "written", "raised"),
    [
        ("2e^(−((x − 1)²)/0.2) − 3", "2e−((x − 1)2)/0.2 − 3", "−((x − 1)2)/0.2"),
        ("e^x + e", "ex + e", "x"),
        ("e^(x + e^(−y)) + 1", "ex + e−y + 1", "x + e−y"),
        ("a^(b", "a^(b", ""),
        ("a^", "a^", ""),
    ],
)
def test_exponents_are_raised_without_their_brackets(plain: str, written: str, raised: str) -> None:
    """Brackets that are not closed are left as they are."""
    runs = typeface().at(24).runs(plain)
    assert "".join(run for _, run, _ in runs) == written
    assert "".join(run for _, run, lift in runs if lift > 0) == raised
    assert all(hand.size < 24 for hand, _, lift in runs if lift > 0)


def test_long_words_are_broken_at_spaces_and_lose_nothing() -> None:
    words = content({"surface": "rosenbrock"}).sentence
    hand = typeface().at(20)
    lines = hand.lines(words, 300)
    assert len(lines) > 2
    assert " ".join(lines) == words
    assert all(hand.width(line) <= 300 for line in lines)
