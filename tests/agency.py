"""Pictures as agencies send them: with captions, credits and rights in the file, in the four formats."""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image

from tests.picture_maker import corners, encoded

HEAD = b"http://ns.adobe.com/xap/1.0/\0"
CHARSET, BYLINE, CREDIT, COPYRIGHT, CAPTION, CITY = (1, 90), (2, 80), (2, 110), (2, 116), (2, 120), (2, 90)
UTF_8 = (CHARSET, b"\x1b%G")


def alt(**texts: str) -> str:
    """Texts by language, with an underscore for the hyphen."""
    items = (f'<rdf:li xml:lang="{k.replace("_", "-")}">{escape(v)}</rdf:li>' for k, v in texts.items())
    return f"<rdf:Alt>{''.join(items)}</rdf:Alt>"


def packet(body: str = "", attributes: str = "", before: str = "") -> bytes:
    """An XMP packet with properties in ``body``, or as ``attributes``."""
    text = (
        f'{before}<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        f' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return text.encode()


def iim(*records: tuple[tuple[int, int], bytes]) -> bytes:
    """IIM records."""
    return b"".join(bytes([0x1C, *key]) + len(value).to_bytes(2, "big") + value for key, value in records)


def resources(records: bytes) -> bytes:
    """Photoshop's resources, of which the second has the records."""
    other = b"8BIM\x03\xed\x05named" + (3).to_bytes(4, "big") + b"abc\0"
    return other + b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + records + b"\0" * (len(records) % 2)


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body


def jpeg(xmp: bytes = b"", records: bytes = b"", image: Image.Image | None = None) -> bytes:
    """A JPEG with a packet and with records, the latter cut into two segments."""
    plain = encoded(image or corners(), quality=90)
    extra = segment(0xE1, HEAD + xmp) if xmp else b""
    if records:
        made = resources(records)
        half = len(made) // 2
        extra += b"".join(segment(0xED, b"Photoshop 3.0\0" + part) for part in (made[:half], made[half:]))
    return plain[:2] + extra + plain[2:]


def png(xmp: bytes, *, packed: bool = False) -> bytes:
    """A PNG with a packet."""
    plain = encoded(corners(), "PNG")
    text = zlib.compress(xmp) if packed else xmp
    body = b"XML:com.adobe.xmp\0" + bytes([packed, 0]) + b"\0\0" + text
    chunk = len(body).to_bytes(4, "big") + b"iTXt" + body + zlib.crc32(b"iTXt" + body).to_bytes(4, "big")
    return plain[:33] + chunk + plain[33:]


def tiff(xmp: bytes, records: bytes = b"") -> bytes:
    """A TIFF with a packet and records."""
    out = BytesIO()
    corners().save(out, "TIFF", tiffinfo={700: xmp, 33723: records} if records else {700: xmp})
    return out.getvalue()


def webp(xmp: bytes) -> bytes:
    """A WebP with a packet."""
    return encoded(corners(), "WEBP", xmp=xmp)
