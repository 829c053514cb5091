"""The player's parts as Streamlit components: each is a module of `player/` that fills a place of the same name."""

import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from ui.stage.served import player_path


@st.cache_resource(max_entries=8)
def component(module: str, style: str = "") -> Callable[..., Any]:
    """The component of one module, registered once for the process; `style` keeps its place until it is there."""
    address = json.dumps(f"{player_path()}/{module}.js")
    return st.components.v2.component(
        f"descent_{module}",
        html=f'<div class="descent-{module}" style="{style}"></div>',
        js=(
            f"const player = import(new URL({address}, document.baseURI).href);\n"
            "export default async (component) => (await player).default(component);"
        ),
        isolate_styles=False,
    )
