"""How a command takes memory that opens many photos: large blocks go back to the system when they are freed.

The C library of most Linuxes keeps what worker threads have freed, a photo or two each time, until a press edition has
twice the memory that it needs. Elsewhere nothing is changed.
"""

from __future__ import annotations

import sys
from contextlib import suppress

MMAP_THRESHOLD = -3  # the name of the setting in malloc.h
LARGE = 1 << 20


def give_back_large_blocks() -> bool:
    """Asks for it, of all that is taken from now on; whether the C library has heard of it."""
    if sys.platform != "linux":
        return False
    import ctypes

    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE))
    return False
