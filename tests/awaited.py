"""What is written with `async`, run to its end by a test."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def awaited(what: Coroutine[Any, Any, Result]) -> Result:
    """What comes of it; on a thread of its own, because an open Playwright has a loop running on the tests'."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, what).result()
