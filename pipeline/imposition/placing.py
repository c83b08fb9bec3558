"""Placing pages on sheets: each page becomes one form XObject, however often it is used, and nothing is re-encoded.

Streams of fonts, pictures and content go into the new file byte for byte, each once (only where a page's content is in
several pieces are these joined). The file's output intent, layers and blending space come along; links, notes, tags,
scripts and private data do not, and no claim of a standard. Words are those of ISO 32000-1, 8.10 and 14.11.2.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from pipeline.imposition.source import DamagedError, Source, SourcePage
from pipeline.imposition.values import Placed, Side
from pipeline.pdf.metadata import PROGRAM, pdf_date
from pipeline.pdf.syntax import Matrix, number, numbers, rectangle, upright

LEAST_VERSION = "%PDF-1.4"  # the first with transparency groups, which pages may be
# What a damaged object makes the parser raise.
FAILURES = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, zlib.error)
PRIVATE = ("/Metadata", "/PieceInfo", "/OPI", "/StructParent", "/StructParents")


@dataclass(frozen=True, slots=True)
class About:
    """What the new file says of itself; ``made`` is the date of the file that is imposed, where it has one."""

    title: str
    made: datetime | None


class Assembly:
    """One file in the making. ``pages`` are the pages as they are bound, None for blank ones.

    They come from ``sources``, the first of which is the publication. DamagedError for what cannot be read of them.
    """

    def __init__(self, sources: Sequence[Source], pages: Sequence[SourcePage | None], about: About) -> None:
        self._pages, self._about = pages, about
        self._writer = PdfWriter()
        self._names: dict[int, str] = {}
        self._forms: dict[str, IndirectObject] = {}
        self._fingerprint = hashlib.sha256(b"".join(source.digest for source in sources))
        with _reading():
            self._writer.pdf_header = max(LEAST_VERSION, *(_version(source.reader) for source in sources))
            self._take_over(sources[0].reader)
            self._group = next((p.page["/Group"] for p in sources[0].pages if "/Group" in p.page), None)

    def _take_over(self, reader: PdfReader) -> None:
        """What of the whole document governs how its pages are printed."""
        root = reader.root_object
        for key in ("/OutputIntents", "/OCProperties"):
            if key in root:
                self._writer.root_object[NameObject(key)] = root.raw_get(key).clone(self._writer, ignore_fields=PRIVATE)

    def add(self, side: Side, round_them: PageObject) -> None:
        """A side as the next page: its pages, and what the page ``round_them`` shows round them."""
        page = self._writer.add_blank_page(side.width, side.height)
        page[NameObject("/TrimBox")], page[NameObject("/BleedBox")] = _numbers(side.block), _numbers(side.inked)
        if self._group is not None:
            page[NameObject("/Group")] = self._group.clone(self._writer, ignore_fields=PRIVATE)
        seen: dict[str, None] = {}
        content = []
        for placed in side.placed:
            source = self._pages[placed.slot.page - 1]
            if source is not None:
                with _reading():
                    name = self._form(source)
                seen[name] = None
                content.append(_shown(placed, name))
        resources = DictionaryObject(_entries(round_them["/Resources"]).clone(self._writer))
        resources[NameObject("/XObject")] = DictionaryObject({NameObject(name): self._forms[name] for name in seen})
        page[NameObject("/Resources")] = resources
        own = "\n".join([*content, ""]).encode("ascii")
        marks = self._content(round_them)
        self._fingerprint.update(own)
        self._fingerprint.update(marks.get_data())
        page[NameObject("/Contents")] = ArrayObject([self._kept(_stream(own)), self._kept(marks)])

    def finish(self) -> bytes:
        """The file's bytes."""
        about = {"/Title": self._about.title, "/Creator": PROGRAM, "/Producer": PROGRAM}
        if self._about.made is not None:
            about["/CreationDate"] = about["/ModDate"] = pdf_date(self._about.made)
        self._writer.metadata = about
        identity = ByteStringObject(self._fingerprint.digest()[:16])
        self._writer._ID = ArrayObject([identity, identity])  # noqa: SLF001 - pypdf's own identifiers are random
        out = BytesIO()
        self._writer.write(out)
        return out.getvalue()

    def _form(self, source: SourcePage) -> str:
        """The name of a page's form, which is made when it is first asked for."""
        name = self._names.get(id(source))
        if name is None:
            name = self._names[id(source)] = f"/P{len(self._names) + 1}"
            self._forms[name] = self._made(source)
        return name

    def _made(self, source: SourcePage) -> IndirectObject:
        form = self._content(source.page)
        entries = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Form"),
            "/BBox": _numbers(source.bleed),
            "/Matrix": _numbers(upright(source.trim, source.turn, source.unit)),
        }
        form.update({NameObject(key): value for key, value in entries.items()})
        for key in ("/Resources", "/Group"):
            if key in source.page:
                form[NameObject(key)] = source.page.raw_get(key).clone(self._writer, ignore_fields=PRIVATE)
        return self._kept(form)

    def _content(self, page: PageObject) -> StreamObject:
        """The page's content as a stream of the new file."""
        found = page.get("/Contents")
        content = found.get_object() if found is not None else None
        if isinstance(content, ArrayObject) and len(content) == 1:
            content = content[0].get_object()
        if isinstance(content, StreamObject):
            # A stream that several pages share becomes a form for each, with boxes of its own.
            return cast("StreamObject", content.clone(self._writer, force_duplicate=True))
        pieces = [piece.get_object().get_data() for piece in content] if isinstance(content, ArrayObject) else []
        return _stream(b"\n".join(pieces))

    def _kept(self, value: PdfObject) -> IndirectObject:
        """The value as an object of the new file."""
        return self._writer._add_object(value)  # noqa: SLF001 - pypdf has no other way to add one


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever a damaged object makes the parser raise is said with one word."""
    try:
        yield
    except FAILURES as error:
        raise DamagedError from error


def _version(reader: PdfReader) -> str:
    """As in the first line of a file; the catalog may name a later one."""
    return max(reader.pdf_header, f"%PDF-{str(reader.root_object.get('/Version', '/')).removeprefix('/')}")


def _entries(value: PdfObject | None) -> DictionaryObject:
    """The dictionary or stream that a value is or points at; an empty one for anything else."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _stream(data: bytes) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode()


def _shown(placed: Placed, name: str) -> str:
    """The operators that show a form: cut to what may be seen of it, upright or head down."""
    trim = placed.trim
    turned: Matrix = (-1.0, 0.0, 0.0, -1.0, trim.right, trim.top)
    matrix: Matrix = turned if placed.slot.turned else (1.0, 0.0, 0.0, 1.0, trim.left, trim.bottom)
    return f"q {rectangle(placed.seen)} re W n {numbers(*matrix)} cm {name} Do Q"


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject([FloatObject(number(value, 5)) for value in values])
