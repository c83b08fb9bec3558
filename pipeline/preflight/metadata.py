"""Checks of what the file says of itself: its claims, its title, and that XMP and Info say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pikepdf

from pipeline.preflight.opened import Opened, bytes_of, entries_of, said
from pipeline.preflight.packet import Name, Packet, Value, read_packet
from pipeline.preflight.values import Check, Trouble

DC, XMP, PDF = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/"
PDFAID, PDFUAID = "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfua/ns/id/"
EXTENSION, SCHEMA = "http://www.aiim.org/pdfa/ns/extension/", "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
PAGED = "http://ns.adobe.com/xap/1.0/t/pg/"
MM, RIGHTS = "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/"
PREFIXES = {
    PDFAID: "pdfaid",
    PDFUAID: "pdfuaid",
    EXTENSION: "pdfaExtension",
    SCHEMA: "pdfaSchema",
    PROPERTY: "pdfaProperty",
}
# The properties that need no description, by namespace; what follows the colon is the kind of array, if it is one.
KNOWN = {
    DC: "contributor:Bag coverage creator:Seq date:Seq description:Alt format identifier language:Bag publisher:Bag"
    " relation:Bag rights:Alt source subject:Bag title:Alt type:Bag",
    XMP: "CreateDate CreatorTool Identifier:Bag Label MetadataDate ModifyDate Nickname Rating Advisory:Bag BaseURL",
    PDF: "Keywords PDFVersion Producer",
    PDFAID: "part conformance amd corr",
    MM: "DerivedFrom DocumentID History:Seq InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant"
    " RenditionClass RenditionParams VersionID Versions:Seq",
    PAGED: "MaxPageSize NPages Fonts:Bag Colorants:Seq PlateNames:Seq",
    RIGHTS: "Certificate Marked Owner:Bag UsageTerms:Alt WebStatement",
    EXTENSION: "schemas:Bag",
}
DATES = frozenset({(XMP, "CreateDate"), (XMP, "ModifyDate"), (XMP, "MetadataDate")})
XMP_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d)?'?(\d\d)?'?.*")


def _stream(file: Opened) -> Iterator[Trouble]:
    item = file.root.get("/Metadata")
    if not isinstance(item, pikepdf.Stream):
        yield Trouble("The file has no metadata.")
    elif item.get("/Type") != "/Metadata" or item.get("/Subtype") != "/XML":
        yield Trouble("The file's metadata do not say that they are XMP.")


def has_packet(file: Opened) -> bool:
    """Whether there is a packet to look at."""
    return isinstance(file.root.get("/Metadata"), pikepdf.Stream)


def _well_formed(file: Opened) -> Iterator[Trouble]:
    for item in file.objects:
        if isinstance(item, pikepdf.Stream) and (item.get("/Type") == "/Metadata" or item.get("/Subtype") == "/XML"):
            packet = read_packet(bytes_of(item))
            for attribute in ("bytes", "encoding"):
                if re.search(rf"\b{attribute}\s*=", packet.attributes):
                    yield Trouble(f"The XMP packet's header has the attribute {attribute}.")
            for uri, name in packet.twice:
                yield Trouble(f"The XMP packet has the property {name} twice.", value=uri)


def _claims(file: Opened, uri: str, wanted: dict[str, str]) -> Iterator[Trouble]:
    for name, value in wanted.items():
        said = file.packet.text(uri, name)
        if said != value:
            yield Trouble(f"XMP does not claim {PREFIXES[uri]}:{name} {value}.", value=said or "nothing", limit=value)
    for prefix in sorted(file.packet.prefixes.get(uri, set()) - {PREFIXES[uri]}):
        yield Trouble("The claim is made under another prefix.", value=prefix, limit=PREFIXES[uri])


def _claims_access(file: Opened) -> Iterator[Trouble]:
    yield from _claims(file, PDFUAID, {"part": "1"})


def _claims_archive(file: Opened) -> Iterator[Trouble]:
    yield from _claims(file, PDFAID, {"part": "2", "conformance": "A"})


def _title(file: Opened) -> Iterator[Trouble]:
    if not (file.packet.text(DC, "title") or "").strip():
        yield Trouble("XMP gives the file no title (dc:title).")


def _shown_title(file: Opened) -> Iterator[Trouble]:
    shown = entries_of(file.root.get("/ViewerPreferences")).get("/DisplayDocTitle")
    if shown is not True:
        yield Trouble("The window's title is not the file's title.", value=said(shown), limit="DisplayDocTitle true")


def _described(packet: Packet) -> tuple[dict[Name, str], list[str]]:
    """The properties that the packet describes itself, with their types; and what is wrong with that."""
    found: dict[Name, str] = {}
    faults: list[str] = []
    container = packet.properties.get((EXTENSION, "schemas"))
    if container is None:
        return found, faults
    if container.array != "Bag":
        faults.append("is not a bag")
    for schema in container.items:
        uri = _text(schema, SCHEMA, "namespaceURI")
        faults += [f"lacks {name}" for name in ("schema", "prefix", "namespaceURI") if not _text(schema, SCHEMA, name)]
        faults += _strangers(schema, SCHEMA, {"schema", "namespaceURI", "prefix", "property", "valueType"})
        if schema.field(SCHEMA, "valueType") is not None:
            faults.append("defines types of its own, which are not looked into")
        properties = schema.field(SCHEMA, "property")
        if properties is not None and properties.array != "Seq":
            faults.append("has properties that are not in a sequence")
        for item in properties.items if properties else ():
            needed = ("name", "valueType", "category", "description")
            faults += [f"has a property without {name}" for name in needed if not _text(item, PROPERTY, name)]
            faults += _strangers(item, PROPERTY, set(needed))
            if _text(item, PROPERTY, "category") not in {"internal", "external"}:
                faults.append("has a property that is neither internal nor external")
            kind = _text(item, PROPERTY, "valueType")
            if kind not in VALUES:
                faults.append(f"has a property of the type {kind or 'nothing'}, which is not looked into")
            found[uri, _text(item, PROPERTY, "name")] = kind
    return found, faults


def _text(value: Value, uri: str, name: str) -> str:
    field = value.field(uri, name)
    return field.text.strip() if field else ""


def _strangers(value: Value, uri: str, known: set[str]) -> list[str]:
    return [f"has the field {name}" for (space, name), _ in value.fields if space != uri or name not in known]


def _properties(file: Opened) -> Iterator[Trouble]:
    described, faults = _described(file.packet)
    for fault in faults:
        yield Trouble(f"A description of XMP properties {fault}.")
    for (uri, name), value in file.packet.properties.items():
        known = dict(part.partition(":")[::2] for part in KNOWN.get(uri, "").split())
        if name in known:
            if value.array != known[name]:
                kind = known[name] or "text"
                yield Trouble(f"The XMP property {name} is of the wrong kind.", value=value.array or "text", limit=kind)
            if (uri, name) in DATES and xmp_moment(value.text) is None:
                yield Trouble(f"The XMP property {name} is not a date.", value=value.text)
        elif (uri, name) not in described:
            yield Trouble(f"The XMP property {name} is neither known nor described.", value=uri)
        elif value.array or value.fields or not VALUES.get(described[uri, name], bool)(value.text):
            kind = described[uri, name]
            yield Trouble(f"The XMP property {name} is of the wrong kind.", value=value.text, limit=kind)
    for uri in (EXTENSION, SCHEMA, PROPERTY):
        for prefix in sorted(file.packet.prefixes.get(uri, set()) - {PREFIXES[uri]}):
            yield Trouble("XMP properties are described under another prefix.", value=prefix, limit=PREFIXES[uri])


def xmp_moment(text: str) -> datetime | None:
    """A date as XMP writes it; None where it is none. Without a zone it is taken as UTC."""
    match = XMP_DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    return _moment((year, month, day, hour, minute, second), zone or "Z")


def pdf_moment(text: str) -> datetime | None:
    """A date as Info writes it; None where it is none. Without a zone it is taken as UTC."""
    match = PDF_DATE.fullmatch(text)
    if not match:
        return None
    *parts, zone, minutes = match.groups()
    return _moment(tuple(parts), f"{zone}:{minutes or '00'}" if zone not in {None, "Z"} else "Z")


def _moment(parts: tuple[str | None, ...], zone: str) -> datetime | None:
    year, month, day, hour, minute, second = (
        int(part) if part else first for part, first in zip(parts, (0, 1, 1, 0, 0, 0), strict=True)
    )
    sign = -1 if zone.startswith("-") else 1
    offset = timedelta() if zone == "Z" else sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset))
    except ValueError:
        return None


def _agreement(file: Opened) -> Iterator[Trouble]:
    """Every entry of Info that XMP has a word for says the same there."""
    info = entries_of(file.pdf.trailer.get("/Info"))
    packet = file.packet
    said = {
        "/Title": packet.text(DC, "title"),
        "/Author": ", ".join(packet.texts(DC, "creator")) or None,
        "/Subject": packet.text(DC, "description"),
        "/Keywords": packet.text(PDF, "Keywords"),
        "/Creator": packet.text(XMP, "CreatorTool"),
        "/Producer": packet.text(PDF, "Producer"),
    }
    for key, text in said.items():
        if key in info and str(info[key]) != (text or ""):
            yield Trouble(f"Info and XMP disagree on {key[1:]}.", value=str(info[key]), limit=text or "nothing")
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        if key in info:
            stated = packet.text(XMP, name)
            moment = pdf_moment(str(info[key]))
            if moment is None or stated is None or xmp_moment(stated) != moment:
                yield Trouble(f"Info and XMP disagree on {key[1:]}.", value=str(info[key]), limit=stated or "nothing")


def has_info(file: Opened) -> bool:
    """Whether there is an information dictionary."""
    return "/Info" in file.pdf.trailer


def _lock(file: Opened) -> Iterator[Trouble]:
    if file.pdf.is_encrypted:
        yield Trouble("The file is encrypted.")


# The types of described properties that are looked into, and what belongs to them.
VALUES: dict[str, Callable[[str], object]] = {
    "Text": lambda _: True,
    "Integer": re.compile(r"[+-]?\d+").fullmatch,
    "Boolean": re.compile("True|False").fullmatch,
    "Date": xmp_moment,
}


CHECKS = (
    Check("encryption", "The file is not encrypted", (("ua1", "7.16"), ("2a", "6.1.3"), ("x4", "6.15 (7.6)")), _lock),
    Check("metadata", "The file has metadata", (("ua1", "7.1"), ("2a", "6.6.2.1")), _stream),
    Check("packets", "XMP is well formed", (("2a", "6.6.2.1"),), _well_formed, has_packet),
    Check("claim-ua", "XMP claims PDF/UA-1", (("ua1", "5"),), _claims_access),
    Check("claim-a", "XMP claims PDF/A-2a", (("2a", "6.6.4"),), _claims_archive),
    Check("title", "The file has a title", (("ua1", "7.1"),), _title),
    Check("shown-title", "Viewers show the title", (("ua1", "7.1"),), _shown_title),
    Check("properties", "XMP properties are known or described", (("2a", "6.6.2.3"),), _properties, has_packet),
    Check("agreement", "Info and XMP agree", (("2a", "6.6.3"), ("x4", "6.10 (14.3)")), _agreement, has_info),
)
