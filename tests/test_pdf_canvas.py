"""Pages, shapes and pictures, looked at with other people's programs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.colour import Swatch
from pipeline.pdf import Area, DocumentCanvas, PageBoxes, Placement, placed_matrix
from tests.pdf_samples import ABOUT, PAGE, RED, blank, content_of, document, house_face, opened, piece, pixel_at

BLUE = Swatch("blue", (0.0, 0.0, 1.0), (1.0, 1.0, 0.0, 0.0))
WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Photo:
    """A JPEG as a canvas wants it."""

    data: bytes
    width: int = 40
    height: int = 20
    components: int = 3
    inverted: bool = False
    mask: bytes = b""
    icc: bytes | None = None

    @property
    def identity(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def photo(mode: str = "RGB", colour: float | tuple[float, ...] = (255, 0, 0), *, icc: bytes | None = None) -> Photo:
    """A picture whose right half has the colour, the left being white (or without ink)."""
    picture = Image.new(mode, (40, 20), (0, 0, 0, 0) if mode == "CMYK" else "white")
    picture.paste(colour, (20, 0, 40, 20))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=95, subsampling=0) if mode != "L" else picture.save(stream, "JPEG")
    return Photo(stream.getvalue(), components=len(picture.getbands()), inverted=mode == "CMYK", icc=icc)


def is_near(found: tuple[int, ...], wanted: tuple[int, ...], by: int = 6) -> bool:
    """Whether two colours differ by no more than rounding and compression explain."""
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def test_the_trim_is_at_the_origin_and_the_other_boxes_lie_around_it() -> None:
    boxes = PageBoxes(300, 200, bleed=9, slug=12.5)
    with opened(document(blank, boxes=boxes)) as pdf:
        page = pdf.pages[0]
        assert [float(v) for v in page.TrimBox] == [0, 0, 300, 200]
        assert [float(v) for v in page.BleedBox] == [-9, -9, 309, 209]
        assert [float(v) for v in page.MediaBox] == [-21.5, -21.5, 321.5, 221.5]


def test_a_page_holds_nothing_that_it_does_not_need() -> None:
    with opened(document(blank)) as pdf:
        page = pdf.pages[0]
        assert set(page.obj.keys()) == {
            "/Type",
            "/Parent",
            "/MediaBox",
            "/TrimBox",
            "/BleedBox",
            "/Contents",
            "/Resources",
            "/Tabs",
        }
        assert not page.Resources.keys()


def test_other_programs_find_no_fault_in_the_file() -> None:
    data = document(lambda canvas: canvas.show(20, 20, [piece(house_face("vollkorn/Vollkorn-Regular.ttf"), "fine")]))
    with opened(data) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version == "1.7"


def test_a_filled_rectangle_has_its_place_and_colour() -> None:
    data = document(lambda canvas: canvas.fill_rect(Area(100, 50, 200, 150), RED))
    assert pixel_at(data, 150, 100) == (255, 0, 0)
    assert [pixel_at(data, x, y) for x, y in ((95, 100), (205, 100), (150, 45), (150, 155))] == [WHITE] * 4


def test_an_opacity_lets_what_is_below_shine_through_and_ends_with_its_shape() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.fill_rect(Area(0, 0, 300, 100), BLUE)
        canvas.fill_rect(Area(0, 0, 100, 200), RED, 0.25)
        canvas.fill_rect(Area(200, 150, 220, 170), BLUE)

    data = document(draw)
    assert is_near(pixel_at(data, 50, 150), (255, 191, 191))
    assert is_near(pixel_at(data, 50, 50), (64, 0, 191))
    assert pixel_at(data, 210, 160) == (0, 0, 255)
    with opened(data) as pdf:
        assert pdf.pages[0].Group.CS == "/DeviceRGB"


@pytest.mark.parametrize("angle", [0, 90])
def test_a_gradient_runs_evenly_from_one_opacity_to_the_other(angle: Literal[0, 90]) -> None:
    data = document(lambda canvas: canvas.gradient_rect(Area(50, 0, 250, 200), RED, (0.2, 1.0), angle))
    places = [(52 + step * 49, 100) if angle == 0 else (150, 2 + step * 49) for step in range(5)]
    through = [pixel_at(data, x, y)[1] for x, y in places]
    assert through == pytest.approx([204, 153, 102, 51, 0], abs=6)


def test_gradients_of_one_kind_are_stored_once() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        for left in (0, 100):
            canvas.gradient_rect(Area(left, 0, left + 50, 50), RED, (0, 1))
        canvas.gradient_rect(Area(200, 0, 250, 50), RED, (1, 0))

    with opened(document(draw)) as pdf:
        assert sorted(pdf.pages[0].Resources.XObject.keys()) == ["/Im1", "/Im2"]


def test_a_line_has_its_thickness_and_its_dashes() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.stroke_line((0, 100), (300, 100), 4, RED)
        canvas.stroke_line((0, 50), (300, 50), 4, RED, dash=(20, 20))

    data = document(draw)
    assert [pixel_at(data, 150, y) for y in (96.5, 98.5, 101.0, 103.5)] == [WHITE, (255, 0, 0), (255, 0, 0), WHITE]
    assert [pixel_at(data, x, 50) for x in (10, 30, 50)] == [(255, 0, 0), WHITE, (255, 0, 0)]


def test_a_jpeg_goes_in_byte_for_byte_and_once() -> None:
    picture = photo()

    def draw(canvas: DocumentCanvas) -> None:
        canvas.place_jpeg(picture, Area(0, 0, 100, 50))

    data = document(draw, draw)
    assert data.count(picture.data) == 1
    with opened(data) as pdf:
        image = pdf.pages[1].Resources.XObject.Im1
        assert image.read_raw_bytes() == picture.data
        assert (str(image.Filter), str(image.ColorSpace)) == ("/DCTDecode", "/DeviceRGB")
        assert (int(image.Width), int(image.Height)) == (40, 20)


def test_a_picture_is_cut_to_what_is_to_be_seen() -> None:
    data = document(lambda canvas: canvas.place_jpeg(photo(), Area(0, 0, 200, 100), Area(120, 20, 180, 80)))
    assert is_near(pixel_at(data, 150, 50), (255, 0, 0))
    assert [pixel_at(data, x, y) for x, y in ((115, 50), (185, 50), (150, 15), (150, 85))] == [WHITE] * 4


def test_a_picture_can_be_turned_by_a_matrix() -> None:
    # A quarter turn: the picture's right half is above.
    data = document(lambda canvas: canvas.place_jpeg(photo(), (0, 200, -100, 0, 100, 0)))
    assert is_near(pixel_at(data, 50, 150), (255, 0, 0))
    assert is_near(pixel_at(data, 50, 50), WHITE)


@pytest.mark.parametrize(
    "picture,wanted",
    [(photo(), (255, 0, 0)), (photo("L", 128), (128, 128, 128)), (photo("CMYK", (0, 0, 0, 255)), (35, 31, 32))],
    ids=["rgb", "gray", "cmyk"],
)
def test_pictures_of_all_colour_spaces_show_their_colours(picture: Photo, wanted: tuple[int, int, int]) -> None:
    data = document(lambda canvas: canvas.place_jpeg(picture, Area(0, 0, 200, 100)))
    assert is_near(pixel_at(data, 150, 50), wanted, 40 if picture.components == 4 else 6)
    assert is_near(pixel_at(data, 50, 50), WHITE)


def test_a_profile_is_embedded_once_for_all_pictures_that_have_it() -> None:
    first, second = photo(icc=b"profile"), photo(colour=(0, 0, 255), icc=b"profile")

    def draw(canvas: DocumentCanvas) -> None:
        canvas.place_jpeg(first, Area(0, 0, 10, 10))
        canvas.place_jpeg(second, Area(20, 0, 30, 10))

    with opened(document(draw)) as pdf:
        images = pdf.pages[0].Resources.XObject
        spaces = [images[name].ColorSpace for name in ("/Im1", "/Im2")]
        assert [str(space[0]) for space in spaces] == ["/ICCBased"] * 2
        assert spaces[0][1].objgen == spaces[1][1].objgen
        assert (int(spaces[0][1].N), spaces[0][1].read_bytes()) == (3, b"profile")


def filled(data: bytes, placements: tuple[Placement, ...], supplied: bytes) -> bytes:
    """The recipe of ``Placement``, as a finishing pass would carry it out."""
    stream = BytesIO()
    with opened(data) as pdf, opened(supplied) as source:
        for placement in placements:
            place = pdf.pages[placement.sheet].Resources.XObject["/" + placement.name]
            page = source.pages[placement.page]
            form = pdf.copy_foreign(page.as_form_xobject())
            trim = Area(*(float(v) for v in page.trimbox))
            matrix = " ".join(f"{v:.6f}" for v in placed_matrix(placement, trim))
            place.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
            place.write(f"q {matrix} cm /F Do Q".encode())
        pdf.save(stream)
    return stream.getvalue()


def test_a_supplied_page_fills_the_place_that_was_left_for_it() -> None:
    supplied = document(lambda canvas: canvas.fill_rect(Area(150, 0, 300, 200), RED))
    canvas = DocumentCanvas(ABOUT)
    canvas.begin_page(PAGE)
    canvas.fill_rect(Area(0, 0, 300, 200), BLUE)
    canvas.end_page()
    canvas.begin_page(PAGE)
    canvas.place_page("adverts/a.pdf", 0, Area(100, 50, 250, 150))
    canvas.end_page()
    placements = canvas.placements
    data = filled(canvas.finish(), placements, supplied)
    assert [(p.sheet, p.source, p.page) for p in placements] == [(1, "adverts/a.pdf", 0)]
    assert [pixel_at(data, x, 100, 1) for x in (95, 140, 220, 255)] == [WHITE, WHITE, (255, 0, 0), WHITE]
    with opened(data) as pdf:
        assert pdf.check_pdf_syntax() == []


SIDE = st.floats(10, 2000)


@given(
    st.builds(Area, st.floats(-50, 50), st.floats(-50, 50), SIDE.map(lambda v: v + 60), SIDE.map(lambda v: v + 60)),
    SIDE,
    SIDE,
)
def test_a_supplied_page_is_centred_and_keeps_its_shape(trim: Area, width: float, height: float) -> None:
    for fit in ("contain", "cover"):
        a, b, c, d, e, f = placed_matrix(Placement(0, "P", "s", 0, width, height, fit), trim)
        assert (a, b, c) == (d, 0, 0)
        left, right = a * trim.left + e, a * trim.right + e
        bottom, top = d * trim.bottom + f, d * trim.top + f
        assert left + right == pytest.approx(width, abs=1e-6)
        assert bottom + top == pytest.approx(height, abs=1e-6)
        share = max((right - left) / width, (top - bottom) / height)
        assert share == pytest.approx(1) if fit == "contain" else share >= 1 - 1e-9


def test_pages_are_begun_and_ended_in_turn() -> None:
    canvas = DocumentCanvas(ABOUT)
    with pytest.raises(RuntimeError, match="no page"):
        canvas.end_page()
    canvas.begin_page(PAGE)
    with pytest.raises(RuntimeError, match="not ended"):
        canvas.begin_page(PAGE)
    canvas.end_page()
    assert canvas.pages == 1


def test_a_colour_is_set_where_it_changes_and_at_the_top_of_each_page() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.fill_rect(Area(0, 0, 10, 10), RED)
        canvas.fill_rect(Area(20, 0, 30, 10), RED)

    data = document(draw, draw)
    assert content_of(data, 0) == content_of(data, 1) == "1 0 0 rg\n0 0 10 10 re f\n20 0 10 10 re f\n"


PROGRAM = """
import hashlib
from tests.pdf_samples import *
from tests.test_pdf_canvas import RED, Area, photo

def draw(canvas):
    canvas.show(20, 100, [piece(house_face("vollkorn/Vollkorn-Regular.ttf"), "office waffle")])
    canvas.gradient_rect(Area(0, 0, 10, 10), RED, (0, 1))
    canvas.place_jpeg(photo(), Area(0, 0, 10, 10))
    canvas.destination("here")
    canvas.link_to(Area(0, 0, 9, 9), "here", "here")
print(hashlib.sha256(document(draw, draw)).hexdigest())
"""


def test_the_same_calls_give_the_same_bytes_on_another_day_and_elsewhere() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    }
    assert len(digests) == 1


def test_a_filter_is_a_name_so_that_the_finishing_pass_compresses_nothing_again() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.show(10, 10, [piece(house_face("vollkorn/Vollkorn-Regular.ttf"), "Astana")])
        canvas.gradient_rect(Area(0, 0, 9, 9), RED, (0.0, 1.0))

    with opened(document(draw)) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Filter" in thing]
        assert len(streams) >= 5
        assert {str(stream.Filter) for stream in streams} == {"/FlateDecode"}
