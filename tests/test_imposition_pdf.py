"""The written sheets: nothing re-encoded or stored twice, boxes, inks, what comes along and what stays behind."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from pipeline.imposition import SHEETS, Supply, Work, impose
from tests.imposition_desk import A5, BLEED, CARD, dummy, edited, folios, made, only
from tests.pdf_samples import opened, pixel_at, reader, text_of


def streams(data: bytes) -> list[bytes]:
    """The streams of a file as they are stored, in no order."""
    with opened(data) as pdf:
        return [item.read_raw_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]


def of_kind(data: bytes, key: str, value: str) -> int:
    with opened(data) as pdf:
        return sum(
            isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)) and item.get(key) == value for item in pdf.objects
        )


# ---------------------------------------------------------------------- shared and untouched


def test_every_stream_of_the_file_is_taken_over_as_it_is_and_once() -> None:
    source = dummy(12)
    kept = streams(only(made(source)).data)
    assert all(kept.count(stream) == 1 for stream in set(streams(source)))


def test_pictures_and_fonts_are_shared_by_all_pages() -> None:
    source = dummy(40)
    data = only(made(source)).data
    assert of_kind(data, "/Subtype", "/Image") == of_kind(source, "/Subtype", "/Image") == 1
    assert of_kind(data, "/BaseFont", "/Times-Roman") == of_kind(source, "/BaseFont", "/Times-Roman") == 1
    assert of_kind(data, "/Subtype", "/Form") == 40


def test_a_card_is_stored_once_however_often_it_is_shown() -> None:
    data = only(made(dummy(1, CARD), kind="cards")).data
    assert len(folios(data, 0)) == 21
    assert of_kind(data, "/Subtype", "/Form") == 1


def test_the_slugs_of_all_sheets_share_one_embedded_font() -> None:
    data = only(made(dummy(40))).data
    assert of_kind(data, "/Subtype", "/Type0") == 1
    with opened(data) as pdf:
        font = pdf.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in font or "/FontFile3" in font


def test_content_in_several_pieces_is_joined() -> None:
    def split(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = Array([pdf.make_stream(b"q"), page.Contents, pdf.make_stream(b"Q")])

    data = only(made(edited(dummy(4), split))).data
    assert [f.page for f in folios(data, 0)] == [4, 1]


def test_pages_that_share_their_content_keep_their_own_boxes() -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.pages[0].Contents
        pdf.pages[1].MediaBox = Array([float(edge) + 5 for edge in pdf.pages[1].MediaBox])
        pdf.pages[1].TrimBox = Array([float(edge) + 5 for edge in pdf.pages[1].TrimBox])

    data = only(made(edited(dummy(2, CARD), share), kind="cards", up=(1, 1))).data
    ((front,), (back,)) = folios(data, 0), folios(data, 1)
    assert (front.page, back.page) == (1, 1)
    assert (front.x - back.x, front.y - back.y) == pytest.approx((5, 5), abs=0.01)


def test_a_page_without_content_stays_empty() -> None:
    def empty(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Contents

    data = only(made(edited(dummy(4), empty))).data
    assert [f.page for f in folios(data, 0)] == [4]


def test_the_same_input_gives_the_same_bytes_and_another_another_identifier() -> None:
    source = dummy(10)
    one, again, other = (only(made(source, paper=paper)).data for paper in (0.1, 0.1, 0.5))
    assert one == again
    with opened(one) as first, opened(other) as second:
        assert first.trailer.ID[0] == first.trailer.ID[1]
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


# ---------------------------------------------------------------------- the sheet


def test_each_side_that_is_done_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    source = Supply("dummy.pdf", dummy(12))
    impose(source, Work(separate_cover=True), progress=lambda *done: told.append(done))
    assert told == [("sheets", n, 6) for n in range(1, 7)]


def test_each_side_has_its_boxes_and_is_sound() -> None:
    data = only(made(dummy(8))).data
    with opened(data) as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.pages) == 4
        sheet = sorted(SHEETS["SRA4"], reverse=True)
        for page in pdf.pages:
            media, trim, bleed = ([float(edge) for edge in box] for box in (page.mediabox, page.trimbox, page.bleedbox))
            assert media == pytest.approx([0, 0, *sheet], abs=0.01)
            assert trim[2] - trim[0] == pytest.approx(2 * A5[0], abs=1)
            assert trim[3] - trim[1] == pytest.approx(A5[1], abs=0.01)
            assert trim[0] - bleed[0] == pytest.approx(BLEED, abs=0.01)
            assert bleed[3] - trim[3] == pytest.approx(BLEED, abs=0.01)
    assert len(reader(data).pages) == 4


def test_marks_are_in_all_inks_and_collation_marks_in_black() -> None:
    data = only(made(dummy(16), kind="signatures")).data
    content = operators(data)
    assert "/All CS 1 SCN" in content
    assert "/All cs 1 scn" in content
    assert re.search(r"\b0 0 0 1 k\n[-\d. ]+ re f\n", content)
    with opened(data) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.All
        assert [space[0], space[1], space[2]] == [Name.Separation, Name.All, Name.DeviceCMYK]
        assert [int(c) for c in space[3].C1] == [1, 1, 1, 1]
    assert not re.search(r"\b(rg|RG|g|G|K)\b", content)


def operators(data: bytes) -> str:
    """What the first side itself draws, besides its pages."""
    with opened(data) as pdf:
        return "\n".join(part.read_bytes().decode("ascii") for part in pdf.pages[0].Contents)


def test_the_slug_says_what_the_sheet_is_and_the_date_of_the_file() -> None:
    data = only(made(dummy(8))).data
    assert "A dummy" in text_of(data)
    assert "sheet 1 of 2, front" in text_of(data)
    assert "sheet 2 of 2, back" in text_of(data, 3)
    assert "2000-01-01" in text_of(data)
    assert "signature 2 of 2, front" in text_of(only(made(dummy(32), kind="signatures")).data, 2)
    assert "sheet 1" not in text_of(only(made(dummy(8), marks=False)).data)


def test_a_long_title_is_cut_so_that_the_sheet_is_still_named() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Тhe annals of a society for the study of very long titles " * 4 + "书"

    text = text_of(only(made(edited(dummy(4), rename))).data)
    assert "…" in text
    assert "sheet, front" in text
    assert "2000-01-01" in text


def test_a_file_without_title_or_date_is_called_by_its_name() -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]

    data = only(made(edited(dummy(4), forget))).data
    assert "dummy" in text_of(data)
    with opened(data) as pdf:
        assert str(pdf.docinfo["/Title"]) == "dummy"
        assert "/CreationDate" not in pdf.docinfo


def test_the_file_names_its_maker_and_the_date_of_the_source() -> None:
    with opened(only(made(dummy(4))).data) as pdf:
        assert str(pdf.docinfo["/Title"]) == "A dummy"
        assert str(pdf.docinfo["/Producer"]).startswith("digest-pipeline")
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20000101")


# ---------------------------------------------------------------------- pages of every make


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_come_upright_with_their_trim_in_place(turn: int) -> None:
    def rotate(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.Rotate = turn

    size = CARD if turn % 180 else (CARD[1], CARD[0])
    seen = {90: "down", 180: "left", 270: "up"}[turn]
    data = only(made(edited(dummy(1, size, slug=7), rotate), kind="cards", up=(1, 1))).data
    (folio,) = folios(data, 0)
    with opened(data) as pdf:
        trim = [float(edge) for edge in pdf.pages[0].trimbox]
    across, up = CARD[1], CARD[0]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((across, up), abs=0.01)
    assert (folio.x, folio.y) == pytest.approx(((trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2), abs=0.01)
    assert direction(data) == seen


def direction(data: bytes) -> str:
    """Where the writing of the first folio runs."""
    from tests.pdf_samples import letters_of

    letters = letters_of(data)
    start = next(n for n, letter in enumerate(letters) if letter.character == "#")
    dx, dy = letters[start + 2].x - letters[start].x, letters[start + 2].y - letters[start].y
    if abs(dx) > abs(dy):
        return "right" if dx > 0 else "left"
    return "up" if dy > 0 else "down"


def test_a_page_with_a_unit_of_its_own_is_placed_in_its_true_size() -> None:
    def scale(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].UserUnit = 2

    data = only(made(edited(dummy(1, CARD), scale), kind="cards", up=(1, 1))).data
    with opened(data) as pdf:
        trim = [float(edge) for edge in pdf.pages[0].trimbox]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((2 * CARD[0], 2 * CARD[1]), abs=0.01)
    (folio,) = folios(data, 0)
    assert (folio.x, folio.y) == pytest.approx(((trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2), abs=0.01)


def test_output_intent_layers_and_blending_space_come_along() -> None:
    def dress(pdf: pikepdf.Pdf) -> None:
        profile = pdf.make_stream(b"a profile", N=4)
        intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
        pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Prices"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(L1=layer)
        page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        page.Contents = Array([pdf.make_stream(b"/OC /L1 BDC"), page.Contents, pdf.make_stream(b"EMC")])

    data = only(made(edited(dummy(4), dress, min_version="1.6"))).data
    with opened(data) as pdf:
        assert pdf.pdf_version == "1.6"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == b"a profile"
        form = pdf.pages[0].Resources.XObject.P2
        assert Name.DeviceCMYK == form.Group.CS
        assert form.Resources.Properties.L1.objgen == pdf.Root.OCProperties.OCGs[0].objgen
        assert all(Name.DeviceCMYK == page.Group.CS for page in pdf.pages)
    assert [f.page for f in folios(data, 1)] == [2, 3]
    assert pixel_at(data, 600, 300) == (255, 255, 255)  # page 1 lies on a layer that is switched off


def test_tags_scripts_links_and_private_data_stay_behind() -> None:
    def burden(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        page = pdf.pages[0]
        page.PieceInfo = Dictionary(Secret=Dictionary(Private="a note to self"))
        picture = next(iter(page.Resources.XObject.values()))
        picture.Metadata = pdf.make_stream(b"where it was taken", Type=Name.Metadata)
        picture.StructParent = 3
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), AP=Dictionary())])

    outcome = made(edited(dummy(4), burden))
    assert not outcome.report.findings
    data = only(outcome).data
    for what in (
        b"OpenAction",
        b"JavaScript",
        b"MarkInfo",
        b"PieceInfo",
        b"a note",
        b"where it",
        b"StructP",
        b"Annots",
    ):
        assert what not in data


def test_boxes_beyond_the_page_are_cut_to_it() -> None:
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pagesize=CARD)
    canvas.setTrimBox((-50, -50, 5000, 5000))
    canvas.drawString(10, 10, "#1;")
    canvas.showPage()
    canvas.save()
    data = only(made(out.getvalue(), kind="cards", up=(1, 1))).data
    with opened(data) as pdf:
        trim = [float(edge) for edge in pdf.pages[0].trimbox]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx(CARD, abs=0.01)
