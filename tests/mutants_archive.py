"""Wrong copies of a good file, continued: fonts, colours, pictures, what can be clicked, and the bytes of the file."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.mutants import (
    Mutant,
    added,
    content,
    drop,
    font,
    link,
    linked_page,
    page_of,
    picture,
    put,
    root,
    saved,
    tagged,
)


def descendant(pdf: pikepdf.Pdf) -> Any:
    """The CIDFont of the first font."""
    return font(pdf).DescendantFonts[0]


def descriptor(pdf: pikepdf.Pdf) -> Any:
    """Its descriptor."""
    return descendant(pdf).FontDescriptor


def intent(pdf: pikepdf.Pdf) -> Any:
    """The output intent."""
    return pdf.Root.OutputIntents[0]


def profile(pdf: pikepdf.Pdf) -> Any:
    """Its profile."""
    return intent(pdf).DestOutputProfile


def meaning(old: str, new: str) -> Any:
    """Another text in the first font's ToUnicode; ``old`` is a regular expression."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = font(pdf).ToUnicode
        data = stream.read_bytes()
        changed = re.sub(old.encode(), new.encode(), data)
        assert changed != data
        stream.write(changed)

    return change


def wide(pdf: pikepdf.Pdf) -> None:
    widths = descendant(pdf).W
    for index, item in enumerate(widths):
        if isinstance(item, Array):
            widths[index] = Array([float(width) + 3 for width in item])


def cid_set(pdf: pikepdf.Pdf) -> None:
    descriptor(pdf).CIDSet = pdf.make_stream(b"\x80")


def state(**entries: Any) -> Any:
    """A graphics state that is used on a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[4].obj.Resources.ExtGState = Dictionary(Wrong=Dictionary(**entries))
        tagged("q /Wrong gs Q")(pdf)

    return change


def version_five(pdf: pikepdf.Pdf) -> None:
    profile = intent(pdf).DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:8] + b"\5" + data[9:])


def no_profile(pdf: pikepdf.Pdf) -> None:
    intent(pdf).DestOutputProfile.write(b"not a profile")


def spots(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[4].obj
    for name, ink in (("/One", 0), ("/Two", 1)):
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[ink, 0, 1], N=1)
        spaces = page.Resources.get("/ColorSpace", Dictionary())
        spaces[name] = Array([Name.Separation, Name.Gold, Name.DeviceRGB, tint])
        page.Resources.ColorSpace = spaces
    tagged("/One cs 1 scn 0 0 1 1 re f /Two cs 1 scn 0 0 1 1 re f")(pdf)


def form(operators: bytes = b"", **entries: Any) -> Any:
    """A form that is painted within the first mark of a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        about = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 9, 9]), **entries}
        stream = pdf.make_stream(operators, Dictionary({f"/{key}": value for key, value in about.items()}))
        resources = pdf.pages[4].obj.Resources
        resources.XObject = Dictionary({**dict(resources.get("/XObject", {}).items()), "/Wrong": stream})
        tagged("/Wrong Do")(pdf)

    return change


def mask(pdf: pikepdf.Pdf) -> Any:
    """The mask of the first picture that has one."""
    pictures = (item for page in pdf.pages for item in page.obj.Resources.get("/XObject", {}).values())
    return next(item.SMask for item in pictures if "/SMask" in item)


def bare_form(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[4].obj.Resources.XObject.keys()))
    form(f"{name} Do".encode("ascii"))(pdf)


def marked_form(pdf: pikepdf.Pdf) -> None:
    form(b"/P<</MCID 0>>BDC 0 0 1 1 re f EMC", Resources=Dictionary())(pdf)


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"some notes"


def film(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=[0, 0, 9, 9], F=4, Contents=String("A film"))
    page = linked_page(pdf)
    page.Annots = Array([*page.Annots, pdf.make_indirect(note)])


def stamp(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 9, 9], F=4, Contents=String("A stamp"))
    page = linked_page(pdf)
    page.Annots = Array([*page.Annots, pdf.make_indirect(note)])


def layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("One")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def launch(pdf: pikepdf.Pdf) -> None:
    item = link(pdf)
    for key in ("/Dest", "/A"):
        if key in item:
            del item[key]
    item.A = Dictionary(S=Name.Launch, F=String("program"))


def named(**entries: Any) -> Any:
    """Entries of the catalog's name dictionary."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root.Names[f"/{key}"] = value

    return change


def locked(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="owner", user=""), deterministic_id=False)


def without_identifier(data: bytes) -> bytes:
    """The identifier's key in the cross-reference streams given another name of the same length."""
    return data.replace(b"/ID [", b"/XD [")


def lines_apart(data: bytes) -> bytes:
    """The first stream's keyword after what stands before it, where an end of line was."""
    return data.replace(b"\nendstream", b" endstream", 1)


def written_by_hand(data: bytes) -> bytes:
    """A plain file, whose objects can be seen."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)


FONTS = (
    Mutant("a font without ToUnicode", "meanings", "UA-1 7.21.7", drop(font, "/ToUnicode")),
    Mutant(
        "a glyph without a meaning", "meanings", "A-2 6.2.11.7.2", meaning(r"\d+ beginbfchar\n[^\n]*", "0 beginbfchar")
    ),
    Mutant("a glyph that means nothing", "characters", "UA-1 7.21.7", meaning(r"<0041>", "<0000>")),
    Mutant("a glyph that means a byte order mark", "characters", "UA-1 7.21.7", meaning(r"<0041>", "<FEFF>")),
    Mutant("a private character", "private-characters", "A-2 6.2.11.7.3", meaning(r"<0041>", "<E001>")),
    Mutant("a font that is not embedded", "embedded-fonts", "UA-1 7.21.4.1", drop(descriptor, "/FontFile2")),
    Mutant("widths of other glyphs", "widths", "UA-1 7.21.5", wide),
    Mutant("no map of glyphs", "glyph-maps", "UA-1 7.21.3.2", drop(descendant, "/CIDToGIDMap")),
    Mutant("no collection", "collections", "UA-1 7.21.3.1", drop(descendant, "/CIDSystemInfo")),
    Mutant("a CMap that is elsewhere", "cmaps", "UA-1 7.21.3.3", put(font, "/Encoding", Name("/Own-H"))),
    Mutant("an undefined glyph", "notdef", "UA-1 7.21.8", content(r"<[0-9A-F]{4}", "<0000")),
    Mutant("a glyph that the font lacks", "glyphs", "A-2 6.2.11.4.1", content(r"<[0-9A-F]{4}", "<FFF0")),
    Mutant("a font without a name", "fonts", "A-2 6.2.11.2", drop(font, "/BaseFont")),
    Mutant("a subset that lists not all", "subsets", "UA-1 7.21.4.2", cid_set),
)
COLOURS = (
    Mutant("no output intent", "device-colours", "A-2 6.2.4.3", drop(root, "/OutputIntents")),
    Mutant("an output intent without a profile", "output-intent", "A-2 6.2.3", drop(intent, "/DestOutputProfile")),
    Mutant("a wrong number of colours", "output-intent", "A-2 6.2.3", put(profile, "/N", 4)),
    Mutant("a profile too new", "output-intent", "A-2 6.2.3", version_five),
    Mutant("a profile that is none", "output-intent", "A-2 6.2.3", no_profile),
    Mutant("CMYK", "device-colours", "A-2 6.2.4.3", tagged("q 0 0 0 1 k 0 0 1 1 re f Q")),
    Mutant("an ink with two meanings", "colour-spaces", "A-2 6.2.4", spots),
    Mutant("an unknown rendering intent", "rendering-intents", "A-2 6.2.6", tagged("/Pretty ri")),
    Mutant("a transfer curve", "graphics-states", "A-2 6.2.5", state(TR=Name.Identity)),
    Mutant("an unknown blend mode", "graphics-states", "A-2 6.2.10", state(BM=Name.Sparkle)),
    Mutant("a halftone", "graphics-states", "A-2 6.2.5", state(HT=Dictionary(HalftoneType=6))),
    Mutant("a picture that is smaller than it says", "picture-data", "A-2 6.2.8", put(picture, "/Width", 5000)),
    Mutant("a mask that is cut", "picture-data", "A-2 6.2.8", put(mask, "/Height", 5000)),
    Mutant("an interpolated picture", "pictures", "A-2 6.2.8", put(picture, "/Interpolate", value=True)),
    Mutant("an alternate picture", "pictures", "A-2 6.2.8", put(picture, "/Alternates", Array([]))),
    Mutant("a picture for another", "pictures", "A-2 6.2.8", put(picture, "/OPI", Dictionary())),
    Mutant(
        "a form for another file's page", "form-objects", "A-2 6.2.9", form(Ref=Dictionary(), Resources=Dictionary())
    ),
    Mutant("a form of PostScript", "form-objects", "A-2 6.2.9", form(Subtype2=Name.PS, Resources=Dictionary())),
    Mutant("a form with marks of no element", "elements-of-marks", "UA-1 7.1", marked_form),
    Mutant("a form without resources", "resources", "A-2 6.2.2", bare_form),
    Mutant("an unknown operator", "operators", "A-2 6.2.2", tagged("BX 1 shine EX")),
    Mutant("too many states", "limits", "A-2 6.1.13", added("q " * 30 + "Q " * 30)),
    Mutant("states that are not ended", "balance", "A-2 6.2.2", added("q")),
    Mutant("half a hexadecimal digit", "hexadecimal", "A-2 6.1.6", content(r"<([0-9A-F]{4,})>", r"<\g<1>0 >")),
    Mutant("a number too large", "limits", "A-2 6.1.13", added("q 99999999999 0 0 1 0 0 cm Q")),
    Mutant("a page too large", "page-boxes", "A-2 6.1.13", put(page_of(0), "/MediaBox", Array([0, 0, 20000, 20000]))),
)
INTERACTION = (
    Mutant("a script", "actions", "A-2 6.5.1", script),
    Mutant("a program to be started", "actions", "A-2 6.5.1", launch),
    Mutant(
        "an unknown named action",
        "actions",
        "A-2 6.5.1",
        put(root, "/OpenAction", Dictionary(S=Name.Named, N=Name.Print)),
    ),
    Mutant("a file that acts on its own", "triggers", "A-2 6.5.2", put(root, "/AA", Dictionary())),
    Mutant("a page that acts on its own", "triggers", "A-2 6.5.2", put(page_of(0), "/AA", Dictionary())),
    Mutant("a hidden link", "annotation-flags", "A-2 6.3.2", put(link, "/F", 6)),
    Mutant("a link without flags", "annotation-flags", "A-2 6.3.2", drop(link, "/F")),
    Mutant("a film", "annotation-kinds", "A-2 6.3.1", film),
    Mutant("a stamp that does not say how it looks", "appearances", "A-2 6.3.3", stamp),
    Mutant("a stamp in no element", "annotation-tags", "UA-1 7.18.1", stamp),
    Mutant("an attached file", "attachments", "A-2 6.8", attached),
    Mutant("a form of XFA", "forms", "UA-1 7.15", put(root, "/AcroForm", Dictionary(XFA=Array([])))),
    Mutant(
        "fields drawn by the viewer", "forms", "A-2 6.4.1", put(root, "/AcroForm", Dictionary(NeedAppearances=True))
    ),
    Mutant("layers without a name", "layers", "UA-1 7.10", layer),
    Mutant("presentations", "presentations", "A-2 6.10", named(AlternatePresentations=Dictionary())),
    Mutant("things asked of viewers", "presentations", "A-2 6.11", put(root, "/Requirements", Array([]))),
)
BYTES = (
    Mutant("another version", "header", "A-2 6.1.2", rewrite=lambda data: data.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
    Mutant(
        "no binary mark",
        "header",
        "A-2 6.1.2",
        rewrite=lambda data: re.sub(rb"(?<=\n)%[\x80-\xff]{4}", b"%abcd", data, count=1),
    ),
    Mutant("no identifier", "trailer", "A-2 6.1.3", rewrite=without_identifier),
    Mutant("more behind the end", "trailer", "A-2 6.1.3", rewrite=lambda data: data + b"\nand more"),
    Mutant("a locked file", "encryption", "UA-1 7.16", rewrite=locked),
    Mutant("an end of stream on the same line", "streams", "A-2 6.1.7.1", rewrite=lines_apart),
    Mutant(
        "an object on another's line",
        "spacing",
        "A-2 6.1.9",
        rewrite=lambda data: written_by_hand(data).replace(b"\n2 0 obj", b" 2 0 obj", 1),
    ),
    Mutant(
        "bytes of nothing",
        "strays",
        "A-2 6.1.1",
        rewrite=lambda data: written_by_hand(data).replace(b"\nstartxref", b"\nxx\nstartxref", 1),
    ),
    Mutant("a stream in another file", "streams", "A-2 6.1.7.1", put(picture, "/F", String("elsewhere"))),
    Mutant(
        "a forbidden compression",
        "filters",
        "A-2 6.1.7.2",
        rewrite=lambda data: written_by_hand(data).replace(b"/Filter /DCTDecode", b"/Filter /LZWDecode", 1),
    ),
)
