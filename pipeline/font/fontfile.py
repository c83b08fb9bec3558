"""What a font file says of itself, without loading its glyphs: names, weight, axes, permission, licence."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import uharfbuzz as hb

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.font.face import Embedding
from pipeline.project import ProjectFile

Place = tuple[tuple[str, float], ...]
"""Values of axes, sorted by tag."""

_WIDTHS = {1: 50.0, 2: 62.5, 3: 75.0, 4: 87.5, 5: 100.0, 6: 112.5, 7: 125.0, 8: 150.0, 9: 200.0}
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name")


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of a variable font: its tag and the values that it takes."""

    tag: str
    least: float
    default: float
    most: float


@dataclass(frozen=True, slots=True)
class Instance:
    """A place in a variable font's space to which its maker gave a name."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file: ``width`` in percent of normal, ``licence`` as an SPDX name or "other" (see ``licence_of``).

    ``refusal`` is the finding that says why the file may not be used, if it may not.
    """

    file: ProjectFile
    family: str
    style_name: str
    weight: int
    italic: bool
    width: float
    embedding: Embedding
    licence: str
    axes: tuple[Axis, ...] = ()
    instances: tuple[Instance, ...] = ()
    refusal: Finding | None = None

    @property
    def path(self) -> str:
        """Where the file lies, as users see it."""
        return self.file.path

    def read_bytes(self) -> bytes:
        """The whole file."""
        return self.file.read_bytes()

    def axis(self, tag: str) -> Axis | None:
        """The axis of that tag, if the font has it."""
        return next((axis for axis in self.axes if axis.tag == tag), None)

    @property
    def weights(self) -> tuple[float, float]:
        """The lightest and the heaviest weight that the file can be."""
        axis = self.axis("wght")
        return (axis.least, axis.most) if axis else (self.weight, self.weight)

    @property
    def styles(self) -> frozenset[bool]:
        """Whether the file can be roman (False), italic (True) or both."""
        ital, slant = self.axis("ital"), self.axis("slnt")
        if (ital and ital.most >= 1) or (slant and slant.least < 0):
            return frozenset({False, True})
        return frozenset({self.italic})

    def place(self, weight: int, *, italic: bool, axes: Mapping[str, float], instance: str | None) -> Place:
        """The values of axes that give a weight and style, an instance, and then ``axes``; Fault E326."""
        values = dict(self._instance(instance).place) if instance else self._natural(weight, italic=italic)
        for tag, value in axes.items():
            values[tag] = self._value(tag, value)
        return tuple(sorted(values.items()))

    def style_at(self, place: Place) -> str:
        """The name of the instance at ``place``, or the file's own style."""
        filled = tuple(sorted(({axis.tag: axis.default for axis in self.axes} | dict(place)).items()))
        return next((instance.name for instance in self.instances if instance.place == filled), self.style_name)

    def _natural(self, weight: int, *, italic: bool) -> dict[str, float]:
        values: dict[str, float] = {}
        if wght := self.axis("wght"):
            values["wght"] = min(max(float(weight), wght.least), wght.most)
        if italic and (ital := self.axis("ital")):
            values["ital"] = ital.most
        elif italic and (slant := self.axis("slnt")):
            values["slnt"] = slant.least
        return values

    def _instance(self, name: str) -> Instance:
        by_name = {instance.name.casefold(): instance for instance in self.instances}
        found = by_name.get(name.casefold())
        if found is None:
            near = get_close_matches(name.casefold(), by_name, 1, 0.5)
            names = ", ".join(instance.name for instance in self.instances) or "none, because it is not variable"
            hint = f"Did you mean {by_name[near[0]].name}?" if near else f"Its instances: {names}."
            raise Fault(Finding("E326", f"{self.family} has no instance {name!r}.", Span(self.path), hint))
        return found

    def _value(self, tag: str, value: float) -> float:
        axis = self.axis(tag)
        if axis is None:
            ranges = (
                ", ".join(f"{a.tag} {a.least:g} to {a.most:g}" for a in self.axes) or "none, because it is not variable"
            )
            raise Fault(Finding("E326", f"{self.family} has no axis {tag!r}.", Span(self.path), f"Its axes: {ranges}."))
        if not axis.least <= value <= axis.most:
            hint = f"Give a value from {axis.least:g} to {axis.most:g}."
            raise Fault(
                Finding("E326", f"{tag} {value:g} is outside of what {self.family} has.", Span(self.path), hint)
            )
        return float(value)


def read_font_file(file: ProjectFile, licence: str) -> FontFile:
    """What ``file`` says of itself; Fault E320 when it is not a font that can be used at all."""
    data = file.read_bytes()
    collection = data[:4] == b"ttcf"
    face = hb.Face(hb.Blob(data))
    if not set(_NEEDED) <= set(face.table_tags) or not face.glyph_count:
        hint = "Fetch the TTF or OTF file from the font's maker once more."
        raise Fault(Finding("E320", f"{file.path} is not a font that can be understood.", Span(file.path), hint))
    os2 = bytes(face.reference_table("OS/2").data)
    weight, width, fs_type = struct.unpack(">3H", os2[4:10]) if len(os2) >= 10 else (400, 5, 0)
    selection = struct.unpack(">H", os2[62:64])[0] if len(os2) >= 64 else 0
    embedding = Embedding.from_bits(fs_type)
    names = hb.OTNameIdPredefined
    return FontFile(
        file,
        _name(face, names.TYPOGRAPHIC_FAMILY) or _name(face, names.FONT_FAMILY) or file.name,
        _name(face, names.TYPOGRAPHIC_SUBFAMILY) or _name(face, names.FONT_SUBFAMILY) or "Regular",
        weight,
        bool(selection & 0x0201),  # italic or oblique
        _WIDTHS.get(width, 100.0),
        embedding,
        licence,
        tuple(Axis(a.tag, a.min_value, a.default_value, a.max_value) for a in face.axis_infos),
        _instances(face),
        _refusal(file, embedding, licence, collection=collection),
    )


def _instances(face: hb.Face) -> tuple[Instance, ...]:
    tags = [axis.tag for axis in face.axis_infos]
    return tuple(
        Instance(_name(face, i.subfamily_name_id), tuple(sorted(zip(tags, i.design_coords, strict=True))))
        for i in face.named_instances
    )


def _name(face: hb.Face, name_id: int) -> str:
    return str(face.get_name(name_id) or "").strip()


def _refusal(file: ProjectFile, embedding: Embedding, licence: str, *, collection: bool) -> Finding | None:
    span = Span(file.path)
    if collection:
        return Finding("E325", f"{file.path} is a font collection.", span, "Put the single TTF or OTF files there.")
    if not embedding.allowed:
        message = f"{file.path} may not be embedded in documents ({embedding.value})."
        return Finding("E324", message, span, "Choose another family, or get a file that may be embedded.")
    if not licence:
        message = f"{file.path} has no licence text beside it."
        return Finding("E323", message, span, "Put the licence that came with it there, as OFL.txt or LICENSE.txt.")
    return None
