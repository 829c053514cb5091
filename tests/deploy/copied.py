"""What `COPY . .` of deploy/Containerfile copies, by the patterns of .dockerignore that are used here."""

import shutil
from fnmatch import fnmatch
from pathlib import Path, PurePath

from tools.server import ROOT

RULES = [
    line
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def is_left_out(path: PurePath) -> bool:
    """Whether a rule names this path or a folder above it and no later rule brings it back.

    A pattern without ** stands for paths from the top, in which * ends at a slash.
    """
    left_out = False
    for rule in RULES:
        brings_back, pattern = rule.startswith("!"), rule.removeprefix("!")
        if any(_fits(each, pattern) for each in (path, *path.parents[:-1])):
            left_out = not brings_back
    return left_out


def _fits(path: PurePath, pattern: str) -> bool:
    if pattern.startswith("**/"):
        return fnmatch(path.name, pattern.removeprefix("**/"))
    return len(path.parts) == pattern.count("/") + 1 and fnmatch(str(path), pattern)


def copy_to(folder: Path) -> None:
    """Copy it there."""

    def left_out(within: str, names: list[str]) -> set[str]:
        return {name for name in names if is_left_out((Path(within) / name).relative_to(ROOT))}

    shutil.copytree(ROOT, folder, ignore=left_out)
