"""WebP headers (RFC 9649): the extended header, or that of the lossy or lossless stream alone.

Animations are refused; so is a file that ends before its declared length.
"""

from __future__ import annotations

from pipeline.picture.header import Header, animated, cut_short, damaged, unpack
from pipeline.picture.tiff import exif_orientation

ANIMATION, ALPHA = 0x02, 0x10
LOSSLESS_SIGN = 0x2F
SIDE = (1 << 14) - 1


def chunks(data: bytes) -> dict[bytes, tuple[int, int]]:
    """The first chunk of each name, as start and end of its contents; RefusalError E301 when cut short."""
    (length,) = unpack("<I", data, 4)
    if length + 8 > len(data):
        raise cut_short()
    found: dict[bytes, tuple[int, int]] = {}
    at = 12
    while at + 8 <= length + 8:
        (size,) = unpack("<I", data, at + 4)
        if at + 8 + size > len(data):
            raise cut_short()
        found.setdefault(data[at : at + 4], (at + 8, at + 8 + size))
        at += 8 + size + size % 2
    return found


def read(data: bytes) -> Header:
    """The header of a WebP with one picture."""
    table = chunks(data)
    alpha = False
    if b"VP8X" in table:
        flags, low, high = unpack("<B3xHB", data, table[b"VP8X"][0])
        low_height, high_height = unpack("<HB", data, table[b"VP8X"][0] + 7)
        if flags & ANIMATION:
            raise animated()
        width, height = (high << 16 | low) + 1, (high_height << 16 | low_height) + 1
        alpha = bool(flags & ALPHA)
    elif b"VP8L" in table:
        sign, bits = unpack("<BI", data, table[b"VP8L"][0])
        if sign != LOSSLESS_SIGN:
            raise damaged("its stream has no sign")
        width, height, alpha = (bits & SIDE) + 1, (bits >> 14 & SIDE) + 1, bool(bits >> 28 & 1)
    elif b"VP8 " in table:
        width, height = (n & SIDE for n in unpack("<HH", data, table[b"VP8 "][0] + 6))
    else:
        raise damaged("it has no pixels")
    if not width or not height:
        raise damaged("it has no width or height")
    exif, profile = table.get(b"EXIF"), table.get(b"ICCP")
    return Header(
        "webp", width, height, "rgb", alpha=alpha,
        orientation=exif_orientation(data[slice(*exif)].removeprefix(b"Exif\0\0")) if exif else 1,
        icc=data[slice(*profile)] if profile else None,
    )  # fmt: skip
