"""The chapters: what the navigation lists, and which pages the address can name."""

from typing import NamedTuple

from text import Text


class Chapter(NamedTuple):
    """One page of the app."""

    title: Text
    file: str
    """In pages/."""
    path: str
    """Its name in the address."""
    icon: str


class Group(NamedTuple):
    """Chapters that belong together."""

    title: Text
    chapters: tuple[Chapter, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        Text(ko="최적화 기법", en="Optimizers"),
        (
            Chapter(Text(ko="경주", en="The race"), "race.py", "race", ":material/sports_score:"),
            Chapter(Text(ko="강의의 장면", en="The lecture in scenes"), "scenes.py", "scenes", ":material/theaters:"),
            Chapter(
                Text(ko="한 걸음 들여다보기", en="Inside one update"),
                "step.py",
                "step",
                ":material/footprint:",
            ),
            Chapter(
                Text(ko="볼록과 비볼록", en="Convex or not"),
                "basins.py",
                "basins",
                ":material/landscape_2:",
            ),
        ),
    ),
    Group(
        Text(ko="학습률", en="Learning rates"),
        (
            Chapter(
                Text(ko="적절한 학습률의 선택", en="Choosing the learning rate"),
                "choosing.py",
                "choosing",
                ":material/instant_mix:",
            ),
            Chapter(Text(ko="학습률 다이얼", en="The learning-rate dial"), "dial.py", "dial", ":material/tune:"),
            Chapter(
                Text(ko="학습률과 관성", en="Learning rate and momentum"),
                "momentum.py",
                "momentum",
                ":material/grid_on:",
            ),
            Chapter(
                Text(ko="학습률 스케줄", en="Learning-rate schedules"),
                "schedules.py",
                "schedules",
                ":material/trending_down:",
            ),
        ),
    ),
    Group(
        Text(ko="가중치 업데이트", en="Updating the weights"),
        (
            Chapter(
                Text(ko="학습 경주", en="The training race"),
                "training.py",
                "training",
                ":material/neurology:",
            ),
        ),
    ),
    Group(
        Text(ko="도움말", en="Help"),
        (Chapter(Text(ko="읽는 법", en="How to read the stage"), "guide.py", "guide", ":material/menu_book:"),),
    ),
)

CHAPTERS: dict[str, Chapter] = {chapter.path: chapter for group in GROUPS for chapter in group.chapters}
"""Every chapter by its name in the address."""

FIRST = GROUPS[0].chapters[0]
"""The chapter at the bare address; it has no path of its own."""
