"""The README's list of chapters, each with a small picture: `python -m tools.contents` writes both.

The pictures are of the real pages, on a laptop, in English, when everything has been played; `--words` leaves them as
they are.
"""

import argparse
import io
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser

from tools.chromium import chromium
from tools.pictures import SIZES, picture
from tools.server import ROOT, serve
from ui.shell.chapters import CHAPTERS, FIRST, GROUPS, Chapter, Group

README, PICTURES = ROOT / "README.md", ROOT / "docs/chapters"
BEGIN, END = "<!-- chapters -->", "<!-- end of chapters -->"
WIDTH, COLOURS = 360, 96
"""Of a small picture."""
ABREAST = 3
SIDEBAR = 282
"""Its width on a laptop."""
ADDRESSES = {"scenes": "scenes?ask=off", "representations": "representations?layer=2"}
"""Where a chapter shows more than at its bare address."""


def contents() -> str:
    """All chapters as Markdown, group by group."""
    return "\n\n".join(_group(group) for group in GROUPS)


def _group(group: Group) -> str:
    """A heading, and a table of pictures with words under them."""
    rows = [group.chapters[i : i + ABREAST] for i in range(0, len(group.chapters), ABREAST)]
    cells = "\n".join(f"<tr>{''.join(_cell(chapter) for chapter in row)}</tr>" for row in rows)
    return f"### {group.title.en} · {group.title.ko}\n\n<table>\n{cells}\n</table>"


def _cell(chapter: Chapter) -> str:
    """Picture, title and claim of one chapter."""
    image = f'<img src="docs/chapters/{chapter.path}.png" alt="{chapter.title.en}" width="{WIDTH * 3 // 4}">'
    title = f"<b>{chapter.title.en} · {chapter.title.ko}</b>"
    return f'<td valign="top" width="33%">{image}<br>{title}<br>{chapter.about.en}<br>{chapter.about.ko}</td>'


def with_contents(readme: str) -> str:
    """The README with the list of today between its marks.

    Raises ValueError where the marks are missing.
    """
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        raise ValueError(f"README.md should have {BEGIN} and {END} once, around the chapters")
    return re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{contents()}\n{END}", readme, flags=re.DOTALL)


def take_pictures(browser: Browser, address: str) -> None:
    """A small picture of every chapter."""
    width, height = SIZES["laptop"]
    with TemporaryDirectory() as folder:
        for path, chapter in CHAPTERS.items():
            large = Path(folder) / "large.png"
            page = "" if chapter is FIRST else ADDRESSES.get(path, path)
            picture(browser, f"{address}/{page}", large, locale="en-US", viewport={"width": width, "height": height})
            _small(large.read_bytes()).save(PICTURES / f"{path}.png", optimize=True)


def _small(png: bytes) -> Image.Image:
    """The page without its sidebar, as wide as all of them, in few colours."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    large = whole.crop((SIDEBAR, 0, *whole.size))
    size = (WIDTH, round(WIDTH * large.height / large.width))
    return large.resize(size, Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)


def main(arguments: Sequence[str]) -> int:
    """Write the list, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", action="store_true", help="only the list in README.md")
    options = parser.parse_args(arguments)
    README.write_text(with_contents(README.read_text(encoding="utf-8")), encoding="utf-8")
    if not options.words:
        PICTURES.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as logs, serve(ROOT / "app.py", Path(logs) / "log") as address, chromium() as browser:
            take_pictures(browser, address)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
