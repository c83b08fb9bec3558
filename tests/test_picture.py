"""Looking at pictures: what their headers say, and what is refused in the editor's words."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pipeline import limits
from pipeline.diagnostic import Fault, Finding, Severity, Span
from pipeline.picture import Picture, probe
from tests.picture_maker import MemoryFile, corners, encoded, gossiping, turned


def look(data: bytes, path: str = "photos/test.jpg") -> Picture:
    return probe(MemoryFile(data, path))


def refusal(data: bytes, path: str = "photos/test.jpg") -> Finding:
    with pytest.raises(Fault) as caught:
        look(data, path)
    (finding,) = caught.value.findings
    assert finding.severity is Severity.ERROR
    return finding


@pytest.mark.parametrize(
    "kind,mode,options,expected",
    [
        ("JPEG", "RGB", {}, ("jpeg", "rgb", False)),
        ("JPEG", "L", {}, ("jpeg", "gray", False)),
        ("JPEG", "CMYK", {}, ("jpeg", "cmyk", False)),
        ("PNG", "RGB", {}, ("png", "rgb", False)),
        ("PNG", "RGBA", {}, ("png", "rgb", True)),
        ("PNG", "LA", {}, ("png", "gray", True)),
        ("PNG", "P", {}, ("png", "rgb", False)),
        ("PNG", "I;16", {}, ("png", "gray", False)),
        ("PNG", "1", {}, ("png", "gray", False)),
        ("TIFF", "RGB", {}, ("tiff", "rgb", False)),
        ("TIFF", "RGBA", {}, ("tiff", "rgb", True)),
        ("TIFF", "CMYK", {"compression": "tiff_lzw"}, ("tiff", "cmyk", False)),
        ("TIFF", "L", {"big_tiff": True}, ("tiff", "gray", False)),
        ("WEBP", "RGB", {}, ("webp", "rgb", False)),
        ("WEBP", "RGBA", {"lossless": True}, ("webp", "rgb", True)),
        ("WEBP", "RGB", {"lossless": True}, ("webp", "rgb", False)),
    ],
)
def test_the_header_of_every_supported_kind_is_understood(
    kind: str, mode: str, options: dict[str, Any], expected: tuple[str, str, bool]
) -> None:
    image = corners(301, 203)
    image = image.convert("L").convert("I").convert("I;16") if mode == "I;16" else image.convert(mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
    data = encoded(image, kind, **options)
    picture = look(data)
    assert (picture.format, picture.mode, picture.alpha) == expected
    assert (picture.width, picture.height) == (301, 203)
    assert (picture.orientation, picture.icc, picture.srgb) == (1, None, True)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_those_of_the_upright_picture(kind: str, orientation: int) -> None:
    picture = look(turned(orientation, kind))
    assert (picture.width, picture.height, picture.orientation) == (300, 200, orientation)
    assert picture.aspect == 1.5


def test_progressive_and_inverted_are_told_apart() -> None:
    assert look(encoded(corners(), progressive=True)).progressive
    assert not look(encoded(corners())).progressive
    assert look(encoded(corners().convert("CMYK"))).inverted
    assert not look(encoded(corners())).inverted


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_profile_is_found_and_srgb_is_known_by_its_name(kind: str) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    with_srgb, with_other = (look(encoded(corners(), kind, icc_profile=icc)) for icc in (srgb, lab))
    assert (with_srgb.icc, with_srgb.srgb) == (hashlib.sha256(srgb).hexdigest(), True)
    assert (with_other.icc, with_other.srgb) == (hashlib.sha256(lab).hexdigest(), False)


def test_metadata_does_not_confuse_the_header() -> None:
    picture = look(gossiping())
    assert (picture.width, picture.height, picture.orientation) == (200, 300, 6)


@pytest.mark.parametrize(
    "start,name",
    [
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"8BPS\0\x01", "PSD"),
        (b"%!PS-Adobe-3.0 EPSF", "EPS"),
        (b"%PDF-1.7", "PDF"),
        (b'<?xml version="1.0"?><svg', "SVG"),
        (b"BM\x10\0\0\0\0\0\0\0", "BMP"),
        (b"\0\0\0\x0cjP  \r\n", "JPEG 2000"),
        (b"\0\0\0\x18ftypcrx ", "raw"),
    ],
)
def test_a_strange_format_is_named_and_the_supported_ones_are_listed(start: bytes, name: str) -> None:
    finding = refusal(start + bytes(64), "photos/talks.jpg")
    assert finding.code == "E302"
    assert finding.message.startswith("talks.jpg is ")
    assert name in finding.message
    assert "JPEG, PNG, TIFF or WebP" in finding.message


def test_what_is_no_picture_is_refused() -> None:
    assert refusal(b"To whom it may concern").code == "E302"
    assert refusal(b"").code == "E301"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_a_picture_that_is_cut_short_is_refused(kind: str, share: float) -> None:
    data = encoded(corners().effect_spread(9), kind)
    assert refusal(data[: max(13, int(len(data) * share))]).code in {"E300", "E301"}


def test_a_jpeg_without_its_end_says_so() -> None:
    finding = refusal(encoded(corners())[:-2])
    assert str(finding) == "photos/test.jpg  E301  test.jpg is cut short: its end is missing.  Fetch the file again."


def test_a_finding_points_at_the_line_that_names_the_picture() -> None:
    named_at = Span("issues/a/articles/b.md", 4, 12)
    with pytest.raises(Fault) as caught:
        probe(MemoryFile(b"GIF89a"), named_at)
    assert caught.value.findings[0].span == named_at


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size, with pixels that do not fill it."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(1000))),
        (b"IEND", b""),
    )
    body = b"".join(struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_bomb_is_refused_by_its_header() -> None:
    finding = refusal(png_of(40_000, 40_000))
    assert finding.code == "E303"
    assert "1600 million pixels; at most 100 are allowed" in finding.message
    assert look(png_of(10_000, 10_000)).width * 10_000 == limits.PICTURE_PIXELS
    assert refusal(png_of(10_001, 10_000)).code == "E303"


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_several_pictures_in_one_file_are_refused(kind: str) -> None:
    more = [Image.new("RGB", (300, 200), colour) for colour in ("red", "blue")]
    finding = refusal(encoded(corners(), kind, save_all=True, append_images=more))
    assert finding.code == "E304"


def jpeg_with_frame(marker: int, bits: int) -> bytes:
    data = bytearray(encoded(corners()))
    at = data.index(b"\xff\xc0")
    data[at + 1], data[at + 4] = marker, bits
    return bytes(data)


@pytest.mark.parametrize("marker,bits", [(0xC3, 8), (0xC9, 8), (0xC1, 12)])
def test_rare_kinds_of_jpeg_are_refused(marker: int, bits: int) -> None:
    assert refusal(jpeg_with_frame(marker, bits)).code == "E305"


def test_floating_point_and_lab_tiff_are_refused() -> None:
    assert refusal(encoded(corners().convert("L").convert("F"), "TIFF")).code == "E305"
    assert refusal(encoded(Image.new("LAB", (9, 9)), "TIFF")).code == "E305"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0+", b"RIFF....WEBP"]),
)
def test_no_bytes_whatever_do_more_than_be_refused(tail: bytes, start: bytes) -> None:
    assert told_or_taken(start + tail)


def told_or_taken(data: bytes) -> bool:
    """True when the bytes give a picture within the ceilings, or a finding about pictures."""
    try:
        picture = look(data)
    except Fault as fault:
        return fault.findings[0].code.startswith("E30")
    return 0 < picture.width * picture.height <= limits.PICTURE_PIXELS


@given(st.data())
def test_damage_anywhere_is_refused_or_harmless(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP"]))
    whole = bytearray(turned(6, kind))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, min(len(whole), 700) - 1))] = data.draw(st.integers(0, 255))
    assert told_or_taken(bytes(whole))


def test_looking_at_a_picture_loads_no_decoder(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from pipeline.picture import probe\n"
        "from pipeline.project import ProjectFile\n"
        "file = ProjectFile('a.jpg', Path(sys.argv[1]), 1)\n"
        "print(probe(file).width, 'PIL' in sys.modules)"
    )
    place = tmp_path / "a.jpg"
    place.write_bytes(encoded(corners()))
    done = subprocess.run([sys.executable, "-c", script, str(place)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["300", "False"]
