"""Output intents: what a document says its device colours mean."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from PIL import ImageCms

from pipeline.colour_management import offset_profile, srgb_profile
from pipeline.pdf import SCREEN_CLAIMS, DocumentCanvas, OutputIntent, screen_intent, xmp_packet
from tests.pdf_samples import ABOUT, PAGE, opened

PRESS = OutputIntent("GTS_PDFX", "FOGRA39", "Offset on coated paper", offset_profile())


def document(**options: Any) -> bytes:
    canvas = DocumentCanvas(ABOUT, **options)
    canvas.begin_page(PAGE)
    canvas.end_page()
    return canvas.finish()


@pytest.mark.parametrize(
    "intent,wanted",
    [
        (screen_intent(), ("/GTS_PDFA1", "sRGB", "http://www.color.org", "sRGB IEC61966-2.1", 3)),
        (PRESS, ("/GTS_PDFX", "FOGRA39", "http://www.color.org", "Offset on coated paper", 4)),
    ],
    ids=["screen", "press"],
)
def test_a_document_holds_its_intent_with_its_profile(intent: OutputIntent, wanted: tuple[object, ...]) -> None:
    with opened(document(intent=intent)) as pdf:
        (entry,) = pdf.Root.OutputIntents
        assert entry.Type == "/OutputIntent"
        profile = entry.DestOutputProfile
        texts = (entry.S, entry.OutputConditionIdentifier, entry.RegistryName, entry.Info)
        assert (*map(str, texts), int(profile.N)) == wanted
        assert profile.read_bytes() == intent.profile
        assert profile.Filter == "/FlateDecode"


def test_a_document_without_an_intent_has_no_such_entry() -> None:
    with opened(document()) as pdf:
        assert "/OutputIntents" not in pdf.Root


def test_a_condition_that_no_registry_knows_names_none() -> None:
    own = OutputIntent("GTS_PDFX", "Our web press", "Our web press", offset_profile(), registry="")
    with opened(document(intent=own)) as pdf:
        assert "/RegistryName" not in pdf.Root.OutputIntents[0]


@pytest.mark.parametrize(
    "profile", [b"", bytes(200), srgb_profile()[:16] + b"Lab " + srgb_profile()[20:], srgb_profile()[:36] + bytes(99)]
)
def test_what_is_no_profile_of_device_colours_is_refused(profile: bytes) -> None:
    with pytest.raises(ValueError, match="no ICC profile of grey, RGB or CMYK"):
        document(intent=OutputIntent("GTS_PDFX", "Ours", "Ours", profile))


def test_a_profile_of_grey_has_one_component() -> None:
    grey = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    grey[16:20] = b"GRAY"
    assert OutputIntent("GTS_PDFX", "News", "News", bytes(grey)).components == 1


def test_the_screen_edition_claims_what_its_standards_ask_for() -> None:
    packet = xmp_packet(ABOUT, SCREEN_CLAIMS)
    for name, value in (("pdfuaid:part", b"1"), ("pdfaid:part", b"2"), ("pdfaid:conformance", b"A")):
        tag = name.encode()
        assert b"<" + tag + b">" + value + b"</" + tag + b">" in packet
    with pikepdf.new() as pdf:
        pdf.Root.Metadata = pdf.make_stream(packet)
        meta = pdf.open_metadata()
        assert (meta.pdfa_status, meta["pdfuaid:part"]) == ("2A", "1")
