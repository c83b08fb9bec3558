"""IPTC's captions and credits in a picture: the records that press agencies have written since the nineties.

They are those of IIM 4.2, in a JPEG inside Photoshop's resources (APP13), in a TIFF as a tag. Only the few texts that
a page needs are read; places, dates and all else are passed over. What is broken ends the reading and is no fault.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

RESOURCE, IIM = b"8BIM", 0x0404
UTF_8 = b"\x1b%G"
CHARSET, BYLINE, CREDIT, COPYRIGHT, CAPTION = (1, 90), (2, 80), (2, 110), (2, 116), (2, 120)
_EXTENDED = 0x8000


def iim_of(resources: bytes) -> bytes:
    """The IIM records among Photoshop's resources; nothing where there are none."""
    at = 0
    while resources.startswith(RESOURCE, at) and at + 12 <= len(resources):
        (kind,) = struct.unpack_from(">H", resources, at + 4)
        named = 1 + resources[at + 6]
        at += 6 + named + named % 2
        if at + 4 > len(resources):
            break
        (size,) = struct.unpack_from(">I", resources, at)
        if kind == IIM:
            return resources[at + 4 : at + 4 + size]
        at += 4 + size + size % 2
    return b""


def read_iim(records: bytes) -> dict[tuple[int, int], list[str]]:
    """The texts by record and number, each as often as it is there."""
    found = [*_records(records)]
    says_utf_8 = (CHARSET, UTF_8) in found
    texts: dict[tuple[int, int], list[str]] = {}
    for key, value in found:
        if key in {BYLINE, CREDIT, COPYRIGHT, CAPTION}:
            texts.setdefault(key, []).append(_decoded(value, says_utf_8=says_utf_8))
    return texts


def _records(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number, size = struct.unpack_from(">BBH", data, at + 1)
        if size & _EXTENDED or at + 5 + size > len(data):
            return
        yield (record, number), data[at + 5 : at + 5 + size]
        at += 5 + size


def _decoded(value: bytes, *, says_utf_8: bool) -> str:
    """UTF-8 where it says so or is that; else as the programs for Windows wrote it."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if says_utf_8 else "cp1252", errors="replace")
