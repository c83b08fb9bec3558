"""Checks of colour and painting: what numbers mean, in pictures too, and nothing that a later reader could not draw."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pikepdf

from pipeline.preflight.boxes import first_size
from pipeline.preflight.content import Drawn
from pipeline.preflight.opened import Opened, Unreadable, bytes_of, entries_of, items_of, names_of, numbers_of, said
from pipeline.preflight.values import Check, Trouble

INTENT = "/GTS_PDFA1"
SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}
DEVICES = {"/DeviceGray": (b"GRAY", b"RGB ", b"CMYK"), "/DeviceRGB": (b"RGB ",), "/DeviceCMYK": (b"CMYK",)}
OUTPUT_CLASSES, INPUT_CLASSES = (b"prtr", b"mntr"), (b"prtr", b"mntr", b"scnr", b"spac")
INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
BLENDS = frozenset(
    [
        "/Normal",
        "/Compatible",
        "/Multiply",
        "/Screen",
        "/Overlay",
        "/Darken",
        "/Lighten",
        "/ColorDodge",
        "/ColorBurn",
        "/HardLight",
        "/SoftLight",
        "/Difference",
        "/Exclusion",
        "/Hue",
        "/Saturation",
        "/Color",
        "/Luminosity",
    ]
)
BITS = {1, 2, 4, 8, 16}
NEWEST = 5  # the profile format's first version that is too new
HEADER = 128
MOST_COLOURANTS = 32


class Profile:
    """The header of an ICC profile (ICC.1, 7.2)."""

    def __init__(self, data: bytes) -> None:
        if len(data) < HEADER or data[36:40] != b"acsp":
            message = "an ICC profile is none"
            raise Unreadable(message)
        self.size = struct.unpack_from(">I", data)[0]
        self.version, self.kind, self.space = data[8], data[12:16], data[16:20]
        self.whole = self.size == len(data)


def _intents(file: Opened) -> list[dict[str, pikepdf.Object]]:
    return [entries_of(item) for item in items_of(file.root.get("/OutputIntents"))]


def _output_space(file: Opened) -> bytes:
    """The colour space of the PDF/A output intent; empty where there is none."""
    for intent in _intents(file):
        profile = intent.get("/DestOutputProfile")
        if intent.get("/S") == INTENT and isinstance(profile, pikepdf.Stream):
            return Profile(bytes_of(profile)).space
    return b""


def _output(file: Opened) -> Iterator[Trouble]:
    profiles = set()
    for intent in _intents(file):
        if "/DestOutputProfileRef" in intent:
            yield Trouble("An output intent has its profile elsewhere.")
        if (profile := intent.get("/DestOutputProfile")) is not None:
            profiles.add(profile.objgen)
        if intent.get("/S") != INTENT:
            continue
        if not isinstance(profile, pikepdf.Stream):
            yield Trouble("The output intent has no profile.")
            continue
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield Trouble("The output intent does not name its condition.")
        yield from _profile(profile, OUTPUT_CLASSES, (b"GRAY", b"RGB ", b"CMYK"), "The output intent's profile")
    if len(profiles) > 1:
        yield Trouble("Output intents have unlike profiles.", value=str(len(profiles)), limit="1")


def _profile(
    stream: pikepdf.Object, kinds: tuple[bytes, ...], spaces: tuple[bytes, ...], what: str, page: int = 0
) -> Iterator[Trouble]:
    profile = Profile(bytes_of(stream))
    if not profile.whole:
        yield Trouble(f"{what} is cut.", page, value=f"{profile.size} bytes")
    if profile.version >= NEWEST:
        yield Trouble(f"{what} is of a version too new.", page, value=str(profile.version), limit="4")
    if profile.kind not in kinds:
        yield Trouble(f"{what} is of the wrong class.", page, value=profile.kind.decode("latin-1"))
    if profile.space not in spaces:
        yield Trouble(f"{what} is of the wrong colour space.", page, value=profile.space.decode("latin-1"))
    elif stream.get("/N") != SPACES[profile.space]:
        yield Trouble(
            f"{what} has another number of colours than it says.",
            page,
            value=str(stream.get("/N")),
            limit=str(SPACES[profile.space]),
        )


def _covered(file: Opened) -> Iterator[Trouble]:
    output = _output_space(file)
    for (name, instead), page in file.contents.devices.items():
        if not instead and output not in DEVICES[name]:
            intent = output.decode("latin-1").strip() or "none"
            yield Trouble(
                f"{name[1:]} is used, and nothing says which colours it means.", page, value=intent, limit=name[7:]
            )


def _spaces(file: Opened) -> Iterator[Trouble]:
    spots: dict[str, tuple[bytes, ...]] = {}
    for drawn in file.contents.spaces.values():
        items = items_of(drawn.item)
        kind = str(items[0])
        if kind == "/ICCBased":
            if not isinstance(items[1], pikepdf.Stream):
                yield Trouble("A colour space has no profile.", drawn.page)
                continue
            yield from _profile(items[1], INPUT_CLASSES, tuple(SPACES), "A colour space's profile", drawn.page)
        elif kind == "/Separation":
            yield from _spot(drawn, str(items[1]), (items[2], items[3]), spots)
        elif kind == "/DeviceN":
            yield from _colourants(drawn, items, spots)
        elif kind not in {"/CalGray", "/CalRGB", "/Lab", "/Indexed", "/Pattern", *DEVICES}:
            yield Trouble("A colour space is unknown.", drawn.page, value=kind)


def _spot(
    drawn: Drawn, name: str, meaning: tuple[pikepdf.Object, ...], spots: dict[str, tuple[bytes, ...]]
) -> Iterator[Trouble]:
    """Inks of one name mean one thing."""
    unfolded = tuple(_unfolded(item) for item in meaning)
    if spots.setdefault(name, unfolded) != unfolded:
        yield Trouble(f"The ink {name[1:]} has two meanings.", drawn.page)


def _unfolded(item: object) -> bytes:
    if isinstance(item, pikepdf.Stream):
        return pikepdf.Dictionary(
            {k: v for k, v in item.items() if k not in {"/Length", "/Filter", "/DecodeParms"}}
        ).unparse() + bytes_of(item)
    return item.unparse(resolved=True) if isinstance(item, pikepdf.Object) else str(item).encode()


def _colourants(
    drawn: Drawn, items: tuple[pikepdf.Object, ...], spots: dict[str, tuple[bytes, ...]]
) -> Iterator[Trouble]:
    names = names_of(items[1])
    if len(names) > MOST_COLOURANTS:
        yield Trouble(
            "A colour space has too many inks.", drawn.page, value=str(len(names)), limit=str(MOST_COLOURANTS)
        )
    described = entries_of(entries_of(items[4]).get("/Colorants")) if len(items) > 4 else {}  # noqa: PLR2004 - its attributes
    process = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/None"}
    for name in names:
        if name not in process and name not in described:
            yield Trouble(f"The ink {name[1:]} is not described.", drawn.page)
    for name, space in described.items():
        parts = items_of(space)
        if len(parts) > 3:  # noqa: PLR2004 - kind, name, alternate and transform
            yield from _spot(drawn, name, (parts[2], parts[3]), spots)


def _rendering(file: Opened) -> Iterator[Trouble]:
    for place in file.contents.intents:
        if place.what not in INTENTS:
            yield Trouble("A rendering intent is unknown.", place.page, value=place.what[1:])
    for drawn in file.contents.images.values():
        if (intent := drawn.item.get("/Intent")) is not None and str(intent) not in INTENTS:
            yield Trouble("A picture's rendering intent is unknown.", drawn.page, value=str(intent)[1:])


def _states(file: Opened) -> Iterator[Trouble]:
    for drawn in file.contents.states.values():
        entries = entries_of(drawn.item)
        for key in ("/TR", "/HTP"):
            if key in entries:
                yield Trouble(f"A graphics state has {key[1:]}.", drawn.page)
        if "/TR2" in entries and entries["/TR2"] != "/Default":
            yield Trouble("A graphics state has TR2.", drawn.page, limit="Default")
        halftone = entries.get("/HT")
        if halftone is not None and halftone != "/Default":
            screen = entries_of(halftone)
            kind = screen.get("/HalftoneType")
            if kind not in {1, 5} or "/HalftoneName" in screen or "/TransferFunction" in screen:
                yield Trouble("A graphics state has a halftone that may not be.", drawn.page, value=said(kind))
        for blend in names_of(entries.get("/BM")):
            if blend not in BLENDS:
                yield Trouble("A blend mode is unknown.", drawn.page, value=blend[1:])


def _images(file: Opened) -> Iterator[Trouble]:
    for drawn in file.contents.images.values():
        item, page = drawn.item, drawn.page
        for key in ("/Alternates", "/OPI"):
            if key in item:
                yield Trouble(f"A picture has {key[1:]}.", page)
        if item.get("/Interpolate", False) is not False:
            yield Trouble("A picture is to be interpolated.", page)
        bits = item.get("/BitsPerComponent")
        masks = {1} if item.get("/ImageMask", False) is True else BITS
        if bits is not None and bits not in masks:
            yield Trouble(
                "A picture has a depth that may not be.",
                page,
                value=str(bits),
                limit=", ".join(map(str, sorted(masks))),
            )
        if "/JPXDecode" in names_of(item.get("/Filter")):
            yield Trouble("A picture is in JPEG 2000, which is not looked into.", page)
    for entries, page in file.contents.inline_images:
        if entries.get("/I", entries.get("/Interpolate", False)) is not False:
            yield Trouble("A picture is to be interpolated.", page)
        filters = names_of(entries.get("/F", entries.get("/Filter")))
        if {"/LZW", "/LZWDecode", "/Crypt"} & set(filters):
            yield Trouble("A picture is compressed in a way that may not be.", page, value=", ".join(filters))


def _forms(file: Opened) -> Iterator[Trouble]:
    for drawn in file.contents.forms.values():
        item = drawn.item
        if "/OPI" in item or "/PS" in item or item.get("/Subtype2") == "/PS":
            yield Trouble("A form holds PostScript or stands for another picture.", drawn.page)
        if "/Ref" in item:
            yield Trouble("A form stands for a page of another file.", drawn.page)
    for item in file.objects:
        if (
            isinstance(item, pikepdf.Stream)
            and item.get("/Subtype") == "/PS"
            and item.get("/Type", "/XObject") == "/XObject"
        ):
            yield Trouble("The file holds PostScript.")


def _transparent(file: Opened) -> Iterator[Trouble]:
    if _output_space(file):
        return
    for page in sorted(file.contents.transparent):
        if "/CS" not in entries_of(file.pages[page - 1].obj.get("/Group")):
            yield Trouble("A page is transparent, and nothing says in which colours it blends.", page)


def _groups(file: Opened) -> Iterator[Trouble]:
    """The blending space of a page's group is a colour space like others."""
    output = _output_space(file)
    for number, page in enumerate(file.pages, 1):
        space = entries_of(page.obj.get("/Group")).get("/CS")
        if space is not None and not isinstance(space, pikepdf.Array) and str(space) not in DEVICES:
            yield Trouble("A page blends in a colour space that is none.", number, value=str(space)[:60])
        if isinstance(space, pikepdf.Name) and str(space) in DEVICES and output not in DEVICES[str(space)]:
            default = str(space).replace("/Device", "/Default")
            if default not in entries_of(entries_of(page.obj.get("/Resources")).get("/ColorSpace")):
                yield Trouble(f"A page blends in {str(space)[1:]}, and nothing says which colours that means.", number)


def _resources(file: Opened) -> Iterator[Trouble]:
    for place in file.contents.inherited:
        yield Trouble(f"A stream uses resources that are not its own: {place.what}.", place.page)


def _operators(file: Opened) -> Iterator[Trouble]:
    for place in file.contents.unknown:
        yield Trouble("The content has an operator that is unknown.", place.page, value=place.what)


def _boxes(file: Opened) -> Iterator[Trouble]:
    least, most = 3, 14_400
    for number, page in enumerate(file.pages, 1):
        for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            box = numbers_of(page.obj.get(key))
            sides = (abs(box[2] - box[0]), abs(box[3] - box[1])) if box else ()
            if any(not least <= side <= most for side in sides):
                yield Trouble(
                    f"{key[1:]} has a side that may not be.",
                    number,
                    value=" × ".join(f"{s:g}" for s in sides),
                    limit=f"{least} to {most}",
                )


CHECKS = (
    Check("output-intent", "The output intent has a sound profile", (("2a", "6.2.3"),), _output),
    Check("device-colours", "Every colour has a meaning", (("2a", "6.2.4.3"),), _covered),
    Check("colour-spaces", "Colour spaces are sound", (("2a", "6.2.4"), ("x4", "6.4 (8.6)")), _spaces),
    Check("rendering-intents", "Rendering intents are known", (("2a", "6.2.6"), ("x4", "6.23 (8.6.5.8)")), _rendering),
    Check(
        "graphics-states",
        "Graphics states hold nothing for one device",
        (("2a", "6.2.5"), ("2a", "6.2.10"), ("x4", "6.13 (10)")),
        _states,
    ),
    Check("pictures", "Pictures hold all that they show", (("2a", "6.2.8"),), _images),
    Check(
        "form-objects",
        "Forms hold all that they show",
        (("ua1", "7.20"), ("2a", "6.2.9"), ("x4", "6.14 (8.10)")),
        _forms,
    ),
    Check("blending", "Blending has a colour space", (("2a", "6.2.10"),), _transparent),
    Check("groups", "Blending spaces have a meaning", (("2a", "6.2.4.3"),), _groups),
    Check("resources", "Pages and forms have resources of their own", (("2a", "6.2.2"),), _resources),
    Check("operators", "All operators are known", (("2a", "6.2.2"), ("x4", "6.19 (annex A)")), _operators),
    Check("page-boxes", "Pages are of a size that may be", (("2a", "6.1.13"),), _boxes, measure=first_size),
)
