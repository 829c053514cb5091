"""The player's own modules, run in the browser each by itself."""

from typing import Any

from playwright.sync_api import Page


def run(bench: Page, module: str, body: str, what: object = None) -> Any:
    """Run `body` with the exports of a module and with `what`."""
    return bench.evaluate(f"async (what) => {{ const its = await module('{module}'); {body} }}", what)
