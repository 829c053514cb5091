"""What an address says behind its question mark, as a link has it."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

Query = Mapping[str, str | Sequence[str]]
"""Names and their values."""


def said(query: Query) -> str:
    """The end of an address that says this; empty for nothing."""
    return f"?{urlencode(query, doseq=True)}" if query else ""
