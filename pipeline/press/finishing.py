"""The press PDF's last pass: supplied pages put in place, the file's identity, and PDF 1.6 as PDF/X-4 wants it.

Changes no dates and nothing that is painted: what X-4 forbids in supplied pages and a press does without (transfer
curves, halftones, alternate pictures) is taken off, and they blend in CMYK. Words are those of ISO 15930-7.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import pikepdf

from pipeline.press.supplied import make_fit
from pipeline.supplied.place import fill

if TYPE_CHECKING:
    from pipeline.pdf.images import Placement

VERSION = "1.6"
NOTHING: Mapping[str, bytes] = MappingProxyType({})
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
        instance = _instance(draft, placements, supplied)
        pdf.Root.Metadata = pdf.make_stream(
            packet.replace(NO_INSTANCE.encode(), instance.encode()),
            Type=pikepdf.Name.Metadata,
            Subtype=pikepdf.Name.XML,
        )
        pdf.save(
            out,
            force_version=VERSION,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _instance(draft: bytes, placements: Sequence[Placement], supplied: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(draft)
    for source in dict.fromkeys(placement.source for placement in placements):
        digest.update(supplied[source])
    return identifier(digest.digest())


def identifier(digest: bytes) -> str:
    """A name for what has this digest, of 16 bytes at least: a UUID of version 8, whose bits are anyone's own."""
    bits = bytearray(digest[:16])
    bits[6], bits[8] = 0x80 | bits[6] & 0x0F, 0x80 | bits[8] & 0x3F
    text = bits.hex()
    return f"uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
