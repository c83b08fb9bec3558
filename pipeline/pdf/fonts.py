"""Fonts inside a PDF: Type 0 fonts with Identity-H, one for each face that a document uses.

Glyph ids go into the page as they are; the font program is a subset that keeps them. Every glyph has its text
in ToUnicode, and a cluster that is not one glyph with one fixed text carries an ActualText. Nothing is looked
up by character: text was shaped before it came here. Words come from ISO 32000-1, 9.7 and 14.9.4.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFString,
)

from pipeline.font import Face, Glyph, Run
from pipeline.pdf.stream import compressed
from pipeline.pdf.syntax import number

# Characters that often share the glyph of a plainer one, which is what that glyph shall mean in ToUnicode.
_PLAIN = {"\u00a0": " ", "\u202f": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-"}

# Kerns below this many 1/1000 em are rounding.
KERN_LEAST = 0.005

# A kern that moves letters apart by so many 1/1000 em (f and U in some italics) is read as a space by viewers.
KERN_LIKE_A_SPACE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a run: TJ operands (hex strings, kerns in 1/1000 em), each at a rise in 1/1000 em.

    ``actual`` is what the piece stands for where its glyphs do not say so themselves.
    """

    parts: tuple[tuple[str, float], ...]
    actual: str | None = None


class DocumentFonts:
    """The fonts of one document, in the order of their first use."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._uses: dict[str, FontUse] = {}

    def use(self, face: Face) -> FontUse:
        """The font object of ``face`` in this document."""
        found = self._uses.get(face.key)
        if found is None:
            found = self._uses[face.key] = FontUse(face, f"F{len(self._uses) + 1}")
        return found

    def resource(self, face: Face) -> str:
        """The face's name in resource dictionaries, as ``/F1``."""
        return "/" + self.use(face).name

    def operands(self, face: Face, run: Run, tracking: float = 0.0) -> tuple[Piece, ...]:
        """The run, encoded; kept for each run and tracking.

        A character spacing (Tc) of ``tracking`` 1/1000 em then follows each cluster and not each glyph: an accent
        stays on its base.
        """
        return self.use(face).operands(run, tracking)

    def references(self, names: Iterable[str]) -> PDFDictionary:
        """The Font dictionary of a page's resources that use the fonts ``names`` (without slash)."""
        by_name = {use.name: use for use in self._uses.values()}
        return PDFDictionary({name: self._document.Reference(by_name[name]) for name in names})


class FontUse(PDFObject):  # type: ignore[misc]
    """One face in one document: the glyphs used so far and the text that each stands for.

    It formats itself when the document is written, after all drawing.
    """

    __RefOnly__ = 1

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._glyphs: set[int] = {0}
        self._text_of: dict[int, str] = {}
        self._spare: dict[int, str] = {}
        self._operands: dict[tuple[Run, float], tuple[Piece, ...]] = {}

    # ------------------------------------------------------------------ drawing

    def operands(self, run: Run, tracking: float) -> tuple[Piece, ...]:
        """See ``DocumentFonts.operands``."""
        key = (run, tracking)
        pieces = self._operands.get(key)
        if pieces is None:
            pieces = self._plain(run) or _joined(self._encoded(run, tracking))
            natural = self.face.advance
            if any(glyph[2] - natural(glyph[0]) > KERN_LIKE_A_SPACE for glyph in run.glyphs[:-1]):
                pieces = (Piece(_level(part for piece in pieces for part in piece.parts), run.text),)
            self._operands[key] = pieces
        return pieces

    def _plain(self, run: Run) -> tuple[Piece, ...]:
        """The run as one piece when each letter is one glyph in its place, as in most words; else nothing."""
        text, operands, natural, meanings = run.text, [], self.face.advance, self._text_of
        ends = [glyph[1] for glyph in run.glyphs[1:]]
        ends.append(len(text))
        for (gid, start, advance, x, y), end in zip(run.glyphs, ends, strict=True):
            meaning = text[start:end]
            if x or y or not meaning or meanings.setdefault(gid, _PLAIN.get(meaning, meaning)) != meaning:
                return ()
            kern = natural(gid) - advance
            operands.append(f"{gid:04X}>{number(kern)}<" if abs(kern) >= KERN_LEAST else f"{gid:04X}")
        self._glyphs.update(glyph[0] for glyph in run.glyphs)
        array = f"<{''.join(operands)}>"
        return (Piece(((array.removesuffix("<>"), 0.0),)),) if operands else ()

    def _encoded(self, run: Run, tracking: float) -> Iterator[Piece]:
        for text, glyphs in _clusters(run):
            parts: list[tuple[str, float]] = []
            last = len(glyphs) - 1
            for index, (gid, _, advance, x, y) in enumerate(glyphs):
                self._glyphs.add(gid)
                before = f" {number(-x)}" if x else ""
                kern = self.face.advance(gid) - advance + x + (0.0 if index == last else tracking)
                after = number(kern) if abs(kern) >= KERN_LEAST else ""
                parts.append((f"{before}<{gid:04X}>{after}", y))
            yield Piece(tuple(parts), None if self._means(glyphs, text) else text)

    def _means(self, glyphs: Sequence[Glyph], text: str) -> bool:
        """True when ToUnicode can say ``text``: a single glyph that never stands for anything else."""
        if len(glyphs) == 1:
            meaning = _PLAIN.get(text, text)
            if self._text_of.setdefault(glyphs[0][0], meaning) == text:
                return True
        # PDF/UA wants an entry for each glyph, though ActualText has the last word.
        for index, glyph in enumerate(glyphs):
            self._spare.setdefault(glyph[0], text[min(index, len(text) - 1)] if len(glyphs) > 1 else text)
        return False

    # ------------------------------------------------------------------ writing

    def format(self, document: PDFDocument) -> bytes:
        """The Type 0 font dictionary; its parts become objects of the document."""
        program = self.face.subset(self._glyphs)
        base = PDFName(f"{_subset_tag(program.data)}+{self.face.postscript_name}")
        cff = program.kind == "cff"
        about = {"Subtype": PDFName("CIDFontType0C")} if cff else {"Length1": len(program.data)}
        stream = compressed(program.data, about)
        descriptor = self._descriptor(base)
        descriptor["FontFile3" if cff else "FontFile2"] = document.Reference(stream)
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if cff else "CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(descriptor),
            "DW": 1000,
            "W": self._widths(),
        }
        if not cff:
            descendant["CIDToGIDMap"] = PDFName("Identity")
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArrayCompact([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(compressed(self._to_unicode())),
        }
        formatted: bytes = PDFDictionary(font).format(document)
        return formatted

    def _descriptor(self, base: str) -> PDFDictionary:
        face = self.face
        flags = 4 | (1 if face.fixed_pitch else 0) | (2 if face.serif else 0) | (64 if face.italic else 0)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "FontFamily": PDFString(face.family),
                "Flags": flags,
                "FontBBox": PDFArrayCompact([round(v) for v in face.bbox]),
                "ItalicAngle": round(face.italic_angle, 2),
                "Ascent": round(face.ascender),
                "Descent": round(face.descender),
                "CapHeight": round(face.cap_height),
                "XHeight": round(face.x_height),
                # No table holds the stems' width; this is the usual estimate from the weight.
                "StemV": round(10 + 220 * (face.weight - 50) / 900),
            }
        )

    def _widths(self) -> PDFArrayCompact:
        """The W array: first glyph id and the widths of those that follow it without a hole."""
        runs: list[tuple[int, list[str]]] = []
        for gid in sorted(self._glyphs):
            if not runs or gid != runs[-1][0] + len(runs[-1][1]):
                runs.append((gid, []))
            runs[-1][1].append(number(self.face.advance(gid)))
        return PDFArrayCompact([item for gid, widths in runs for item in (gid, PDFArrayCompact(widths))])

    def _to_unicode(self) -> bytes:
        meanings = {**self._spare, **self._text_of}
        rows = [f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for gid, text in sorted(meanings.items())]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(rows), 100):
            block = rows[start : start + 100]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")


def _clusters(run: Run) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
    """The text and the glyphs of each cluster, in visual order."""
    starts = sorted({glyph[1] for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    first = 0
    while first < len(run.glyphs):
        start = run.glyphs[first][1]
        last = first
        while last < len(run.glyphs) and run.glyphs[last][1] == start:
            last += 1
        yield run.text[start : ends[start]], run.glyphs[first:last]
        first = last


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours without ActualText made one, and their parts of the same rise too."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and piece.actual is None and joined[-1].actual is None:
            joined[-1] = Piece(_level(joined[-1].parts + piece.parts))
        else:
            joined.append(Piece(_level(piece.parts), piece.actual))
    return tuple(joined)


def _level(parts: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    level: list[tuple[str, float]] = []
    for operands, rise in parts:
        if level and level[-1][1] == rise:
            level[-1] = (level[-1][0] + operands, rise)
        else:
            level.append((operands, rise))
    return tuple((operands.replace("><", ""), rise) for operands, rise in level)


def _subset_tag(data: bytes) -> str:
    """Six capitals that follow from the font program's bytes."""
    value = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    return "".join(chr(65 + value // 26**place % 26) for place in range(6))
