"""Files as advertisers send them: without a trim, in RGB, empty, cut short, or no PDF at all."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from pipeline.measure import MM
from pipeline.preflight import PRESS, Result, State, Verdict, alike, preflight
from tests.mutants_press import Wrong, good_press_file

A4, A5 = (210 * MM, 297 * MM), (148 * MM, 210 * MM)
LETTER, ACROSS = (612.0, 792.0), (297 * MM, 210 * MM)


def pages_of(*sizes: tuple[float, float], **entries: Any) -> bytes:
    """Blank pages that have a MediaBox alone; ``entries`` are added to the last one."""
    with pikepdf.new() as pdf:
        for size in sizes:
            pdf.add_blank_page(page_size=size)
        for key, value in entries.items():
            pdf.pages[-1].obj[f"/{key}"] = value
        stream = BytesIO()
        pdf.save(stream)
        return stream.getvalue()


def results(data: bytes, check: str) -> list[Result]:
    return [result for result in preflight(data, PRESS).results if result.check == check]


def states(data: bytes, check: str) -> list[tuple[State, int]]:
    return [(result.state, result.page) for result in results(data, check)]


def test_pages_without_a_trim_have_the_size_that_a_viewer_shows() -> None:
    found = results(pages_of(A4, A5, LETTER, ACROSS), "page-sizes")
    assert [(r.page, r.value) for r in found] == [
        (2, "419.5 × 595.3 pt"),
        (3, "612.0 × 792.0 pt"),
        (4, "841.9 × 595.3 pt"),
    ]
    (alike,) = results(pages_of(A4, A4), "page-sizes")
    assert (alike.state, alike.value) == (State.PASS, "210 × 297 mm (no TrimBox)")


def test_a_page_is_as_large_as_its_crop_lets_be_seen_and_as_it_is_turned() -> None:
    cropped = pages_of(A5, A4, CropBox=Array([0, 0, *A5]))
    assert states(cropped, "page-sizes") == [(State.PASS, 0)]
    beyond = pages_of(A5, A5, CropBox=Array([-50, -50, 900, 900]))
    assert states(beyond, "page-sizes") == [(State.PASS, 0)]
    turned = results(pages_of(A4, ACROSS, Rotate=90), "page-sizes")
    assert [(r.message, r.page) for r in turned] == [("A page is turned.", 2)]


def test_a_page_without_a_trim_has_no_bleed_that_is_known() -> None:
    data = pages_of(A4, A4)
    found = results(data, "bleed-room")
    assert [(r.state, r.page, r.value, r.limit) for r in found] == [
        (State.FAIL, 1, "no TrimBox", "3 mm"),
        (State.FAIL, 2, "no TrimBox", "3 mm"),
    ]
    about_boxes = {r.check for r in preflight(data, PRESS).failures if r.page}
    assert about_boxes == {"x4-boxes", "bleed-room"}, "the standard and the printer ask for it, and nobody else"


def test_what_nobody_can_tell_without_a_trim_is_not_said_to_be_well() -> None:
    assert states(pages_of(A4), "bleed-content") == [(State.NONE, 0)]
    marked = Dictionary(Type=Name.Annot, Subtype=Name.PrinterMark, Rect=Array([9, 9, 20, 20]))
    (found,) = results(pages_of(A4, Annots=Array([marked])), "x4-annotations")
    assert (found.state, found.message) == (State.FAIL, "A printer's mark lies inside of the trim.")


def test_one_page_without_a_trim_among_others_is_told() -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1].obj["/TrimBox"]

    data = Wrong("", "", "", change=strip).made_of(good_press_file())
    assert [(r.page, r.value) for r in results(data, "bleed-room")] == [(2, "no TrimBox")]
    assert [r.page for r in results(data, "page-sizes")] == [2], "the whole sheet is seen in place of its trim"
    assert dict(preflight(data, PRESS).measures)["bleed-room"].value == "unknown"


def test_the_colour_of_marks_is_told_on_a_page_without_a_trim() -> None:
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, Dictionary(FunctionType=2, Domain=[0, 1], N=1)])
    space[3].C0, space[3].C1 = Array([0, 0, 0, 0]), Array([1, 1, 1, 1])
    with pikepdf.open(BytesIO(pages_of(A4))) as pdf:
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(All=space))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/All cs 1 scn 60 60 40 40 re f")
        stream = BytesIO()
        pdf.save(stream)
    (found,) = results(stream.getvalue(), "register-colour")
    assert found.message == "An area in the colour of register marks lies on a page without a trim."


# ---------------------------------------------------------------------- RGB, which has no inks


def in_rgb(*also: str) -> bytes:
    """A page of RGB black, and areas in the colours that are added."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.rect(0, 0, *A4, stroke=0, fill=1)
    for inks in also:
        canvas.setFillColorCMYK(*(float(part) for part in inks.split()))
        canvas.rect(100, 100, 100, 100, stroke=0, fill=1)
    canvas.save()
    return stream.getvalue()


def ink_of(verdict: Verdict) -> tuple[State, str]:
    (found,) = (result for result in verdict.results if result.check == "total-ink")
    return found.state, found.value


def test_a_page_of_rgb_black_does_not_pass_for_one_without_ink() -> None:
    verdict = preflight(in_rgb(), PRESS)
    assert ink_of(verdict) == (State.NONE, "")
    assert verdict.measured("total-ink") is None
    assert "screen-colours" in {result.check for result in verdict.failures}


def test_inks_are_weighed_beside_rgb_and_that_is_said_not_to_be_counted() -> None:
    assert ink_of(preflight(in_rgb("1 0.5 0 0"), PRESS)) == (State.PASS, "150 % (RGB is not counted)")
    assert ink_of(preflight(in_rgb("1 1 1 1"), PRESS)) == (State.FAIL, "400 %")
    assert ink_of(preflight(pages_of(A4), PRESS))[0] is State.PASS


# ---------------------------------------------------------------------- what cannot be read


@pytest.mark.parametrize(
    "data,said",
    [
        (b"", "is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000), "is not a PDF"),
        (in_rgb()[:-60], "breaks off before its end"),
        (in_rgb()[:40], "breaks off before its end"),
    ],
    ids=["empty", "a photo", "all but its end", "a little of it"],
)
def test_a_file_that_is_no_whole_pdf_is_told_as_what_it_is(data: bytes, said: str) -> None:
    (result,) = preflight(data, PRESS).results
    assert result.message == f"It cannot: the file {said}."


def test_a_damaged_file_is_told_in_the_parsers_words() -> None:
    (result,) = preflight(in_rgb().replace(b"startxref\n", b"startxref\n9"), PRESS).results
    assert result.message.startswith("It cannot: the file cannot be read as PDF: ")


# ---------------------------------------------------------------------- one fault on many pages


def test_what_is_told_of_one_page_is_told_of_each_and_not_counted() -> None:
    found = results(pages_of(*[A4] * 40), "bleed-room")
    assert [r.page for r in found] == list(range(1, 41))
    assert len(alike(found)) == 1
