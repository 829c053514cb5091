"""The exact versions of everything that gets installed: `make constraints` writes them to constraints.txt.

They are those of the environment that this runs in, which `make constraints` has just brought to the newest that the
ranges of requirements*.txt allow; `make test` then tests them. Packages that only other systems or a newer Python need
are not in this environment: pip says which version it would take, and a marker says where.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.server import ROOT

FILE = ROOT / "constraints.txt"
RUN, TEST, BENCH = (ROOT / f"requirements{part}.txt" for part in ("", "-test", "-bench"))
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
"""By sys_platform: platform_system and os_name."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_HEAD = """\
# The exact versions that Descent was tested with, of everything that gets installed. `make constraints` writes this.
#   pip install -r requirements.txt -c constraints.txt
"""


@dataclass
class Needed:
    """A package that something asks for."""

    version: Version | None
    """In this environment; None where it is not installed."""
    markers: set[str] = field(default_factory=set)
    """Where it is asked for; empty for everywhere that Descent runs."""


def asked(*files: Path) -> Iterator[Requirement]:
    """What requirements files ask for, with those that they name by -r."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.partition("#")[0].strip()
            if words.startswith("-r "):
                yield from asked(file.with_name(words.removeprefix("-r ").strip()))
            elif words:
                yield Requirement(words)


def needed(requirements: Iterable[Requirement]) -> dict[str, Needed]:
    """These packages and all that they lead to on any system and Python that Descent runs on, by canonical name."""
    found: dict[str, Needed] = {}
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        if not _fits_anywhere(requirement.marker):
            continue
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name], led_to = _looked_up(name)
            waiting += led_to
        if found[name].version is None and requirement.marker:
            found[name].markers.add(str(requirement.marker))
    return found


def _looked_up(name: str) -> tuple[Needed, list[Requirement]]:
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return Needed(None), []
    version = Version(Version(installed.version).public)  # a build of our own, such as +cpu, is the same version
    return Needed(version), [Requirement(each) for each in installed.requires or ()]


def _fits_anywhere(marker: Marker | None) -> bool:
    """Whether it holds on a system and a Python that Descent runs on, without any extra."""
    if marker is None:
        return True
    return any(
        marker.evaluate(
            {
                "sys_platform": system,
                "platform_system": SYSTEMS[system][0],
                "os_name": SYSTEMS[system][1],
                "python_version": python,
                "python_full_version": f"{python}.0",
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
                "extra": "",
            }
        )
        for system, python in product(SYSTEMS, PYTHONS)
    )


def pip_would_take(name: str) -> Version:
    """The version of a package that is not here."""
    options = ["--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--report", "-"]
    command = [sys.executable, "-m", "pip", "install", *options, name]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Version(json.loads(said)["install"][0]["metadata"]["version"])


def lines(packages: dict[str, Needed]) -> Iterator[str]:
    """Of a constraints file, in the order of names."""
    for name in sorted(packages):
        each = packages[name]
        where = " or ".join(sorted(each.markers))
        yield f"{name}=={each.version or pip_would_take(name)}" + (f" ; {where}" if where else "")


def main() -> int:
    """Write the file."""
    FILE.write_text(_HEAD + "\n".join(lines(needed(asked(RUN, TEST, BENCH)))) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
