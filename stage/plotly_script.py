"""Plotly's script as the installed package has it, without what no picture here is drawn with."""

import re
from functools import cache
from pathlib import Path

import plotly

PACKAGED = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
LONG = 100_000
"""Characters; no string of Plotly's own is as long."""
_EXPORTED_STRING = re.compile(rb"(\.exports=)'((?:[^'\\]|\\.)*+)'", re.DOTALL)


@cache
def plotly_script() -> bytes:
    """Plotly without the program that its street maps run beside the page: a tenth of what would travel.

    It stands in the script as one string, which is empty here. A Plotly without such a string stays as it is.
    """
    return _EXPORTED_STRING.sub(_without_a_long_one, PACKAGED.read_bytes())


def _without_a_long_one(exported: "re.Match[bytes]") -> bytes:
    return exported[1] + b"''" if len(exported[2]) > LONG else exported[0]
