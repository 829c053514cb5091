"""The timeline leads to the race of each optimizer against the one it came from."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from lecture.timeline import TIMELINE
from optimizers import OPTIMIZERS
from pages.timeline.handout import timeline_html
from text import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_idea_its_source_and_its_race(language: Language) -> None:
    shown = timeline_html(language, {"lang": [language]})
    cards = dict(re.findall(r'<article id="(\w+)">(.*?)</article>', shown, re.DOTALL))
    assert list(cards) == [each.optimizer for each in TIMELINE]
    for advance in TIMELINE:
        said = unescape(cards[advance.optimizer])
        rule = OPTIMIZERS[advance.optimizer]
        for words in (str(rule.year), rule.name, rule.source, advance.idea[language], advance.seen[language]):
            assert words in said
        (address,) = re.findall(r'href="([^"]*)"', said)
        query = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}
        assert query == {"lang": language, **advance.race, "optimizers": advance.racers}
