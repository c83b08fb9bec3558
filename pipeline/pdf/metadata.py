"""What a document says of itself: the XMP packet, in agreement with the information dictionary.

Claims of conformance are made by who asks for them; none is made by default. Words come from ISO 16684-1 (XMP),
Dublin Core, ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape as escape_markup

from pipeline import __version__

# Alternatives of one range each compile at once; one class of all takes longer than the packet.
_NOT_XML = re.compile("[\\0-\\x08]|[\\x0b\\x0c]|[\\x0e-\\x1f]|[\\ud800-\\udfff]|[\\ufffe\\uffff]")

PROGRAM = f"digest-pipeline {__version__}"

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
_CLAIM_NAMESPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

# PDF/A allows only schemas that it knows; PDF/UA's identifier must be described inside the packet.
_PDFUA_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What Info and XMP say. ``created`` carries a time zone; ``language`` is a BCP 47 tag."""

    title: str
    language: str
    created: datetime
    modified: datetime | None = None
    author: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    creator_tool: str = PROGRAM
    producer: str = PROGRAM


@dataclass(frozen=True, slots=True)
class Claims:
    """The standards that the file says it follows, as properties by prefixed name: ``(("pdfuaid:part", "1"),)``."""

    properties: tuple[tuple[str, str], ...] = ()


NO_CLAIMS = Claims()
SCREEN_CLAIMS = Claims((("pdfuaid:part", "1"), ("pdfaid:part", "2"), ("pdfaid:conformance", "A")))


def pdf_date(moment: datetime) -> str:
    """``D:20230710120000+00'00'`` (ISO 32000-1, 7.9.4)."""
    offset = moment.strftime("%z") or "+0000"
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{offset[:3]}'{offset[3:5]}'"


def xmp_date(moment: datetime) -> str:
    """``2023-07-10T12:00:00+00:00``."""
    offset = moment.strftime("%z") or "+0000"
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + f"{offset[:3]}:{offset[3:5]}"


def xmp_packet(data: Metadata, claims: Claims = NO_CLAIMS) -> bytes:
    """The packet in UTF-8, padded so that tools may edit it in place. ValueError for a claim of unknown prefix."""
    prefixes = {name.split(":")[0] for name, _ in claims.properties}
    if strange := prefixes - _CLAIM_NAMESPACES.keys() - _NAMESPACES.keys():
        message = f"no namespace is known for {', '.join(sorted(strange))}"
        raise ValueError(message)
    spaces = _NAMESPACES | {prefix: uri for prefix, uri in _CLAIM_NAMESPACES.items() if prefix in prefixes}
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    both = {"pdfaid", "pdfuaid"} <= prefixes
    body = "\n".join(
        [
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about="" {declared}>',
            *_properties(data),
            *(f"<{name}>{escape(value)}</{name}>" for name, value in claims.properties),
            "</rdf:Description>",
        ]
    )
    tail = f"\n{_PDFUA_SCHEMA if both else ''}</rdf:RDF>\n</x:xmpmeta>\n"
    padding = (" " * 99 + "\n") * 20
    return f'{body}{tail}{padding}<?xpacket end="w"?>'.encode()


def escape(text: str) -> str:
    """``text`` for XML, without the control characters that XML cannot hold."""
    return escape_markup(_NOT_XML.sub("", text), quote=False)


def _properties(data: Metadata) -> list[str]:
    lines = [
        "<dc:format>application/pdf</dc:format>",
        _list("dc:title", "Alt", (data.title,), ' xml:lang="x-default"'),
        _list("dc:creator", "Seq", (data.author,) if data.author else ()),
        _list("dc:description", "Alt", (data.description,) if data.description else (), ' xml:lang="x-default"'),
        _list("dc:subject", "Bag", data.keywords),
        _list("dc:language", "Bag", (data.language,)),
        _simple("pdf:Producer", data.producer),
        _simple("pdf:Keywords", ", ".join(data.keywords)),
        _simple("xmp:CreatorTool", data.creator_tool),
        _simple("xmp:CreateDate", xmp_date(data.created)),
        _simple("xmp:ModifyDate", xmp_date(data.modified or data.created)),
        _simple("xmp:MetadataDate", xmp_date(data.modified or data.created)),
    ]
    return [line for line in lines if line]


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _list(name: str, kind: str, values: tuple[str, ...], attributes: str = "") -> str:
    if not values:
        return ""
    items = "".join(f"<rdf:li{attributes}>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"
