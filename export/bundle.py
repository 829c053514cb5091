"""Take runs or pictures away: a page that plays by itself, a table, a script, a picture or an animation for slides."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from address.race import RaceChoice
from export.caption import Caption
from export.page import page
from export.script import obstacle, script
from export.slide import Slide, picture, race_slide
from export.table import table
from figures.theme import Theme
from stage.scene import Scene
from text import Language, Text

_PAGE = Text(ko="오프라인 재생 페이지 (.html)", en="Interactive page (.html)")
_PAGE_HINT = Text(
    ko="인터넷이나 Python 없이 브라우저에서 재생되는 파일 하나입니다. 약 5MB입니다.",
    en="One file that plays in a browser, without internet and without Python. About 5 MB.",
)
_TABLE = Text(ko="스텝별 수치 (.csv)", en="All steps as numbers (.csv)")
_TABLE_HINT = Text(
    ko="경로와 스텝마다 한 줄입니다: 위치, 손실, 기울기.",
    en="One row per step of each run: position, loss, gradient.",
)
_NUMBERS = Text(ko="그림의 수치 (.csv)", en="Numbers of the plots (.csv)")
_NUMBERS_HINT = Text(
    ko="그림의 곡선과 점, 그 아래 표의 수치를 스텝마다 담았습니다.",
    en="The numbers of every curve and point and of the table below, at every step.",
)
_SCRIPT = Text(ko="PyTorch 스크립트 (.py)", en="PyTorch script (.py)")
_SCRIPT_HINT = Text(
    ko="같은 경주를 torch.optim으로 실행하고, 끝난 위치를 Descent의 결과와 나란히 보여 줍니다.",
    en="Runs the same race with torch.optim and prints both end points side by side.",
)
_PICTURE = Text(ko="슬라이드용 그림 (.png)", en="Image for slides (.png)")
_PICTURE_HINT = Text(
    ko="마지막 스텝을 1920×1080 크기의 그림으로 만듭니다. 1MB보다 작습니다.",
    en="The last step as one image of 1920 × 1080, less than 1 MB.",
)


class Parcel(NamedTuple):
    """One thing to take away; `make` is called when it is asked for."""

    ending: str
    kind: str
    icon: str
    label: Text
    hint: Text
    make: Callable[[], bytes]
    missing: Text | None = None
    """Why it can't be had."""


class Labels(NamedTuple):
    """What the files of a scene are called, and what is said in them."""

    name: str
    """Of the files, without their endings."""
    key: Hashable
    """Everything that the slide depends on."""
    on_slide: Caption
    on_page: Caption
    slide_language: Language
    language: Language
    theme: Theme


@dataclass(frozen=True)
class Bundle:
    """What is to be taken away; each file is made when its button is pressed, and not before."""

    name: str
    """Of the files, without their endings."""
    slide: Slide
    table: Callable[[], bytes]
    page: Callable[[], bytes] | None = None
    script: Callable[[], bytes] | None = None
    obstacle: Text | None = None
    """Why there is no script though there might be one."""
    of_runs: bool = True
    """Whether its table is that of runs on a surface; else that of a picture."""


def race_bundle(choice: RaceChoice, scene: Callable[[], Scene], language: Language, theme: Theme) -> Bundle:
    """A race: its scene is made again when it is asked for, so that a slider never waits for it."""
    slide, name = race_slide(choice, scene, language, theme), f"descent-{choice.surface.key}"
    return bundle_of(choice, scene, name, slide, language=language)


def bundle_of(
    choice: RaceChoice,
    scene: Callable[[], Scene],
    name: str,
    slide: Slide,
    *,
    language: Language,
    caption: Caption | None = None,
) -> Bundle:
    """A race that is shown by this scene; what is said of it is said of its surface, unless told."""
    racers = [(choice.rules[key].name, choice.rate_of(key)) for key in choice.chosen]
    return Bundle(
        name=name,
        slide=slide,
        table=lambda: table(choice.surface, scene().run, racers),
        page=lambda: page(choice, scene(), language, caption),
        script=lambda: script(choice, scene().run, f"{name}.py", language),
        obstacle=obstacle(choice),
    )


def parcels(bundle: Bundle) -> list[Parcel]:
    """In the order of their buttons; the animation has its own."""
    label, hint = (_TABLE, _TABLE_HINT) if bundle.of_runs else (_NUMBERS, _NUMBERS_HINT)
    listed = [Parcel("csv", "text/csv", "table", label, hint, bundle.table)]
    if bundle.page:
        listed.insert(0, Parcel("html", "text/html", "slideshow", _PAGE, _PAGE_HINT, bundle.page))
    if bundle.script:
        listed.append(Parcel("py", "text/x-python", "code", _SCRIPT, _SCRIPT_HINT, bundle.script, bundle.obstacle))
    return [*listed, Parcel("png", "image/png", "image", _PICTURE, _PICTURE_HINT, partial(picture, bundle.slide))]
