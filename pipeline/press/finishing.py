"""The press PDF's last pass: supplied pages put in place, the file's identity, and PDF 1.6 as PDF/X-4 wants it.

Changes no dates and nothing that is painted: what X-4 forbids in supplied pages and a press does without (transfer
curves, halftones, alternate pictures) is taken off, and they blend in CMYK. Words are those of ISO 15930-7.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import pikepdf

from pipeline.supplied.colours import make_fit
from pipeline.supplied.place import fill

if TYPE_CHECKING:
    from pipeline.pdf.images import Placement

VERSION = "1.6"
NOTHING: Mapping[str, bytes] = MappingProxyType({})
TRAILER = 1024  # bytes at the end of a file, in which its trailer is
IDENTIFIER = re.compile(rb"/ID ?\[ ?<([0-9a-f]{32})> ?<([0-9a-f]{32})> ?\]")
# Stands in the draft for what is only known of the whole; of the same length.
NO_INSTANCE = "uuid:00000000-0000-0000-0000-000000000000"


def finish(draft: bytes, placements: Sequence[Placement] = (), supplied: Mapping[str, bytes] = NOTHING) -> bytes:
    """The finished file. ``supplied`` holds supplied PDFs by the ``source`` of their placements; Fault E606."""
    out = BytesIO()
    with ExitStack() as sources, pikepdf.Pdf.open(BytesIO(draft)) as pdf:
        fill(pdf, placements, supplied, sources)
        for placement in placements:
            page = pdf.pages[placement.sheet].obj
            if make_fit(page.Resources.XObject[f"/{placement.name}"]) and "/Group" not in page:
                page.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK)
        packet = pdf.Root.Metadata.read_bytes()
        digest = _digest(draft, placements, supplied)
        instance = identifier(digest)
        pdf.Root.Metadata = pdf.make_stream(
            packet.replace(NO_INSTANCE.encode(), instance.encode()),
            Type=pikepdf.Name.Metadata,
            Subtype=pikepdf.Name.XML,
        )
        pdf.save(
            out,
            force_version=VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            static_id=True,
            fix_metadata_version=False,
        )
    _identify(out, digest)
    return out.getvalue()


def _identify(out: BytesIO, digest: bytes) -> None:
    """Puts the file's identifier where qpdf, which would have to read all bytes once more for one, left its own."""
    with out.getbuffer() as written:
        last = bytes(written[-TRAILER:])
        parts = list(IDENTIFIER.finditer(last))
        if len(parts) != 1:
            message = "the finished file has no identifier in its trailer"
            raise ValueError(message)
        start = len(written) - len(last)
        for part in (1, 2):
            written[start + parts[0].start(part) : start + parts[0].end(part)] = digest[:16].hex().encode()


def _digest(draft: bytes, placements: Sequence[Placement], supplied: Mapping[str, bytes]) -> bytes:
    digest = hashlib.sha256(draft)
    for source in dict.fromkeys(placement.source for placement in placements):
        digest.update(supplied[source])
    return digest.digest()


def identifier(digest: bytes) -> str:
    """A name for what has this digest, of 16 bytes at least: a UUID of version 8, whose bits are anyone's own."""
    bits = bytearray(digest[:16])
    bits[6], bits[8] = 0x80 | bits[6] & 0x0F, 0x80 | bits[8] & 0x3F
    text = bits.hex()
    return f"uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
