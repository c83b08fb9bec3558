"""One loaded font: its measures, the glyphs that a text becomes, and the subset that a PDF embeds.

Shaping is HarfBuzz's. A variable font is a face once its axes are set: from then on nothing can tell it from
a static one. Bitmap and colour glyphs are not drawn. Words come from the OpenType specification.
All measures are in 1/1000 em, whatever the font's own units.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

import uharfbuzz as hb

from pipeline.font.outline import Contour, flattened

Kind = Literal["glyf", "cff"]

Features = tuple[tuple[str, int], ...]
"""OpenType features as sorted pairs of tag and value: ``(("onum", 1), ("smcp", 1))``."""

NO_FEATURES: Features = ()

Glyph = tuple[int, int, float, float, float]
"""Glyph id, index of its cluster's first character, advance with kerning, x offset, y offset."""

# What HarfBuzz may leave out or show as blank when the font has no glyph for it.
_SPACES = frozenset([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000])
_CONTROLS = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10))
_INVISIBLE = frozenset([0xAD, 0x34F, 0x61C, 0xFEFF, *_CONTROLS])

# The script of a word that has none of its own, such as a number.
_SCRIPT_OF_LANGUAGE = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"), "Cyrl"),
    "el": "Grek",
    "ka": "Geor",
    "hy": "Armn",
    "ar": "Arab",
    "fa": "Arab",
    "he": "Hebr",
}

# Text with any of these has a script, which need not be asked for.
_LATIN_LETTER = re.compile("[A-Za-z]")

# Layout tables are spent once text is shaped; the rest is of no use inside a PDF.
_TABLES_TO_DROP = (
    "GSUB",
    "GPOS",
    "GDEF",
    "kern",
    "DSIG",
    "meta",
    "post",
    "name",
    "OS/2",
    "cmap",
    "FFTM",
    "BASE",
    "STAT",
    "gasp",
    "VORG",
)


class Embedding(Enum):
    """What the font's maker allows (OS/2 fsType; the least restrictive of several bits counts)."""

    INSTALLABLE = "installable"
    EDITABLE = "editable"
    PRINT = "preview and print"
    WHOLE = "whole font only"
    BITMAP = "bitmaps only"
    RESTRICTED = "forbidden"

    @property
    def allowed(self) -> bool:
        """Whether the outlines may be embedded in a PDF."""
        return self not in {Embedding.RESTRICTED, Embedding.BITMAP}

    @classmethod
    def from_bits(cls, fs_type: int) -> Embedding:
        """The permission that the sixteen bits of fsType express."""
        if fs_type & 0x0200:
            return cls.BITMAP
        if fs_type & 0x000E == 0x0002:
            return cls.RESTRICTED
        if fs_type & 0x0100:
            return cls.WHOLE
        if fs_type & 0x0008:
            return cls.EDITABLE
        return cls.PRINT if fs_type & 0x0004 else cls.INSTALLABLE


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A shaped text: glyphs in visual order, and the sum of their advances in 1/1000 em.

    Runs compare by identity, so that they can key a table cheaply; a face gives the same run for the same text.
    """

    text: str
    width: float
    glyphs: tuple[Glyph, ...]
    ltr: bool

    def tracked(self, tracking: float) -> float:
        """The width when ``tracking`` (1/1000 em) follows each cluster, the last one too."""
        return self.width + tracking * self.letters if tracking else self.width

    @property
    def letters(self) -> int:
        """How many clusters it has."""
        return len({glyph[1] for glyph in self.glyphs})


@dataclass(frozen=True, slots=True)
class FontProgram:
    """What a PDF embeds: a TrueType file, or the bare CFF table. Glyph ids are those of the face."""

    data: bytes
    kind: Kind


class Face:
    """A font at one place of its design space, ready to shape.

    ``key`` tells it from every other face and is the same in every run of the program. ``axes`` holds the values
    that were asked for. The constructor takes the bytes of an OpenType file with a single font.
    """

    def __init__(self, data: bytes, axes: Mapping[str, float] | None = None, style_name: str = "") -> None:
        self._face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self._face)
        self.axes = tuple(sorted((axes or {}).items()))
        if self.axes:
            self._font.set_variations(dict(self.axes))
        self._read_names(style_name, hashlib.sha256(data).hexdigest()[:12])
        self._read_measures()
        self._runs: dict[tuple[str, Features, str], Run] = {}
        self._advances: dict[int, float] = {}
        self._unicodes: frozenset[int] | None = None
        self._features: frozenset[str] | None = None

    def __repr__(self) -> str:
        return f"Face({self.key!r})"

    # ------------------------------------------------------------------ what the font says of itself

    def _read_names(self, style_name: str, digest: str) -> None:
        names = hb.OTNameIdPredefined
        self.family = self._name(names.TYPOGRAPHIC_FAMILY) or self._name(names.FONT_FAMILY) or "Unnamed"
        own = self._name(names.TYPOGRAPHIC_SUBFAMILY) or self._name(names.FONT_SUBFAMILY) or "Regular"
        self.style_name = style_name or own
        stem = self._name(names.POSTSCRIPT_NAME) or self.family
        if self.axes:
            stem = (self._name(names.VARIATIONS_PS_PREFIX) or stem.split("-")[0]) + "-" + self._place()
        self.postscript_name = re.sub(r"[^A-Za-z0-9_.-]", "", stem)[:63] or "Font"
        self.key = f"{self.postscript_name}#{digest}"

    def _place(self) -> str:
        return "_".join(f"{tag}{value:g}" for tag, value in self.axes).replace("-", "m")

    def _name(self, name_id: int) -> str:
        return str(self._face.get_name(name_id) or "")

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)

    def _read_measures(self) -> None:
        self.units_per_em: int = self._face.upem
        self._scale = k = 1000 / self.units_per_em
        tags = set(self._face.table_tags)
        self.kind: Kind = "cff" if tags & {"CFF ", "CFF2"} else "glyf"
        extents = self._font.get_font_extents("ltr")
        self.ascender, self.descender = extents.ascender * k, extents.descender * k
        metric = self._font.get_metric_position_with_fallback
        self.cap_height = float(metric(hb.OTMetricsTag.CAP_HEIGHT)) * k
        self.x_height = float(metric(hb.OTMetricsTag.X_HEIGHT)) * k
        head, post, os2 = self._table("head"), self._table("post"), self._table("OS/2")
        corners = struct.unpack(">4h", head[36:44]) if len(head) >= 44 else (0, -250, 1000, 750)
        self.bbox = tuple(v * k for v in corners)
        self.italic_angle: float = struct.unpack(">i", post[4:8])[0] / 65536 if len(post) >= 8 else 0.0
        self.fixed_pitch = len(post) >= 16 and any(post[12:16])
        selection = struct.unpack(">H", os2[62:64])[0] if len(os2) >= 64 else 0
        self.italic = (
            bool(selection & 0x0201) or dict(self.axes).get("ital", 0) >= 1 or dict(self.axes).get("slnt", 0) < 0
        )
        weight_class = struct.unpack(">H", os2[4:6])[0] if len(os2) >= 6 else 400
        self.weight = round(dict(self.axes).get("wght", weight_class))
        self.embedding = Embedding.from_bits(struct.unpack(">H", os2[8:10])[0] if len(os2) >= 10 else 0)
        family_class, serif_style = (os2[30], os2[33]) if len(os2) >= 34 else (0, 0)
        self.serif = family_class in {1, 2, 3, 4, 5, 7} or (family_class == 0 and 2 <= serif_style <= 10)

    def features_available(self) -> frozenset[str]:
        """Tags of all features that the font's GSUB and GPOS tables offer for any script."""
        if self._features is None:
            self._features = features_of(self._face)
        return self._features

    # ------------------------------------------------------------------ coverage

    @property
    def unicodes(self) -> frozenset[int]:
        """The code points that the font maps to a glyph."""
        if self._unicodes is None:
            self._unicodes = frozenset(self._face.unicodes)
        return self._unicodes

    def covers(self, text: str) -> bool:
        """Whether every character of ``text`` can be shown: by a glyph of its own or by HarfBuzz's composing."""
        return self.unicodes.issuperset(map(ord, text)) or not self.missing(text)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of ``text`` that would come out as an empty box, each once, in order."""
        mapped = self.unicodes
        absent = [c for c in dict.fromkeys(text) if ord(c) not in mapped and not self._stands_in(ord(c))]
        if not absent:
            return ()
        # An accent that the font lacks may still compose with its base, and a letter may be taken apart.
        run = self.shape(text)
        starts = sorted({g[1] for g in run.glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        boxed = {c for g in run.glyphs if g[0] == 0 for c in text[g[1] : ends[g[1]]]}
        return tuple(c for c in absent if c in boxed)

    def _stands_in(self, code: int) -> bool:
        return code in _INVISIBLE or (code in _SPACES and 0x20 in self.unicodes)

    # ------------------------------------------------------------------ shaping

    def shape(self, text: str, features: Features = NO_FEATURES, language: str = "") -> Run:
        """The glyphs of ``text``, one word as a rule.

        ``features`` add to the font's defaults, which hold kerning and ligatures; ``language`` is a BCP 47 tag.
        Runs are kept, so that a second call costs a look-up.
        """
        key = (text, features, language)
        run = self._runs.get(key)
        if run is None:
            run = self._runs[key] = self._shaped(text, features, language)
        return run

    def _shaped(self, text: str, features: Features, language: str) -> Run:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        # Without a language HarfBuzz takes the machine's, and pages would differ from one desk to the next.
        buffer.language = language or "und"
        buffer.guess_segment_properties()
        if not _LATIN_LETTER.search(text) and buffer.script is None:
            buffer.script = _SCRIPT_OF_LANGUAGE.get(language.partition("-")[0].lower(), "Latn")
            buffer.direction = "ltr"
        hb.shape(self._font, buffer, dict(features))
        k = self._scale
        places = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        glyphs = [(i.codepoint, i.cluster, p.x_advance * k, p.x_offset * k, p.y_offset * k) for i, p in places]
        return Run(text, sum([glyph[2] for glyph in glyphs]), tuple(glyphs), buffer.direction == "ltr")

    def advance(self, gid: int) -> float:
        """The natural advance of a glyph, before any kerning."""
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self._font.get_glyph_h_advance(gid) * self._scale
        return width

    def outline(self, gid: int) -> tuple[Contour, ...]:
        """The contours of a glyph as polygons of (x, y) from its origin, y up; none for a space."""
        return flattened(self._font, gid, self._scale)

    # ------------------------------------------------------------------ embedding

    def subset(self, gids: Collection[int]) -> FontProgram:
        """The font program that draws ``gids`` (and .notdef), with the face's own glyph ids and its axes settled.

        A font that may only be embedded whole is.
        """
        plan = hb.SubsetInput()
        wanted = range(self._face.glyph_count) if self.embedding is Embedding.WHOLE else {0, *gids}
        plan.sets(hb.SubsetInputSets.GLYPH_INDEX).update(wanted)
        flags = hb.SubsetFlags
        plan.flags = (
            flags.RETAIN_GIDS
            | flags.NO_LAYOUT_CLOSURE
            | flags.NOTDEF_OUTLINE
            | flags.NO_HINTING
            | flags.DOWNGRADE_CFF2
            | flags.CFF_IDENTITY_CHARSET
        )
        plan.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(t) for t in _TABLES_TO_DROP)
        if self._face.has_var_data:
            plan.pin_all_axes_to_default(self._face)
            for tag, value in self.axes:
                plan.pin_axis_location(self._face, tag, value)
        part = plan.subset(self._face)
        data = part.reference_table("CFF ").data if self.kind == "cff" else part.blob.data
        return FontProgram(bytes(data), self.kind)


def features_of(face: hb.Face) -> frozenset[str]:
    """Tags of the features in the layout tables of a HarfBuzz face."""
    return frozenset(
        feature
        for table in ("GSUB", "GPOS")
        for script in range(len(face.get_table_script_tags(table)))
        for language in (0xFFFF, *range(len(face.get_script_language_tags(table, script))))
        for feature in face.get_language_feature_tags(table, script, language)
    )


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
