"""TIFF headers, and the orientation in EXIF blocks, which are TIFF inside.

Reads the directories of tags (TIFF 6.0, and the 64-bit "BigTIFF"), never the strips of pixels. Refuses camera
raw files, which are TIFF in disguise, and files with several pages; a reduced preview is not a page.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from pipeline.picture.header import Header, Mode, RefusalError, animated, cut_short, damaged, unpack, unsupported

SUBFILE, WIDTH, HEIGHT, BITS, PHOTOMETRIC, ORIENTATION = 254, 256, 257, 258, 262, 274
STRIP_OFFSETS, SAMPLES, STRIP_COUNTS, TILE_OFFSETS, TILE_COUNTS = 273, 277, 279, 324, 325
EXTRA_SAMPLES, SAMPLE_FORMAT, ICC_PROFILE, DNG_VERSION = 338, 339, 34675, 50706
WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, SEPARATED, YCBCR = 0, 1, 2, 3, 5, 6
MODES: dict[int, Mode] = {WHITE_IS_ZERO: "gray", BLACK_IS_ZERO: "gray", RGB: "rgb", PALETTE: "rgb",
                          SEPARATED: "cmyk", YCBCR: "rgb"}  # fmt: skip
VALUE_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 13: 4, 16: 8, 18: 8}
VALUE_CODES = {1: "B", 2: "B", 3: "H", 4: "I", 6: "b", 7: "B", 13: "I", 16: "Q", 18: "Q"}
MOST_DIRECTORIES = 16
MOST_VALUES = 65536
UNSIGNED_SAMPLES = 1


@dataclass(frozen=True, slots=True)
class Directory:
    """One directory: for each tag the type of its values, how many there are, and where they lie."""

    data: bytes
    order: str
    tags: dict[int, tuple[int, int, int]]
    following: int

    def values(self, tag: int) -> tuple[int, ...]:
        """The tag's whole numbers; empty when it is absent, of another type, or too many to be meant."""
        kind, count, at = self.tags.get(tag, (0, 0, 0))
        if kind not in VALUE_CODES or count > MOST_VALUES:
            return ()
        return unpack(f"{self.order}{count}{VALUE_CODES[kind]}", self.data, at)

    def value(self, tag: int, default: int) -> int:
        """The tag's first number, or the default of the standard."""
        values = self.values(tag)
        return values[0] if values else default

    def block(self, tag: int) -> bytes | None:
        """The tag's bytes, or None."""
        kind, count, at = self.tags.get(tag, (0, 0, 0))
        if not count or VALUE_SIZES.get(kind) != 1:
            return None
        if at + count > len(self.data):
            raise cut_short()
        return self.data[at : at + count]

    def bytes_of(self, tag: int) -> bytes:
        """The tag's bytes whatever they are said to be; empty where it is absent."""
        kind, count, at = self.tags.get(tag, (0, 0, 0))
        return self.data[at : at + count * VALUE_SIZES.get(kind, 0)]


def _directory(data: bytes, order: str, at: int, *, big: bool) -> Directory:
    entries, entry, count_code, offset_code = ("Q", 20, "Q", "Q") if big else ("H", 12, "I", "I")
    (count,) = unpack(order + entries, data, at)
    at += struct.calcsize("=" + entries)
    if at + count * entry > len(data):
        raise cut_short()
    tags: dict[int, tuple[int, int, int]] = {}
    room = struct.calcsize("=" + offset_code)
    for start in range(at, at + count * entry, entry):
        tag, kind, number = unpack(f"{order}HH{count_code}", data, start)
        place = start + entry - room
        if VALUE_SIZES.get(kind, 8) * number > room:
            (place,) = unpack(order + offset_code, data, place)
        tags.setdefault(tag, (kind, number, place))
    end = at + count * entry
    following = unpack(order + offset_code, data, end)[0] if end + room <= len(data) else 0
    return Directory(data, order, tags, following)


def directories(data: bytes) -> list[Directory]:
    """The chain of directories of a TIFF; RefusalError when it is none, circular, or too long."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        raise damaged("it has no byte order")
    magic, first = unpack(order + "HI", data, 2)
    big = magic == 43  # BigTIFF's number, as 42 is TIFF's
    at = unpack(order + "Q", data, 8)[0] if big else first
    found: list[Directory] = []
    seen: set[int] = set()
    while at and at not in seen:
        if len(found) == MOST_DIRECTORIES:
            raise animated()
        seen.add(at)
        found.append(_directory(data, order, at, big=big))
        at = found[-1].following
    if not found:
        raise damaged("it has no directory")
    return found


def exif_orientation(exif: bytes) -> int:
    """The orientation 1 to 8 in an EXIF block; 1 when there is none or the block is broken, as viewers do."""
    try:
        value = directories(exif)[0].value(ORIENTATION, 1)
    except RefusalError:
        return 1
    return value if 1 <= value <= 8 else 1  # EXIF 2.3, table 4


def read(data: bytes) -> Header:
    """The header of a TIFF's one page."""
    chain = directories(data)
    if data[8:10] == b"CR" or any(DNG_VERSION in d.tags for d in chain):
        raise unsupported("a camera's raw file")
    pages = [d for d in chain if not d.value(SUBFILE, 0) & 1]
    if len(pages) > 1:
        raise animated()
    page = (pages or chain)[0]
    width, height, photometric = page.value(WIDTH, 0), page.value(HEIGHT, 0), page.value(PHOTOMETRIC, -1)
    if not width or not height:
        raise damaged("it has no width or height")
    if photometric not in MODES:
        raise unsupported("a TIFF with colours other than grey, RGB or CMYK (Lab or a camera's raw data)")
    if set(page.values(SAMPLE_FORMAT)) - {UNSIGNED_SAMPLES} or max(page.values(BITS), default=1) > 16:
        raise unsupported("a TIFF with more than 16 bits a channel")
    _check_strips(page)
    turn = page.value(ORIENTATION, 1)
    return Header(
        "tiff", width, height, MODES[photometric],
        orientation=turn if 1 <= turn <= 8 else 1,  # EXIF 2.3, table 4
        alpha=any(v in {1, 2} for v in page.values(EXTRA_SAMPLES)),
        icc=page.block(ICC_PROFILE),
    )  # fmt: skip


def _check_strips(page: Directory) -> None:
    """RefusalError when the strips or tiles of pixels are missing or reach past the end."""
    for offsets, counts in ((STRIP_OFFSETS, STRIP_COUNTS), (TILE_OFFSETS, TILE_COUNTS)):
        starts, lengths = page.values(offsets), page.values(counts)
        if starts and lengths:
            if max(a + b for a, b in zip(starts, lengths, strict=False)) > len(page.data):
                raise cut_short()
            return
    if not any(tag in page.tags for tag in (STRIP_OFFSETS, TILE_OFFSETS)):
        raise damaged("it has no pixels")
