"""Files that cannot be imposed, and what is said of those that can but should be looked at."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.diagnostic import Finding, Severity
from tests.imposition_desk import CARD, dummy, edited, folios, made, only


def refusal(data: bytes, **settings: Any) -> Finding:
    outcome = made(data, **settings)
    assert outcome.files == ()
    (finding,) = outcome.report
    assert finding.severity is Severity.ERROR
    assert finding.span
    return finding


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + bytes(500)])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refusal(data).code == "E710"


def test_an_empty_file_is_told_from_one_that_is_no_pdf() -> None:
    assert refusal(b"").message == "in/dummy.pdf is empty."
    assert refusal(b"PK").message == "in/dummy.pdf is not a PDF."


def test_a_file_without_pages_is_refused() -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[:]

    assert refusal(edited(dummy(2), strip)).message == "in/dummy.pdf has no pages."


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_locked_file_is_refused_even_when_it_would_open(user: str) -> None:
    locked = edited(dummy(4), lambda _: None, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert refusal(locked).code == "E711"
    assert refusal(locked.replace(b"startxref\n", b"startxref\n9")).code == "E711"


def test_pages_of_another_size_are_refused_and_the_first_is_named() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        for index in (2, 3):
            pdf.pages[index].TrimBox = Array([20, 20, 320, 420])

    finding = refusal(edited(dummy(6), crop))
    assert (finding.code, finding.page) == ("E712", "3")
    assert finding.message == (
        "Page 3 is 105.8 × 141.1 mm when trimmed, but the first page is 148 × 210 mm, and 1 more is not of that size."
    )


def test_a_page_on_its_side_has_another_size_and_half_a_point_is_let_pass() -> None:
    def lay(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Rotate = 90

    def stretch(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].TrimBox = Array([float(edge) + 0.4 * (n == 2) for n, edge in enumerate(pdf.pages[1].TrimBox)])

    assert refusal(edited(dummy(4), lay)).code == "E712"
    assert made(edited(dummy(4), stretch)).files


def test_filler_pages_of_another_size_are_refused() -> None:
    finding = refusal(dummy(7), filler=dummy(1, CARD))
    assert finding.code == "E712"
    assert str(finding.span) == "filler.pdf"
    assert "the pages of in/dummy.pdf are 148 × 210 mm" in finding.message


def test_a_file_with_faults_is_repaired_and_that_is_said() -> None:
    source = dummy(4)
    moved = source.replace(b"startxref\n", b"startxref\n9")
    assert moved != source
    outcome = made(moved)
    assert [f.code for f in outcome.report] == ["W718"]
    assert [f.page for f in folios(only(outcome).data, 0)] == [4, 1]


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_file_that_breaks_off_is_refused_lest_its_pages_come_out_white(share: float) -> None:
    source = edited(dummy(4), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    finding = refusal(source[: int(share * source.rfind(b"endobj"))])
    assert finding.code == "E710"
    assert finding.message == "in/dummy.pdf breaks off before its end, so that pages or parts of them are missing."


def test_a_file_that_lacks_its_last_line_alone_is_repaired() -> None:
    source = edited(dummy(4), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    outcome = made(source[: source.rfind(b"startxref")])
    assert [f.code for f in outcome.report] == ["W718"]
    assert [f.page for f in folios(only(outcome).data, 0)] == [4, 1]


def test_a_fault_that_the_parser_passes_over_is_said() -> None:
    source = edited(dummy(4), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    shifted = re.sub(rb"xref\n0 (\d+)\n", rb"xref\n1 \1\n", source, count=1)
    assert shifted != source
    assert [f.code for f in made(shifted).report] == ["W718"]


def test_a_fault_that_shows_only_inside_a_page_is_repaired_or_refused() -> None:
    source = edited(dummy(4), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    broken = re.sub(rb"(\d+) 0 obj(?=\s*<<[^>]*?/BaseFont)", rb"9\1 0 obj", source, count=1)
    assert broken != source
    outcome = made(broken)
    assert {f.code for f in outcome.report} <= {"E710", "W718"}
    assert outcome.report.findings


def test_notes_and_filled_forms_that_would_be_missing_are_told_of() -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        for index in (1, 2):
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Stamp,
                Rect=Array([0, 0, 9, 9]),
                AP=Dictionary(N=look),
                F=4 if index else 2,
            )
            pdf.pages[index].Annots = Array([pdf.make_indirect(note)])
        hidden = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=look), F=2)
        pdf.pages[0].Annots = Array([hidden])

    (finding,) = made(edited(dummy(4), annotate)).report
    assert (finding.code, finding.page) == ("W719", "2")
    assert finding.message == "Notes, stamps or filled forms stand on 2 pages, first on page 2, and are left out."
