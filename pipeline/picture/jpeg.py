"""JPEG: its segments, its header, and the same picture without its private metadata.

Markers are those of ITU-T T.81 with JFIF, EXIF (APP1), ICC.1 annex B (APP2) and Adobe's APP14. Refuses what
PDF readers cannot show: lossless, arithmetic and 12-bit JPEG. Nothing here decodes an image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from pipeline.picture.header import Header, Mode, cut_short, damaged, unpack, unsupported
from pipeline.picture.tiff import exif_orientation

SOI, EOI, SOS, COM, DHT, DAC = 0xD8, 0xD9, 0xDA, 0xFE, 0xC4, 0xCC
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
FRAMES = frozenset(range(0xC0, 0xD0)) - {DHT, 0xC8, DAC}
BARE = frozenset({0x01, *range(0xD0, 0xD8)})
EXIF, ICC, JFIF, ADOBE = b"Exif\0", b"ICC_PROFILE\0", b"JFIF\0", b"Adobe"
JFIF_LENGTH = 14
BITS = 8
MODES: dict[int, Mode] = {1: "gray", 3: "rgb", 4: "cmyk"}
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker with what belongs to it: bytes ``start`` to ``end`` of the file."""

    marker: int
    start: int
    body: int
    end: int


def segments(data: bytes) -> Iterator[Segment]:
    """The segments from SOI to EOI, scans passed over as they come; RefusalError where they break off."""
    at = 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise damaged("a marker is missing") if at < len(data) else cut_short()
        start = at
        while data[at : at + 1] == b"\xff":
            at += 1
        (marker,) = unpack("B", data, at)
        at += 1
        if marker == EOI or marker in BARE:
            yield Segment(marker, start, at, at)
            if marker == EOI:
                return
            continue
        (length,) = unpack(">H", data, at)
        if length < 2:  # it counts its own two bytes
            raise damaged("a segment has no length")
        end = at + length
        if end > len(data):
            raise cut_short()
        yield Segment(marker, start, at + 2, end)
        at = end
        if marker == SOS:
            found = _MARKER_IN_SCAN.search(data, end)
            if not found:
                raise cut_short()
            at = found.start()


def read(data: bytes) -> Header:
    """The header of a JPEG, up to its first scan; then only the presence of its end is looked at."""
    before = list(takewhile(lambda segment: segment.marker not in {SOS, EOI}, segments(data)))
    frame = next((segment for segment in before if segment.marker in FRAMES), None)
    if frame is None:
        raise damaged("it has no frame")
    if data.rfind(b"\xff\xd9", frame.end) < 0:
        raise cut_short()
    bits, height, width, components = unpack(">BHHB", data, frame.body)
    if frame.marker not in {BASELINE, EXTENDED, PROGRESSIVE} or bits != BITS or components not in MODES:
        raise unsupported("a rare kind of JPEG (lossless, arithmetic, 12 bits or two channels)")
    if not width or not height:
        raise damaged("it has no width or height")
    exif = next((s for s in before if s.marker == APP1 and data.startswith(EXIF, s.body)), None)
    adobe = any(s.marker == APP14 and data.startswith(ADOBE, s.body) for s in before)
    return Header(
        format="jpeg",
        width=width,
        height=height,
        mode=MODES[components],
        orientation=exif_orientation(data[exif.body + 6 : exif.end]) if exif else 1,
        icc=_profile(data, before),
        progressive=frame.marker == PROGRESSIVE,
        inverted=adobe and MODES[components] == "cmyk",
    )


def _profile(data: bytes, before: list[Segment]) -> bytes | None:
    """The ICC profile, put together from its numbered parts (ICC.1, B.4)."""
    at = len(ICC)
    bodies = (data[s.body : s.end] for s in before if s.marker == APP2 and data.startswith(ICC, s.body))
    parts = {body[at]: body[at + 2 :] for body in bodies if len(body) > at + 1}
    return b"".join(parts[number] for number in sorted(parts)) or None


def without_private_data(data: bytes) -> bytes:
    """The same coded picture without EXIF, XMP, IPTC, comments, thumbnails and whatever follows its end.

    The colour profile, JFIF's density and Adobe's colour mark stay. Returns ``data`` itself when there is
    nothing to take away.
    """
    kept: list[bytes] = []
    end = start = 0
    for segment in segments(data):
        end = segment.end
        if _is_private(segment, data[segment.body : segment.body + 12]):
            kept.append(data[start : segment.start])
            start = segment.end
        elif segment.marker == APP0 and segment.end - segment.body > JFIF_LENGTH:
            body = data[segment.body : segment.body + JFIF_LENGTH - 2]
            kept += [data[start : segment.start], b"\xff\xe0\x00\x10", body, b"\0\0"]
            start = segment.end
    if not kept and end == len(data):
        return data
    return b"".join((*kept, data[start:end]))


def _is_private(segment: Segment, body: bytes) -> bool:
    if segment.marker == COM:
        return True
    if not APP0 <= segment.marker <= APP15:
        return False
    wanted = {APP0: JFIF, APP2: ICC, APP14: ADOBE}.get(segment.marker)
    return wanted is None or not body.startswith(wanted)
