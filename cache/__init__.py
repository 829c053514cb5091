"""What was worked out is remembered for all viewers: made once however many ask, within so many bytes, read-only.

    @remembered(most_bytes=8_000_000)
    def swept(question: Question) -> Sweep: ...

The arguments are the key, so they are hashable, and everything that the answer depends on is among them.
"""

from cache.contents import bytes_of, sealed
from cache.remembered import Remembered, remembered
from cache.store import Cache

__all__ = ["Cache", "Remembered", "bytes_of", "remembered", "sealed"]
