"""What a picture file says of itself: caption, credit, description and rights, from XMP and IPTC.

Of all that cameras and agencies write into a file these are the texts that were meant for readers; they are taken
where an editor has written none. Places, names of devices and all else are not looked at, and nothing is decoded.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline import limits
from pipeline.picture import iptc, jpeg, png, tiff, webp, xmp
from pipeline.picture.header import RefusalError

XMP_HEAD, PHOTOSHOP_HEAD = b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
PNG_KEYWORD = b"XML:com.adobe.xmp\0"
APP13 = 0xED
TIFF_XMP, TIFF_IIM, TIFF_PHOTOSHOP = 700, 33723, 34377


@dataclass(frozen=True, slots=True)
class Embedded:
    """The texts, each empty where the file has none; ``refused`` ends a sentence about those that are not read."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    copyright: str = ""
    refused: str = ""


def embedded(data: bytes, language: str) -> Embedded:
    """The texts in the bytes of a picture, in ``language`` where the file has several; nothing for a broken file."""
    try:
        packet, records = _packets(data)
    except RefusalError:  # it was told when the picture was looked at
        return Embedded()
    refused = ""
    described: xmp.Texts = {}
    if packet:
        try:
            described = xmp.read_xmp(packet)
        except xmp.PacketError as error:
            refused = str(error)
    older = iptc.read_iim(records[: limits.PICTURE_PACKET_BYTES])

    def said(name: str, number: tuple[int, int]) -> str:
        return _clean(_in_language(described.get(name, ()), language) or "".join(older.get(number, ())[:1]))

    makers = [text for _, text in described.get(xmp.CREATOR, ())] or older.get(iptc.BYLINE, [])
    return Embedded(
        caption=said(xmp.DESCRIPTION, iptc.CAPTION),
        credit=said(xmp.CREDIT, iptc.CREDIT) or _clean(", ".join(makers)),
        alt=_clean(_in_language(described.get(xmp.ALT, ()), language)),
        copyright=said(xmp.RIGHTS, iptc.COPYRIGHT),
        refused=refused,
    )


def _packets(data: bytes) -> tuple[bytes, bytes]:
    """The XMP packet and the IIM records of a picture, each empty where there is none; RefusalError."""
    if data.startswith(b"\xff\xd8"):
        return _in_jpeg(data)
    if data.startswith(png.SIGNATURE):
        return _in_png(data), b""
    if data.startswith(b"RIFF"):
        start, end = webp.chunks(data).get(b"XMP ", (0, 0))
        return data[start:end], b""
    if data.startswith((b"II", b"MM")):
        page = tiff.directories(data)[0]
        records = page.bytes_of(TIFF_IIM)
        return page.bytes_of(TIFF_XMP), records or iptc.iim_of(page.bytes_of(TIFF_PHOTOSHOP))
    return b"", b""


def _in_jpeg(data: bytes) -> tuple[bytes, bytes]:
    before = [*takewhile(lambda segment: segment.marker not in {jpeg.SOS, jpeg.EOI}, jpeg.segments(data))]
    bodies = [(segment.marker, data[segment.body : segment.end]) for segment in before]
    packet = next((b for m, b in bodies if m == jpeg.APP1 and b.startswith(XMP_HEAD)), b"")
    resources = [b for m, b in bodies if m == APP13 and b.startswith(PHOTOSHOP_HEAD)]
    # Resources may be cut anywhere into several segments.
    return packet.removeprefix(XMP_HEAD), iptc.iim_of(b"".join(b.removeprefix(PHOTOSHOP_HEAD) for b in resources))


def _in_png(data: bytes) -> bytes:
    for name, start, end in png.chunks(data):
        if name != b"iTXt" or not data.startswith(PNG_KEYWORD, start):
            continue
        body = data[start + len(PNG_KEYWORD) : end]
        text = body[2:].split(b"\0", 2)[-1]
        if body[:1] != b"\1":
            return text
        try:
            return zlib.decompressobj().decompress(text, limits.PICTURE_PACKET_BYTES + 1)
        except zlib.error:
            return b""
    return b""


def _in_language(texts: Sequence[tuple[str, str]], language: str) -> str:
    """The text in the language, in its relatives, in none that is said, or else the first."""
    primary = language.partition("-")[0].lower()

    def rank(tag: str) -> int:
        low = tag.lower()
        ranks = [low == language.lower(), low.partition("-")[0] == primary, low in {"", "x-default"}, True]
        return ranks.index(True)

    return min(texts, key=lambda text: rank(text[0]), default=("", ""))[1]


def _clean(text: str) -> str:
    """On one line, without signs that cannot be seen, no longer than a caption can be."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[: limits.PICTURE_TEXT_LETTERS]
