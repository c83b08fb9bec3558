"""Profiles of our own: the sRGB that a screen edition names, and the offset that unnamed CMYK is taken for."""

from __future__ import annotations

import subprocess
import sys
from hashlib import md5
from io import BytesIO
from struct import unpack_from
from typing import Any, Literal

import pytest
from PIL import Image, ImageCms

from pipeline.colour import LINEAR_BELOW
from pipeline.colour_management import is_srgb, offset_profile, srgb_profile


def profile(data: bytes) -> Any:
    return ImageCms.ImageCmsProfile(BytesIO(data)).profile


def converted(picture: Image.Image, before: bytes, after: bytes | None, mode: Literal["RGB", "CMYK"]) -> Image.Image:
    """The picture from one profile to another, or to LittleCMS's own sRGB, as the trade does it."""
    target = ImageCms.ImageCmsProfile(BytesIO(after)) if after else ImageCms.createProfile("sRGB")
    source = ImageCms.ImageCmsProfile(BytesIO(before))
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    made = ImageCms.profileToProfile(picture, source, target, intent, mode, flags=flags)
    assert made is not None
    return made


def tags(data: bytes) -> dict[bytes, bytes]:
    (count,) = unpack_from(">I", data, 128)
    table = [unpack_from(">4sII", data, 132 + 12 * number) for number in range(count)]
    return {name: data[at : at + length] for name, at, length in table}


def test_the_profile_of_srgb_is_a_small_display_profile_of_the_version_that_pdf_names() -> None:
    data = srgb_profile()
    found = profile(data)
    assert len(data) == unpack_from(">I", data)[0] < 1000
    assert (found.version, found.device_class, found.xcolor_space, found.connection_space) == (
        4.2,
        "mntr",
        "RGB ",
        "XYZ ",
    )
    assert found.profile_description == "sRGB IEC61966-2.1"
    assert "CC0" in found.copyright
    assert is_srgb(data)


def test_colours_taken_through_our_profile_are_those_of_another_makers_srgb() -> None:
    levels = [*range(0, 256, 15), 1, 2, 3, 254]
    picture = Image.new("RGB", (len(levels), len(levels) ** 2))
    picture.putdata([(r, g, b) for r in levels for g in levels for b in levels])
    for first, second in (
        (srgb_profile(), None),
        (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), srgb_profile()),
    ):
        same = converted(picture, first, second, "RGB")
        assert max(abs(a - b) for a, b in zip(picture.tobytes(), same.tobytes(), strict=True)) <= 1


def test_its_primaries_and_its_curve_are_the_standards() -> None:
    found = profile(srgb_profile())
    # The adapted primaries that the International Color Consortium publishes for sRGB.
    wanted = {
        "red": (0.4360, 0.2225, 0.0139),
        "green": (0.3851, 0.7169, 0.0971),
        "blue": (0.1431, 0.0606, 0.7139),
    }
    for name, colour in wanted.items():
        assert getattr(found, f"{name}_colorant")[0] == pytest.approx(colour, abs=0.0001)
    power, *lines, break_point = (number / 65536 for number in unpack_from(">5i", tags(srgb_profile())[b"rTRC"], 12))
    assert (power, break_point) == pytest.approx((2.4, LINEAR_BELOW), abs=1e-5)
    assert lines == pytest.approx((1 / 1.055, 0.055 / 1.055, 1 / 12.92), abs=1e-5)


def test_white_is_the_white_of_the_connection_space() -> None:
    found = profile(srgb_profile())
    amounts = [getattr(found, f"{name}_colorant")[0] for name in ("red", "green", "blue")]
    assert [sum(parts) for parts in zip(*amounts, strict=True)] == pytest.approx((0.9642, 1.0, 0.8249), abs=3e-5)


def test_the_identifier_is_that_of_the_contents() -> None:
    data = bytearray(srgb_profile())
    identifier = bytes(data[84:100])
    data[44:48] = data[64:68] = bytes(4)
    data[84:100] = bytes(16)
    assert identifier == md5(data, usedforsecurity=False).digest()


def test_every_run_makes_the_same_profile() -> None:
    program = "import hashlib, pipeline.colour_management as c; print(hashlib.sha256(c.srgb_profile()).hexdigest())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    }
    assert len(digests) == 1


@pytest.mark.parametrize(
    "inks,colour",
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((255, 0, 0, 0), (0, 159, 227)),
        ((0, 255, 0, 0), (230, 0, 126)),
        ((0, 0, 255, 0), (255, 237, 0)),
        ((0, 255, 255, 0), (227, 6, 19)),
    ],
    ids=["paper", "cyan", "magenta", "yellow", "red"],
)
def test_offset_on_coated_paper_has_the_colours_that_the_trade_knows(
    inks: tuple[int, ...], colour: tuple[int, ...]
) -> None:
    shown = converted(Image.new("CMYK", (1, 1), inks), offset_profile(), None, "RGB").getpixel((0, 0))
    assert isinstance(shown, tuple)
    assert all(abs(a - b) <= 4 for a, b in zip(shown, colour, strict=True))
