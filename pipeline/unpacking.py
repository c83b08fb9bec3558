"""Streams of PDFs without their filters, under a ceiling: two thousand bytes can hold more than a machine has room for.

What is compressed once is unpacked no further than the ceiling; what is compressed several times over is refused, and
so is what its way of compressing would let grow beyond it. Words are those of ISO 32000-1, 7.4.
"""

from __future__ import annotations

import binascii
import re
import zlib
from collections.abc import Callable, Mapping

import pikepdf

FLATE = "/FlateDecode"
SHORT = {"/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/Fl": FLATE, "/RL": "/RunLengthDecode"}
SHORT["/LZW"] = "/LZWDecode"
# How many times larger than it is written a stream can be.
GROWTH = {"/LZWDecode": 3000, "/RunLengthDecode": 64}
BLANKS = b"\0\t\n\f\r "
# How the parser calls a file that it was given as bytes: by its address in memory, which is another at each reading.
ADDRESS = re.compile(r"stream <[^<>]* at 0x[0-9a-fA-F]+>(?:: | )?")


def _of_hexadecimal(data: bytes) -> bytes:
    digits = data.partition(b">")[0].translate(None, BLANKS)
    return binascii.unhexlify(digits + b"0" * (len(digits) % 2))


def _of_ascii85(data: bytes) -> bytes:
    """By the parser, which takes a hundredth of the time that Python's own would."""
    try:
        with pikepdf.new() as apart:
            return apart.make_stream(
                data.strip(BLANKS).removeprefix(b"<~"), Filter=pikepdf.Name.ASCII85Decode
            ).read_bytes()
    except pikepdf.PdfError as error:
        message = f"a stream cannot be decoded: {spoken(error)}"
        raise ValueError(message) from error


TEXTS: Mapping[str, Callable[[bytes], bytes]] = {"/ASCIIHexDecode": _of_hexadecimal, "/ASCII85Decode": _of_ascii85}


def unpacked(stream: pikepdf.Object, most: int) -> bytes:
    """A stream's bytes without its filters; those of pictures (JPEG, fax) are left, where they come first.

    ValueError where there are, or may be, more than ``most``, and where a filter fails.
    """
    filters, data = _filters(stream), stream.read_raw_bytes()
    if sum(name == FLATE or name in GROWTH for name in filters) > 1:
        raise ValueError("a stream is compressed several times over, which is not looked into")
    for name in filters:
        if name in TEXTS:
            data = TEXTS[name](data)
        elif name == FLATE:
            data = _inflated(data, most)
            if filters == (FLATE,) and "/DecodeParms" not in stream:
                return data
            break
        else:
            if len(data) * GROWTH.get(name, 0) > most:
                message = f"a stream may hold more than {most:,} bytes"
                raise ValueError(message)
            break
    try:
        data = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except Exception as error:
        message = f"a stream cannot be decoded: {spoken(error)}"
        raise ValueError(message) from error
    if len(data) > most:
        raise ValueError(_too_many(most))
    return data


def spoken(error: object) -> str:
    """What the parser says, the same at each reading."""
    return ADDRESS.sub("", str(error))


def _filters(stream: pikepdf.Object) -> tuple[str, ...]:
    given = stream.get("/Filter")
    names = tuple(given) if isinstance(given, pikepdf.Array) else () if given is None else (given,)
    return tuple(SHORT.get(str(name), str(name)) for name in names)


def _inflated(data: bytes, most: int) -> bytes:
    inflate = zlib.decompressobj()
    try:
        found = inflate.decompress(data, most)
    except zlib.error as error:
        message = f"a compressed stream is damaged: {error}"
        raise ValueError(message) from error
    if inflate.unconsumed_tail:
        raise ValueError(_too_many(most))
    return found


def _too_many(most: int) -> str:
    return f"a stream holds more than {most:,} bytes"
