"""What the first bytes of a picture say: the value that every format's reader gives, and how it refuses.

The readers of formats take bytes and never decode an image, so that a bomb costs nothing. They read under
the bounds of the bytes they were given; what points outside of them is refused.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

Format = Literal["jpeg", "png", "tiff", "webp"]
Mode = Literal["gray", "rgb", "cmyk"]


@dataclass(frozen=True, slots=True)
class Header:
    """A picture as stored: ``width`` and ``height`` in pixels before orientation, ``icc`` the profile's bytes."""

    format: Format
    width: int
    height: int
    mode: Mode
    orientation: int = 1
    alpha: bool = False
    icc: bytes | None = None
    progressive: bool = False
    inverted: bool = False


class RefusalError(Exception):
    """A picture that is not taken; ``code`` is that of the finding, ``reason`` ends its sentence."""

    def __init__(self, code: str, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.hint = hint


def unpack(layout: str, data: bytes, at: int) -> tuple[int, ...]:
    """Whole numbers by a ``struct`` layout at an offset; RefusalError E301 where the bytes end."""
    try:
        return struct.unpack_from(layout, data, at)
    except (struct.error, OverflowError):
        raise cut_short() from None


def damaged(detail: str) -> RefusalError:
    """E300: the structure is broken."""
    return RefusalError("E300", f"is damaged: {detail}")


def cut_short() -> RefusalError:
    """E301: the bytes end before the picture does."""
    return RefusalError("E301", "is cut short: its end is missing", "Fetch the file again.")


def animated() -> RefusalError:
    """E304: more than one picture."""
    return RefusalError("E304", "holds several pictures", "Export the one that is meant as JPEG or PNG.")


def unsupported(variety: str) -> RefusalError:
    """E305: the format is known, this variety of it is not taken."""
    return RefusalError("E305", f"is {variety}", "Export it as an ordinary JPEG in the best quality.")
