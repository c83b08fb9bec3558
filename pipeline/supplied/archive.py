"""What of a supplied page is changed so that it can be part of a PDF/A-2 and PDF/UA-1 file, and looks as it did.

CMYK gets a meaning: the profile of the file's own output intent, or else that of coated offset. What PDF/A forbids and
a screen has no use for is taken off: halftones, transfer curves, overprint modes, alternate pictures, lists of glyphs,
fonts that nothing is set in. The page's own tags go too, because it is one figure of the publication. What cannot be
mended is found beforehand (``fitness``). Words are those of ISO 19005-2, 6.2, and ISO 14289-1, 7.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf

from pipeline.supplied.objects import Thing, is_named, painters_of, things_of

COMPONENTS = 4
SPACE, SIGNATURE = slice(16, 20), slice(36, 40)
# Operators and names that may be there; a word in a text that looks like one does no harm.
CMYK_OPERATORS = re.compile(rb"[\d.]\s+[kK](?![^\s/\[(<%])|/(?:DeviceCMYK|CMYK)(?![^\s/\[\]<>(])")
MARK_OPERATORS = re.compile(rb"BDC|BMC|MP|DP")
MARKS = frozenset({"BDC", "BMC", "EMC", "MP", "DP"})
PLAIN_NAME = re.compile(r"/[\w+.-]+")

OF_PICTURES = ("/Alternates", "/Interpolate")  # 6.2.8.1
OF_FORMS = ("/Subtype2", "/PS")  # 6.2.9
OF_FONTS = ("/CharSet", "/CIDSet")  # 6.2.11.4.2
OF_STATES = ("/TR", "/TR2", "/HT", "/HTP", "/OPM")  # 6.2.5, 6.2.4.2
SOFT_MASKS = ("/Alpha", "/Luminosity")


@dataclass(slots=True)
class Profiles:
    """The colour spaces of CMYK in one document; a profile is stored once."""

    pdf: pikepdf.Pdf
    spaces: dict[bytes, pikepdf.Object] = field(default_factory=dict)

    def space(self, profile: bytes | None) -> pikepdf.Object:
        """The colour space of a profile, or of coated offset."""
        from pipeline.colour_management import offset_profile  # noqa: PLC0415 - few adverts leave it out

        data = profile or offset_profile()
        if data not in self.spaces:
            stream = pikepdf.Stream(self.pdf, data, {"/N": COMPONENTS, "/Alternate": pikepdf.Name.DeviceCMYK})
            self.spaces[data] = self.pdf.make_indirect(pikepdf.Array([pikepdf.Name.ICCBased, stream]))
        return self.spaces[data]


def own_profile(source: pikepdf.Pdf) -> bytes | None:
    """The profile of CMYK that the file names as what it was made for."""
    for intent in source.Root.get("/OutputIntents", ()):
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, pikepdf.Stream):
            data = profile.read_bytes()
            if data[SPACE] == b"CMYK" and data[SIGNATURE] == b"acsp":
                return data
    return None


def mend(form: pikepdf.Object, profile: bytes | None, profiles: Profiles) -> None:
    """Changes a form of the document of ``profiles``, and all that it is made of; ``profile`` is its file's own."""
    things = tuple(things_of(form))
    painters = tuple(painters_of(things))
    written = tuple(painter.read_bytes() for painter in painters)
    for painter, content in zip(painters, written, strict=True):
        if MARK_OPERATORS.search(content):
            painter.write(_without_marks(painter))
        _give_resources(painter, profiles.pdf)
    for thing in things:
        if thing.is_entered:
            _clean(thing.value)
        if thing.key == "/Font":
            _drop_unused(thing.value, written)
    if any(map(CMYK_OPERATORS.search, written)) or any(map(_names_cmyk, things)):
        space = profiles.space(profile)
        for thing in things:
            _mean(thing, space)


def _without_marks(painter: pikepdf.Stream) -> bytes:
    kept = [i for i in pikepdf.parse_content_stream(painter) if str(i.operator) not in MARKS]
    return pikepdf.unparse_content_stream(kept)


def _give_resources(painter: pikepdf.Stream, pdf: pikepdf.Pdf) -> None:
    """Forms and fonts without resources take those of what shows them (6.2.2)."""
    resources = painter.get("/Resources", pikepdf.Dictionary())
    for shown in (*resources.get("/XObject", {}).values(), *resources.get("/Font", {}).values()):
        if shown.get("/Subtype") in ("/Form", "/Type3") and "/Resources" not in shown:
            if not resources.is_indirect:  # they are about to hold themselves
                resources = painter.Resources = pdf.make_indirect(resources)
            shown.Resources = resources


def _clean(entries: pikepdf.Object) -> None:
    """Takes off what PDF/A forbids in a dictionary of this kind."""
    kind = entries.get("/Subtype")
    if kind == "/Image":
        forbidden: Sequence[str] = OF_PICTURES
    elif kind == "/Form":
        forbidden = OF_FORMS
    elif "/FontName" in entries:
        forbidden = OF_FONTS
    else:
        forbidden = () if entries.get("/S") in SOFT_MASKS else OF_STATES
    for key in forbidden:
        if key in entries:
            del entries[key]
    if kind == "/CIDFontType2" and "/CIDToGIDMap" not in entries:
        entries.CIDToGIDMap = pikepdf.Name.Identity  # what it is when nothing is said, but 6.2.11.3.2 wants it said


def _drop_unused(fonts: pikepdf.Object, written: Sequence[bytes]) -> None:
    for name in list(fonts.keys()):
        if PLAIN_NAME.fullmatch(name) and not is_named(name, written):
            del fonts[name]


def _names_cmyk(thing: Thing) -> bool:
    values = thing.value if isinstance(thing.value, pikepdf.Array) else thing.value.values()
    return any(isinstance(value, pikepdf.Name) and value == "/DeviceCMYK" for value in values)


def _mean(thing: Thing, space: pikepdf.Object) -> None:
    """Says what CMYK means where it is painted with, and where it is blended in."""
    if thing.key == "/Resources":
        if "/ColorSpace" not in thing.value:
            thing.value.ColorSpace = pikepdf.Dictionary()
        if "/DefaultCMYK" not in thing.value.ColorSpace:
            thing.value.ColorSpace.DefaultCMYK = space
    elif thing.key == "/Group" and thing.value.get("/CS") == "/DeviceCMYK":
        thing.value.CS = space
