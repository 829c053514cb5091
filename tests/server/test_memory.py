"""The heaps of a process, counted by glibc itself."""

import re
import subprocess
import sys

from tools.server import ROOT

THREADS = """
import ctypes
from threading import Barrier, Thread
import numpy as np
from server.memory import share_one_heap

{first}
everybody = Barrier(8)

def take() -> None:
    kept = [np.ones(1000) for _ in range(100)]
    everybody.wait()

threads = [Thread(target=take) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
"""


def test_all_threads_share_one_heap() -> None:
    def heaps(first: str) -> int:
        command = [sys.executable, "-c", THREADS.format(first=first)]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        return len(re.findall("<heap nr=", told.stdout))

    assert heaps("") > 1
    assert heaps("share_one_heap()") == 1
