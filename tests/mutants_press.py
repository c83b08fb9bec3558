"""A good press file and wrong copies of it: what each has wrong, and the check, reason and page that must be told.

The table here is of PDF/X-4; that of what printers object to is in ``mutants_printing``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.colour_management import srgb_profile
from tests.issue_desk import Desk
from tests.mutants import Change, Rewrite, altered, content, drop, info, page_of, put, root, xmp
from tests.mutants_archive import attached, intent, locked, profile, without_identifier, written_by_hand
from tests.press_desk import FULL_BLEED, issue_of, photo, press_pdf

HEADLINE = {"at": {"columns": [1, 6], "rows": [2, 8]}, "text": "{publication.title}", "style": "large"}
VEIL = {"at": {"columns": [1, 3], "rows": [9, 11]}, "fill": {"swatch": "gold", "opacity": 0.5}}
SHEET = page_of(0)


@cache
def good_press_file() -> bytes:
    """A press PDF with a photo that bleeds, black and other type, a spot colour and something that lets through."""
    with TemporaryDirectory() as folder:
        desk = issue_of(Desk(Path(folder).resolve()), FULL_BLEED, VEIL, HEADLINE, cover=photo(size=(1600, 2000)))
        return press_pdf(desk)


@dataclass(frozen=True)
class Wrong:
    """One wrong copy. ``catches`` must fail on ``page`` (0 for the file) with ``reason`` in its message."""

    name: str
    catches: str
    reason: str
    page: int = 0
    change: Change | None = None
    rewrite: Rewrite | None = None

    def made_of(self, good: bytes) -> bytes:
        """The wrong copy; AssertionError where the change changes nothing."""
        return altered(good, self.name, self.change, self.rewrite)


def painted(operators: str, **resources: Any) -> Change:
    """More operators on the cover, with what they draw on: ``XObject={"New": stream}``, by kinds of resources."""

    def change(pdf: pikepdf.Pdf) -> None:
        own = pdf.pages[0].obj.Resources
        for kind, entries in resources.items():
            before = dict(own.get(f"/{kind}", Dictionary()).items())
            own[f"/{kind}"] = Dictionary({**before, **{f"/{key}": made(pdf, value) for key, value in entries.items()}})
        content(r"\Z", f"\nq {operators} Q\n".replace("\\", r"\\"), page=0)(pdf)

    return change


def made(pdf: pikepdf.Pdf, value: Any) -> Any:
    """A resource, or what makes it of the document."""
    return value(pdf) if callable(value) else value


def picture(colour: Any, size: tuple[int, int] = (600, 600), space: Any = Name.DeviceCMYK, **more: Any) -> Any:
    """A picture of one colour."""

    def make(pdf: pikepdf.Pdf) -> Any:
        data = b"" if colour is None else bytes(colour) * size[0] * size[1]
        about = {"Width": size[0], "Height": size[1], "BitsPerComponent": 8, "ColorSpace": made(pdf, space), **more}
        entries = {"Type": Name.XObject, "Subtype": Name.Image, **about}
        return pdf.make_stream(data, Dictionary({f"/{key}": value for key, value in entries.items()}))

    return make


def shown(maker: Any, at: str = "144 0 0 144 60 60") -> Change:
    """A picture, two inches wide at 60, 60."""
    return painted(f"{at} cm /New Do", XObject={"New": maker})


def separation(name: str) -> Array:
    """A spot colour."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


def spots(*names: str) -> Change:
    """Squares in spot colours."""
    spaces = {f"S{index}": separation(name) for index, name in enumerate(names)}
    return painted(
        " ".join(f"/{key} cs 1 scn {60 + 9 * i} 60 8 8 re f" for i, key in enumerate(spaces)), ColorSpace=spaces
    )


def typed(size: float, colour: str, state: str = "") -> Change:
    """A word in the cover's font."""

    def change(pdf: pikepdf.Pdf) -> None:
        name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        data = pdf.pages[0].obj.Contents.read_bytes().decode("latin-1")
        found = re.search(r"<([0-9A-F]{4})", data)
        assert found
        states = {"Over": Dictionary(OP=True, op=True, OPM=1), "Knock": Dictionary(OP=False, op=False)}
        word = f"/{state or 'Knock'} gs BT {name} {size} Tf {colour} 60 60 Td <{found[1]}> Tj ET"
        painted(word, ExtGState=states)(pdf)

    return change


def state(operators: str, **entries: Any) -> Change:
    """Operators in a graphics state of their own."""
    return painted(f"/Own gs {operators}", ExtGState={"Own": Dictionary(**entries)})


def note(rect: list[int], kind: str) -> Change:
    """An annotation of the cover."""

    def change(pdf: pikepdf.Pdf) -> None:
        about = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=rect, F=4)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(about)])

    return change


def form(**entries: Any) -> Change:
    """A form that is painted."""

    def make(pdf: pikepdf.Pdf) -> Any:
        about = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": [0, 0, 9, 9], "Resources": Dictionary(), **entries}
        return pdf.make_stream(b"", Dictionary({f"/{key}": value for key, value in about.items()}))

    return painted("/New Do", XObject={"New": make})


def layered(**entries: Any) -> Change:
    """Layers, set up so."""

    def change(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("One")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(**entries))

    return change


def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(intent(pdf))


def screen_profile(pdf: pikepdf.Pdf) -> None:
    intent(pdf).DestOutputProfile = pdf.make_stream(srgb_profile(), Dictionary(N=3))


def cut_profile(pdf: pikepdf.Pdf) -> None:
    profile(pdf).write(profile(pdf).read_bytes()[:-9])


def tree(pdf: pikepdf.Pdf) -> Any:
    """The tree of pages, of which they have what they do not say themselves."""
    return pdf.Root.Pages


def listed(**entries: Any) -> Change:
    """An outline of one entry."""

    def change(pdf: pikepdf.Pdf) -> None:
        entry = pdf.make_indirect(Dictionary(Title=String("One"), **entries))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=entry, Last=entry, Count=1))
        entry.Parent = pdf.Root.Outlines

    return change


def odd(pdf: pikepdf.Pdf) -> None:
    while len(pdf.pages) % 4 != 1:
        pdf.pages.append(pdf.pages[-1])


def first_picture(pdf: pikepdf.Pdf) -> Any:
    """The cover's photo."""
    return next(item for item in SHEET(pdf).Resources.XObject.values() if item.Subtype == "/Image")


def cover_descriptor(pdf: pikepdf.Pdf) -> Any:
    """The descriptor of the cover's first font."""
    return next(iter(SHEET(pdf).Resources.Font.values())).DescendantFonts[0].FontDescriptor


EXCHANGE = (
    Wrong("PDF 1.7", "x4-version", "version", rewrite=lambda data: data.replace(b"%PDF-1.6", b"%PDF-1.7", 1)),
    Wrong("a later version by the catalog", "x4-version", "catalog", change=put(root, "/Version", Name("/1.7"))),
    Wrong("no identifier", "x4-identifier", "no identifier", rewrite=lambda d: without_identifier(written_by_hand(d))),
    Wrong("nothing on trapping", "x4-trapped", "trapped", change=drop(info, "/Trapped")),
    Wrong("trapping unknown", "x4-trapped", "trapped", change=put(info, "/Trapped", Name.Unknown)),
    Wrong("two words on trapping", "x4-trapped", "disagree", change=xmp("Trapped>False", "Trapped>True")),
    Wrong("no claim", "x4-claim", "GTS_PDFXVersion", change=xmp("<pdfxid:.*?</pdfxid:[^>]*>", "")),
    Wrong("another claim", "x4-claim", "GTS_PDFXVersion", change=xmp("PDF/X-4", "PDF/X-3:2003")),
    Wrong("another claim in Info", "x4-claim", "Info", change=put(info, "/GTS_PDFXVersion", String("PDF/X-1a:2001"))),
    Wrong("no document's name", "x4-history", "DocumentID", change=xmp("<xmpMM:DocumentID>.*?</xmpMM:DocumentID>", "")),
    Wrong("no version's name", "x4-history", "VersionID", change=xmp("<xmpMM:VersionID>.*?</xmpMM:VersionID>", "")),
    Wrong("no rendition", "x4-history", "RenditionClass", change=xmp(">default<", "> <")),
    Wrong("a date that is none", "x4-history", "MetadataDate", change=xmp("MetadataDate>[^<]*<", "MetadataDate>soon<")),
    Wrong("no title", "x4-history", "title", change=xmp("<dc:title>.*?</dc:title>", "")),
    Wrong("another title in Info", "agreement", "Title", change=put(info, "/Title", String("Another"))),
    Wrong("no output intent", "x4-intent", "not one output intent", change=drop(root, "/OutputIntents")),
    Wrong("two output intents", "x4-intent", "not one output intent", change=two_intents),
    Wrong("an archive's intent", "x4-intent", "not one output intent", change=put(intent, "/S", Name.GTS_PDFA1)),
    Wrong("no profile", "x4-intent", "no profile", change=drop(intent, "/DestOutputProfile")),
    Wrong("a wrong N", "x4-intent", "another N", change=put(profile, "/N", 3)),
    Wrong("a screen's profile", "x4-intent", "not that of a press", change=screen_profile),
    Wrong("a profile that is cut", "x4-intent", "is cut", change=cut_profile),
    Wrong("no condition", "x4-intent", "condition", change=drop(intent, "/OutputConditionIdentifier")),
    Wrong("a profile elsewhere", "x4-intent", "elsewhere", change=put(intent, "/DestOutputProfileRef", Dictionary())),
    Wrong("no trim", "x4-boxes", "TrimBox and ArtBox", 1, drop(SHEET, "/TrimBox")),
    Wrong("trim and art", "x4-boxes", "TrimBox and ArtBox", 1, put(SHEET, "/ArtBox", Array([0, 0, 9, 9]))),
    Wrong("a bleed outside", "x4-boxes", "MediaBox", 1, put(SHEET, "/BleedBox", Array([-900, -9, 900, 900]))),
    Wrong("a trim outside the bleed", "x4-boxes", "BleedBox", 1, put(SHEET, "/BleedBox", Array([9, 9, 99, 99]))),
    Wrong("a trim that is cropped", "x4-boxes", "CropBox", 1, put(SHEET, "/CropBox", Array([9, 9, 99, 99]))),
    Wrong("trims that are cropped", "x4-boxes", "CropBox", 1, put(tree, "/CropBox", Array([9, 9, 99, 99]))),
    Wrong("a trim that is none", "x4-boxes", "no box", 1, put(SHEET, "/TrimBox", Array([9, 9, 9, 9]))),
    Wrong("a link in the trim", "x4-annotations", "inside of the bleed", 1, note([9, 9, 99, 99], "Link")),
    Wrong("a mark in the trim", "x4-annotations", "printer's mark", 1, note([9, 9, 99, 99], "PrinterMark")),
    Wrong("traps", "x4-annotations", "trapping", 1, note([-20, -20, -15, -15], "TrapNet")),
    Wrong(
        "a script",
        "x4-actions",
        "action",
        change=put(root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
    ),
    Wrong("an outline that acts", "x4-actions", "action", change=listed(A=Dictionary(S=Name.URI, URI=String("x:")))),
    Wrong("scripts by name", "x4-actions", "scripts", change=put(root, "/Names", Dictionary(JavaScript=Dictionary()))),
    Wrong("a page that acts", "x4-actions", "A page acts", 1, put(SHEET, "/AA", Dictionary())),
    Wrong("a form", "x4-actions", "form", change=put(root, "/AcroForm", Dictionary(Fields=Array([])))),
    Wrong("an attached file", "x4-attachments", "attached", change=attached),
    Wrong("layers without a name", "x4-layers", "no name", change=layered()),
    Wrong("layers that switch", "x4-layers", "switch", change=layered(Name=String("All"), AS=Array([]))),
    Wrong("layers that are off", "x4-layers", "not shown", change=layered(Name=String("All"), BaseState=Name.OFF)),
    Wrong("a locked file", "encryption", "encrypted", rewrite=locked),
    Wrong("LZW", "filters", "compressed", rewrite=lambda d: d.replace(b"/Filter /DCTDecode", b"/Filter /LZWDecode", 1)),
    Wrong("a stream elsewhere", "x4-streams", "another file", change=put(first_picture, "/F", String("elsewhere"))),
    Wrong("alternate pictures", "x4-pictures", "Alternates", 1, put(first_picture, "/Alternates", Array([]))),
    Wrong("a picture for another", "x4-pictures", "OPI", 1, put(first_picture, "/OPI", Dictionary())),
    Wrong("a form of PostScript", "form-objects", "PostScript", 1, form(Subtype2=Name.PS)),
    Wrong("a form for another file's page", "form-objects", "another file", 1, form(Ref=Dictionary())),
    Wrong("a transfer curve", "graphics-states", "TR", 1, state("0 0 1 1 re f", TR=Name.Identity)),
    Wrong("a halftone's place", "graphics-states", "HTP", 1, state("0 0 1 1 re f", HTP=Array([0, 0]))),
    Wrong("a font elsewhere", "embedded-fonts", "not embedded", 1, drop(cover_descriptor, "/FontFile2")),
    Wrong("no blending space", "x4-blending", "nothing says", 1, drop(SHEET, "/Group")),
    Wrong(
        "a screen's blending space",
        "x4-blending",
        "not the press's",
        1,
        put(SHEET, "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
    ),
    Wrong("an unknown operator", "operators", "unknown", 1, painted("1 shine")),
    Wrong("an unknown rendering intent", "rendering-intents", "unknown", 1, painted("/Pretty ri")),
)
