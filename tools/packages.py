"""Programs that tests need and pip does not bring: those of the system's packages."""

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> None:
    """Try the system's packages, as root on Debian's kind."""
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False)


def report(path: str | None, otherwise: str) -> int:
    """Print where a program is, or what to do where there is none; what the command leaves with."""
    print(path or otherwise, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1
