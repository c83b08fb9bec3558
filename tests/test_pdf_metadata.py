"""What a document says of itself, in Info and in XMP."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import __version__
from pipeline.pdf import Claims, DocumentCanvas, Metadata, PageBoxes, xmp_packet
from tests.pdf_samples import blank, document, opened

ABOUT = Metadata(
    title="Voices & <Views> № 2",
    language="en-GB",
    created=datetime(2023, 7, 10, 12, 30, tzinfo=timezone(timedelta(hours=6))),
    author="Секретариат",
    description="A “digest”",
    keywords=("Asia", "news & views"),
)
DC = "{http://purl.org/dc/elements/1.1/}"
LI = ".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


def entries(packet: bytes) -> dict[str, list[str]]:
    """The properties of a packet by their names: the items of a list, or the one text."""
    description = ET.fromstring(packet)[0][0]  # noqa: S314 - our own
    return {item.tag: [li.text or "" for li in item.iterfind(LI)] or [item.text or ""] for item in description}


def test_info_and_xmp_agree() -> None:
    with opened(document(blank, about=ABOUT)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        info = {key: str(value) for key, value in pdf.docinfo.items()}
    found = entries(packet)
    assert found[DC + "title"] == [info["/Title"]] == [ABOUT.title]
    assert found[DC + "creator"] == [info["/Author"]] == [ABOUT.author]
    assert found[DC + "description"] == [info["/Subject"]] == [ABOUT.description]
    assert found[DC + "subject"] == list(ABOUT.keywords)
    assert found["{http://ns.adobe.com/pdf/1.3/}Keywords"] == [info["/Keywords"]] == ["Asia, news & views"]
    assert found[DC + "language"] == ["en-GB"]
    assert found["{http://ns.adobe.com/pdf/1.3/}Producer"] == [info["/Producer"]] == [f"digest-pipeline {__version__}"]
    assert found["{http://ns.adobe.com/xap/1.0/}CreatorTool"] == [info["/Creator"]]
    assert info["/CreationDate"] == info["/ModDate"] == "D:20230710123000+06'00'"
    assert found["{http://ns.adobe.com/xap/1.0/}CreateDate"] == ["2023-07-10T12:30:00+06:00"]


def test_what_is_empty_is_left_out() -> None:
    bare = Metadata("T", "ru", datetime(2023, 1, 2, tzinfo=UTC))
    with opened(document(blank, about=bare)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    assert DC + "creator" not in entries(xmp_packet(bare))


def test_nothing_is_claimed_unless_it_is_asked_for() -> None:
    assert b"pdfaid" not in xmp_packet(ABOUT)
    assert b"pdfuaid" not in xmp_packet(ABOUT)


def test_claims_stand_in_the_packet() -> None:
    claims = Claims((("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")))
    canvas = DocumentCanvas(ABOUT, claims=claims)
    canvas.begin_page(PageBoxes(10, 10))
    canvas.end_page()
    with opened(canvas.finish()) as pdf, pdf.open_metadata() as metadata:
        assert (metadata.pdfa_status, metadata["pdfuaid:part"]) == ("2A", "1")
        # PDF/A knows no PDF/UA: its schema must be described beside it.
        assert b"pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<" in pdf.Root.Metadata.read_bytes()


def test_a_claim_of_an_unknown_standard_is_refused() -> None:
    with pytest.raises(ValueError, match="foo"):
        xmp_packet(ABOUT, Claims((("foo:part", "1"),)))


@given(st.text(), st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_any_text_gives_a_packet_that_is_well_formed(title: str, author: str, keywords: list[str]) -> None:
    found = entries(xmp_packet(replace(ABOUT, title=title, author=author, keywords=tuple(keywords))))
    assert len(found[DC + "title"]) == 1


def test_the_packet_is_utf_8_and_not_compressed() -> None:
    data = document(blank, about=ABOUT)
    assert "Секретариат".encode() in data
    assert data.count(b"<?xpacket begin=") == 1
