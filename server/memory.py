"""Where the process gets its memory from."""

import ctypes
import sys

_MOST_ARENAS = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def share_one_heap() -> None:
    """Let all threads take their memory from one heap.

    glibc gives the first dozens of threads a heap each, and every run of a script is a thread of its own: what one has
    freed lies idle in its heap, while others ask the system for more. See mallopt(3). Other systems have one anyway.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # which musl does not have
        if mallopt:
            mallopt(_MOST_ARENAS, 1)
