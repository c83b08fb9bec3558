"""Checks of PDF/X-4 as ISO 15930-7:2010, clause 6, has it: what a press must not have to ask for, and must not meet.

A clause is named as ``6.12 (14.11.2)``: in brackets stands the clause of ISO 32000-1 that describes what is asked for.
Files are complete (PDF/X-4): profiles that lie elsewhere (PDF/X-4p) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from pipeline.measure import Box
from pipeline.preflight.boxes import SLACK, bleed_of, corners_of, overlap, shown_of, trim_of
from pipeline.preflight.colours import Profile
from pipeline.preflight.content import Corners
from pipeline.preflight.interaction import has_layers
from pipeline.preflight.metadata import DC, MM, PDF, XMP, xmp_moment
from pipeline.preflight.opened import Opened, bytes_of, entries_of, items_of, said, text_of
from pipeline.preflight.tagging import box_of, every_annotation
from pipeline.preflight.values import Check, Measure, Trouble

PDFXID = "http://www.npes.org/pdfx/ns/id/"
INTENT = "/GTS_PDFX"
CLAIM = "PDF/X-4"
VERSION = re.compile(rb"%PDF-1\.[3-6]\s")
SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
NEWEST = 5
MARKS = frozenset({"/PrinterMark", "/TrapNet"})
# What actions do (12.6.4), which need not say that they are actions.
ACTIONS = frozenset(
    f"/{name}"
    for name in (
        *("GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named", "SubmitForm"),
        *("ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView"),
    )
)
BLENDING = {b"GRAY": "/DeviceGray", b"RGB ": "/DeviceRGB", b"CMYK": "/DeviceCMYK"}


def _version(file: Opened) -> Iterator[Trouble]:
    if not VERSION.match(file.data):
        yield Trouble("The file is of a version that X-4 does not take.", value=file.pdf.pdf_version, limit="1.6")
    if "/Version" in file.root and str(file.root.Version) > "/1.6":
        yield Trouble("The catalog names a version that X-4 does not take.", value=str(file.root.Version)[1:])


def _number(file: Opened) -> Measure:
    return Measure(str(file.pdf.pdf_version), "1.6")


def _identifier(file: Opened) -> Iterator[Trouble]:
    parts = items_of(file.pdf.trailer.get("/ID"))
    if len(parts) != 2 or any(not isinstance(part, pikepdf.String) or not bytes(part) for part in parts):  # noqa: PLR2004
        yield Trouble("The file has no identifier (ID).")


def _claim(file: Opened) -> Iterator[Trouble]:
    stated = file.packet.text(PDFXID, "GTS_PDFXVersion")
    if stated != CLAIM:
        yield Trouble("XMP does not claim pdfxid:GTS_PDFXVersion.", value=stated or "nothing", limit=CLAIM)
    info = entries_of(file.pdf.trailer.get("/Info"))
    if "/GTS_PDFXVersion" in info and str(info["/GTS_PDFXVersion"]) != CLAIM:
        yield Trouble("Info claims another standard.", value=str(info["/GTS_PDFXVersion"]), limit=CLAIM)


def _history(file: Opened) -> Iterator[Trouble]:
    """What tells one version of a document from another."""
    for name in ("DocumentID", "VersionID", "RenditionClass"):
        if not (file.packet.text(MM, name) or "").strip():
            yield Trouble(f"XMP lacks xmpMM:{name}.")
    for name in ("CreateDate", "ModifyDate", "MetadataDate"):
        stated = file.packet.text(XMP, name)
        if stated is None or xmp_moment(stated) is None:
            yield Trouble(f"XMP lacks xmp:{name}, or it is no date.", value=stated or "nothing")
    if not (file.packet.text(DC, "title") or "").strip():
        yield Trouble("XMP gives the file no title (dc:title).")


def _trapped(file: Opened) -> Iterator[Trouble]:
    stated = entries_of(file.pdf.trailer.get("/Info")).get("/Trapped")
    if not isinstance(stated, pikepdf.Name) or str(stated) not in {"/True", "/False"}:
        yield Trouble("Info does not say whether the file is trapped.", value=said(stated), limit="True or False")
        return
    in_packet = file.packet.text(PDF, "Trapped")
    if in_packet != str(stated)[1:]:
        yield Trouble("Info and XMP disagree on Trapped.", value=in_packet or "nothing", limit=str(stated)[1:])


# ---------------------------------------------------------------------- the output intent


def _press_intents(file: Opened) -> list[dict[str, pikepdf.Object]]:
    intents = [entries_of(item) for item in items_of(file.root.get("/OutputIntents"))]
    return [entries for entries in intents if entries.get("/S") == INTENT]


def output_space(file: Opened) -> bytes:
    """The colour space of the press, as its profile has it; empty where there is no output intent."""
    for intent in _press_intents(file):
        if isinstance(profile := intent.get("/DestOutputProfile"), pikepdf.Stream):
            return Profile(bytes_of(profile)).space
    return b""


def _intent(file: Opened) -> Iterator[Trouble]:
    found = _press_intents(file)
    if len(found) != 1:
        yield Trouble("There is not one output intent of a press.", value=str(len(found)), limit="1")
    for intent in found:
        if not text_of(intent.get("/OutputConditionIdentifier")):
            yield Trouble("The output intent does not name its printing condition.")
        if "/DestOutputProfileRef" in intent:
            yield Trouble("The output intent has its profile elsewhere.")
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, pikepdf.Stream):
            yield from _profile(profile)
        else:
            yield Trouble("The output intent has no profile.")


def _condition(file: Opened) -> Measure | None:
    """The printing condition that the file is made for: its name in the registry, and its description."""
    for intent in _press_intents(file):
        names = [text_of(intent.get(key)) for key in ("/OutputConditionIdentifier", "/Info")]
        if said_so := [name for name in dict.fromkeys(names) if name]:
            return Measure(": ".join(said_so))
    return None


def _profile(stream: pikepdf.Object) -> Iterator[Trouble]:
    profile = Profile(bytes_of(stream))
    if not profile.whole:
        yield Trouble("The output intent's profile is cut.", value=f"{profile.size} bytes")
    if profile.version >= NEWEST:
        yield Trouble("The output intent's profile is of a version too new.", value=str(profile.version), limit="4")
    if profile.kind != b"prtr":
        kind = profile.kind.decode("latin-1")
        yield Trouble("The output intent's profile is not that of a press.", value=kind, limit="prtr")
    if profile.space not in SPACES:
        space = profile.space.decode("latin-1")
        yield Trouble("The output intent's profile is of a colour space that may not be.", value=space)
    elif stream.get("/N") != SPACES[profile.space]:
        wanted = str(SPACES[profile.space])
        yield Trouble("The output intent's profile has another N.", value=str(stream.get("/N")), limit=wanted)


def _covered(file: Opened) -> Iterator[Trouble]:
    """Device colours are the press's own, or a default space says what they mean."""
    output = output_space(file)
    for (name, instead), page in file.contents.devices.items():
        own = name == BLENDING.get(output) or (name == "/DeviceGray" and output == b"CMYK")
        if not instead and not own:
            intent = output.decode("latin-1").strip() or "none"
            message = f"{name[1:]} is painted with, which is not the press's."
            yield Trouble(message, page, value=name[7:], limit=f"the intent's: {intent}")


# ---------------------------------------------------------------------- boxes and annotations


def _within(inner: Corners, outer: Corners) -> bool:
    low = all(a >= b - SLACK for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + SLACK for a, b in zip(inner[2:], outer[2:], strict=True))


def _boxes(file: Opened) -> Iterator[Trouble]:
    for number, page in enumerate(file.pages, 1):
        if ("/TrimBox" in page.obj) == ("/ArtBox" in page.obj):
            has = "both" if "/TrimBox" in page.obj else "neither"
            yield Trouble("A page has not one of TrimBox and ArtBox.", number, value=has, limit="one")
        media = corners_of(page.mediabox)
        names = [name for name in ("/TrimBox", "/ArtBox", "/BleedBox", "/CropBox") if name in page.obj]
        boxes = {name: corners_of(page.obj[name]) for name in names}
        if "/CropBox" not in boxes and page.cropbox != page.mediabox:  # of the tree that the page is in
            boxes["/CropBox"] = corners_of(page.cropbox)
        for name, box in boxes.items():
            if box is None or box[0] >= box[2] or box[1] >= box[3]:
                yield Trouble(f"{name[1:]} is no box.", number)
        order = (("/TrimBox", "/BleedBox"), ("/ArtBox", "/BleedBox"), ("/TrimBox", "/CropBox"), ("/ArtBox", "/CropBox"))
        for inner, outer in (*order, ("/BleedBox", "/CropBox")):
            if (a := boxes.get(inner)) and (b := boxes.get(outer)) and not _within(a, b):
                yield _outside(inner, outer, number, a, b)
        for name, box in boxes.items():
            if box and media and not _within(box, media):
                yield _outside(name, "/MediaBox", number, box, media)


def _outside(inner: str, outer: str, page: int, a: Corners, b: Corners) -> Trouble:
    values = [" ".join(f"{n + 0.0:g}" for n in box) for box in (a, b)]
    return Trouble(f"{inner[1:]} lies outside of {outer[1:]}.", page, value=values[0], limit=values[1])


def _annotations(file: Opened) -> Iterator[Trouble]:
    for number, note in every_annotation(file):
        kind, place = str(note.get("/Subtype", "")), corners_of(note.get("/Rect"))
        page = file.pages[number - 1]
        limits = bleed_of(page) or corners_of(page.mediabox)
        box: Box | None = box_of(file, number, note)
        if kind == "/TrapNet":
            yield Trouble("There is an annotation for trapping, which is not looked into.", number, box, kind[1:])
        elif kind in MARKS:
            trim = trim_of(page) or shown_of(page)
            if place and trim and overlap(place, trim):
                yield Trouble("A printer's mark lies inside of the trim.", number, box, kind[1:])
        elif place is None or limits is None or overlap(place, limits):
            yield Trouble("An annotation lies inside of the bleed.", number, box, kind[1:] or "of no kind")


# ---------------------------------------------------------------------- what may not be there


def _acts(file: Opened) -> Iterator[Trouble]:
    for item in file.dictionaries:
        entries = entries_of(item)
        if entries.get("/Type") == "/Action" or "/JS" in entries or str(entries.get("/S")) in ACTIONS:
            yield Trouble("The file has an action.", value=said(entries.get("/S")))
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if isinstance(file.root.get(key), pikepdf.Dictionary):
            yield Trouble("The file acts on its own, or has a form to be filled in.", value=key[1:])
    for number, page in enumerate(file.pages, 1):
        if "/AA" in page.obj:
            yield Trouble("A page acts on its own.", number)
    for number, note in every_annotation(file):
        if "/A" in note or "/AA" in note:
            yield Trouble("An annotation acts.", number, box_of(file, number, note))
    if "/JavaScript" in entries_of(file.root.get("/Names")):
        yield Trouble("The file has scripts.", value="JavaScript")


def _attached(file: Opened) -> Iterator[Trouble]:
    if "/EmbeddedFiles" in entries_of(file.root.get("/Names")) or any("/EF" in item for item in file.dictionaries):
        yield Trouble("The file has others attached.")


def _streams(file: Opened) -> Iterator[Trouble]:
    for item in file.objects:
        if isinstance(item, pikepdf.Stream) and {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys()):
            yield Trouble("A stream's bytes are in another file.", value=str(item.objgen[0]))


def _alternates(file: Opened) -> Iterator[Trouble]:
    for drawn in file.contents.images.values():
        for key in ("/Alternates", "/OPI"):
            if key in drawn.item:
                yield Trouble(f"A picture stands for another ({key[1:]}).", drawn.page)


def _layers(file: Opened) -> Iterator[Trouble]:
    layers = entries_of(file.root.get("/OCProperties"))
    for item in (layers.get("/D"), *items_of(layers.get("/Configs"))):
        entries = entries_of(item)
        if not text_of(entries.get("/Name")):
            yield Trouble("A set of layers has no name.")
        if "/AS" in entries:
            yield Trouble("Layers switch themselves.", value="AS")
        if entries.get("/BaseState", "/ON") != "/ON" and item == layers.get("/D"):
            yield Trouble("Layers are not shown to begin with.", value=str(entries["/BaseState"])[1:], limit="ON")


def _blending(file: Opened) -> Iterator[Trouble]:
    """A transparent page blends in the press's colours, and says so where nothing else does."""
    output = BLENDING.get(output_space(file))
    for page in sorted(file.contents.transparent):
        group = entries_of(file.pages[page - 1].obj.get("/Group"))
        space = group.get("/CS")
        if space is None:
            yield Trouble("A page is transparent, and nothing says in which colours it blends.", page, limit="Group CS")
        elif isinstance(space, pikepdf.Name) and str(space) != output:
            wanted = (output or "none")[1:]
            message = "A page blends in colours that are not the press's."
            yield Trouble(message, page, value=str(space)[1:], limit=wanted)
    for drawn in file.contents.forms.values():
        space = entries_of(drawn.item.get("/Group")).get("/CS")
        if isinstance(space, pikepdf.Name) and str(space) not in {output, "/DeviceGray"}:
            message = "A part of a page blends in colours that are not the press's."
            yield Trouble(message, drawn.page, value=str(space)[1:], limit=(output or "none")[1:])


CHECKS = (
    Check("x4-version", "The file is of PDF 1.6 or older", (("x4", "6.1 (7.5.2)"),), _version, measure=_number),
    Check("x4-identifier", "The file has an identifier", (("x4", "6 (14.4)"),), _identifier),
    Check("x4-claim", "XMP claims PDF/X-4", (("x4", "6.11 (14.3.2)"),), _claim),
    Check("x4-history", "XMP tells versions apart", (("x4", "6.10 (14.3.2)"),), _history),
    Check("x4-trapped", "The file says whether it is trapped", (("x4", "6.9 (14.11.6)"),), _trapped),
    Check(
        "x4-intent",
        "One output intent with the press's profile",
        (("x4", "6.4.2 (14.11.5)"),),
        _intent,
        measure=_condition,
    ),
    Check("x4-colours", "Device colours are the press's", (("x4", "6.4.3 (8.6.4)"),), _covered),
    Check("x4-boxes", "Pages have a trim inside their bleed", (("x4", "6.12 (14.11.2)"),), _boxes),
    Check("x4-annotations", "No annotations inside the bleed", (("x4", "6.17 (12.5)"),), _annotations),
    Check("x4-actions", "No actions, scripts and forms", (("x4", "6.18 (12.6)"),), _acts),
    Check("x4-attachments", "No attached files", (("x4", "6.7 (7.11)"),), _attached),
    Check("x4-streams", "All bytes are in the file", (("x4", "6.7 (7.3.8)"),), _streams),
    Check("x4-pictures", "Pictures stand for themselves", (("x4", "6.16 (8.9.5)"),), _alternates),
    Check("x4-layers", "Layers are named and stay as they are", (("x4", "6.24 (8.11)"),), _layers, has_layers),
    Check("x4-blending", "Transparency blends in the press's colours", (("x4", "6.20 (11.4.7)"),), _blending),
)
