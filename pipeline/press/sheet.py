"""What a press edition is painted on: inks and plates, the intent of its colours, its claims, and marks round pages."""

from __future__ import annotations

import hashlib

from pipeline.colour import Swatch
from pipeline.colour_management import PressProfile
from pipeline.page import FillItem, Makeup, RuleItem, TextItem
from pipeline.paint import Sheet
from pipeline.pdf import ALL_PLATES, Claims, Metadata, OutputIntent, PressInks
from pipeline.press.finishing import NO_INSTANCE, identifier
from pipeline.press.marks import Furniture, Mark, Slug, room_for

REGISTRY = "http://www.color.org"
UNREGISTERED = "Custom"


def sheet_for(makeup: Makeup, profile: PressProfile, marks: tuple[Mark, ...], slug: Slug, metadata: Metadata) -> Sheet:
    """The sheet for a prepared makeup. ``metadata`` is that of the document, of which its identity is made."""
    furniture = Furniture(makeup.width, makeup.height, makeup.bleed, marks, slug, spots_of(makeup))
    return Sheet(
        inks=PressInks(),
        claims=_claims(metadata),
        intent=OutputIntent(
            "GTS_PDFX",
            condition=profile.condition or UNREGISTERED,
            info=profile.description or UNREGISTERED,
            profile=profile.data,
            registry=REGISTRY if profile.condition else "",
        ),
        slug=room_for(marks),
        around=furniture.draw,
    )


def spots_of(makeup: Makeup) -> tuple[Swatch, ...]:
    """The spot colours of the pages, each once, in the order in which they come."""
    found: dict[str, Swatch] = {}
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, FillItem | RuleItem):
                found.setdefault(item.swatch.spot, item.swatch)
            elif isinstance(item, TextItem):
                for segment in item.line.segments:
                    found.setdefault(segment.swatch.spot, segment.swatch)
    return tuple(swatch for spot, swatch in found.items() if spot and spot != ALL_PLATES)


def _claims(metadata: Metadata) -> Claims:
    """Those of ISO 15930-7; the document stays the same through its versions, its instance is that of the bytes."""
    named = f"{metadata.title}\n{metadata.author}\n{metadata.created.isoformat()}"
    return Claims(
        (
            ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
            ("pdf:Trapped", "False"),
            ("xmpMM:DocumentID", identifier(hashlib.sha256(named.encode()).digest())),
            ("xmpMM:InstanceID", NO_INSTANCE),
            ("xmpMM:VersionID", "1"),
            ("xmpMM:RenditionClass", "default"),
        )
    )
