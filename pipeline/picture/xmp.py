"""XMP's captions and credits in a picture: a few properties of a packet of XML.

Names are those of ISO 16684-1 and of IPTC's photo metadata. A packet may not define a document type, so no entity can
be; it is read in one pass that keeps nothing else, in a depth that is bounded.
"""

from __future__ import annotations

from xml.parsers import expat

from pipeline import limits

DC, PHOTOSHOP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/photoshop/1.0/"
IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
LIST_ITEM = "http://www.w3.org/1999/02/22-rdf-syntax-ns# li"
LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
DESCRIPTION, RIGHTS, CREATOR = f"{DC} description", f"{DC} rights", f"{DC} creator"
CREDIT, ALT = f"{PHOTOSHOP} Credit", f"{IPTC} AltTextAccessibility"
WANTED = frozenset({DESCRIPTION, RIGHTS, CREATOR, CREDIT, ALT})

Texts = dict[str, list[tuple[str, str]]]
"""By property: pairs of language, empty where none is said, and text."""


class PacketError(Exception):
    """A packet that is not read; what it says ends a sentence about the picture's own texts."""


def read_xmp(packet: bytes) -> Texts:
    """The wanted properties of a packet; PacketError for one that is too large, broken, or defines entities."""
    if len(packet) > limits.PICTURE_PACKET_BYTES:
        raise PacketError("are larger than any caption needs")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(packet.strip(b"\0 \t\r\n"), True)  # noqa: FBT003 - expat's own way to say that this is all
    except expat.ExpatError as error:
        raise PacketError("are damaged") from error
    return reader.found


class _Reader:
    """What expat calls while it reads."""

    def __init__(self) -> None:
        self.found: Texts = {}
        self.depth = 0
        self.inside = ""
        self.since = 0
        self.language = ""
        self.parts: list[str] = []

    def doctype(self, *_: object) -> None:
        raise PacketError("define entities, which no camera writes")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > limits.MARKUP_DEPTH:
            raise PacketError("are nested too deeply")
        if self.inside:
            if name == LIST_ITEM:
                self.language, self.parts = attributes.get(LANGUAGE, ""), []
        elif name in WANTED:
            self.inside, self.since, self.language, self.parts = name, self.depth, "", []
        for key in WANTED & attributes.keys():
            self.found.setdefault(key, []).append(("", attributes[key]))

    def end(self, name: str) -> None:
        if self.inside and (name == LIST_ITEM or self.depth == self.since):
            if text := "".join(self.parts).strip():
                self.found.setdefault(self.inside, []).append((self.language, text))
            self.parts = []
            if self.depth == self.since:
                self.inside = ""
        self.depth -= 1

    def text(self, data: str) -> None:
        if self.inside:
            self.parts.append(data)
