"""Files with coarse pictures: what a small page shows of them is what it shows of the file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageStat

from pipeline.preflight.coarse import with_coarse_pictures
from pipeline.raster import page_picture
from tests.mutants_press import Wrong, good_press_file, picture, shown

SIZE = (800, 500)


def photo(decode: list[int] | None = None, mode: str = "CMYK", space: str = "DeviceCMYK") -> Any:
    """A maker of a JPEG that goes from one colour to another."""
    ramp = Image.linear_gradient("L").resize(SIZE)
    turned = ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    bands = {"CMYK": (ramp, turned, ImageChops.invert(ramp), turned), "RGB": (ramp, turned, ramp), "L": (ramp,)}[mode]
    stream = BytesIO()
    Image.merge(mode, bands).save(stream, "JPEG", quality=95)

    def make(pdf: pikepdf.Pdf) -> Any:
        about = {"Width": SIZE[0], "Height": SIZE[1], "BitsPerComponent": 8, "ColorSpace": Name(f"/{space}")}
        entries = {"Subtype": Name.Image, **about, "Filter": Name.DCTDecode}
        entries |= {"Decode": Array(decode)} if decode else {}
        return pdf.make_stream(stream.getvalue(), Dictionary({f"/{key}": value for key, value in entries.items()}))

    return make


def with_photo(maker: Any) -> bytes:
    return Wrong("a photo", "", "", change=shown(maker)).made_of(good_press_file())


def seen(data: bytes) -> Image.Image:
    return Image.open(BytesIO(page_picture(data, 1, 150).data))


def pictures(data: bytes) -> set[tuple[int, int]]:
    """The sizes of a file's pictures in pixels."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        return {(int(item.Width), int(item.Height)) for item in found}


@pytest.mark.parametrize("decode", [None, [1, 0, 1, 0, 1, 0, 1, 0]])
def test_a_small_page_looks_as_it_did_with_fewer_samples(decode: list[int] | None) -> None:
    data = with_photo(photo(decode))
    coarse = with_coarse_pictures(data, 200)
    assert SIZE in pictures(data)
    assert SIZE not in pictures(coarse)
    assert (200, 125) in pictures(coarse)
    assert max(ImageStat.Stat(ImageChops.difference(seen(data), seen(coarse))).mean) < 1


def test_no_picture_has_more_samples_than_it_had() -> None:
    assert pictures(with_coarse_pictures(with_photo(photo()), 900)) >= {SIZE}


@pytest.mark.parametrize(
    "maker",
    [photo(mode="RGB", space="DeviceRGB"), photo(mode="L", space="DeviceGray"), picture((9, 9, 9, 9), (300, 200))],
)
def test_other_pictures_stay_as_they_are(maker: Any) -> None:
    data = with_photo(maker)
    assert (pictures(data) - {(1600, 2000)}) & {SIZE, (300, 200)} <= pictures(with_coarse_pictures(data, 100))


def test_a_damaged_photo_and_what_is_no_pdf_are_given_back() -> None:
    def damaged(pdf: pikepdf.Pdf) -> Any:
        made = photo()(pdf)
        made.write(b"no picture", filter=Name.DCTDecode)
        return made

    for data in (b"no PDF", with_photo(damaged)):
        assert with_coarse_pictures(data, 100) == data


def test_the_same_file_gives_the_same_bytes() -> None:
    assert with_coarse_pictures(good_press_file(), 100) == with_coarse_pictures(good_press_file(), 100)
