"""The parts of a Word file: what they say, whether they may be opened, and what of them tells anything of a text.

Every part of XML is read through once, for depth, size and definitions. What a text is made of is written anew without
the rest (sizes of type, languages, margins, marks of the spelling checker), which is most of what a word processor
writes: so the library that reads the text has a small part of it to read. Nothing that has words, a name of a style,
emphasis, a list, a link, a note or a picture is left out.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from pipeline import limits
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.values import Source

DAMAGED = "Open it in a word processor and save it again as .docx."
_TEXTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*|comments)\.xml$")
# Of these elements only the children that are named mean anything; one without them is left out itself.
_PROPERTIES: Mapping[str, frozenset[str]] = {
    "rPr": frozenset({"rStyle", "b", "i", "u", "strike", "caps", "smallCaps", "vertAlign", "del"}),
    "pPr": frozenset({"pStyle", "numPr", "rPr"}),
    "tcPr": frozenset({"gridSpan", "vMerge"}),
    "trPr": frozenset({"tblHeader", "del"}),
    "tblPr": frozenset(),
}
_OF_STYLES = frozenset({"style", "name", "pPr", "numPr", "numId", "ilvl"})
_OF_NUMBERING = frozenset({"abstractNum", "lvl", "numFmt", "pStyle", "numStyleLink", "num", "abstractNumId"})
_EMPTY = frozenset(
    {
        "sectPr",
        "proofErr",
        "lastRenderedPageBreak",
        "bookmarkEnd",
        "tblGrid",
        "spPr",
        "effectExtent",
        "extent",
        "extLst",
    }
)
_WITH_TEXT = frozenset({"t", "delText", "instrText"})
# What is read of a part by what its outermost element is called.
_BODIES = frozenset({"document", "footnotes", "endnotes", "comments"})
_READ = _BODIES | {"styles", "numbering", "Relationships", "Types"}


@dataclass(slots=True)
class Scan:
    """What one part of XML holds: words that show, words that were deleted, and the part as it is read on."""

    words: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    slim: bytes = b""


@dataclass(slots=True)
class Count:
    """The elements of all parts so far: those that are there, and those that are read on."""

    seen: int = 0
    kept: int = 0


def damaged(source: Source, what: str) -> Fault:
    """A file that is not what it says."""
    return Fault(Finding("E804", f"{source.name} {what}.", source.span, DAMAGED))


def scanned(data: bytes, name: str, source: Source, count: Count) -> Scan:
    """One part; Fault E804 for depth, size and damage, E805 for definitions."""
    reader = _Reader(name, source, count)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reader.text, reader.definition
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except expat.ExpatError as error:
        raise damaged(source, "is damaged") from error
    scan = reader.scan
    scan.words = "".join(scan.words).split()
    scan.slim = "".join(reader.made).encode() if reader.root in _READ else b""
    return scan


def slimmed(data: bytes, scans: Mapping[str, Scan]) -> io.BytesIO:
    """The archive with its texts as they were written anew; the others are not unpacked."""
    stream = io.BytesIO(data)
    with warnings.catch_warnings(), ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")  # of two parts of one name the later one goes
        for name, scan in scans.items():
            if scan.slim:
                archive.writestr(name, scan.slim)
    stream.seek(0)
    return stream


class _Reader:
    """Reads one part, and writes what is kept of it."""

    def __init__(self, name: str, source: Source, count: Count) -> None:
        self.name, self.source, self.count = name, source, count
        self.scan = Scan()
        self.counted = _TEXTS.search(name) is not None
        self.root = ""
        self.open: list[str] = []
        self.made = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.skipped = 0
        self.waiting: list[tuple[int, str]] = []  # properties that have nothing yet: depth and tag
        self.fields = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        parent = self.open[-1] if self.open else ""
        if not self.open:
            self.root, self.skipped = name, 0 if name in _READ else 1
        self.open.append(name)
        self.count.seen += 1
        if self.counted and name in {"p", "tab", "br", "tc"}:
            self.scan.words.append(" ")
        if self.skipped or self._is_empty(name, parent):
            self.skipped += 1  # of a part that is not read on, once more: so no end tag brings it to nought
        else:
            written = f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>"
            if name in _PROPERTIES:
                self.waiting.append((len(self.open), written))
            else:
                self._write(written)
                self._field(name, attributes)
        if (
            len(self.open) > limits.MARKUP_DEPTH
            or self.count.seen > limits.ARCHIVE_ELEMENTS
            or self.count.kept > limits.WORD_ELEMENTS
            or self.fields > limits.WORD_FIELDS
        ):
            raise damaged(self.source, "is nested too deeply, or has more parts than any text")

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif self.waiting and self.waiting[-1][0] == len(self.open):
            self.waiting.pop()
        else:
            self.made.append(f"</{tag}>")
        self.open.pop()

    def text(self, letters: str) -> None:
        inside = self.open[-1] if self.open else ""
        # A drawing is in the file twice, for old programs and for new ones.
        if self.counted and inside == "t" and "Choice" not in self.open:
            (self.scan.deleted if "del" in self.open or "moveFrom" in self.open else self.scan.words).append(letters)
        elif self.counted and inside == "delText":
            self.scan.deleted.append(letters)
        if not self.skipped and (inside in _WITH_TEXT or letters.strip()):
            self._flush()
            self.made.append(escape(letters))

    def definition(self, *_given: object) -> None:
        message = f"{self.source.name} has definitions of its own in {self.name}, which no word processor writes."
        raise Fault(Finding("E805", message, self.source.span, "Ask who sent it for another copy."))

    def _is_empty(self, name: str, parent: str) -> bool:
        """Whether an element tells nothing of a text, nor anything in it."""
        if self.root in _BODIES:
            known = _PROPERTIES.get(parent)
            # What is for new programs stands once more for old ones, and those are read.
            return name in _EMPTY or name == "Choice" or (known is not None and name not in known)
        if not parent:
            return False
        if self.root in {"styles", "numbering"}:
            return name not in (_OF_STYLES if self.root == "styles" else _OF_NUMBERING)
        return False

    def _write(self, written: str) -> None:
        self._flush()
        self.made.append(written)
        self.count.kept += 1

    def _flush(self) -> None:
        for _, written in self.waiting:
            self.made.append(written)
        self.count.kept += len(self.waiting)
        self.waiting = []

    def _field(self, name: str, attributes: dict[str, str]) -> None:
        """Fields that are open within one another."""
        if name == "fldChar":
            kind = next((value for key, value in attributes.items() if key.endswith("fldCharType")), "")
            self.fields = max(self.fields + {"begin": 1, "end": -1}.get(kind, 0), 0)
