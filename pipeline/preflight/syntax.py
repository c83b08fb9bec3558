"""Checks of the file as bytes: header, trailer, streams and their filters, and the limits of the format."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from pipeline.preflight.opened import Opened, entries_of, items_of, names_of
from pipeline.preflight.values import Check, Measure, Trouble
from pipeline.unpacking import spoken

HEADER = re.compile(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)")
FILTERS = frozenset(
    [
        "/ASCIIHexDecode",
        "/ASCII85Decode",
        "/FlateDecode",
        "/RunLengthDecode",
        "/CCITTFaxDecode",
        "/JBIG2Decode",
        "/DCTDecode",
        "/JPXDecode",
    ]
)
MOST_OBJECTS, MOST_NESTED = 8_388_607, 28
MOST_TOLD = 10
HIGH, MARKS = 127, 4


def _header(file: Opened) -> Iterator[Trouble]:
    found = HEADER.match(file.data)
    if not found:
        yield Trouble(
            "The file does not begin as a PDF does.", value=file.data[:12].decode("latin-1"), limit="%PDF-1.n"
        )
        return
    mark = file.data[found.end() : found.end() + MARKS + 1]
    if len(mark) <= MARKS or mark[:1] != b"%" or any(byte <= HIGH for byte in mark[1:]):
        yield Trouble("The second line does not say that the file is binary.")


def _version(file: Opened) -> Iterator[Trouble]:
    if not HEADER.match(file.data[file.data.find(b"%PDF-") :]):
        yield Trouble("The file is of a version that may not be.", value=file.pdf.pdf_version, limit="1.0 to 1.7")


def _number(file: Opened) -> Measure:
    return Measure(str(file.pdf.pdf_version))


def _trailer(file: Opened) -> Iterator[Trouble]:
    parts = items_of(file.pdf.trailer.get("/ID"))
    if len(parts) != 2 or any(not isinstance(part, pikepdf.String) or not bytes(part) for part in parts):  # noqa: PLR2004
        yield Trouble("The file has no identifier.")
    if "/Encrypt" in file.pdf.trailer:
        yield Trouble("The file is encrypted.")
    if not file.walk.end:
        yield Trouble("The file has no end mark.")
    elif file.data[file.walk.end :] not in {b"", b"\n", b"\r", b"\r\n"}:
        yield Trouble("Something follows the end of the file.", value=f"{len(file.data) - file.walk.end} bytes")


def _told(found: list[str]) -> Iterator[Trouble]:
    """The first ones of many."""
    for text in found[:MOST_TOLD]:
        yield Trouble(f"{text[:1].upper()}{text[1:]}.")
    if len(found) > MOST_TOLD:
        yield Trouble(f"And {len(found) - MOST_TOLD} more of that kind.")


def _tables(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.tables)


def _strays(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.strays)


def _spacing(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.spacing)


def _streams(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.streams)
    yield from _told(file.walk.lengths)
    for item in file.objects:
        if isinstance(item, pikepdf.Stream) and {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys()):
            yield Trouble("A stream's bytes are in another file.", value=str(item.objgen[0]))


def _filters(file: Opened) -> Iterator[Trouble]:
    for item in file.objects:
        if isinstance(item, pikepdf.Stream):
            for name in names_of(item.get("/Filter")):
                if name not in FILTERS:
                    yield Trouble("A stream is compressed in a way that may not be.", value=name[1:])


def _hexadecimal(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.hexadecimal)


def _limits(file: Opened) -> Iterator[Trouble]:
    yield from _told(file.walk.limits)
    if len(file.objects) > MOST_OBJECTS:
        yield Trouble("The file has too many objects.", value=str(len(file.objects)), limit=str(MOST_OBJECTS))
    if file.contents.depth > MOST_NESTED:
        depth, page = file.contents.depth, file.contents.deepest
        yield Trouble("Graphics states are nested too deeply.", page, value=str(depth), limit=str(MOST_NESTED))


def _names(file: Opened) -> Iterator[Trouble]:
    """Names that people read are UTF-8: of fonts, inks and structure types."""
    for item in file.dictionaries:
        for key in ("/BaseFont", "/FontName", "/S"):
            name = entries_of(item).get(key)
            if isinstance(name, pikepdf.Name) and "\ufffd" in str(name):
                yield Trouble("A name is not UTF-8.", value=str(name))


def _mended(file: Opened) -> Iterator[Trouble]:
    """What the parser had to take for something else while all the other checks asked it."""
    for warning in file.pdf.get_warnings():
        yield Trouble("The file had to be mended to be read.", value=spoken(warning)[:120])


LAST = (Check("mended", "Nothing had to be mended", (("ua1", "6.1"), ("2a", "6.1.1"), ("x4", "6 (7.5)")), _mended),)
CHECKS = (
    Check("version", "The file is a PDF of a known version", (("ua1", "6.1"),), _version, measure=_number),
    Check("header", "The file begins as it should", (("2a", "6.1.2"),), _header),
    Check("trailer", "The file has an identifier and an end", (("2a", "6.1.3"),), _trailer),
    Check("cross-references", "Tables of objects are well written", (("2a", "6.1.4"),), _tables),
    Check("strays", "All bytes belong to something", (("2a", "6.1.1"),), _strays),
    Check("hexadecimal", "Hexadecimal strings have pairs of digits", (("2a", "6.1.6"),), _hexadecimal),
    Check("streams", "Streams begin and end as they say", (("2a", "6.1.7.1"),), _streams),
    Check("filters", "Streams are compressed in allowed ways", (("2a", "6.1.7.2"), ("x4", "6.8 (7.4)")), _filters),
    Check("names", "Names are UTF-8", (("2a", "6.1.8"),), _names),
    Check("spacing", "Objects stand on lines of their own", (("2a", "6.1.9"),), _spacing),
    Check("limits", "Numbers, names and strings keep the limits", (("2a", "6.1.13"),), _limits),
)
