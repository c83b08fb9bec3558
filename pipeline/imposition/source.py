"""Reading the PDF that is imposed: its pages with their boxes, its title and date.

Files that are not quite sound are repaired first (by qpdf), and that is said; locked files, files that are not PDF and
pages of different sizes are refused. Boxes default as in ISO 32000-1, 14.11.2.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader, BytesIO
from typing import Self

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.imposition.paper import SLACK, Size, in_millimetres
from pipeline.pdf.syntax import Area
from pipeline.wholeness import has_sign, lacks_objects, what_is_wrong

PARSER = "pypdf"
LARGEST_SIDE = 14_400.0
NOT_FOR_READERS = frozenset({"/Link", "/Popup", "/PrinterMark", "/TrapNet"})
HIDDEN = 2  # the flag of notes that are not shown


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of the file: boxes in its own units, y up; ``turn`` in degrees clockwise, ``unit`` in points.

    ``has_notes`` tells whether anything is shown on it that is no part of it: notes, stamps, filled forms.
    """

    page: PageObject
    trim: Area
    bleed: Area
    turn: int
    unit: float
    has_notes: bool

    @property
    def size(self) -> Size:
        """Width and height of the trimmed page as it is seen, in points."""
        width, height = self.unit * self.trim.width, self.unit * self.trim.height
        return (height, width) if self.turn % 180 else (width, height)

    @property
    def least_bleed(self) -> float:
        """How far the page goes beyond its trim where it does so least, in points."""
        t, b = self.trim, self.bleed
        return self.unit * min(t.left - b.left, t.bottom - b.bottom, b.right - t.right, b.top - t.top)


def _has_notes(page: PageObject) -> bool:
    found = page.get("/Annots")
    notes = found.get_object() if found is not None else None
    return isinstance(notes, ArrayObject) and any(_is_shown(note.get_object()) for note in notes)


def _is_shown(note: object) -> bool:
    if not isinstance(note, DictionaryObject):
        return False
    hidden = int(note.get("/F", 0)) & HIDDEN
    return not hidden and "/AP" in note and note.get("/Subtype") not in NOT_FOR_READERS


@dataclass(frozen=True, slots=True)
class Source:
    """A PDF that is open: ``name`` is what users call it; ``made`` is its own date, where it has one."""

    name: str
    digest: bytes
    reader: PdfReader
    pages: tuple[SourcePage, ...]
    title: str = ""
    made: datetime | None = None


class Ear(logging.Handler):
    """Hears whether the parser tells of faults that it passes over, in place of printing them."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = False

    def emit(self, record: logging.LogRecord) -> None:
        """Takes note."""
        del record
        self.heard = True

    def __enter__(self) -> Self:
        logging.getLogger(PARSER).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger(PARSER).removeHandler(self)


class DamagedError(Exception):
    """A file, or what a page of it is made of, cannot be read as it is; ``mended`` may help."""


def open_source(data: bytes, name: str) -> Source:
    """The file as it can be imposed; Fault E710 and E711 when that cannot be, DamagedError when it must be mended."""
    span = Span(name)
    if not has_sign(data):
        raise Fault(Finding("E710", f"{name} {what_is_wrong(data)}.", span, "Name the PDF that is to be printed."))
    try:
        # Behind a buffer the parser finds no bytes to take a copy of.
        reader = PdfReader(BufferedReader(BytesIO(data)), strict=True)
        locked = reader.is_encrypted
        pages = () if locked else tuple(_described(page) for page in reader.pages)
        title, made = ("", None) if locked else _about(reader)
    except Exception as error:  # a damaged file makes a parser fail in any way there is
        raise DamagedError(name) from error
    if locked:
        raise Fault(_locked(name))
    if not pages:
        raise Fault(Finding("E710", f"{name} has no pages.", span, "Make it again."))
    return Source(name, hashlib.sha256(data).digest(), reader, pages, title, made)


def mended(data: bytes, name: str) -> bytes:
    """The file as another parser, which repairs more, writes it; Fault E710 when it cannot, E711 when it is locked.

    A file of which the end is missing is refused: what was there would be white on the sheets.
    """
    import pikepdf  # noqa: PLC0415 - a sound file does not need it

    if lacks_objects(data):
        message = f"{name} breaks off before its end, so that pages or parts of them are missing."
        raise Fault(Finding("E710", message, Span(name), "Ask for it again, or copy it again."))
    out = BytesIO()
    try:
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            locked = pdf.is_encrypted
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    except pikepdf.PasswordError:
        locked = True
    except Exception as error:
        raise Fault(damaged(name)) from error
    if locked:
        raise Fault(_locked(name))
    return out.getvalue()


def damaged(name: str) -> Finding:
    """That nothing helps."""
    hint = "Ask for it again, or let a PDF viewer print it into a new PDF."
    return Finding("E710", f"{name} is damaged and cannot be read.", Span(name), hint)


def _locked(name: str) -> Finding:
    return Finding("E711", f"{name} is locked.", Span(name), "Ask for the file without protection.")


def _described(page: PageObject) -> SourcePage:
    media = _area(page.mediabox)
    unit = float(page.get("/UserUnit", 1.0))
    if not all(0 < unit * side <= LARGEST_SIDE for side in (media.width, media.height)):
        message = "a page without size"
        raise ValueError(message)
    trim, bleed = _within(page.trimbox, media), _within(page.bleedbox, media)
    return SourcePage(page, trim, bleed, page.rotation % 360, unit, _has_notes(page))


def _area(box: Iterable[float]) -> Area:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _within(box: Iterable[float], media: Area) -> Area:
    """The part of a box that lies on the page; the page when none does."""
    b = _area(box)
    cut = Area(max(b.left, media.left), max(b.bottom, media.bottom), min(b.right, media.right), min(b.top, media.top))
    return cut if cut.width > 0 and cut.height > 0 else media


def _about(reader: PdfReader) -> tuple[str, datetime | None]:
    """The title and the date that the file gives itself; nothing for what cannot be read."""
    found = reader.metadata
    if found is None:
        return "", None
    try:
        made = found.modification_date or found.creation_date
    except ValueError:
        made = None
    return " ".join((found.title or "").split()), made


def one_size(sources: Iterable[Source]) -> Size:
    """The size of all pages; Fault E712 for the first page of each file that has another."""
    every = list(sources)
    size = every[0].pages[0].size
    findings = []
    for source in every:
        others = [n for n, page in enumerate(source.pages, 1) if not _same(page.size, size)]
        if others:
            found, more = source.pages[others[0] - 1].size, len(others) - 1
            besides = f", and {more} more {'is' if more == 1 else 'are'} not of that size" if more else ""
            first = "the first page is" if source is every[0] else f"the pages of {every[0].name} are"
            message = f"Page {others[0]} is {in_millimetres(found)} when trimmed, but {first} {in_millimetres(size)}"
            hint = "Give all pages one size: their TrimBox counts, or their MediaBox where there is none."
            findings.append(Finding("E712", f"{message}{besides}.", Span(source.name), hint, str(others[0])))
    if findings:
        raise Fault(*findings)
    return size


def _same(one: Size, other: Size) -> bool:
    return all(abs(a - b) <= SLACK for a, b in zip(one, other, strict=True))


def pages_of(data: bytes) -> tuple[PageObject, ...]:
    """The pages of a file that the program itself made."""
    return tuple(PdfReader(BytesIO(data), strict=True).pages)
