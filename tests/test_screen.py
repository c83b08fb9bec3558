"""The finished screen PDF: the same bytes every time, sound, and with supplied pages in their places."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from pipeline.diagnostic import Fault
from pipeline.pdf.canvas import DocumentCanvas
from pipeline.pdf.images import Placement
from pipeline.pdf.metadata import Metadata
from pipeline.pdf.page import PageBoxes
from pipeline.pdf.syntax import Area
from pipeline.picture import Crop, Delivery, probe, rendition
from pipeline.screen import finish
from tests.picture_maker import (
    BLUE,
    GREEN,
    RED,
    SECRET,
    YELLOW,
    MemoryFile,
    corners,
    encoded,
    near,
    shows_corners,
    turned,
)

METADATA = Metadata("A quarterly", "en-GB", datetime(2023, 7, 10, 12, tzinfo=UTC))
PAGE = PageBoxes(300, 400)
WHITE = (255, 255, 255)
FILE = "adverts/a.pdf"
GENERATE = pikepdf.ObjectStreamMode.generate


def canvas_of(*areas: Area, **options: Any) -> DocumentCanvas:
    """A document with one supplied page on each of its pages."""
    canvas = DocumentCanvas(METADATA)
    for area in areas:
        canvas.begin_page(PAGE)
        canvas.place_page(FILE, 0, area, **options)
        canvas.end_page()
    return canvas


def finished(canvas: DocumentCanvas, supplied: bytes = b"") -> bytes:
    placements = canvas.placements
    return finish(canvas.finish(), placements, {FILE: supplied})


def advert(size: tuple[int, int] = (300, 200), *, turn: int = 0, bleed: int = 0, unit: float = 1.0) -> bytes:
    """A page that shows ``corners``: four coloured quarters, with bleed of the same colours round the trim."""
    w, h = size
    quads = ((RED, 0, h / 2), (GREEN, w / 2, h / 2), (BLUE, 0, 0), (YELLOW, w / 2, 0))
    parts = []
    for (r, g, b), x, y in quads:
        left, right = (x - bleed, w / 2) if x == 0 else (x, w + bleed)
        bottom, top = (y - bleed, h / 2) if y == 0 else (y, h + bleed)
        parts.append(f"{r / 255:.3f} {g / 255:.3f} {b / 255:.3f} rg {left} {bottom} {right - left} {top - bottom} re f")
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(w, h))
        page.obj.MediaBox = Array([-bleed - 9, -bleed - 9, w + bleed + 9, h + bleed + 9])
        page.obj.BleedBox = Array([-bleed, -bleed, w + bleed, h + bleed])
        page.obj.TrimBox = Array([0, 0, w, h])
        page.obj.Rotate = turn
        page.obj.UserUnit = unit
        content = "\n".join([*parts, "0 g -40 -40 31 900 re f"])
        page.obj.Contents = pdf.make_stream(content.encode())
        page.obj.PieceInfo = Dictionary(Private=SECRET)
        page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=SECRET))
        page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=SECRET, Rect=[0, 0, 9, 9])])
        page.obj.Resources = Dictionary(Font=Dictionary({"/Metadata": Dictionary(Type=Name.Font, Subtype=Name.Type3)}))
        pdf.Root.Metadata = pdf.make_stream(SECRET)
        out = BytesIO()
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def shown(data: bytes, page: int = 0) -> Image.Image:
    """The page at 72 ppi."""
    with pypdfium2.PdfDocument(data) as pdf:
        image: Image.Image = pdf[page].render().to_pil().convert("RGB")
        return image


def test_the_same_draft_gives_the_same_bytes() -> None:
    canvas = canvas_of(Area(10, 10, 160, 110), Area(10, 10, 160, 110))
    draft, supplied = canvas.finish(), {FILE: advert()}
    assert finish(draft, canvas.placements, supplied) == finish(draft, canvas.placements, supplied)
    assert finish(draft, canvas.placements, {FILE: advert((301, 200))}) != finish(draft, canvas.placements, supplied)


@pytest.mark.parametrize("linearize", [True, False])
def test_the_file_is_compact_sound_and_of_its_version(linearize: bool) -> None:  # noqa: FBT001 - a case
    canvas = canvas_of(Area(10, 10, 160, 110))
    data = finish(canvas.finish(), canvas.placements, {FILE: advert()}, linearize=linearize)
    assert data.startswith(b"%PDF-1.7")
    assert b"/ObjStm" in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.is_linearized is linearize
        assert pdf.check_pdf_syntax() == []
    assert re.findall(rb"[^\r\n]endstream", data) == []


def test_dates_and_metadata_are_those_of_the_draft() -> None:
    with pikepdf.open(BytesIO(finished(canvas_of(Area(0, 0, 9, 9)), advert()))) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20230710120000+00'00'"
        assert b"<xmp:CreateDate>2023-07-10T12:00:00+00:00</xmp:CreateDate>" in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.5])
def test_a_supplied_page_fills_its_place_as_it_is_seen_in_a_viewer(turn: int, unit: float) -> None:
    size = (150, 100) if turn % 180 == 0 else (100, 150)
    supplied = advert(turn=turn, unit=unit)
    page = shown(finished(canvas_of(Area(50, 100, 50 + size[0], 100 + size[1])), supplied))
    place = page.crop((50, 300 - size[1], 50 + size[0], 300))
    alone = corners(300, 200).rotate(-turn, expand=True)
    for x, y in ((0.05, 0.05), (0.95, 0.05), (0.05, 0.95), (0.95, 0.95)):
        expected = alone.getpixel((int(x * alone.width), int(y * alone.height)))
        assert near(place.getpixel((int(x * size[0]), int(y * size[1]))), expected)  # type: ignore[arg-type]
    for outside in ((48, 250), (52 + size[0], 250), (100, 302), (100, 298 - size[1])):
        assert page.getpixel(outside) == WHITE


def test_a_page_of_another_shape_is_contained_without_showing_its_bleed() -> None:
    page = shown(finished(canvas_of(Area(50, 50, 200, 350)), advert(bleed=20)))
    assert near(page.getpixel((60, 160)), RED)  # type: ignore[arg-type]
    assert near(page.getpixel((190, 240)), YELLOW)  # type: ignore[arg-type]
    assert page.getpixel((125, 145)) == WHITE
    assert page.getpixel((125, 255)) == WHITE


def test_a_page_that_covers_its_place_is_cut_by_it() -> None:
    page = shown(finished(canvas_of(Area(50, 50, 200, 350), fit="cover"), advert()))
    assert near(page.getpixel((52, 52)), RED)  # type: ignore[arg-type]
    assert near(page.getpixel((198, 348)), YELLOW)  # type: ignore[arg-type]
    assert page.getpixel((45, 200)) == WHITE


def test_bleed_is_shown_where_the_place_has_some() -> None:
    area, clip = Area(50, 100, 200, 200), Area(45, 95, 205, 205)
    page = shown(finished(canvas_of(area, clip=clip), advert(bleed=20)))
    assert near(page.getpixel((46, 196)), RED)  # type: ignore[arg-type]
    assert near(page.getpixel((203, 303)), YELLOW)  # type: ignore[arg-type]
    assert page.getpixel((43, 250)) == WHITE
    assert near(page.getpixel((52, 202)), RED)  # type: ignore[arg-type]


def test_a_page_used_twice_is_stored_once_and_nothing_private_comes_along() -> None:
    data = finished(canvas_of(Area(0, 0, 150, 100), Area(50, 50, 200, 150)), advert())
    with pikepdf.open(BytesIO(data)) as pdf:
        places = [place for page in pdf.pages for _, place in page.Resources.XObject.items()]
        forms = {place.Resources.XObject.Page.objgen for place in places}
        assert len(forms) == 1
        form = pdf.get_object(next(iter(forms)))
        assert isinstance(form, pikepdf.Stream)
        assert "/Metadata" in form.Resources.Font
        pdf.save(everything := BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert SECRET not in everything.getvalue()
    assert b"JavaScript" not in everything.getvalue()
    assert b"/Annots" not in everything.getvalue()


def test_a_page_that_is_damaged_within_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    canvas = canvas_of(Area(0, 0, 9, 9))
    draft = canvas.finish()
    for broken in (b"", b"%PDF-1.7 and no more", advert()[:200]):
        with pytest.raises(Fault) as caught:
            finish(draft, canvas.placements, {FILE: broken})
        assert caught.value.findings[0].code == "E606"
        assert "a.pdf" in caught.value.findings[0].message
    assert capfd.readouterr() == ("", "")


def test_a_place_that_the_document_does_not_have_is_an_error_of_the_caller() -> None:
    draft = canvas_of(Area(0, 0, 9, 9)).finish()
    with pytest.raises(KeyError):
        finish(draft, [Placement(0, "Nowhere", FILE, 0, 9, 9)], {FILE: advert()})


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_original_photo_is_upright_on_the_page(orientation: int) -> None:
    file = MemoryFile(turned(orientation, quality=95))
    made = rendition(file, probe(file), Crop(0, 0, 1, 1), 150, 100, Delivery(original=True))
    page = shown(finish(page_with(made, (50, 60, 150, 100))))
    assert shows_corners(page.crop((50, 240, 200, 340)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_original_photo_is_cropped_by_its_window(orientation: int) -> None:
    file = MemoryFile(turned(orientation, quality=95))
    made = rendition(file, probe(file), Crop(0.5, 0, 1, 0.5), 150, 100, Delivery(original=True))
    page = shown(finish(page_with(made, (50, 60, 150, 100))))
    window = page.crop((52, 242, 198, 338))
    assert all(near(colour, GREEN) for _, colour in window.getcolors(99999) or [])  # type: ignore[arg-type]
    assert page.getpixel((45, 300)) == WHITE


def page_with(photo: Any, place: tuple[float, float, float, float]) -> bytes:
    """A draft of one page with a photo in (x, y, width, height)."""
    x, y, width, height = place
    canvas = DocumentCanvas(METADATA)
    canvas.begin_page(PAGE)
    canvas.place_jpeg(photo, photo.matrix(*place), Area(x, y, x + width, y + height))
    canvas.end_page()
    return canvas.finish()


def test_an_inverted_cmyk_original_has_its_colours() -> None:
    file = MemoryFile(encoded(corners().convert("CMYK"), quality=95))
    made = rendition(file, probe(file), Crop(0, 0, 1, 1), 150, 100, Delivery(original=True))
    page = shown(finish(page_with(made, (50, 60, 150, 100))))
    assert page.getpixel((60, 250))[0] > 180  # type: ignore[index]
    assert page.getpixel((190, 330))[2] < 90  # type: ignore[index]


def raw_hints(data: bytes) -> bytes:
    """What follows the bytes of the hints of a linearized file."""
    place = re.search(rb"/H \[ (\d+) (\d+) \]", data)
    assert place
    stream = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n").search(data, int(place[1]))
    assert stream
    return data[stream.end() + int(stream[1]) :][:10]


def test_an_end_of_line_follows_the_hints_also_where_their_last_byte_looks_like_one() -> None:
    mended = 0
    for number in range(1, 1000):
        draft, data, out = pikepdf.new(), BytesIO(), BytesIO()
        draft.add_blank_page(page_size=(300, 400))
        draft.pages[0].obj.Contents = draft.make_stream(b"q " * number + b"Q " * number)
        draft.Root.Note = pikepdf.String(sha256(b"%d" % number).hexdigest() * (number % 50))
        draft.save(data, static_id=True)
        with pikepdf.open(data) as plain:
            plain.save(out, linearize=True, object_stream_mode=GENERATE, deterministic_id=True)
        if raw_hints(out.getvalue()) != b"\nendstream":
            made = finish(data.getvalue())
            assert raw_hints(made) == b"\nendstream"
            assert made == finish(data.getvalue())
            with pikepdf.open(BytesIO(made)) as pdf:
                assert pdf.is_linearized
                assert b"".join(part.read_bytes() for part in pdf.pages[0].obj.Contents).split().count(b"Q") == number
            mended += 1
    assert mended
