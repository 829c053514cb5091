"""What does not move, figures and words: each under an address that names its content, so it is fetched once."""

import json
from collections import OrderedDict
from collections.abc import Mapping
from hashlib import blake2b
from threading import Lock
from typing import Any

import plotly.graph_objects as go

STILLS_PATH = "stage-stills"
MOST_STILLS = 256


class Stills:
    """The figures most recently shown to anyone, as JSON. Safe to use from every viewer's thread."""

    def __init__(self, most: int = MOST_STILLS) -> None:
        self._most = most
        self._by_name: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def publish(self, still: go.Figure | Mapping[str, Any]) -> str:
        """Keep a figure, or anything else that is JSON, and give its address, relative to the app."""
        json_text = still.to_json() if isinstance(still, go.Figure) else json.dumps(still, ensure_ascii=False)
        content = json_text.encode()
        name = blake2b(content, digest_size=12).hexdigest()
        self.keep(name, content)
        return f"{STILLS_PATH}/{name}.json"

    def keep(self, name: str, content: bytes) -> None:
        """Keep `content`, and let go of what nobody has asked for the longest."""
        with self._lock:
            self._by_name[name] = content
            self._by_name.move_to_end(name)
            while len(self._by_name) > self._most:
                self._by_name.popitem(last=False)

    def find(self, name: str) -> bytes | None:
        """The figure's JSON, or None where it is not kept any more."""
        with self._lock:
            content = self._by_name.get(name)
            if content is not None:
                self._by_name.move_to_end(name)
            return content


STILLS = Stills()
"""One store for the process: it holds only what can be made anew, and never more than `MOST_STILLS`."""
