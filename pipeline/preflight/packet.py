"""XMP packets: what a document says of itself, as properties by namespace and name.

A packet is UTF-8 XML without a document type, so that no entity can be defined: anything else is refused. RDF is read
in the forms that XMP allows: elements and attributes, arrays (Alt, Bag, Seq) and structures. Words come from
ISO 16684-1, clause 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from pipeline import limits
from pipeline.preflight.opened import Unreadable

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIX = re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']""")
HEADER = re.compile(r"<\?xpacket\s+([^?]*)\?>")
ARRAYS = {f"{{{RDF}}}{kind}": kind for kind in ("Alt", "Bag", "Seq")}
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A property's value: a text; or an array's kind and items; or fields by name. ``language`` as xml:lang has it."""

    text: str = ""
    array: str = ""
    items: tuple[Value, ...] = ()
    fields: tuple[tuple[Name, Value], ...] = ()
    language: str = ""

    def field(self, uri: str, name: str) -> Value | None:
        """A field of a structure."""
        return dict(self.fields).get((uri, name))


@dataclass(slots=True)
class Packet:
    """The properties, in their order; ``attributes`` are those of the packet's header; ``prefixes`` by namespace."""

    properties: dict[Name, Value] = field(default_factory=dict)
    attributes: str = ""
    prefixes: dict[str, set[str]] = field(default_factory=dict)
    twice: list[Name] = field(default_factory=list)

    def text(self, uri: str, name: str) -> str | None:
        """A simple property, or the first item of an array (of an Alt, its default)."""
        value = self.properties.get((uri, name))
        if value is None:
            return None
        if not value.array:
            return value.text
        items = (
            sorted(value.items, key=lambda item: item.language != "x-default") if value.array == "Alt" else value.items
        )
        return items[0].text if items else None

    def texts(self, uri: str, name: str) -> tuple[str, ...]:
        """The items of an array; of a simple property, itself."""
        value = self.properties.get((uri, name))
        if value is None:
            return ()
        return tuple(item.text for item in value.items) if value.array else (value.text,)


def read_packet(data: bytes) -> Packet:
    """The packet in ``data``; Unreadable where it is not the XML or the RDF that XMP allows."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = "the XMP packet is not UTF-8"
        raise Unreadable(message) from error
    header = HEADER.search(text)
    if not header:
        message = "the XMP packet has no header"
        raise Unreadable(message)
    packet = Packet(attributes=header[1])
    for prefix, uri in PREFIX.findall(text):
        packet.prefixes.setdefault(uri, set()).add(prefix)
    for description in _body(text):
        if description.tag != f"{{{RDF}}}Description":
            message = f"the XMP packet has {description.tag} where a description belongs"
            raise Unreadable(message)
        for name, value in _fields(description, 0):
            if name in packet.properties:
                packet.twice.append(name)
            packet.properties[name] = value
    return packet


def _body(text: str) -> ET.Element:
    """The RDF of a packet."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        message = "the XMP packet defines a document type or entities"
        raise Unreadable(message)
    try:
        root = ET.fromstring(text.strip().lstrip("\ufeff"))  # noqa: S314 - no document type, no entities
    except ET.ParseError as error:
        message = f"the XMP packet is not well formed: {error}"
        raise Unreadable(message) from error
    body = root if root.tag == f"{{{RDF}}}RDF" else root.find(f"{{{RDF}}}RDF")
    if body is None:
        message = "the XMP packet holds no RDF"
        raise Unreadable(message)
    return body


def _split(tag: str) -> Name:
    uri, _, name = tag.removeprefix("{").rpartition("}")
    return uri, name


def _fields(element: ET.Element, depth: int) -> list[tuple[Name, Value]]:
    """The properties of a description: its attributes and its elements."""
    found = [
        (name, Value(text)) for key, text in element.attrib.items() if (name := _split(key))[0] not in {RDF, XML, ""}
    ]
    found += [(_split(child.tag), _value(child, depth + 1)) for child in element]
    return found


def _once(fields: list[tuple[Name, Value]]) -> tuple[tuple[Name, Value], ...]:
    """The fields of a structure, each of which may be there once."""
    if len({name for name, _ in fields}) < len(fields):
        message = "a structure of the XMP packet has a field twice"
        raise Unreadable(message)
    return tuple(fields)


def _value(element: ET.Element, depth: int) -> Value:
    if depth > limits.PREFLIGHT_DEPTH:
        message = "the XMP packet is nested too deeply"
        raise Unreadable(message)
    language = element.get(f"{{{XML}}}lang", "")
    resource = element.get(f"{{{RDF}}}resource")
    children = list(element)
    if element.get(f"{{{RDF}}}parseType") == "Resource":
        return Value(fields=_once(_fields(element, depth)), language=language)
    if not children:
        plain = _fields(element, depth)
        text = resource if resource is not None else element.text or ""
        return Value(text=text, fields=tuple(plain), language=language)
    if len(children) > 1 or (element.text or "").strip():
        message = f"the XMP property {element.tag} has more than one value"
        raise Unreadable(message)
    child = children[0]
    if child.tag in ARRAYS:
        items = tuple(_value(item, depth + 1) for item in child)
        if any(item.tag != f"{{{RDF}}}li" for item in child):
            message = f"the XMP property {element.tag} is an array of something else than items"
            raise Unreadable(message)
        return Value(array=ARRAYS[child.tag], items=items, language=language)
    if child.tag == f"{{{RDF}}}Description":
        return Value(fields=_once(_fields(child, depth + 1)), language=language)
    message = f"the XMP property {element.tag} holds {child.tag}, which is not looked into"
    raise Unreadable(message)
