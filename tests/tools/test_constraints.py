"""What is installed tomorrow is what was tested today."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.constraints import BENCH, FILE, RUN, TEST, asked, lines, needed
from tools.server import ROOT

PINNED = {canonicalize_name(each.name): each for each in asked(FILE)}


def pinned(name: str) -> Version:
    (exact,) = PINNED[canonicalize_name(name)].specifier
    assert exact.operator == "=="
    return Version(exact.version)


def test_every_version_is_within_its_range() -> None:
    requirements = list(asked(RUN, TEST, BENCH))
    assert {"streamlit", "pytest", "torch"} <= {each.name for each in requirements}
    for each in requirements:
        assert each.specifier.contains(pinned(each.name)), f"{each}: constraints.txt has {pinned(each.name)}"


def test_this_environment_has_exactly_these_versions() -> None:
    """What runs and tests the app, and all that these lead to."""
    here = needed(asked(RUN, TEST))
    assert {"starlette", "uvicorn", "pluggy"} <= here.keys()
    installed = {name: each.version for name, each in here.items() if each.version}
    assert installed == {name: pinned(name) for name in installed}
    for name in here.keys() - installed.keys():
        marker = PINNED[canonicalize_name(name)].marker
        assert marker is not None, f"{name} is not installed here"
        assert not marker.evaluate(), f"{name} is not installed here"


def test_what_is_written_is_read_again() -> None:
    """In the form that the file has, from what is installed here."""
    here = {name: each for name, each in needed(asked(RUN, TEST)).items() if each.version}
    assert set(lines(here)) <= set(FILE.read_text(encoding="utf-8").splitlines())


def test_what_only_others_need_says_where(tmp_path: Path) -> None:
    file = tmp_path / "requirements.txt"
    file.write_text(
        "# nothing\n"
        "only-on-windows>=1 ; sys_platform == 'win32' # said\n"
        "only-on-python-2 ; python_version < '3'\n"
        "numpy>=2 ; sys_platform != 'win32'\n"
        "-r more.txt\n"
    )
    file.with_name("more.txt").write_text("only-on-windows ; os_name == 'nt'\n")
    found = needed(asked(file))
    assert found.keys() == {"only-on-windows", "numpy"}
    assert found["numpy"].version == Version(version("numpy"))
    assert {Marker(each) for each in found["only-on-windows"].markers} == {
        Marker("sys_platform == 'win32'"),
        Marker("os_name == 'nt'"),
    }


@pytest.mark.parametrize("file", ["Makefile", "deploy/Containerfile"])
def test_whoever_installs_uses_them(file: str) -> None:
    installs = re.findall(r"(?:pip install|\$\(INSTALL\)) .*-r .*", (ROOT / file).read_text(encoding="utf-8"))
    installs = [each for each in installs if "--upgrade" not in each]  # which makes the list again
    assert installs
    assert [each for each in installs if "-c constraints.txt" not in each] == []


def test_requirements_keep_ranges() -> None:
    """Who builds on Descent is not held to one version; torch alone is (requirements-bench.txt says why)."""
    exact = {each.name for each in asked(RUN, TEST, BENCH) if any(one.operator == "==" for one in each.specifier)}
    assert exact == {"torch"}
    assert Requirement("streamlit>=1.67,<1.68") in list(asked(RUN))
