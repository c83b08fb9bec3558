"""The parts of a Word file: what they say, whether they may be opened, and what of them tells anything of a text.

Every part of XML is read through once, for depth, size and definitions. What a text is made of is written anew without
the rest (sizes of type, languages, margins, marks of the spelling checker), which is most of what a word processor
writes: so the library that reads the text has a small part of it to read. Nothing that has words, a name of a style,
emphasis, a list, a link, a note or a picture is left out. What the library does not look into is written so that it
does: fields and the like without their frame, text in drawings behind the drawing, of what is there for new programs
and for old ones that which says more, an initial in a frame of its own within its paragraph.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from pipeline import limits
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.values import Source

DAMAGED = "Open it in a word processor and save it again as .docx."
_TEXTS = re.compile(
    r"word/(document|footnotes|endnotes|header\d*|footer\d*|comments|diagrams/data\d*|charts/chart\d*)\.xml$"
)
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
        "rt",
    }
)
_WITH_TEXT = frozenset({"t", "delText", "instrText"})
_BREAKS: Mapping[str, str] = {"p": "\n", "tab": "\t", "br": " ", "tc": " ", "cr": " ", "ptab": "\t"}
# Heads and feet of pages have several lines side by side, parted by tabs.
_BODY_LINES, _EDGE_LINES = re.compile(r"\n"), re.compile(r"[\n\t]+")
# Frames that the library does not look into, and elements that it knows by another name.
_FRAMES = frozenset({"fldSimple", "dir", "bdo", "ruby", "rubyBase", "AlternateContent", "Choice", "Fallback"})
_OTHER_NAMES: Mapping[str, str] = {"m:r": "w:r", "m:t": "w:t", "w:ptab": "w:tab", "w:cr": "w:br"}
_SIZED, _DIGITS = 12, 4
_STROKE = "<w:r><w:t>/</w:t></w:r>"
_OFF = frozenset({"0", "false", "off", "none"})
# What is read of a part by what its outermost element is called.
_BODIES = frozenset({"document", "footnotes", "endnotes", "comments"})
_READ = _BODIES | {"styles", "numbering", "Relationships", "Types"}


@dataclass(slots=True)
class Scan:
    """What one part of XML holds: words that show, others that do not, and the part as it is read on.

    ``lines`` are the words that show, by paragraphs; ``sizes`` those of the first paragraphs with the largest size of
    type that their runs have, in half points.
    """

    words: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    lines: tuple[str, ...] = ()
    sizes: list[tuple[str, int]] = field(default_factory=list)
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
    said = "".join(scan.words)
    lines = _BODY_LINES.split(said) if reader.root in _BODIES else _EDGE_LINES.split(said)
    scan.words, scan.lines = said.split(), tuple(" ".join(line.split()) for line in lines if line.strip())
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


@dataclass(slots=True)
class _Branch:
    """One alternative: where it begins and ends in what is written and among the words."""

    name: str
    made: int
    words: int
    made_to: int = 0
    words_to: int = 0


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
        self.endings: list[str] = []  # what is written at the end of each element that is open
        self.boxes: list[tuple[int, list[str]]] = []  # of each drawing that is open: where a text begins, those it had
        self.branches: list[list[_Branch]] = []  # of each element with alternatives that is open
        self.hidden = 0  # how deep an element is whose text does not show
        self.initial = False
        self.begun, self.size = 0, 0  # where the paragraph begins among the words; the largest type in it
        self.held = ""  # the end of a paragraph that is nothing but an initial

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        parent = self.open[-1] if self.open else ""
        if not self.open:
            self.root, self.skipped = name, 0 if name in _READ else 1
        self.open.append(name)
        self.count.seen += 1
        if self.counted and name in _BREAKS and not (name == "p" and self.held):
            self.scan.words.append(_BREAKS[name])
        ending = ""
        self._note(name, parent, attributes)
        if self.skipped or self._is_empty(name, parent):
            self.skipped += 1  # of a part that is not read on, once more: so no end tag brings it to nought
        else:
            ending = self._begin(_OTHER_NAMES.get(tag, tag), name, attributes)
        self.endings.append(ending)
        if (
            len(self.open) > limits.MARKUP_DEPTH
            or self.count.seen > limits.ARCHIVE_ELEMENTS
            or self.count.kept > limits.WORD_ELEMENTS
            or self.fields > limits.WORD_FIELDS
        ):
            raise damaged(self.source, "is nested too deeply, or has more parts than any text")

    def _note(self, name: str, parent: str, attributes: Mapping[str, str]) -> None:
        """What properties say of their element: that its text does not show, or is an initial in a frame."""
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()} if attributes else {}
        if name in {"vanish", "showingPlcHdr"} and parent in {"rPr", "sdtPr"} and said.get("val", "") not in _OFF:
            grown = self.open[-3:-2]
            self.hidden = self.hidden or (len(self.open) - 2 if grown in (["r"], ["sdt"]) else 0)
        elif name == "sz" and self.open[-3:-2] == ["r"] and said.get("val", "").isdecimal():
            self.size = max(self.size, int(said["val"][:_DIGITS]))
        elif name == "p":
            self.begun, self.size = len(self.scan.words), 0
        elif name == "framePr" and said.get("dropCap", "none") not in _OFF:
            self.initial = True

    def _begin(self, tag: str, name: str, attributes: Mapping[str, str]) -> str:
        """Writes the beginning of an element that is read on, or what stands for it; what its end will be."""
        if self.held:
            held, self.held = self.held, ""
            if name == "p":
                return held
            self.made.append(held)
        if self.root in _BODIES and (name in _FRAMES or tag.startswith("m:")):
            self._divide(name)
            return ""
        written = f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>"
        if name in _PROPERTIES:
            self.waiting.append((len(self.open), written))
            return f"</{tag}>"
        if name == "txbxContent" and self.boxes:
            self._flush()
            self.boxes.append((len(self.made), self.boxes[-1][1]))
        elif name == "drawing":
            self.boxes.append((0, []))
        self._write(written)
        self._field(name, attributes)
        return f"</{tag}>"

    def _divide(self, name: str) -> None:
        """Notes where an alternative begins; sets the stroke of a fraction."""
        if name == "AlternateContent":
            self.branches.append([])
        elif name in {"Choice", "Fallback"} and self.branches:
            self._flush()
            self.branches[-1].append(_Branch(name, len(self.made), len(self.scan.words)))
        elif name == "den":
            self._write(_STROKE)

    def end(self, tag: str) -> None:
        del tag  # known by what is open
        ending = self.endings.pop()
        if self.skipped:
            self.skipped -= 1
        elif self.waiting and self.waiting[-1][0] == len(self.open):
            self.waiting.pop()
        else:
            self._close(self.open[-1], ending)
        if self.hidden == len(self.open):
            self.hidden = 0
        if self.open[-1] == "p" and len(self.scan.sizes) < _SIZED:
            line = " ".join("".join(self.scan.words[self.begun :]).split())
            self.scan.sizes += [(line, self.size)] if line else []
        self.open.pop()

    def _close(self, name: str, ending: str) -> None:
        if self.held:
            self.made.append(self.held)
            self.held = ""
        if name == "p" and self.initial and ending:
            self.initial, self.held = False, ending
            return
        if ending:
            self.made.append(ending)
        if name == "txbxContent" and self.boxes and len(self.boxes) > 1:
            begun, texts = self.boxes.pop()
            texts += self.made[begun:]
            del self.made[begun:]
        elif name == "drawing" and self.boxes:
            _, texts = self.boxes.pop()
            self.made += ["<w:pict>", *texts, "</w:pict>"] if texts else []
        elif name in {"Choice", "Fallback"} and self.branches and self.branches[-1]:
            branch = self.branches[-1][-1]
            branch.made_to, branch.words_to = len(self.made), len(self.scan.words)
        elif name == "AlternateContent" and self.branches:
            self._choose(self.branches.pop())

    def _choose(self, branches: Sequence[_Branch]) -> None:
        """Leaves of several alternatives that for old programs, or one that says more."""
        if not branches:
            return

        def worth(branch: _Branch) -> tuple[int, bool]:
            words = "".join(self.scan.words[branch.words : branch.words_to])
            return len("".join(words.split())), branch.name == "Fallback"

        best = max(branches, key=worth)
        for branch in reversed(branches):
            if branch is not best:
                del self.made[branch.made : branch.made_to]
                del self.scan.words[branch.words : branch.words_to]

    def text(self, letters: str) -> None:
        inside = self.open[-1] if self.open else ""
        shown = inside == "t" and not (self.skipped and "Choice" in self.open)  # a drawing is in the file twice
        if self.counted and shown and self.hidden:
            self.scan.hidden.append(letters)
        elif self.counted and shown:
            (self.scan.deleted if "del" in self.open or "moveFrom" in self.open else self.scan.words).append(letters)
        elif self.counted and inside == "delText":
            self.scan.deleted.append(letters)
        if not self.skipped and not (self.hidden and inside == "t") and (inside in _WITH_TEXT or letters.strip()):
            self._flush()
            self.made.append(escape(letters))

    def definition(self, *_given: object) -> None:
        message = f"{self.source.name} has definitions of its own in {self.name}, which no word processor writes."
        raise Fault(Finding("E805", message, self.source.span, "Ask who sent it for another copy."))

    def _is_empty(self, name: str, parent: str) -> bool:
        """Whether an element tells nothing of a text, nor anything in it."""
        if self.root in _BODIES:
            known = _PROPERTIES.get(parent)
            return name in _EMPTY or (known is not None and name not in known)
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

    def _field(self, name: str, attributes: Mapping[str, str]) -> None:
        """Fields that are open within one another."""
        if name == "fldChar":
            kind = next((value for key, value in attributes.items() if key.endswith("fldCharType")), "")
            self.fields = max(self.fields + {"begin": 1, "end": -1}.get(kind, 0), 0)
