"""The address bar of the browser: every choice that changes the picture is read from it and written to it."""

from collections.abc import Iterable, Mapping

import streamlit as st

from address import Address
from address.surface import surface_said


def query() -> dict[str, list[str]]:
    """Everything that the address says, as it stands there."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def read() -> Address:
    """The address of the page being shown."""
    return Address(query())


def said_surface() -> str:
    """Which surface the address says now: what was done on another one means nothing on this."""
    return surface_said(query())


def write(values: Mapping[str, str | float | None], forget: Iterable[str] = ()) -> None:
    """Put `values` into the address; None, and every name in `forget`, is taken out of it."""
    written = query()
    for key in forget:
        written.pop(key, None)
    for key, value in values.items():
        written.pop(key, None)
        if value is not None:
            written[key] = [value if isinstance(value, str) else f"{value:.10g}"]
    st.query_params.from_dict(written)
