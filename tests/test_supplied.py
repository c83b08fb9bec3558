"""Supplied PDFs looked at: which page, which boxes, what stays behind, and what is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from pipeline.diagnostic import Fault, Finding, Severity, Span
from pipeline.supplied import Edges, SuppliedPage, probe_pdf
from tests.picture_maker import MemoryCache, MemoryFile

PATH = "adverts/advert.pdf"


def pdf_of(*pages: dict[str, Any], root: dict[str, Any] | None = None, **saving: Any) -> bytes:
    """A PDF of A4 pages with these entries."""
    with pikepdf.new() as pdf:
        for entries in pages:
            page = pdf.add_blank_page(page_size=(595, 842))
            for key, value in entries.items():
                page.obj[f"/{key}"] = value
        for key, value in (root or {}).items():
            pdf.Root[f"/{key}"] = value
        out = BytesIO()
        pdf.save(out, **saving)
    return out.getvalue()


def look(data: bytes, page: int | None = None) -> SuppliedPage:
    return probe_pdf(MemoryFile(data, PATH), page)


def refusal(data: bytes, page: int | None = None) -> Finding:
    with pytest.raises(Fault) as caught:
        look(data, page)
    (finding,) = caught.value.findings
    assert finding.severity is Severity.ERROR
    assert "advert.pdf" in finding.message
    return finding


def test_boxes_size_and_count_are_read() -> None:
    page = {
        "MediaBox": Array([0, 0, 640, 900]),
        "TrimBox": Array([20, 30, 615, 872]),
        "BleedBox": Array([12, 22, 623, 880]),
    }
    found = look(pdf_of(page))
    assert found.media == Edges(0, 0, 640, 900)
    assert found.trim == Edges(20, 30, 615, 872)
    assert found.bleed == Edges(12, 22, 623, 880)
    assert (found.width, found.height, found.page, found.pages) == (595, 842, 1, 1)
    assert found.notices() == ()


def test_boxes_default_to_the_sheet_and_never_reach_beyond_it() -> None:
    found = look(pdf_of({"BleedBox": Array([-9, -9, 700, 900])}))
    assert found.trim == found.bleed == found.media == Edges(0, 0, 595, 842)


@pytest.mark.parametrize("turn,size", [(0, (595, 842)), (90, (842, 595)), (180, (595, 842)), (-90, (842, 595))])
def test_a_turned_page_has_the_size_that_is_seen(turn: int, size: tuple[float, float]) -> None:
    found = look(pdf_of({"Rotate": turn}))
    assert (found.width, found.height, found.turn) == (*size, turn % 360)


def test_a_page_with_a_unit_of_its_own_is_measured_in_points() -> None:
    found = look(pdf_of({"UserUnit": 2}))
    assert (found.width, found.height) == (1190, 1684)
    assert found.aspect == pytest.approx(595 / 842)


def test_one_of_several_pages_must_be_chosen() -> None:
    several = pdf_of({}, {"Rotate": 90}, {})
    assert refusal(several).code == "E315"
    assert refusal(several).hint == "Say which one is meant, as in page: 1 (of 3)."
    assert look(several, 2).turn == 90
    for wrong in (0, 4, -1):
        assert refusal(several, wrong).code == "E316"


@pytest.mark.parametrize("owner", [pikepdf.Encryption(owner="o", user="u"), pikepdf.Encryption(owner="o", user="")])
def test_a_locked_file_is_refused_even_when_it_would_open(owner: pikepdf.Encryption) -> None:
    assert refusal(pdf_of({}, encryption=owner)).code == "E314"


@pytest.mark.parametrize("data", [b"", b"To whom", b"\xff\xd8\xff\xe0", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + bytes(500)])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refusal(data).code == "E313"


def test_a_file_without_pages_or_size_is_refused() -> None:
    assert refusal(pdf_of()).code == "E313"
    assert refusal(pdf_of({"MediaBox": Array([0, 0, 0, 0])})).code == "E313"
    assert refusal(pdf_of({"UserUnit": 900_000})).code == "E313"


def test_a_finding_points_at_the_line_that_names_the_file() -> None:
    named_at = Span("issues/q/issue.yaml", 31, 12)
    with pytest.raises(Fault) as caught:
        probe_pdf(MemoryFile(b"", PATH), named_at=named_at)
    assert caught.value.findings[0].span == named_at


def test_a_page_is_called_by_its_file_and_by_its_number_where_there_are_others() -> None:
    layered = {"Annots": Array([Dictionary(Subtype=Name.Link)])}
    for data, name in ((pdf_of(layered), "adverts/bank.pdf"), (pdf_of({}, layered), "adverts/bank.pdf, page 2")):
        found = probe_pdf(MemoryFile(data, f"issues/q/{PATH}"), 2 if "2" in name else 1)
        assert found.called("adverts/bank.pdf") == name
        (notice,) = found.notices(name="adverts/bank.pdf")
        assert notice.message.startswith("adverts/bank.pdf holds more")
    with pytest.raises(Fault) as caught:
        probe_pdf(MemoryFile(pdf_of({}, {}), f"issues/q/{PATH}"), name="adverts/bank.pdf")
    assert caught.value.findings[0].message == "adverts/bank.pdf has 2 pages."


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
TREE = Dictionary(Names=Array([]))


@pytest.mark.parametrize(
    "page,root,what",
    [
        ({}, {"OpenAction": SCRIPT}, "scripts or actions"),
        ({"AA": Dictionary(O=SCRIPT)}, {}, "scripts or actions"),
        ({}, {"Names": Dictionary(JavaScript=TREE)}, "scripts or actions"),
        ({}, {"Names": Dictionary(EmbeddedFiles=TREE)}, "attached files"),
        ({}, {"AcroForm": Dictionary(Fields=Array([Dictionary(T="a")]))}, "form fields"),
        ({"Annots": Array([Dictionary(Subtype=Name.Link)])}, {}, "notes or links"),
    ],
)
def test_what_is_more_than_paint_is_told(page: dict[str, Any], root: dict[str, Any], what: str) -> None:
    found = look(pdf_of(page, root=root))
    assert found.left_behind == (what,)
    (notice,) = found.notices()
    assert (notice.code, notice.severity) == ("W317", Severity.WARNING)
    assert what in notice.message


def test_an_opening_view_is_no_action() -> None:
    data = pdf_of({}, root={"OpenAction": Array([0, Name.Fit])})
    assert look(data).left_behind == ()


def test_hidden_layers_are_told() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="proof"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        out = BytesIO()
        pdf.save(out)
    (notice,) = look(out.getvalue()).notices(Span("issue.yaml", 3))
    assert (notice.code, notice.span) == ("W318", Span("issue.yaml", 3))


def test_what_was_found_is_kept_by_content_and_a_spoilt_store_does_no_harm() -> None:
    cache, data = MemoryCache(), pdf_of({"Rotate": 90, "Annots": Array([Dictionary(Subtype=Name.Link)])})
    first = probe_pdf(MemoryFile(data, PATH), cache=cache)
    elsewhere = probe_pdf(MemoryFile(data, "adverts/other.pdf"), cache=cache)
    assert elsewhere.path == "adverts/other.pdf"
    assert (elsewhere.trim, elsewhere.left_behind, elsewhere.turn) == (first.trim, first.left_behind, first.turn)
    assert isinstance(elsewhere.trim, Edges)
    for key in cache.kept:
        cache.kept[key] = b'{"media": 7}'
    assert probe_pdf(MemoryFile(data, PATH), cache=cache) == first


@given(st.data())
def test_damage_anywhere_is_refused_or_harmless(data: st.DataObject) -> None:
    whole = bytearray(pdf_of({"TrimBox": Array([9, 9, 99, 99])}))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert told_or_taken(bytes(whole))


def told_or_taken(data: bytes) -> bool:
    """True when the bytes give a page of some size, or a finding about supplied PDFs."""
    try:
        return look(data).width > 0
    except Fault as fault:
        return fault.findings[0].code in {"E313", "E314", "E315"}


def test_the_parser_does_not_mutter(capfd: pytest.CaptureFixture[str]) -> None:
    broken = pdf_of({}).replace(b"startxref\n", b"startxref\n9")
    look(broken)
    assert capfd.readouterr() == ("", "")
