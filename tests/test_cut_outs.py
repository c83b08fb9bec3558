"""Cut-outs: outlines from alpha channels, lines that follow them, and clear parts that stay clear in the PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw

from pipeline.build import BuildOptions, build, make_up
from pipeline.copyfit import Copy, fitted
from pipeline.diagnostic import Fault
from pipeline.galley import PhotoUnits
from pipeline.page import PictureItem
from pipeline.picture import Crop, Delivery, Outline, outline_of, probe, rendition
from tests.issue_desk import NAME, Desk
from tests.picture_maker import MemoryCache, MemoryFile
from tests.runaround_desk import article, copy_of, desk_with, laid, pictures, text

WIDTH, HEIGHT = 1200, 1000
Draw = Callable[[ImageDraw.ImageDraw], None]


def encoded(draw: Draw, kind: str = "PNG", **extra: object) -> bytes:
    """A picture of which all is clear but what is drawn."""
    image = Image.new("RGBA", (WIDTH, HEIGHT), (255, 0, 0, 0))
    draw(ImageDraw.Draw(image))
    stream = BytesIO()
    image.save(stream, kind, **extra)
    return stream.getvalue()


def triangle(draw: ImageDraw.ImageDraw) -> None:
    """As wide as the picture at its foot, a point at its head."""
    draw.polygon([(WIDTH / 2, 0), (WIDTH, HEIGHT), (0, HEIGHT)], fill=(30, 90, 120, 255))


def plate(draw: ImageDraw.ImageDraw) -> None:
    """A rectangle with clear margins."""
    draw.rectangle((200, 100, 1000, 900), fill=(30, 90, 120, 255))


def whole(draw: ImageDraw.ImageDraw) -> None:
    """No part of it clear."""
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(30, 90, 120, 255))


def traced(data: bytes, found: MemoryCache | None = None) -> Outline | None:
    """Its outline."""
    file = MemoryFile(data, "photos/shape.png")
    return outline_of(file, probe(file), found)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_an_outline_follows_the_clear_parts_from_top_to_bottom(kind: str) -> None:
    outline = traced(encoded(triangle, kind, **({"lossless": True} if kind == "WEBP" else {})))
    assert outline
    for top, bottom in ((0.1, 0.2), (0.5, 0.6), (0.9, 1.0)):
        extent = outline.extent(top, bottom)
        assert extent
        assert extent == pytest.approx((0.5 - bottom / 2, 0.5 + bottom / 2), abs=0.02)
        assert extent[0] <= 0.5 - (bottom - 0.02) / 2


def test_an_outline_is_of_the_upright_picture() -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    outline = traced(encoded(triangle, exif=exif))
    assert outline
    head, foot = outline.extent(0.0, 0.1), outline.extent(0.9, 1.0)
    assert head
    assert foot
    assert head[1] - head[0] > 0.9
    assert foot[1] - foot[0] < 0.2


@pytest.mark.parametrize("draw", [plate, whole])
def test_a_rectangle_has_no_outline(draw: Draw) -> None:
    assert traced(encoded(draw)) is None


def test_a_picture_without_an_alpha_channel_is_not_opened() -> None:
    stream = BytesIO()
    Image.new("RGB", (60, 40)).save(stream, "jpeg")
    file = MemoryFile(stream.getvalue())
    picture = probe(file)
    assert outline_of(MemoryFile(b"never read"), picture) is None


def test_where_all_is_clear_nothing_is_in_the_way() -> None:
    outline = traced(encoded(lambda draw: draw.ellipse((400, 600, 800, 990), fill=(9, 9, 9, 255))))
    assert outline
    assert outline.extent(0.0, 0.5) is None
    assert outline.extent(-0.4, -0.1) is None
    assert outline.extent(1.1, 1.4) is None


def test_specks_and_a_breath_of_colour_do_not_count() -> None:
    def drawn(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((0, 0, WIDTH, 400), fill=(9, 9, 9, 20))
        draw.ellipse((400, 500, 800, 990), fill=(9, 9, 9, 255))

    outline = traced(encoded(drawn))
    assert outline
    assert outline.extent(0.0, 0.4) is None


def test_an_outline_is_remembered() -> None:
    cache = MemoryCache()
    data = encoded(triangle)
    first = traced(data, cache)
    assert len(cache.kept) == 1
    assert traced(data, cache) == first


def test_a_damaged_cut_out_is_a_finding() -> None:
    data = encoded(triangle)
    file = MemoryFile(data)
    picture = probe(file)
    begun = data.index(b"IDAT") + 8
    broken = data[:begun] + bytes(40) + data[begun + 40 :]
    with pytest.raises(Fault) as caught:
        outline_of(MemoryFile(broken), picture)
    assert caught.value.findings[0].code in {"E300", "E301"}


# ---------------------------------------------------------------------- clear parts in the PDF


def test_a_rendition_says_how_opaque_each_pixel_is() -> None:
    file = MemoryFile(encoded(triangle))
    made = rendition(file, probe(file), Crop(), 240, 200, Delivery(original=True))
    assert len(made.mask) == made.width * made.height
    middle = made.mask[made.height // 2 * made.width :][: made.width]
    assert (middle[0], middle[made.width // 2], middle[-1]) == (0, 255, 0)


def test_the_mask_of_a_part_is_that_of_the_part() -> None:
    file = MemoryFile(encoded(triangle))
    made = rendition(file, probe(file), Crop(0.0, 0.5, 0.5, 1.0), 60, 50, Delivery(ppi=100))
    assert len(made.mask) == made.width * made.height
    assert made.mask[0] == 0
    assert made.mask[made.width * made.height - 1] == 255


def test_a_picture_of_which_nothing_is_clear_has_no_mask() -> None:
    file = MemoryFile(encoded(whole))
    assert rendition(file, probe(file), Crop(), 240, 200).mask == b""


def test_the_mask_is_made_once() -> None:
    cache = MemoryCache()
    file = MemoryFile(encoded(triangle))
    first = rendition(file, probe(file), Crop(), 240, 200, cache=cache)
    assert len(cache.kept) == 2
    assert rendition(file, probe(file), Crop(), 240, 200, cache=cache) == first


# ---------------------------------------------------------------------- on pages


@cache
def _png() -> bytes:
    return encoded(triangle)


FRONT = 'photos:\n  - {file: photos/a.png, size: third, caption: "", credit: "C. D.", alt: "A tent."}\n'


def cut_out(desk: Desk) -> Copy:
    """An article with a cut-out and no other photo."""
    desk_with(desk, pull=0)
    desk.photo("photos/a.png", _png())
    copy = copy_of(article(desk, "\n\n".join(text(11, 8)), FRONT))
    file = MemoryFile(_png(), "photos/a.png")
    outline = outline_of(file, copy.pictures["photos/a.png"])
    return Copy(copy.setter, copy.article, copy.pictures, copy.kicker, lambda _: outline)


def test_lines_follow_the_outline_and_keep_clear_of_it(desk: Desk) -> None:
    copy = cut_out(desk)
    fits = list(fitted(copy))
    assert fits
    white = copy.layout.grid.gutter
    for fit in fits:
        (inset,) = fit.variant.insets
        assert isinstance(inset.units, PhotoUnits)
        sheet = list(laid(copy, fit))[inset.page]
        (box,) = sheet.insets
        (picture,) = pictures(sheet)
        rights = []
        for line in (line for line in sheet.lines if box.top < line.y < box.top + picture.box.height):
            below = (line.y - box.top - picture.box.top) / picture.box.height
            half = box.width * max(min(below, 1.0), 0.0) / 2
            middle = box.left + box.width / 2
            if line.column == 0:
                rights.append(line.right)
                assert line.right <= middle - half - white + 3
            else:
                assert line.left >= middle + half + white - 3
        assert max(rights) - min(rights) > 20


def test_a_cut_out_is_not_cropped_and_stands_on_a_baseline(desk: Desk) -> None:
    copy = cut_out(desk)
    for fit in fitted(copy):
        (inset,) = fit.variant.insets
        (picture,) = pictures(list(laid(copy, fit))[inset.page])
        assert picture.crop.is_whole
        assert picture.box.aspect == pytest.approx(WIDTH / HEIGHT)
        assert picture.box.bottom == pytest.approx(copy.layout.grid.depth(inset.rows))


def test_the_finished_page_shows_the_text_through_what_is_clear(desk: Desk) -> None:
    cut_out(desk)
    outcome = build(desk.project, NAME, BuildOptions(photos="original", only="articles/almaty.md"))
    assert outcome.document, [str(finding) for finding in outcome.report]
    with pikepdf.open(BytesIO(outcome.document.data)) as pdf:
        (image,) = [image for page in pdf.pages for image in page.get_images().values()]
        mask = image.SMask
        assert (mask.Width, mask.Height, str(mask.ColorSpace)) == (image.Width, image.Height, "/DeviceGray")
        values = mask.read_bytes()
        assert (values[0], max(values)) == (0, 255)
        assert pdf.pages[0].Group.S == "/Transparency"


def test_what_is_made_up_for_print_is_the_same_cut_out(desk: Desk) -> None:
    copy = cut_out(desk)
    makeup, _ = make_up(desk.project, desk.issue(), BuildOptions(only="articles/almaty.md"))
    (picture,) = [item for page in makeup.pages for item in page.items if isinstance(item, PictureItem)]
    assert picture.crop.is_whole
    assert picture.box.aspect == pytest.approx(WIDTH / HEIGHT)
    assert picture.box.width == pytest.approx(copy.layout.grid.measure(4))
