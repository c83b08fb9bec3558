"""Checks of pictures' data: as many pixels, of as many colours, as their dictionaries say.

A JPEG is asked by its frame header, plain data by their length; fax and other codes are taken at their word.
Words come from ISO 32000-1, 8.9.5, and ITU-T T.81, B.2.2.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from pipeline.preflight.content import Drawn
from pipeline.preflight.opened import Opened, Unreadable, bytes_of, entries_of, integer_of, items_of, names_of
from pipeline.preflight.values import Check, Trouble

COLOURS = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/Indexed": 1,
    "/Separation": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/Lab": 3,
    "/DeviceCMYK": 4,
}
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
PREFIX = 0xFF  # of every marker
BARE = frozenset((0x01, *range(0xD0, 0xD9)))
BY_LENGTH = (("/FlateDecode",), ("/RunLengthDecode",), ("/ASCII85Decode", "/FlateDecode"), ())


def has_pictures(file: Opened) -> bool:
    """Whether there are any."""
    return bool(file.contents.images)


def _data(file: Opened) -> Iterator[Trouble]:
    for drawn in file.contents.images.values():
        entries = entries_of(drawn.item)
        width, height = integer_of(entries.get("/Width")) or 0, integer_of(entries.get("/Height")) or 0
        filters = names_of(entries.get("/Filter"))
        if filters == ("/DCTDecode",):
            stated = (width, height, _colours(entries.get("/ColorSpace")))
            frame = frame_of(drawn.item.read_raw_bytes())
            if frame != stated:
                yield _unlike(drawn, frame, stated)
        elif filters in BY_LENGTH:
            bits = 1 if entries.get("/ImageMask") is True else integer_of(entries.get("/BitsPerComponent")) or 0
            colours = 1 if entries.get("/ImageMask") is True else _colours(entries.get("/ColorSpace"))
            needed, there = height * -(-width * bits * colours // 8), len(bytes_of(drawn.item))
            if not needed or there < needed:
                message = "A picture has not as much data as it says."
                yield Trouble(message, drawn.page, value=f"{there} bytes", limit=f"{needed} bytes")


def _unlike(drawn: Drawn, frame: tuple[int, int, int], stated: tuple[int, int, int]) -> Trouble:
    shapes = ["{} × {} pixels of {} colours".format(*shape) for shape in (frame, stated)]
    return Trouble("A picture is another than it says.", drawn.page, value=shapes[0], limit=shapes[1])


def _colours(space: object) -> int:
    """How many numbers a pixel has; Unreadable for a space that is unknown."""
    items = items_of(space)
    kind = str(items[0]) if items else str(space)
    if kind == "/ICCBased":
        return integer_of(entries_of(items[1]).get("/N")) or 0
    if kind == "/DeviceN":
        return len(names_of(items[1]))
    if kind not in COLOURS:
        message = f"a picture's colour space is unknown ({kind})"
        raise Unreadable(message)
    return COLOURS[kind]


def frame_of(data: bytes) -> tuple[int, int, int]:
    """Width, height and colours of a JPEG; Unreadable where it is damaged before it says so."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == PREFIX:
        marker = data[at + 1]
        if marker in FRAMES:
            height, width, colours = struct.unpack_from(">HHB", data, at + 5)
            return width, height, colours
        if marker == PREFIX:
            at += 1
        else:
            at += 2 if marker in BARE else 2 + struct.unpack_from(">H", data, at + 2)[0]
    message = "a JPEG has no frame"
    raise Unreadable(message)


CHECKS = (Check("picture-data", "Pictures have the pixels that they claim", (("2a", "6.2.8"),), _data, has_pictures),)
