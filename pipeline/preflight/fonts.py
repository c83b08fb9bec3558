"""Fonts as a page uses them: from the codes that a text shows to widths, glyphs and characters.

A font is read when it is first used. What is not understood (vertical writing, predefined CMaps of far-eastern
collections, Type 1 programs in their encrypted form) is refused where it matters and not before. Words come from
ISO 32000-1, 9.5 to 9.10.
"""

from __future__ import annotations

import struct
from functools import cached_property
from typing import NamedTuple

import pikepdf

from pipeline.preflight.encodings import ENCODINGS, character_of
from pipeline.preflight.fontprogram import Program, read_program
from pipeline.preflight.opened import Unreadable, bytes_of, entries_of, items_of, text_of
from pipeline.preflight.tounicode import CMap, read_cmap

SYMBOLIC, NONSYMBOLIC = 4, 32
PRIVATE_CODES = 0xF000
BLANK = 32
NO_TEXT = "\ufffd"
SIMPLE = ("/Type1", "/MMType1", "/TrueType", "/Type3")
Key = tuple[int, int] | int


class Fonts:
    """The fonts of a file by their objects, each read once."""

    def __init__(self) -> None:
        self._fonts: dict[Key, Font] = {}

    def font(self, dictionary: pikepdf.Object) -> Font:
        """The font of a font dictionary."""
        key: Key = dictionary.objgen if dictionary.is_indirect else hash(dictionary.unparse())
        if key not in self._fonts:
            self._fonts[key] = Font(dictionary)
        return self._fonts[key]


class Shown(NamedTuple):
    """A shown string: its codes, what they say, their width in 1/1000 em, and how many are single-byte blanks."""

    codes: tuple[int, ...]
    said: str
    width: float
    blanks: int


class Font:
    """One font dictionary. Widths are in 1/1000 em, codes are those of shown texts as numbers."""

    def __init__(self, dictionary: pikepdf.Object) -> None:
        self.dictionary = dictionary
        self.subtype = str(dictionary.get("/Subtype", ""))
        self.composite = self.subtype == "/Type0"
        self.name = str(dictionary.get("/BaseFont", dictionary.get("/Name", "without a name"))).removeprefix("/")
        self._widths: dict[int, float] = {}
        self._said: dict[int, str] = {}
        self._shown: dict[bytes, Shown] = {}

    @cached_property
    def descendant(self) -> pikepdf.Object:
        """What holds descriptor and widths: the CIDFont of a composite font, else the font itself."""
        if not self.composite:
            return self.dictionary
        fonts = items_of(self.dictionary.get("/DescendantFonts"))
        if len(fonts) != 1 or not entries_of(fonts[0]):
            message = f"the font {self.name} has no descendant"
            raise Unreadable(message)
        found: pikepdf.Object = fonts[0]
        return found

    @cached_property
    def descriptor(self) -> pikepdf.Object | None:
        """The font descriptor, if there is one."""
        found = self.descendant.get("/FontDescriptor")
        return found if isinstance(found, pikepdf.Dictionary) else None

    @cached_property
    def file(self) -> pikepdf.Object | None:
        """The stream of the embedded program, if there is one."""
        for key in ("/FontFile2", "/FontFile3", "/FontFile"):
            found = self.descriptor.get(key) if self.descriptor is not None else None
            if isinstance(found, pikepdf.Stream):
                return found
        return None

    @cached_property
    def program(self) -> Program | None:
        """The embedded program; Unreadable for one that is damaged or of a kind that is not looked into."""
        return None if self.file is None else read_program(bytes_of(self.file))

    @cached_property
    def symbolic(self) -> bool:
        """What the descriptor's flags say."""
        flags = int(self.descriptor.get("/Flags", 0)) if self.descriptor is not None else 0
        return bool(flags & SYMBOLIC) and not flags & NONSYMBOLIC

    # ------------------------------------------------------------------ codes

    @cached_property
    def encoding(self) -> str:
        """The name of the encoding; empty where it is a dictionary, a stream or nothing."""
        found = self.dictionary.get("/Encoding")
        if isinstance(found, pikepdf.Dictionary):
            found = found.get("/BaseEncoding")
        return str(found) if isinstance(found, pikepdf.Name) else ""

    @cached_property
    def cmap(self) -> CMap | None:
        """A composite font's embedded CMap; None where it is a predefined one."""
        found = self.dictionary.get("/Encoding")
        return read_cmap(bytes_of(found)) if isinstance(found, pikepdf.Stream) else None

    def codes(self, shown: bytes) -> tuple[int, ...]:
        """The codes of a shown string."""
        if not self.composite:
            return tuple(shown)
        if self.cmap is not None:
            return tuple(self.cmap.codes(shown))
        if self.encoding != "/Identity-H":
            message = f"the font {self.name} is encoded by {self.encoding or 'nothing'}, which is not looked into"
            raise Unreadable(message)
        if len(shown) % 2:
            message = f"a text in the font {self.name} has half a code"
            raise Unreadable(message)
        return struct.unpack(f">{len(shown) // 2}H", shown)

    def cid(self, code: int) -> int:
        """The character's number in a composite font."""
        if self.cmap is None:
            return code
        if code not in self.cmap.cids:
            message = f"the CMap of {self.name} does not know the code {code:X}"
            raise Unreadable(message)
        return self.cmap.cids[code]

    @cached_property
    def _names(self) -> dict[int, str]:
        """Glyph names by code, as the encoding of a simple font gives them."""
        names = dict(ENCODINGS.get(self.encoding, {}))
        encoding = self.dictionary.get("/Encoding")
        if not names and (self.subtype == "/Type1" and not self.symbolic):
            names = dict(ENCODINGS["/StandardEncoding"])
        code = 0
        for item in items_of(entries_of(encoding).get("/Differences")):
            if isinstance(item, pikepdf.Name):
                names[code] = str(item).removeprefix("/")
                code += 1
            else:
                code = int(item)
        return names

    def shown(self, data: bytes) -> Shown:
        """What a shown string says; the same strings come again and again."""
        found = self._shown.get(data)
        if found is None:
            codes = self.codes(data)
            for code in codes:
                if code not in self._said:
                    self._said[code] = self.text(code) or NO_TEXT
                    self.width(code)
            said, width = "".join(map(self._said.__getitem__, codes)), sum(map(self._widths.__getitem__, codes))
            found = self._shown[data] = Shown(codes, said, width, 0 if self.composite else codes.count(BLANK))
        return found

    # ------------------------------------------------------------------ widths

    def width(self, code: int) -> float:
        """The advance that the dictionary states."""
        if code not in self._widths:
            self._widths[code] = self._cid_width(self.cid(code)) if self.composite else self._simple_width(code)
        return self._widths[code]

    def _cid_width(self, cid: int) -> float:
        return self._cid_widths.get(cid, float(self.descendant.get("/DW", 1000)))

    @cached_property
    def _cid_widths(self) -> dict[int, float]:
        found: dict[int, float] = {}
        items = items_of(self.descendant.get("/W"))
        at = 0
        while at + 1 < len(items):
            first, following = int(items[at]), items[at + 1]
            if isinstance(following, pikepdf.Array):
                found.update({first + step: float(width) for step, width in enumerate(following)})
                at += 2
            else:
                last = min(int(following), first + 0xFFFF)
                found.update(dict.fromkeys(range(first, last + 1), float(items[at + 2])))
                at += 3
        return found

    def _simple_width(self, code: int) -> float:
        widths = items_of(self.dictionary.get("/Widths"))
        first = int(self.dictionary.get("/FirstChar", 0))
        if 0 <= code - first < len(widths):
            return float(widths[code - first])
        return float(self.descriptor.get("/MissingWidth", 0)) if self.descriptor is not None else 0.0

    # ------------------------------------------------------------------ glyphs

    def glyph(self, code: int) -> int | None:
        """The glyph in the embedded program; None where it has none for the code."""
        program = self.program
        if program is None:
            return None
        if self.composite:
            return self._cid_glyph(program, self.cid(code))
        if program.cff is not None:
            return self._named_glyph(program, code)
        return self._character_glyph(program, code)

    def _cid_glyph(self, program: Program, cid: int) -> int | None:
        if program.cff is not None and self.descendant.get("/Subtype") == "/CIDFontType0":
            glyph = program.cff.glyph_of_cid.get(cid) if program.cff.cids else cid
        else:
            mapped = self._glyph_map
            if mapped is not None and 2 * cid + 2 > len(mapped):
                return None
            glyph = cid if mapped is None else struct.unpack_from(">H", mapped, 2 * cid)[0]
        return glyph if glyph is not None and glyph < program.glyphs else None

    @cached_property
    def _glyph_map(self) -> bytes | None:
        """CIDToGIDMap's bytes; None where CIDs are glyph ids."""
        found = self.descendant.get("/CIDToGIDMap")
        return bytes_of(found) if isinstance(found, pikepdf.Stream) else None

    def _named_glyph(self, program: Program, code: int) -> int | None:
        if program.cff is None:
            return None
        name = self._names.get(code)
        if "/Encoding" not in self.dictionary and program.cff.encoding:
            return program.cff.encoding.get(code)
        return program.cff.glyph_of_name.get(name) if name else None

    def _character_glyph(self, program: Program, code: int) -> int | None:
        """A simple TrueType font's glyph, by the rules of 9.6.6.4."""
        symbols, unicode_map, mac = (program.cmaps.get(key) for key in ((3, 0), (3, 1), (1, 0)))
        if not self.symbolic and (name := self._names.get(code)):
            character = character_of(name)
            if unicode_map and character and ord(character) in unicode_map:
                return unicode_map[ord(character)]
            codes = {n: c for c, n in ENCODINGS["/MacRomanEncoding"].items()}
            return mac.get(codes[name]) if mac and name in codes else None
        if symbols:
            found = symbols.get(code)
            return symbols.get(PRIVATE_CODES + code) if found is None else found
        return mac.get(code) if mac else None

    # ------------------------------------------------------------------ characters

    @cached_property
    def to_unicode(self) -> CMap | None:
        """What ToUnicode says; None where there is none."""
        found = self.dictionary.get("/ToUnicode")
        return read_cmap(bytes_of(found)) if isinstance(found, pikepdf.Stream) else None

    def text(self, code: int) -> str | None:
        """What a code stands for: by ToUnicode, else by the name of its glyph; None where nothing says it."""
        if self.to_unicode is not None:
            return self.to_unicode.texts.get(code)
        if self.composite or (self.subtype == "/TrueType" and self.symbolic):
            return None
        name = self._names.get(code)
        return character_of(name) if name else None

    @cached_property
    def collection(self) -> tuple[str | None, str | None, object]:
        """Registry, ordering and supplement of a CIDFont."""
        info = entries_of(self.descendant.get("/CIDSystemInfo"))
        return text_of(info.get("/Registry")), text_of(info.get("/Ordering")), info.get("/Supplement")
