"""A real HAProxy: the one that is there, else the system's package.

`python -m tools.haproxy` makes sure that there is one and prints where; it fails, and says what to do, where none can
be had.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import packages
from tools.server import process, wait_until_heard

_PLACES = (None, "/usr/sbin:/usr/local/sbin")
"""Where to look: the PATH, then where systems keep it that only an administrator's PATH names."""
_HELP = """No HAProxy was found and none could be installed. Do one of these, then run again:
  Debian, Ubuntu    sudo apt-get install haproxy
  Fedora            sudo dnf install haproxy
  macOS             brew install haproxy
  anywhere          set DESCENT_HAPROXY to the path of an HAProxy, 2.6 or newer"""


def find() -> str | None:
    """The path of an HAProxy on this machine: DESCENT_HAPROXY, or the system's."""
    named = os.environ.get("DESCENT_HAPROXY")
    return named or next((path for place in _PLACES if (path := shutil.which("haproxy", path=place))), None)


@contextmanager
def haproxy(configuration: Path, log: Path, port: int) -> Iterator[None]:
    """Run HAProxy with that configuration, which listens on `port`; what it prints goes to `log`.

    Raises RuntimeError where there is none, or where it does not accept the configuration.
    """
    path = find()
    if path is None:
        raise RuntimeError(_HELP)
    checked = subprocess.run([path, "-c", "-f", str(configuration)], capture_output=True, text=True, check=False)
    if checked.returncode:
        raise RuntimeError(f"HAProxy does not accept {configuration}:\n{checked.stdout}{checked.stderr}")
    with process([path, "-db", "-f", str(configuration)], log) as started:
        wait_until_heard(port, started, log)
        yield


def main() -> int:
    """Make sure that there is an HAProxy."""
    if find() is None:
        packages.install("haproxy")
    return packages.report(find(), _HELP)


if __name__ == "__main__":
    sys.exit(main())
