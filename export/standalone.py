"""A picture of any player as one HTML file that plays by itself: no server, no network, no Python."""

from html import escape
from pathlib import Path, PurePosixPath
from string import Template
from typing import NamedTuple

from export.caption import Caption
from export.inline import data_url, import_map, plotly_js
from stage.style_sheet import style_sheet
from text import Language, Text

LINK = Text(
    ko="Descent의 주소 뒤에 붙이면 같은 장면이 열립니다.",
    en="Append this to the Descent URL to open the same scene:",
)
_PLACEHOLDER = Text(
    ko=(
        "여기에서 재생됩니다. 보이지 않으면 JavaScript를 켜고 더 새로운 브라우저로 열어 주세요 "
        "(Chrome 89, Firefox 108, Safari 16.4 이상)."
    ),
    en=(
        "It plays here. If you do not see it, allow JavaScript and open the file in a newer browser "
        "(Chrome 89, Firefox 108, Safari 16.4 or later)."
    ),
)


class Played(NamedTuple):
    """What is played."""

    player: str
    """The player's module."""
    message: bytes
    """With every asset that it names in it."""


def standalone(played: Played, caption: Caption, language: Language, details: str, formula: str = "") -> bytes:
    """The picture under its caption, in about 5 MB, most of it Plotly; HTML of `formula` above, of `details` below."""
    words = {
        "lang": language,
        "title": f"Descent · {caption.title}",
        "heading": caption.title,
        "sentence": caption.sentence,
        "placeholder": _PLACEHOLDER[language],
        "player": PurePosixPath(played.player).name.replace("_", "-"),
        "module": played.player,
    }
    here = Path(__file__)
    filled = Template(here.with_name("page.html").read_text(encoding="utf-8")).substitute(
        {name: escape(text) for name, text in words.items()},
        page_css=here.with_name("page.css").read_text(encoding="utf-8"),
        stage_css=style_sheet(),
        import_map=import_map(),
        plotly_js=plotly_js(),
        formula=formula,
        details=details,
        message=data_url(played.message, "application/octet-stream"),
    )
    return filled.encode()
