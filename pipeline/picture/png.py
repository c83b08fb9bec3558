"""PNG headers (PNG third edition): the chunks before the pixels, and that the last one is there.

Animated PNG is refused. The sizes of compressed profiles are bounded before they are opened.
"""

from __future__ import annotations

import zlib

from pipeline.picture.header import Header, Mode, animated, cut_short, damaged, unpack
from pipeline.picture.tiff import exif_orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GRAY, RGB, PALETTE, GRAY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
MODES: dict[int, Mode] = {GRAY: "gray", RGB: "rgb", PALETTE: "rgb", GRAY_ALPHA: "gray", RGB_ALPHA: "rgb"}
PROFILE_BYTES = 4_000_000


def chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Name, start and end of each chunk's contents up to IEND; RefusalError E301 when that is not reached."""
    found: list[tuple[bytes, int, int]] = []
    at = len(SIGNATURE)
    while True:
        (length,) = unpack(">I", data, at)
        name, start = data[at + 4 : at + 8], at + 8
        at = start + length + 4
        if at > len(data):
            raise cut_short()
        found.append((name, start, start + length))
        if name == b"IEND":
            return found


def read(data: bytes) -> Header:
    """The header of a PNG."""
    table = chunks(data)
    by_name = {name: (start, end) for name, start, end in reversed(table)}
    if table[0][0] != b"IHDR" or b"IDAT" not in by_name:
        raise damaged("it has no header or no pixels")
    if b"acTL" in by_name:
        raise animated()
    width, height, _, kind = unpack(">IIBB", data, table[0][1])
    if not width or not height or kind not in MODES:
        raise damaged("its header makes no sense")
    exif = by_name.get(b"eXIf")
    profile = by_name.get(b"iCCP")
    return Header(
        "png", width, height, MODES[kind],
        orientation=exif_orientation(data[slice(*exif)]) if exif else 1,
        alpha=kind in {GRAY_ALPHA, RGB_ALPHA} or b"tRNS" in by_name,
        icc=_profile(data[slice(*profile)]) if profile else None,
    )  # fmt: skip


def _profile(body: bytes) -> bytes:
    """An iCCP chunk's profile: a name, a zero, a method, deflated bytes."""
    packed = body[body.find(b"\0") + 2 :]
    try:
        profile = zlib.decompressobj().decompress(packed, PROFILE_BYTES)
    except zlib.error:
        profile = b""
    if not profile:
        raise damaged("its colour profile cannot be opened")
    return profile
